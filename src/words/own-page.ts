/** What stands for each value on a page of one's own. */
import type { ProseNode } from '../markdown/nodes.ts'
import { setValues, type ValueName } from '../markdown/values.ts'
import { urls } from '../urls.ts'
import type { Facts, OwnPageView } from '../views/own-page.ts'
import { listWords } from './count.ts'
import { describeExtent, describeSize } from './site.ts'

/** The parts of a page with every value in its place; a heading that has nothing below it is left out. */
export function toSections({ facts, sections }: OwnPageView, files: readonly string[]): OwnPageView['sections'] {
  const set = (nodes: readonly ProseNode[]) => setValues(nodes, (name) => (facts ? sayValue(name, facts, files) : []))
  return sections
    .map(({ heading, id, nodes }) => ({ id, heading: set(heading), nodes: set(nodes) }))
    .filter(({ nodes }) => nodes.some((node) => typeof node === 'object'))
}

function sayValue(name: ValueName, facts: NonNullable<Facts>, files: readonly string[]): ProseNode[] {
  switch (name) {
    case 'name':
    case 'subject':
      return [facts[name]]
    case 'contents':
      return [[describeSize(facts), ...(facts.extent ? [`from articles of ${describeExtent(facts)}`] : [])].join(', ')]
    case 'kinds':
      return [facts.kinds.length > 0 ? listWords(facts.kinds) : 'none yet']
    case 'said':
    case 'happened':
    case 'expected':
      return [toElement('b', { class: `is-${name}` }, name)]
    case 'due':
      return facts.following
        ? [
            'This story is being followed. Whether something announced is due now or overdue goes by the date of your own device; the record itself claims neither.',
          ]
        : []
    case 'visits':
      return facts.following
        ? [
            'When you come back, the front page shows what is new since you were here. For that your browser keeps which entries it has shown you and when; it is kept there alone and sent nowhere. Two buttons beside the list forget it and switch it off.',
          ]
        : []
    case 'data':
      return [
        toElement(
          'ul',
          { class: 'files' },
          ...files.map((file) => toElement('li', {}, toElement('a', { href: urls.data(file) }, file))),
        ),
        toElement(
          'p',
          {},
          'Whether words are those that were printed you can ',
          toElement('a', { href: urls.verify() }, 'check yourself'),
          '.',
        ),
      ]
    case 'feeds':
      return [toElement('a', { href: urls.feeds() }, 'feed or a calendar')]
    case 'corrections':
      return [toElement('a', { href: urls.corrections() }, 'Corrections')]
    case 'contact':
      return facts.contact
        ? [
            'Is something wrong? ',
            toElement('a', { href: facts.contact }, 'Tell us'),
            ', with the address of the page and what it should say.',
          ]
        : ['No address for corrections has been given for this site.']
  }
}

function toElement(tag: string, attributes: { [name: string]: string }, ...children: ProseNode[]): ProseNode {
  return { tag, attributes, children }
}
