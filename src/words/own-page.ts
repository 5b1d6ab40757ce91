/** What stands for each value on a page of one's own. */
import type { ProseNode } from '../markdown/nodes.ts'
import { setValues, type ValueName } from '../markdown/values.ts'
import { urls } from '../urls.ts'
import type { Facts, OwnPageView } from '../views/own-page.ts'
import { listAll } from './count.ts'
import { kindName } from './events.ts'
import { type Key, say, sayWith } from './say.ts'
import { describeExtent, describeSize } from './site.ts'

/** The parts of a page with every value in its place; a heading that has nothing below it is left out. */
export function toSections({ facts, sections }: OwnPageView, files: readonly string[]): OwnPageView['sections'] {
  const set = (nodes: readonly ProseNode[]) => setValues(nodes, (name) => (facts ? sayValue(name, facts, files) : []))
  return sections
    .map(({ heading, id, nodes }) => ({ id: idOf(heading) ?? id, heading: set(heading), nodes: set(nodes) }))
    .filter(({ nodes }) => nodes.some((node) => typeof node === 'object'))
}

function sayValue(name: ValueName, facts: NonNullable<Facts>, files: readonly string[]): ProseNode[] {
  switch (name) {
    case 'name':
    case 'subject':
      return [facts[name]]
    case 'contents':
      return [
        facts.extent
          ? say('about.contents', { size: describeSize(facts), extent: describeExtent(facts) ?? '' })
          : describeSize(facts),
      ]
    case 'kinds':
      return [facts.kinds.length > 0 ? listAll(facts.kinds.map(kindName)) : say('about.noKinds')]
    case 'said':
    case 'happened':
    case 'expected':
      return [toElement('b', { class: `is-${name}` }, name === 'said' ? say('scale.said') : say(`status.${name}`))]
    case 'due':
      return facts.following ? [say('about.dates.following')] : []
    case 'visits':
      return facts.following ? [say('about.visits.kept')] : []
    case 'data':
      return [
        toElement(
          'ul',
          { class: 'files' },
          ...files.map((file) => toElement('li', {}, toElement('a', { href: urls.data(file) }, file))),
          toElement('li', {}, toElement('a', { href: urls.verify() }, say('verify.title'))),
        ),
      ]
    case 'feeds':
      return [toElement('a', { href: urls.feeds() }, tagged('about.data.feeds'))]
    case 'corrections':
      return [toElement('a', { href: urls.corrections() }, tagged('about.corrections.listed'))]
    case 'contact':
      return facts.contact
        ? sayWith<ProseNode>('about.corrections.tell', {
            link: (words) => toElement('a', { href: facts.contact ?? '' }, ...(words as ProseNode[])),
          })
        : [say('about.corrections.nobody')]
  }
}

function toElement(tag: string, attributes: { [name: string]: string }, ...children: ProseNode[]): ProseNode {
  return { tag, attributes, children }
}

/** The parts to which the foot of every page leads have the same address in every language. */
function idOf(heading: readonly ProseNode[]): string | null {
  return (
    (['rights', 'data'] as const).find((part) => heading.length === 1 && heading[0] === say(`frame.${part}`)) ?? null
  )
}

/** What stands in the link of a message. */
function tagged(key: Key): string {
  let inner = ''
  sayWith<string>(key, { link: (words) => (inner = words.join('')) })
  return inner
}
