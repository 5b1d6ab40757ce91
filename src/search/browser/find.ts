/** Looks a query up: each of its parts is one search of Pagefind's, and what all of them agree on is found. */
import type { Thing } from '../content.ts'
import { type NamesFile, namesFile, type OrderFile, orderFile } from '../lists.ts'
import type { NameFilter, Query, Sort } from '../query.ts'
import { toWords } from '../words.ts'
import { has, load } from './hits.ts'
import type { FilterChoice, FoundRecord, Index, SearchOptions } from './pagefind.ts'

/** What a query asks of the index. */
export interface Plan {
  /** Words together and each phrase, in Pagefind's language; of these a result has all. */
  parts: (string | null)[]
  /** And of these none. */
  without: string[]
  options: SearchOptions
  /** Names that nobody and nothing on record bears. */
  nobody: NameFilter[]
}

/** Reads a query into a plan; a query that names somebody needs the list of names first. */
export async function toPlan(index: Index, query: Query): Promise<Plan> {
  const { words, phrases, names, kinds } = query
  const filters: Record<string, FilterChoice> = {}
  const nobody: NameFilter[] = []
  if (kinds.length > 0) filters['kind'] = { any: kinds }
  if (names.length > 0) {
    const file = await index.read<NamesFile>(namesFile)
    for (const filter of names) {
      const values = findValues(file, filter)
      if (values.length === 0) nobody.push(filter)
      const choice = filters[filter.by] ?? {}
      const side = filter.isNot ? 'none' : 'any'
      filters[filter.by] = { ...choice, [side]: [...(choice[side] ?? []), ...values] }
    }
  }
  const parts = [...(words.length > 0 ? [words.join(' ')] : []), ...phrases.map(toPhrase)]
  return {
    parts: parts.length > 0 ? parts : [null],
    without: query.without.map((one) => (one.length > 1 ? toPhrase(one) : (one[0] ?? ''))),
    options: { filters },
    nobody,
  }
}

/** Records that have all that a plan asks for, whatever kind of thing they are, in order. */
export async function find(index: Index, plan: Plan, query: Query, language: string): Promise<FoundRecord[]> {
  if (plan.nobody.some(({ isNot }) => !isNot)) return []
  const { from, to, sort } = query
  const [lists, banned, days] = await Promise.all([
    Promise.all(plan.parts.map((part) => index.search(part, plan.options))),
    Promise.all(plan.without.map((part, at) => findBanned(index, part, query.without[at] ?? [], query, language))),
    from === null && to === null && sort === 'best' ? null : readDays(index),
  ])
  const [first, ...rest] = lists
  if (!first) return []
  const others = rest.map(({ results }) => new Set(results.map(({ id }) => id)))
  const out = new Set(banned.flat())
  const found = first.results.filter(
    ({ id }) =>
      !out.has(id) &&
      others.every((other) => other.has(id)) &&
      (!days || (from === null && to === null) || isBetween(days.get(id), from, to)),
  )
  return days && sort !== 'best' ? sortByDay(days, found, sort) : found
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

/** Whether a word is anywhere: Pagefind takes one that is nowhere for its longest beginning that is somewhere. */
export async function isOnRecord(
  [best]: readonly FoundRecord[],
  word: string,
  query: Query,
  language: string,
): Promise<boolean> {
  const [hit] = await load(best ? [best] : [], query, language)
  return hit !== undefined && has(hit.words, word, language)
}

async function findBanned(
  index: Index,
  part: string,
  [word, ...more]: string[],
  query: Query,
  language: string,
): Promise<string[]> {
  const { results } = await index.search(part)
  if (word && more.length === 0 && !(await isOnRecord(results, word, query, language))) return []
  // What is only filed under such a topic does not have the word.
  const isOwn = ({ words, matchedMetaFields = [] }: FoundRecord): boolean =>
    words.length > 0 || matchedMetaFields.some((field) => field !== 'topics')
  return results.filter(isOwn).map(({ id }) => id)
}

/** The filter's values whose names have all words of the one that was typed. */
function findValues({ names }: NamesFile, { by, name }: NameFilter): string[] {
  const asked = toWords(name)
  const isMeant = (one: string): boolean => {
    const words = toWords(one)
    return asked.length > 0 && asked.every((word) => words.some((other) => other.startsWith(word)))
  }
  const exact = names[by].filter(({ value }) => value.startsWith(`${name} `))
  return (exact.length > 0 ? exact : names[by].filter((entry) => entry.names.some(isMeant))).map(({ value }) => value)
}

const toPhrase = (words: readonly string[]): string => `"${words.join(' ')}"`
