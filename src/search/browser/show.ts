/** Puts an answer into words, as trees. Everything that comes from the index is text. */
import { blockAnchor, toTextFragment } from '../../urls.ts'
import { toNumber } from '../../words/message.ts'
import { say, sayWith, spokenLanguage } from '../../words/say.ts'
import type { Stretch, Thing } from '../content.ts'
import type { Query } from '../query.ts'
import { isForm, shownWord, toReadings, toWords } from '../words.ts'
import type { Answer, Group } from './ask.ts'
import type { Hit } from './hits.ts'
import { isCalled } from './named.ts'
import { toPassage, withoutMarks } from './passage.ts'
import { link, type Tree, tree } from './tree.ts'

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

/** `5 statements, 1 event` */
export function describeCounts({ groups }: Answer): string {
  return groups.map(({ thing, count }) => toCount(count, thing)).join(comma)
}

/**
 * Names by which more than one of the results were found: what is typed stands in none of their words. A speaker who was
 * found by one comes first, with what that speaker said below.
 */
export function findNames({ hits, thing }: Group): string[] {
  const names = hits.flatMap((hit) => hit.names)
  return [...new Set(names.filter((name, index) => thing === 'speaker' || names.indexOf(name) < index))]
}

/** Those names, in words. */
export function showNames(names: readonly string[]): Tree[] {
  return names.length > 0 ? [tree('p', 'meta soft', say('search.otherName', { names: names.join(comma) }))] : []
}

/** A group of an answer, as a section of links. */
export function showGroup(group: Group, query: Query, options: ShowOptions): Tree {
  const id = `found-${group.thing}`
  const title = { ...tree(`h${options.heading}`, `label is-${group.thing}`, toName(group)), id }
  const list = tree('ol', 'found-list', ...group.hits.map((hit) => showHit(hit, query, options)))
  return { ...tree('section', 'found-group', title, list, ...showRest(group, query, options)), by: id }
}

function showRest({ count, hits, thing }: Group, query: Query, { more, toPage }: ShowOptions): Tree[] {
  const rest = count - hits.length
  if (rest <= 0) return []
  if (more === null)
    return [link(`${toPage(query.text)}#found-${thing}`, say('search.all', { count: toCount(count, thing) }), 'more')]
  return [
    {
      ...tree('button', 'more', say('search.more', { next: Math.min(more, rest), count: toCount(count, thing) })),
      more: thing,
    },
  ]
}

function showHit(hit: Hit, query: Query, options: ShowOptions): Tree {
  const mark = (text: string): (Tree | string)[] => markWords(text, query)
  const own = { quote: showQuote, event: showEvent, article: showArticle } as const
  const show = own[hit.thing as keyof typeof own] ?? showOther
  // What was called by its title leads to its top.
  const stretch = hit.thing === 'article' && isCalled(hit, query) ? undefined : hit.stretches[hit.best]
  const { main, facts, lines } = show(hit, stretch, mark, options)
  const names = hit.names.filter((name) => !options.names?.includes(name))
  if (names.length > 0) lines.push(tree('p', 'meta soft', say('search.alsoAs', { names: names.join(comma) })))
  if (hit.topics.length > 0 && hit.thing !== 'topic')
    lines.push(tree('p', 'meta soft', say('search.filedUnder', { topics: hit.topics.join(comma) })))
  if (facts.length > 0) lines.unshift(tree('p', 'meta hit-facts', ...joined(facts, ' ')))
  return tree('li', `hit hit-${hit.thing}`, main, ...lines)
}

/** A hit taken apart: its link, what is about it, and what follows. */
interface Shown {
  main: Tree
  facts: Tree[]
  lines: Tree[]
}

type Mark = (text: string) => (Tree | string)[]

function showQuote(hit: Hit, stretch: Stretch | undefined, mark: Mark): Shown {
  const { text, kind } = stretch ?? { text: '', kind: 'indirect' }
  const by = hit.copies.find((copy) => copy.stretch === hit.best)?.by ?? ''
  const shown =
    kind === 'direct'
      ? [tree('span', 'hit-mark', text.charAt(0)), ...mark(text.slice(1, -1)), tree('span', 'hit-mark', text.slice(-1))]
      : [
          { ...tree('span', 'hit-intro', say('speech.intro', { outlet: by })), lang: hit.language && spokenLanguage() },
          ...mark(text),
        ]
  const number = hit.stretches.length - Number(hit.original !== '')
  const isOriginal = hit.best === number
  const main = {
    ...link(isOriginal ? `${hit.url}#original` : hit.url, shown, `hit-words is-${kind}`),
    lang: isOriginal ? hit.original : hit.language,
  }
  const facts = [
    tree('b', '', ...mark(hit.title)),
    ...(hit.role ? [tree('span', '', ...mark(hit.role))] : []),
    tree('span', '', ...whenOf(hit), ...(hit.context ? [comma, ...mark(hit.context)] : [])),
  ]
  const outlets = joined(firstOfEach(hit).map(({ url, by }) => link(url, by)))
  const named = tree('span', '', ...outlets)
  const line =
    number > 1
      ? sayWith<Tree>('search.wordings', {
          n: number,
          outlets: named,
          link: (words) => link(hit.url, words as (Tree | string)[], 'is-said'),
        })
      : sayWith<Tree>('search.inOutlets', { outlets: named })
  return { main, facts, lines: [tree('p', 'meta soft', isOriginal ? `${say('search.original')} ` : '', ...line)] }
}

