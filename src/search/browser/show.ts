/** Shows an answer. Everything that comes from the index is set as text, never as HTML. */
import { toTextFragment } from '../../urls.ts'
import type { Stretch, Thing } from '../content.ts'
import type { Query } from '../query.ts'
import { isForm, toWords } from '../words.ts'
import type { Answer, Group, Hit } from './ask.ts'

export interface ShowOptions {
  language: string
  /** Level of the groups' headings. */
  heading: 2 | 3
  /** How many more come at once; null where a page of all results takes over. */
  more: number | null
  /** Address of all results of a query. */
  toPage: (text: string) => string
}

const plurals: Record<Thing, [one: string, many: string]> = {
  quote: ['quote', 'quotes'],
  event: ['event', 'events'],
  article: ['article', 'articles'],
  speaker: ['speaker', 'speakers'],
  topic: ['topic', 'topics'],
}

/** `5 quotes, 1 event` */
export function describeCounts({ groups }: Answer): string {
  return groups.map(({ thing, count }) => toCount(count, thing)).join(', ')
}

/** An answer that found something, as sections of links. */
export function showGroups(answer: Answer, options: ShowOptions): HTMLElement[] {
  return answer.groups.map((group) => showGroup(group, answer.query, options))
}

/** An answer that found nothing: what no record has, what was searched, and what to try. */
export function showNothing({ query, absent, instead, scope }: Answer, options: ShowOptions): HTMLElement[] {
  const first = make('p', 'found-nothing', 'Nothing found for ', make('strong', '', query.text), '.')
  if (absent.length > 0 && absent.length < query.words.length + query.phrases.flat().length) {
    first.append(
      ' No record has ',
      ...joined(absent.map((word) => make('strong', '', spelling(query.text, word)))),
      '.',
    )
  } else if (absent.length === 0 && query.words.length + query.phrases.length > 1) {
    first.append(' Each of it is on record, but not together.')
  }
  const lines = [first]
  if (instead !== null) {
    lines.push(make('p', 'meta', 'Search for ', makeLink(options.toPage(instead), instead), ' instead.'))
  }
  lines.push(make('p', 'meta soft', scope))
  return lines
}

function showGroup(group: Group, query: Query, options: ShowOptions): HTMLElement {
  const id = `found-${group.thing}`
  const title = make(`h${options.heading}`, `label is-${group.thing}`, toName(group))
  title.id = id
  const list = make('ol', 'found-list', ...group.hits.map((hit) => showHit(hit, query, options)))
  const section = make('section', 'found-group', title, list)
  section.setAttribute('aria-labelledby', id)
  section.append(...showRest(group, list, query, options))
  return section
}

function showRest(group: Group, list: HTMLElement, query: Query, options: ShowOptions): HTMLElement[] {
  const rest = group.count - group.hits.length
  if (rest <= 0) return []
  const { more } = options
  if (more === null) {
    return [
      makeLink(
        `${options.toPage(query.text)}#found-${group.thing}`,
        `All ${toCount(group.count, group.thing)}`,
        'more',
      ),
    ]
  }
  const button = make('button', 'more', `Show ${Math.min(more, rest)} more of ${toCount(group.count, group.thing)}`)
  button.setAttribute('type', 'button')
  button.addEventListener('click', async () => {
    const items = (await group.more(more)).map((hit) => showHit(hit, query, options))
    const hadFocus = document.activeElement === button
    list.append(...items)
    button.replaceWith(...showRest(group, list, query, options))
    // The button is gone: whoever pressed it goes on at what it brought.
    if (hadFocus) items[0]?.querySelector('a')?.focus()
  })
  return [button]
}

function showHit(hit: Hit, query: Query, options: ShowOptions): HTMLElement {
  const mark = (text: string): (Node | string)[] => markWords(text, query, options.language)
  const stretch = hit.stretches[hit.best]
  const show = { quote: showQuote, event: showEvent, article: showArticle, speaker: showOther, topic: showOther }[
    hit.thing
  ]
  const item = make('li', `hit hit-${hit.thing}`, ...show(hit, stretch, mark, query))
  const found = [...hit.names, ...hit.topics]
  if (found.length > 0)
    item.append(make('p', 'meta soft', `${hit.names.length > 0 ? 'Also as' : 'On'} ${found.join(', ')}`))
  return item
}

type Mark = (text: string) => (Node | string)[]

function showQuote(hit: Hit, stretch: Stretch | undefined, mark: Mark): HTMLElement[] {
  const text = stretch?.text ?? ''
  const kind = stretch?.kind ?? 'indirect'
  const words = makeLink(hit.url, '', `hit-words is-${kind}`)
  if (kind === 'direct') words.append(...mark(text))
  else {
    const outlet = hit.copies.find((copy) => copy.stretch === hit.best)?.outlet ?? ''
    words.append(make('span', 'hit-intro', `${hit.title}, in the words of ${outlet}: `), ...mark(text))
  }
  const facts: (Node | string)[] = [make('b', '', ...mark(hit.title))]
  if (hit.role) facts.push(', ', ...mark(hit.role))
  if (hit.when) facts.push(` · ${hit.when.label} ${hit.when.words}`)
  if (hit.context) facts.push(`${hit.when ? ', ' : ' · '}`, ...mark(hit.context))
  const copies = make(
    'p',
    'meta soft hit-copies',
    'In ',
    ...joined(firstOfEach(hit).map(({ url, outlet }) => makeLink(url, outlet))),
  )
  if (hit.stretches.length > 1) copies.append(` · ${hit.stretches.length} wordings`)
  return [words, make('p', 'meta', ...facts), copies]
}

