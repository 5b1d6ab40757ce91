/** Looks a query up: what all of its terms agree on is found, of each term any of its choices. */

import type { Thing } from '../content.ts'
import { inYear, type Span } from '../dates.ts'
import { type OrderFile, orderFile } from '../lists.ts'
import type { Choice, NameFilter, Query, Sort } from '../query.ts'
import { toWords } from '../words.ts'
import type { FilterChoice, FoundRecord, Index, SearchOptions } from './pagefind.ts'

/** Words of the same meaning beside those that were typed. */
export function widen(index: Index, query: Query): Query {
  const lists = index.names.equals.map((list) => list.map(toWords))
  const listOf = new Map(lists.flatMap((list) => list.map((words) => [words.join(' '), list] as const)))
  const longest = Math.max(1, ...lists.flat().map(({ length }) => length))
  const isLoose = (term: Choice[] | undefined): boolean =>
    term?.length === 1 && term[0]?.words.length === 1 && !term[0].isExact && !term[0].span
  // `3000km` is a number and its unit.
  const split = query.terms.flatMap((term) => {
    const [, number, unit = ''] = /^(\d+)(\p{L}+)$/u.exec((isLoose(term) && term[0]?.words[0]) || '') ?? []
    return number && listOf.has(unit) ? [number, unit].map((word) => [{ words: [word], text: word }]) : [term]
  })
  const terms: Choice[][] = []
  for (let at = 0; at < split.length; ) {
    let end = Math.min(at + longest, split.length)
    const toKey = (): string =>
      split
        .slice(at, end)
        .map(([one]) => one?.words[0] ?? '')
        .join(' ')
    while (end > at + 1 && !(split.slice(at, end).every(isLoose) && listOf.has(toKey()))) end--
    const own = split.slice(at, end)
    const list = own.every(isLoose) ? listOf.get(toKey()) : undefined
    if (!list) terms.push(own[0] ?? [])
    else {
      const text = own.map(([one]) => one?.text ?? '').join(' ')
      const typed = toKey()
      const others = list.filter((words) => words.join(' ') !== typed && !isCapital(words))
      terms.push(
        [typed.split(' '), ...others]
          .filter((words) => !isCapital(words))
          .map((words) => ({ words, text, isWhole: (words[0]?.length ?? 0) <= shortest })),
      )
    }
    at = end
  }
  return { ...query, terms }
}

/** What in small letters is another word. */
const isCapital = ([word, ...more]: string[]): boolean => word === 'us' && more.length === 0

/** The same, without the choices that are nowhere on record; a term that has no other is left empty. */
export async function keepPresent(index: Index, query: Query): Promise<Query> {
  const isThere = async ({ isWhole, span, words }: Choice): Promise<boolean> => {
    const [word = '', ...more] = words
    if (isWhole && more.length === 0 && !span) return word in (await index.wordsLike(word))
    return span !== undefined || (await Promise.all(words.map(index.isOnRecord))).every(Boolean)
  }
  const keep = async (choices: Choice[]): Promise<Choice[]> => {
    const there = await Promise.all(choices.map(isThere))
    return choices.filter((_, at) => there[at])
  }
  return { ...query, terms: await Promise.all(query.terms.map(keep)), without: await keep(query.without) }
}