/** When it was, which leads to what else is on record for that day. */
const whenOf = ({ day, when }: Hit, mark: Mark = (text) => [text]): (Tree | string)[] =>
  day === null ? mark(when) : [link(day, mark(when), 'day')]

/** The colours of what came about and what is announced; what came to nothing has none. */
const tones: readonly [status: string, tone: string][] = [
  [say('status.expected'), 'is-expected'],
  [say('status.happened'), 'is-happened'],
  [say('status.held'), 'is-happened'],
  [say('date.none'), ''],
]

function showEvent(hit: Hit, stretch: Stretch | undefined, mark: Mark): Shown {
  const tone = tones.find(([status]) => hit.when.startsWith(status))?.[1] ?? 'is-undone'
  const facts = [hit.context, hit.outlets.join(comma)].filter(Boolean)
  const lines: Tree[] = []
  if (stretch && hit.isInWords && stretch.text !== hit.title) {
    const copy = hit.copies.find((copy) => copy.stretch === hit.best)
    const text = withoutMarks(stretch.text, hit.terms)
    lines.push(tree('p', 'hit-text', ...(copy ? [link(copy.url, copy.by, 'meta'), ': '] : []), ...mark(text)))
  }
  return {
    main: link(hit.url, mark(hit.title), 'hit-title'),
    facts: [tree('span', tone, ...whenOf(hit, mark)), ...facts.map((fact) => tree('span', '', ...mark(fact)))],
    lines,
  }
}

function showArticle(hit: Hit, stretch: Stretch | undefined, mark: Mark, { language }: ShowOptions): Shown {
  const passage = stretch && hit.isInWords ? toPassage(stretch.text, language, (text) => mark(text).length) : ''
  const place = hit.copies.find((copy) => copy.stretch === hit.best)?.url ?? `${hit.url}#${blockAnchor(hit.best)}`
  return {
    // The anchor for all browsers, and for those that can the very words.
    main: {
      ...link(passage ? place + toTextFragment('', passage).slice(1) : hit.url, mark(hit.title), 'hit-title'),
      lang: hit.language,
    },
    facts: [tree('span', '', ...mark(hit.outlets.join(comma))), tree('span', '', ...whenOf(hit, mark))],
    lines: passage ? [{ ...tree('p', 'hit-text', ...mark(withoutMarks(passage, hit.terms))), lang: hit.language }] : [],
  }
}

function showOther(hit: Hit, stretch: Stretch | undefined, mark: Mark): Shown {
  return {
    main: link(hit.url, mark(hit.title), 'hit-title'),
    facts: hit.role ? [tree('span', '', ...mark(hit.role))] : [],
    lines: stretch && stretch.text !== hit.title ? [tree('p', 'hit-text', ...mark(stretch.text))] : [],
  }
}

/** The words of a text that were asked for, marked; of a phrase only where all of it stands. */
function markWords(text: string, query: Query): (Tree | string)[] {
  const words = Array.from(text.matchAll(shownWord), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
    all: toReadings(toWords(match[0]).join(''), match[0]),
  }))
  const asked = words.map(() => false)
  for (const { isWhole, words: phrase } of query.terms.flat()) {
    for (let at = 0; phrase.length > 0 && at + phrase.length <= words.length; at++) {
      const isOne = isWhole && phrase.length === 1
      const isHere = (one: string, index: number): boolean =>
        words[at + index]?.all.some((word) => (isOne ? one === word : isForm(one, word))) ?? false
      if (phrase.every(isHere)) asked.fill(true, at, at + phrase.length)
    }
  }
  const nodes: (Tree | string)[] = []
  let written = 0
  words.forEach(({ start, end }, index) => {
    if (!asked[index]) return
    if (start > written) nodes.push(text.slice(written, start))
    nodes.push(tree('mark', '', text.slice(start, end)))
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

function toName({ thing, count }: Group): string {
  return `${thingNames[thing](count)} · ${toNumber(count, spokenLanguage())}`
}

function toCount(count: number, thing: Thing): string {
  return counts[thing](count)
}

/** What stands between the parts of a list. */
const comma = say('comma', { before: '', after: '' })

/** What each kind of thing is called, as the pages call it. */
export const thingNames: { readonly [thing in Thing]: (n: number) => string } = {
  quote: (n) => say('search.thing.quote', { n }),
  event: (n) => say('search.thing.event', { n }),
  article: (n) => say('search.thing.article', { n }),
  speaker: (n) => say('search.thing.speaker', { n }),
  topic: (n) => say('search.thing.topic', { n }),
  outlet: (n) => say('search.thing.outlet', { n }),
  place: (n) => say('search.thing.place', { n }),
  day: (n) => say('search.thing.day', { n }),
}

const counts: { readonly [thing in Thing]: (n: number) => string } = {
  quote: (n) => say('count.statements', { n }),
  event: (n) => say('count.events', { n }),
  article: (n) => say('count.articles', { n }),
  speaker: (n) => say('count.speakers', { n }),
  topic: (n) => say('count.topics', { n }),
  outlet: (n) => say('count.outlets', { n }),
  place: (n) => say('count.places', { n }),
  day: (n) => say('count.days', { n }),
}

/** Trees with something between them. */
export function joined(nodes: readonly Tree[], between = comma): (Tree | string)[] {
  return nodes.flatMap((node, index) => (index > 0 ? [between, node] : [node]))
}