function showEvent(hit: Hit, stretch: Stretch | undefined, mark: Mark): HTMLElement[] {
  const facts = [hit.when ? `${hit.when.label} ${hit.when.words}` : 'no date', hit.context, hit.outlets.join(', ')]
  const title = makeLink(hit.url, '', 'hit-title')
  title.append(...mark(hit.title))
  const lines = [title, make('p', 'meta', ...mark(facts.filter(Boolean).join(' · ')))]
  if (stretch && stretch.text !== hit.title) {
    const copy = hit.copies.find((copy) => copy.stretch === hit.best)
    const source = copy ? [makeLink(copy.url, copy.outlet, 'meta'), ': '] : []
    lines.push(make('p', 'hit-text', ...source, ...mark(stretch.text)))
  }
  return lines
}

function showArticle(hit: Hit, stretch: Stretch | undefined, mark: Mark, query: Query): HTMLElement[] {
  const facts = [hit.outlets.join(', '), hit.when ? `${hit.when.label} ${hit.when.words}` : '']
  const isInWords = stretch !== undefined && markWords(stretch.text, query, document.documentElement.lang).length > 1
  const passage = stretch && isInWords ? toPassage(stretch.text, query) : ''
  const title = makeLink(passage ? toTextFragment(hit.url, passage) : hit.url, '', 'hit-title')
  title.append(...mark(hit.title))
  const lines = [title, make('p', 'meta', ...mark(facts.filter(Boolean).join(' · ')))]
  if (passage) lines.push(make('p', 'hit-text', ...mark(passage)))
  return lines
}

function showOther(hit: Hit, stretch: Stretch | undefined, mark: Mark): HTMLElement[] {
  const title = makeLink(hit.url, '', 'hit-title')
  title.append(...mark(hit.title))
  const lines: HTMLElement[] = [title]
  if (hit.role) lines.push(make('p', 'meta', ...mark(hit.role)))
  if (stretch && stretch.text !== hit.title) lines.push(make('p', 'hit-text', ...mark(stretch.text)))
  return lines
}

/** Longer paragraphs are shown by the sentence that has most of the words. */
const longestPassage = 60

function toPassage(text: string, query: Query): string {
  if (text.split(' ').length <= longestPassage) return text
  const { lang } = document.documentElement
  const sentences = [...new Intl.Segmenter(lang, { granularity: 'sentence' }).segment(text)].map(({ segment }) =>
    segment.trim(),
  )
  const scores = sentences.map((sentence) => markWords(sentence, query, lang).length)
  return sentences[scores.indexOf(Math.max(...scores))] ?? text
}

/** The words of a text that were asked for, marked; of a phrase only where all of it stands. */
export function markWords(text: string, query: Query, language: string): (Node | string)[] {
  const words = Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’.,][\p{L}\p{N}\p{M}]+)*/gu), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: toWords(match[0]).join(''),
  }))
  const asked = words.map(({ word }) => query.words.some((one) => isForm(one, word, language)))
  for (const phrase of query.phrases) {
    for (let at = 0; at + phrase.length <= words.length; at++) {
      if (phrase.every((one, index) => isForm(one, words[at + index]?.word ?? '', language)))
        asked.fill(true, at, at + phrase.length)
    }
  }
  const nodes: (Node | string)[] = []
  let written = 0
  words.forEach(({ start, end }, index) => {
    if (!asked[index]) return
    if (start > written) nodes.push(text.slice(written, start))
    nodes.push(make('mark', '', text.slice(start, end)))
    written = end
  })
  if (written < text.length) nodes.push(text.slice(written))
  return nodes
}

/** The first place in each outlet's copy, that of the stretch on show before others. */
function firstOfEach({ copies, best }: Hit): Hit['copies'] {
  const shown = copies.filter(({ stretch }) => stretch === best)
  return [...new Map([...copies, ...shown].toReversed().map((copy) => [copy.outlet, copy])).values()]
}

function spelling(text: string, word: string): string {
  return text.split(' ').find((token) => toWords(token).includes(word)) ?? word
}

function toName({ thing, count }: Group): string {
  const [one, many] = plurals[thing]
  const name = count === 1 ? one : many
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} · ${count.toLocaleString('en')}`
}

function toCount(count: number, thing: Thing): string {
  return `${count.toLocaleString('en')} ${plurals[thing][count === 1 ? 0 : 1]}`
}

function joined(nodes: Node[]): (Node | string)[] {
  return nodes.flatMap((node, index) => (index > 0 ? [', ', node] : [node]))
}

function makeLink(href: string, text: string, name = ''): HTMLAnchorElement {
  const link = make('a', name, text)
  link.href = href
  return link
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  if (name) element.className = name
  element.append(...children.filter((child) => child !== ''))
  return element
}