/** Records that have all that a query asks for, whatever kind of thing they are, in order; names that nobody bears. */
export async function find(index: Index, query: Query): Promise<{ records: FoundRecord[]; nobody: NameFilter[] }> {
  const { filters, nobody } = toFilters(index, query)
  if (nobody.some(({ isNot }) => !isNot) || query.terms.some(({ length }) => length === 0))
    return { records: [], nobody }
  const options = { filters }
  const [plain, others] = await toParts(index, query)
  const [first, ...rest] = await Promise.all([
    plain !== '' || others.length === 0 ? findAll(index, plain || null, options) : null,
    ...others.map((choices) => findAny(index, choices, options)),
  ])
  const lists = [first, ...rest].filter((list) => list !== null && list !== undefined)
  // What a topic is looked for by, its quotes need not have: only its name counts against them.
  const isOwn = ({ matchedMetaFields = [], words }: FoundRecord): boolean =>
    words.length > 0 || matchedMetaFields.length === 0 || matchedMetaFields.some((field) => field !== 'topics')
  const out = new Set((await findAny(index, query.without)).filter(isOwn).map(({ id }) => id))
  const days = query.from === null && query.to === null && query.sort === 'best' ? null : await readDays(index)
  const { from, to } = await resolve(index, { from: query.from, to: query.to })
  const records = join(lists).filter(
    ({ id }) => !out.has(id) && (!days || (from === null && to === null) || isBetween(days.get(id), from, to)),
  )
  return { records: days && query.sort !== 'best' ? sortByDay(days, records, query.sort) : records, nobody }
}

/** Words that Pagefind looks for together, and the terms that are looked for one by one. */
async function toParts(index: Index, { terms }: Query): Promise<[plain: string, others: Choice[][]]> {
  const plain: string[] = []
  const others: Choice[][] = []
  for (const term of terms) {
    const [one, ...more] = term
    const part = one && more.length === 0 && !one.span ? await toPart(index, one) : '"'
    if (part.startsWith('"')) others.push(term)
    else plain.push(part)
  }
  return [plain.join(' '), others]
}

/** Of a short word that is on record the beginning of another is none: `UK` is not Ukraine. */
const shortest = 3

async function toPart(index: Index, { isWhole, words }: Choice): Promise<string> {
  const [word = ''] = words
  const isOwn = isWhole || (word.length <= shortest && word in (await index.wordsLike(word)))
  return words.length > 1 || isOwn ? `"${words.join(' ')}"` : word
}

async function findAll(index: Index, part: string | null, options: SearchOptions): Promise<FoundRecord[]> {
  return (await index.search(part, options)).results
}

/** Records with any of these, each with its best score. */
export async function findAny(
  index: Index,
  choices: readonly Choice[],
  options: SearchOptions = {},
): Promise<FoundRecord[]> {
  const lists = await Promise.all(
    choices.map(async (choice) => [
      ...(choice.words.length > 0 ? await findAll(index, await toPart(index, choice), options) : []),
      ...(choice.span ? await findOn(index, choice.span, options) : []),
    ]),
  )
  const best = new Map<string, FoundRecord>()
  for (const record of lists.flat()) if ((best.get(record.id)?.score ?? -1) < record.score) best.set(record.id, record)
  return [...best.values()].sort((a, b) => b.score - a.score)
}

/** Records of some days, those that are of the fewest others first. */
async function findOn(index: Index, typed: Span, options: SearchOptions): Promise<FoundRecord[]> {
  const span = await resolve(index, typed)
  const days = await readDays(index)
  const length = ({ first, last }: Days): number => Date.parse(last || '9999') - Date.parse(first || '1000')
  return (await findAll(index, null, options)).flatMap((record) => {
    const own = days.get(record.id)
    return own && isBetween(own, span.from, span.to) ? { ...record, score: 1 / (2 + length(own) / 864e5) } : []
  })
}

/** What is in all of the lists, with the sum of its scores. */
function join([first = [], ...rest]: FoundRecord[][]): FoundRecord[] {
  if (rest.length === 0) return first
  const others = rest.map((list) => new Map(list.map((record) => [record.id, record])))
  const joined = first.flatMap((record) => {
    const all = [record, ...others.flatMap((other) => other.get(record.id) ?? [])]
    if (all.length <= rest.length) return []
    const score = all.reduce((sum, one) => sum + one.score, 0)
    return { ...record, score, matchedMetaFields: all.flatMap(({ matchedMetaFields }) => matchedMetaFields ?? []) }
  })
  return joined.sort((a, b) => b.score - a.score)
}

