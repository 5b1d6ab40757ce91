/** Looks a query up: each of its parts is one search of Pagefind's, and what all of them agree on is found. */
import { namedThings, nothing, type Thing } from '../content.ts'
import { type DatesFile, datesFile, type NamesFile, namesFile, type OrderFile, orderFile } from '../lists.ts'
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
  const { words, phrases, names, things, kinds, from, to } = query
  const filters: Record<string, FilterChoice> = {}
  const nobody: NameFilter[] = []
  if (things.length > 0) filters['thing'] = chooseThings(things)
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
  if (from !== null || to !== null) {
    filters['when'] = { any: findDates(await index.read<DatesFile>(datesFile), from, to) }
  }
  const parts = [...(words.length > 0 ? [words.join(' ')] : []), ...phrases.map(toPhrase)]
  return {
    parts: parts.length > 0 ? parts : [null],
    without: query.without.map((one) => (one.length > 1 ? toPhrase(one) : (one[0] ?? ''))),
    options: { filters },
    nobody,
  }
}

/** Records that have all that a plan asks for, in order. */
export async function find(index: Index, plan: Plan, query: Query, language: string): Promise<FoundRecord[]> {
  if (plan.nobody.some(({ isNot }) => !isNot)) return []
  const [lists, banned] = await Promise.all([
    Promise.all(plan.parts.map((part) => index.search(part, plan.options))),
    Promise.all(plan.without.map((part, at) => findBanned(index, part, query.without[at] ?? [], query, language))),
  ])
  const [first, ...rest] = lists
  if (!first) return []
  const others = rest.map(({ results }) => new Set(results.map(({ id }) => id)))
  const out = new Set(banned.flat())
  const found = first.results.filter(({ id }) => !out.has(id) && others.every((other) => other.has(id)))
  return query.sort === 'best' ? found : sortByDay(await index.read<OrderFile>(orderFile), found, query.sort)
}

/** What has no date comes last either way; of equals the better answer first. */
function sortByDay(order: OrderFile, found: FoundRecord[], sort: Exclude<Sort, 'best'>): FoundRecord[] {
  const dayOf = new Map(
    order.flatMap(({ first, last, ids }) => ids.map((id) => [id, sort === 'newest' ? last : first])),
  )
  return found
    .map((record) => ({ record, day: dayOf.get(record.id) || (sort === 'newest' ? '0000' : '9999') }))
    .sort(({ day: a }, { day: b }) => (a === b ? 0 : a < b === (sort === 'oldest') ? -1 : 1))
    .map(({ record }) => record)
}

/** Whether a word is anywhere: Pagefind takes one that is nowhere for its longest beginning that is somewhere. */
export async function isOnRecord(index: Index, word: string, query: Query, language: string): Promise<boolean> {
  const { results } = await index.search(word)
  const [loaded] = await load(results.slice(0, 1), query, language)
  return loaded !== undefined && has(loaded.words, word, language)
}

async function findBanned(
  index: Index,
  part: string,
  words: string[],
  query: Query,
  language: string,
): Promise<string[]> {
  const [word] = words
  if (words.length === 1 && word && !(await isOnRecord(index, word, query, language))) return []
  const { results } = await index.search(part)
  // What is only filed under such a topic does not have the word.
  const isOwn = ({ words, matchedMetaFields = [] }: FoundRecord): boolean =>
    words.length > 0 || matchedMetaFields.some((field) => field !== 'topics')
  return results.filter(isOwn).map(({ id }) => id)
}

/** Quotes have no value of their own: to choose them is to leave out the others. */
function chooseThings(chosen: readonly Thing[]): FilterChoice {
  if (!chosen.includes('quote')) return { any: [...chosen] }
  return { none: [...namedThings.filter((thing) => !chosen.includes(thing)), nothing] }
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

/** The dates that may lie between two days. */
function findDates(dates: DatesFile, from: string | null, to: string | null): string[] {
  return dates
    .filter(({ first, last }) => (to === null || first <= to) && (from === null || last === '' || last >= from))
    .map(({ value }) => value)
}

const toPhrase = (words: readonly string[]): string => `"${words.join(' ')}"`
