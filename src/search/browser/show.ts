/** Shows an answer. Everything that comes from the index is set as text, never as HTML. */

import { make, makeButton, makeLink } from '../../elements.ts'
import { blockAnchor, toTextFragment } from '../../urls.ts'
import type { Stretch, Thing } from '../content.ts'
import { allWords, type Query } from '../query.ts'
import { isForm, toWords } from '../words.ts'
import type { Answer, Group } from './ask.ts'
import type { Help } from './help.ts'
import type { Hit } from './hits.ts'
import { toPassage, withoutMarks } from './passage.ts'

export interface ShowOptions {
  language: string
  /** Level of the groups' headings. */
  heading: 2 | 3
  /** How many more come at once; null where a page of all results takes over. */
  more: number | null
  /** Address of all results of a query. */
  toPage: (text: string) => string
  /** Names by which results were found that are said once, above them. */
  names?: readonly string[]
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

/** An answer that found nothing: what was searched, and what of the query was not understood. */
export function showNothing({ query, nobody, scope }: Answer): HTMLElement[] {
  const first = make('p', '', 'Nothing found for ', make('strong', '', query.text), '.')
  return [first, ...showNotes(query, nobody), make('p', 'meta soft', scope)]
}

/** Why nothing was found, and what to try. */
export function showHelp(
  { absent, meant, instead }: Help,
  { query, nobody }: Answer,
  options: ShowOptions,
): HTMLElement[] {
  const lines: HTMLElement[] = []
  const words = allWords(query).length
  if (absent.length > 0 && words > 1) {
    const names = absent.map((word) => make('strong', '', spelling(query.text, word)))
    lines.push(make('p', 'meta', 'Nothing here has ', ...joined(names), '.'))
  } else if (absent.length === 0 && nobody.length === 0 && words > 1) {
    lines.push(make('p', 'meta', 'Each word is on record, but not together.'))
  }
  if (meant !== null) lines.push(make('p', '', 'Did you mean ', makeLink(options.toPage(meant), meant), '?'))
  if (instead !== null)
    lines.push(make('p', 'meta', 'Search for ', makeLink(options.toPage(instead), instead), ' instead.'))
  return lines
}

/** What of a query was not understood. */
export function showNotes({ unknown, misread }: Query, nobody: Answer['nobody']): HTMLElement[] {
  const notes = [
    ...unknown.map((operator) => ['There is no operator ', `${operator}:`, '; it was searched as text.']),
    ...misread.map((text) => ['Left out ', text, ', which cannot be read.']),
    ...nobody.map(({ by, name }) => [`No ${by} on record is called `, name, '.']),
  ]
  return notes.map(([before = '', what = '', after = '']) => make('p', 'meta', before, make('strong', '', what), after))
}

/** Names by which more than one of the first results were found: what is typed stands in none of their words. */
export function findNames({ hits }: Group): string[] {
  const names = hits.flatMap((hit) => hit.names)
  return [...new Set(names.filter((name, index) => names.indexOf(name) < index))]
}

/** Those names, in words. */
export function showNames(names: readonly string[]): HTMLElement[] {
  return names.length > 0 ? [make('p', 'meta soft', `Found by another name: ${names.join(', ')}`)] : []
}

/** A group of an answer, as a section of links. */
export function showGroup(group: Group, query: Query, options: ShowOptions): HTMLElement {
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
  const text = `Show ${Math.min(more, rest)} more of ${toCount(group.count, group.thing)}`
  const button = makeButton(text, 'more', async () => {
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
  const show = { quote: showQuote, event: showEvent, article: showArticle, speaker: showOther, topic: showOther }[
    hit.thing
  ]
  const { main, facts, lines } = show(hit, hit.stretches[hit.best], mark, options)
  const names = hit.names.filter((name) => !options.names?.includes(name))
  if (names.length > 0) lines.push(make('p', 'meta soft', `Also as ${names.join(', ')}`))
  if (hit.topics.length > 0 && hit.thing !== 'topic')
    lines.push(make('p', 'meta soft', `Filed under ${hit.topics.join(', ')}`))
  if (facts.length > 0) lines.unshift(make('p', 'meta hit-facts', ...joined(facts, ' ')))
  return make('li', `hit hit-${hit.thing}`, main, ...lines)
}

/** A hit taken apart: its link, what is about it, and what follows. */
interface Shown {
  main: HTMLElement
  facts: HTMLElement[]
  lines: HTMLElement[]
}

type Mark = (text: string) => (Node | string)[]

function showQuote(hit: Hit, stretch: Stretch | undefined, mark: Mark): Shown {
  const { text, kind } = stretch ?? { text: '', kind: 'indirect' }
  const main = makeLink(hit.url, '', `hit-words is-${kind}`)
  if (kind === 'direct') {
    main.append(
      make('span', 'hit-mark', text.charAt(0)),
      ...mark(text.slice(1, -1)),
      make('span', 'hit-mark', text.slice(-1)),
    )
  } else {
    const by = hit.copies.find((copy) => copy.stretch === hit.best)?.by ?? ''
    main.append(make('span', 'hit-intro', `${by} reports: `), ...mark(text))
  }
  const { when } = hit
  const facts = [
    make('b', '', ...mark(hit.title)),
    ...(hit.role ? [make('span', '', ...mark(hit.role))] : []),
    make(
      'span',
      '',
      when ? `${when.label} ${when.words}` : 'no date given',
      ...(hit.context ? [', ', ...mark(hit.context)] : []),
    ),
  ]
  const outlets = joined(firstOfEach(hit).map(({ url, by }) => makeLink(url, by)))
  const number = hit.stretches.length
  const wordings = number > 1 ? [makeLink(hit.url, `${number} wordings`, 'is-said'), ' in '] : ['In ']
  return { main, facts, lines: [make('p', 'meta soft', ...wordings, ...outlets)] }
}

/** The colours of what came about and what is announced; what came to nothing has none. */
const tones: Record<string, string> = { expected: 'is-expected', happened: 'is-happened', held: 'is-happened' }

function showEvent(hit: Hit, stretch: Stretch | undefined, mark: Mark): Shown {
  const { when } = hit
  const tone = when ? (tones[when.label] ?? 'is-undone') : ''
  const facts = [when ? `${when.label} ${when.words}` : 'no date given', hit.context, hit.outlets.join(', ')].filter(
    Boolean,
  )
  const lines: HTMLElement[] = []
  if (stretch && hit.isInWords && stretch.text !== hit.title) {
    const copy = hit.copies.find((copy) => copy.stretch === hit.best)
    const text = withoutMarks(stretch.text, hit.terms)
    lines.push(make('p', 'hit-text', ...(copy ? [makeLink(copy.url, copy.by, 'meta'), ': '] : []), ...mark(text)))
  }
  return {
    main: makeLink(hit.url, mark(hit.title), 'hit-title'),
    facts: facts.map((fact, index) => make('span', index === 0 ? tone : '', ...mark(fact))),
    lines,
  }
}

function showArticle(hit: Hit, stretch: Stretch | undefined, mark: Mark, { language }: ShowOptions): Shown {
  const { when } = hit
  const passage = stretch && hit.isInWords ? toPassage(stretch.text, language, (text) => mark(text).length) : ''
  const place = hit.copies.find((copy) => copy.stretch === hit.best)?.url ?? `${hit.url}#${blockAnchor(hit.best)}`
  return {
    // The anchor for all browsers, and for those that can the very words.
    main: makeLink(passage ? place + toTextFragment('', passage).slice(1) : hit.url, mark(hit.title), 'hit-title'),
    facts: [hit.outlets.join(', '), when ? `${when.label} ${when.words}` : '']
      .filter(Boolean)
      .map((fact) => make('span', '', ...mark(fact))),
    lines: passage ? [make('p', 'hit-text', ...mark(withoutMarks(passage, hit.terms)))] : [],
  }
}

function showOther(hit: Hit, stretch: Stretch | undefined, mark: Mark): Shown {
  return {
    main: makeLink(hit.url, mark(hit.title), 'hit-title'),
    facts: hit.role ? [make('span', '', ...mark(hit.role))] : [],
    lines: stretch && stretch.text !== hit.title ? [make('p', 'hit-text', ...mark(stretch.text))] : [],
  }
}

/** The words of a text that were asked for, marked; of a phrase only where all of it stands. */
function markWords(text: string, query: Query, language: string): (Node | string)[] {
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
  return [...new Map([...shown, ...copies].toReversed().map((copy) => [copy.by, copy])).values()].toReversed()
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

function joined(nodes: Node[], between = ', '): (Node | string)[] {
  return nodes.flatMap((node, index) => (index > 0 ? [between, node] : [node]))
}