/** Whether a record is one of the things that a query asks for. */
export function isChosen(index: Index, { things }: Query, { id }: FoundRecord): boolean {
  return things.length === 0 || things.includes(index.thingOf(id) as Thing)
}

/** First and last day of a record; an open end is empty. */
export interface Days {
  first: string
  last: string
}

/** The days of every record that has a date, by its number. */
export function readDays(index: Index): Promise<Map<string, Days>> {
  return index.read(
    orderFile,
    (order: OrderFile) => new Map(order.flatMap((days) => days.ids.map((id) => [id, days] as const))),
  )
}

/** Days without their year, in the last year that has something on them. */
export async function resolve<Ends extends { from: string | null; to: string | null }>(
  index: Index,
  ends: Ends,
): Promise<Ends> {
  if (!ends.from?.startsWith('-') && !ends.to?.startsWith('-')) return ends
  const days = [...new Set([...(await readDays(index)).values()].flatMap(({ first, last }) => [first, last]))]
  const known = days.filter(Boolean).sort()
  const { from, to } = inYear({ from: ends.from ?? ends.to ?? '', to: ends.to ?? ends.from ?? '' }, known)
  return { ...ends, from: ends.from && from, to: ends.to && to }
}

/** Whether something may have been between two days. */
export function isBetween(days: Days | undefined, from: string | null, to: string | null): boolean {
  if (!days) return false
  return (to === null || days.first <= to) && (from === null || days.last === '' || days.last >= from)
}

/** What has no date comes last either way; of equals the better answer first. */
function sortByDay(days: Map<string, Days>, found: FoundRecord[], sort: Exclude<Sort, 'best'>): FoundRecord[] {
  const [side, none] = sort === 'newest' ? (['last', '0000'] as const) : (['first', '9999'] as const)
  return found
    .map((record) => ({ record, day: days.get(record.id)?.[side] || none }))
    .sort(({ day: a }, { day: b }) => (a === b ? 0 : a < b === (sort === 'oldest') ? -1 : 1))
    .map(({ record }) => record)
}

/** A query's names and kinds as filters, and the names that nobody bears. */
export function toFilters(
  index: Index,
  { kinds, names }: Query,
): { filters: Record<string, FilterChoice>; nobody: NameFilter[] } {
  const filters: Record<string, FilterChoice> = kinds.length > 0 ? { kind: { any: kinds } } : {}
  const nobody: NameFilter[] = []
  for (const filter of names) {
    const values = findValues(index, filter)
    if (values.length === 0) nobody.push(filter)
    const side = filter.isNot ? 'none' : 'any'
    const choice = filters[filter.by] ?? {}
    filters[filter.by] = { ...choice, [side]: [...(choice[side] ?? []), ...values] }
  }
  return { filters, nobody }
}

/** The filter's values whose names have all words of the one that was typed. */
function findValues({ names: { names } }: Index, { by, name }: NameFilter): string[] {
  const asked = toWords(name)
  const isMeant = (one: string): boolean => {
    const words = toWords(one)
    return asked.length > 0 && asked.every((word) => words.some((other) => isNameForm(word, other)))
  }
  const exact = names[by].filter(({ value }) => value.startsWith(`${name} `))
  return (exact.length > 0 ? exact : names[by].filter((entry) => entry.names.some(isMeant))).map(({ value }) => value)
}

/** Other scripts put endings to names, and Ukrainian puts another vowel before them: `Зеленського`, `Києва` of `Київ`. */
export function isNameForm(asked: string, name: string): boolean {
  if (name.startsWith(asked)) return true
  if (!/^\p{Script=Cyrillic}{3,}$/u.test(asked)) return false
  const [a, b] = [asked, name].map((word) => word.replace(/[іїєо]/g, 'е')) as [string, string]
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same >= 3 && same >= b.length - 2 && a.length - same <= 3
}
