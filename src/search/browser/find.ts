/** Looks a query up: what all of its terms agree on is found, of each term any of its choices. */

import { sum } from '../../lists.ts'
import type { Thing } from '../content.ts'
import { type Choice, type NameFilter, type Query, small } from '../query.ts'
import { isInflected, toIndexed } from '../words.ts'
import { findOn, sortByDay } from './days.ts'
import { toFilters } from './filters.ts'
import type { FoundRecord, Index, Part, SearchOptions } from './pagefind.ts'

/** Most words that one name has which stands for another. */
const longest = 4

/** Words of the same meaning beside those that were typed. */
export function widen({ start: { equals } }: Index, query: Query): Query {
  const toWord = ([one, other]: readonly Choice[]): string | null =>
    one?.words.length === 1 && !other && !one.isExact && !one.span ? (one.words[0] ?? null) : null
  // `3000km` is a number and its unit.
  const split = query.terms.flatMap((term) => {
    const [, number, unit = ''] = /^([\d.]+)(\p{L}+)$/u.exec(toWord(term) ?? '') ?? []
    return number && equals[unit] ? [number, unit].map((word) => [{ words: [word], text: word }]) : [term]
  })
  const terms: Choice[][] = []
  while (split.length > 0) {
    const words = split.slice(0, longest).map(toWord)
    if (words.includes(null)) words.length = words.indexOf(null)
    while (words.length > 1 && !equals[words.join(' ')]) words.pop()
    const typed = words.join(' ')
    const own = split.splice(0, Math.max(1, words.length))
    const text = own.map(([one]) => one?.text).join(' ')
    const all = equals[typed]?.map((other) => other.split(' ')) ?? []
    // `US`, which in small letters is another word.
    const isOther = small.has(typed)
    terms.push(
      all.length === 0
        ? (own[0] ?? [])
        : [...(isOther ? [] : [typed.split(' ')]), ...all].map((words) => ({
            words,
            text,
            isWhole: words.join().length <= shortest,
          })),
    )
  }
  return { ...query, terms }
}

/** The same, without the choices that are nowhere on record; a term that has no other is left empty. */
export async function keepPresent({ parts }: Index, query: Query): Promise<Query> {
  return keep(query, async (choice) => {
    const there = await Promise.all(parts.map((part) => toPresent(part, choice)))
    return there.some(({ length }) => length > 0) ? [choice] : []
  })
}

async function keep(query: Query, toKept: (choice: Choice) => Promise<Choice[]>): Promise<Query> {
  const keepSome = async (choices: Choice[]): Promise<Choice[]> => (await Promise.all(choices.map(toKept))).flat()
  return { ...query, terms: await Promise.all(query.terms.map(keepSome)), without: await keepSome(query.without) }
}

/** Languages that put endings to words, and of which Pagefind knows none. */
const ending = new Set('be bg bs cs et hr is ka lv mk pl sk sl sq uk'.split(' '))

/** Whether a word in a part of the index has endings that its stemmer, if it has one, does not know. */
const isInflecting = (word: string, language: string): boolean =>
  ending.has(language) || (/^\p{sc=Cyrl}/u.test(word) && language !== 'ru' && language !== 'sr')

/** What of a choice is in a part of the index: itself, and of a word with endings its forms. */
async function toPresent(part: Part, choice: Choice): Promise<Choice[]> {
  const { isExact, isWhole, span, words } = choice
  const [word = '', ...more] = words
  const isOne = more.length === 0 && !span
  if (isOne && isWhole) return word in (await part.wordsLike(word)) ? [choice] : []
  const isThere = span !== undefined || (await Promise.all(words.map(part.isOnRecord))).every(Boolean)
  const others = isOne && !isExact && isInflecting(word, part.language) ? Object.keys(await part.wordsLike(word)) : []
  const forms = others.filter((other) => !other.startsWith(word) && isInflected(word, other))
  return [...(isThere ? [choice] : []), ...forms.map((form) => ({ ...choice, words: [form], isWhole: true }))]
}

/** Records that have all that a query asks for, whatever kind of thing they are, in order; names that nobody bears. */
export async function find(index: Index, query: Query): Promise<{ records: FoundRecord[]; nobody: NameFilter[] }> {
  const { filters, nobody } = toFilters(index, query)
  if (nobody.some(({ isNot }) => !isNot) || query.terms.some(({ length }) => length === 0))
    return { records: [], nobody }
  const lists = await Promise.all(index.parts.map((part) => findIn(index, part, query, { filters })))
  const records = lists.length === 1 ? (lists[0] ?? []) : byScore(lists.flat())
  const isOfDays = query.from !== null || query.to !== null || query.sort !== 'best'
  return { records: isOfDays ? await sortByDay(index, query, records) : records, nobody }
}

const byScore = (records: FoundRecord[]): FoundRecord[] => records.sort((a, b) => b.score - a.score)

/** The same in one part of the index, which takes a word that it does not have for its longest beginning. */
async function findIn(index: Index, part: Part, query: Query, options: SearchOptions): Promise<FoundRecord[]> {
  const { terms, without } = await keep(query, (choice) => toPresent(part, choice))
  if (terms.some(({ length }) => length === 0)) return []
  const [plain, others] = await toParts(part, terms)
  const [first, ...rest] = await Promise.all([
    plain !== '' || others.length === 0 ? findAll(index, part, plain || null, options) : null,
    ...others.map((choices) => findAny(index, part, choices, options)),
  ])
  const lists = [first, ...rest].filter((list) => list !== null && list !== undefined)
  // What a topic is looked for by, its quotes need not have: only its name counts against them.
  const isOwn = ({ matchedMetaFields = [], words }: FoundRecord): boolean =>
    words.length > 0 || matchedMetaFields.length === 0 || matchedMetaFields.some((field) => field !== 'topics')
  const out = new Set((await findAny(index, part, without)).filter(isOwn).map(({ id }) => id))
  return join(lists).filter(({ id }) => !out.has(id))
}

/** Words that Pagefind looks for together, and the terms that are looked for one by one. */
async function toParts(part: Part, terms: Query['terms']): Promise<[plain: string, others: Choice[][]]> {
  const plain: string[] = []
  const others: Choice[][] = []
  for (const term of terms) {
    const [one, ...more] = term
    const asked = one && more.length === 0 && !one.span ? await toAsked(part, one) : '"'
    if (asked.startsWith('"')) others.push(term)
    else plain.push(asked)
  }
  return [plain.join(' '), others]
}

/** Of a short word that is on record the beginning of another is none: `UK` is not Ukraine. In Korean most words are short. */
const shortest = 3

async function toAsked(part: Part, { isWhole, words }: Choice): Promise<string> {
  const [word = ''] = words
  const isShort = word.length <= shortest && !/^\p{sc=Hang}/u.test(word)
  const isOwn = isWhole || (isShort && word in (await part.wordsLike(word)))
  const asked = words.map(toIndexed).join(' ')
  return words.length > 1 || isOwn ? `"${asked}"` : asked
}

async function findAll(index: Index, part: Part, asked: string | null, options: SearchOptions): Promise<FoundRecord[]> {
  const { results } = await part.search(asked, options)
  const parts = index.parts.filter(({ language }) => language === part.language)
  if (parts.length > 1 && asked && !asked.startsWith('"')) {
    const words = asked.split(' ')
    const weight = (await toRarity(parts, words)) / (await toRarity([part], words))
    for (const record of results) record.score *= weight
  }
  return results
}

/**
 * How rare words are in parts of the index. Pagefind multiplies by it what it makes of a record, for each index by itself (the
 * inverse document frequency of BM25, `pagefind_web/src/search.rs`); what was found in two is in one order once it is the same.
 */
async function toRarity(parts: readonly Part[], words: readonly string[]): Promise<number> {
  const all = sum(parts.map(({ records }) => records))
  const rarities = words.map(async (word) => {
    const lists = await Promise.all(parts.map(({ wordsLike }) => wordsLike(word)))
    const counts = lists.flatMap((list) =>
      Object.entries(list).map(([own, number]) => (own.startsWith(word) ? number : 0)),
    )
    return Math.log((all + 1) / (Math.min(all, sum(counts)) + 0.5))
  })
  return sum(await Promise.all(rarities))
}

/** Records with any of these, each with its best score. */
async function findAny(
  index: Index,
  part: Part,
  choices: readonly Choice[],
  options: SearchOptions = {},
): Promise<FoundRecord[]> {
  const lists = await Promise.all(
    choices.map(async (choice) => [
      ...(choice.words.length > 0 ? await findAll(index, part, await toAsked(part, choice), options) : []),
      ...(choice.span ? await findOn(index, part, choice.span, options) : []),
    ]),
  )
  const best = new Map<string, FoundRecord>()
  for (const record of lists.flat()) if ((best.get(record.id)?.score ?? -1) < record.score) best.set(record.id, record)
  return byScore([...best.values()])
}

/** How many records have a word. */
export async function countWith(index: Index, word: string): Promise<number> {
  const counts = index.parts.map(async (part) => {
    const present = await toPresent(part, { words: [word], text: word })
    return (await findAny(index, part, present)).length
  })
  return sum(await Promise.all(counts))
}

function join([first = [], ...rest]: FoundRecord[][]): FoundRecord[] {
  if (rest.length === 0) return first
  const others = rest.map((list) => new Map(list.map((record) => [record.id, record])))
  const joined = first.flatMap((record) => {
    const all = [record, ...others.flatMap((other) => other.get(record.id) ?? [])]
    if (all.length <= rest.length) return []
    const score = sum(all.map((one) => one.score))
    return { ...record, score, matchedMetaFields: all.flatMap(({ matchedMetaFields }) => matchedMetaFields ?? []) }
  })
  return byScore(joined)
}

/** Whether a record is one of the things that a query asks for. */
export function isChosen(index: Index, { things }: Query, { id }: FoundRecord): boolean {
  return things.length === 0 || things.includes(index.thingOf(id) as Thing)
}
