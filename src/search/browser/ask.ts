/** Puts a query to the index and gives an answer that keeps to the truth. */
import { namedThings, nothing, type Thing, things } from '../content.ts'
import { type NamesFile, namesFile } from '../lists.ts'
import {
  allWords,
  isEmpty,
  type NamedBy,
  type NameFilter,
  namedBy,
  type Query,
  readQuery,
  replaceWord,
} from '../query.ts'
import { find, isOnRecord, type Plan, toPlan } from './find.ts'
import { type Hit, has, type Loaded, load, toName } from './hits.ts'
import type { FoundRecord, Index } from './pagefind.ts'
import { suggest } from './suggest.ts'

export interface Answer {
  query: Query
  /** Quotes first; only groups that hold something. */
  groups: Group[]
  count: number
  /** Words asked for that no record has, and names that nobody on record bears. */
  absent: string[]
  nobody: NameFilter[]
  /** Where nothing was found: what may help, looked for when somebody stops to read. */
  findHelp(): Promise<Help>
  /** What was searched, in words. */
  scope: string
  /** By what the results can be narrowed, counted when somebody wants to know. */
  countFacets(): Promise<Facet[]>
}

export interface Help {
  /** The query with a word put right, when that finds something. */
  meant: string | null
  /** And the query without the word that stands in its way. */
  instead: string | null
}

export interface Group {
  thing: Thing
  count: number
  hits: Hit[]
  /** Fetches as many more as there are, at most so many. */
  more(number: number): Promise<Hit[]>
}

/** A list to narrow by: an operator, and its values with how many results each has. */
export interface Facet {
  by: 'thing' | 'kind' | NamedBy
  options: { id: string; name: string; count: number; isOn: boolean }[]
}

export interface Asker {
  /** Throws an IndexError when the index could not be read. */
  ask(query: Query, limits: Record<Thing, number>): Promise<Answer>
}

/** Makes an open index answer queries in this language. */
export function toAsker(index: Index, language: string): Asker {
  let reading: Promise<Map<string, Thing | typeof nothing>> | null = null
  return {
    ask: async (query, limits) => {
      reading ??= readThings(index)
      // On a slow connection each wait counts: neither of these needs the other.
      const planning = toPlan(index, query)
      const finding = planning.then((plan) => find(index, plan, query, language))
      const [plan, all, thingOf] = await Promise.all([planning, finding, reading])
      const groups = things.map((thing) => ({
        thing,
        found: all.filter(({ id }) => (thingOf.get(id) ?? 'quote') === thing),
      }))
      const shown = await Promise.all(
        groups.map(({ thing, found }) => load(found.slice(0, limits[thing]), query, language)),
      )
      index.checkArrived()
      const first = shown.flat()
      const count = groups.reduce((sum, { found }) => sum + found.length, 0)
      const absent = first.length > 0 ? findAbsent(query, first, language) : await askForEach(index, query, language)
      const isFound = count > 0 && absent.length === 0
      return {
        query,
        groups: !isFound
          ? []
          : groups.flatMap(({ thing, found }, at) =>
              found.length > 0 ? [toGroup(thing, found, shown[at] ?? [], index, query, language)] : [],
            ),
        count: isFound ? count : 0,
        absent,
        nobody: plan.nobody,
        findHelp: () => findHelp(index, query, absent, language),
        scope: index.scope,
        countFacets: () => countFacets(index, plan, query, isFound ? all : [], thingOf, language),
      }
    },
  }
}

/** What each record is that is no quote, by its number: the quotes are the many, and need not be asked for. */
async function readThings(index: Index): Promise<Map<string, Thing | typeof nothing>> {
  const others = [...namedThings, nothing] as const
  const lists = await Promise.all(
    others.map(async (thing) => ({ thing, found: await index.search(null, { filters: { thing: { any: [thing] } } }) })),
  )
  return new Map(lists.flatMap(({ thing, found }) => found.results.map(({ id }) => [id, thing] as const)))
}

function toGroup(
  thing: Thing,
  found: readonly FoundRecord[],
  loaded: readonly Loaded[],
  index: Index,
  query: Query,
  language: string,
): Group {
  const hits = loaded.map(({ hit }) => hit)
  return {
    thing,
    count: found.length,
    hits,
    more: async (number) => {
      const next = await load(found.slice(hits.length, hits.length + number), query, language)
      index.checkArrived()
      hits.push(...next.map(({ hit }) => hit))
      return next.map(({ hit }) => hit)
    },
  }
}

async function findHelp(index: Index, query: Query, absent: readonly string[], language: string): Promise<Help> {
  const words = allWords(query)
  const counts = await Promise.all(
    words.map(async (word) => ({ word, count: (await index.search(word)).results.length })),
  )
  const rarest = counts.toSorted((a, b) => a.count - b.count).slice(0, 1)
  const inTheWay = absent.length > 0 ? absent : rarest.map(({ word }) => word)
  const rest = inTheWay.reduce((text, word) => replaceWord(text, word), query.text)
  const [meant, instead] = await Promise.all([
    putRight(index, query.text, absent, language),
    words.length > 1 ? tryInstead(index, rest, language) : null,
  ])
  index.checkArrived()
  return { meant, instead }
}

async function putRight(
  index: Index,
  text: string,
  absent: readonly string[],
  language: string,
): Promise<string | null> {
  const others = await Promise.all(absent.map((word) => suggest(index, word)))
  if (absent.length === 0 || others.includes(null)) return null
  return tryInstead(
    index,
    absent.reduce((put, word, at) => replaceWord(put, word, others[at] ?? ''), text),
    language,
  )
}

/** The text, when it finds something. */
async function tryInstead(index: Index, text: string, language: string): Promise<string | null> {
  const query = readQuery(text)
  if (isEmpty(query)) return null
  const found = await find(index, await toPlan(index, query), query, language)
  const loaded = await load(found.slice(0, 3), query, language)
  return found.length > 0 && findAbsent(query, loaded, language).length === 0 ? query.text : null
}

/**
 * Pagefind takes a word that is nowhere for its longest beginning that is somewhere (`orchid` for `or`), or leaves it out.
 * Either happens only to a word that no record has, so a word in none of the first results is absent.
 */
function findAbsent(query: Query, loaded: readonly Loaded[], language: string): string[] {
  return allWords(query).filter((word) => !loaded.some(({ words }) => has(words, word, language)))
}

async function askForEach(index: Index, query: Query, language: string): Promise<string[]> {
  const words = allWords(query)
  const known = await Promise.all(words.map((word) => isOnRecord(index, word, query, language)))
  return words.filter((_, at) => !known[at])
}

/** Most options that a facet shows. */
const mostOptions = 12

type ThingOf = Awaited<ReturnType<typeof readThings>>

async function countFacets(
  index: Index,
  plan: Plan,
  query: Query,
  found: readonly FoundRecord[],
  thingOf: ThingOf,
  language: string,
): Promise<Facet[]> {
  const { names } = await index.read<NamesFile>(namesFile)
  const toValues = (by: NamedBy): string[] => names[by].map(({ value }) => value)
  const facets = await Promise.all([
    countThings(index, plan, query, found, thingOf, language),
    ...namedBy.map((by) => countValues(index, plan, by, toValues(by), found)),
    countValues(index, plan, 'kind', ['direct', 'mixed', 'indirect'], found),
  ])
  index.checkArrived()
  return facets.filter(({ options }) => options.length > 1 || options.some(({ isOn }) => isOn))
}

/** What kinds of things there would be, whichever are picked. */
async function countThings(
  index: Index,
  plan: Plan,
  query: Query,
  found: readonly FoundRecord[],
  thingOf: ThingOf,
  language: string,
): Promise<Facet> {
  const { thing: _, ...filters } = plan.options.filters ?? {}
  const all = found.length > 0 ? await find(index, { ...plan, options: { filters } }, query, language) : []
  const options = things.map((thing) => ({
    id: thing,
    name: thing,
    count: all.filter(({ id }) => (thingOf.get(id) ?? 'quote') === thing).length,
    isOn: query.things.includes(thing),
  }))
  return { by: 'thing', options: options.filter(({ count, isOn }) => count > 0 || isOn) }
}

async function countValues(
  index: Index,
  plan: Plan,
  by: Facet['by'],
  values: readonly string[],
  found: readonly FoundRecord[],
): Promise<Facet> {
  const on = new Set(plan.options.filters?.[by]?.any)
  const filters = { ...plan.options.filters, [by]: { ...plan.options.filters?.[by], any: [...values] } }
  const { filters: counts } = await index.search(plan.parts[0] ?? null, { filters })
  const likely = values
    .map((value) => ({ value, count: counts[by]?.[value] ?? 0 }))
    .filter(({ value, count }) => count > 0 || on.has(value))
    .sort((a, b) => Number(on.has(b.value)) - Number(on.has(a.value)) || b.count - a.count)
    .slice(0, mostOptions)
  const isExact = found.length > 0 && plan.parts.length === 1 && plan.without.length === 0
  const ids = new Set(found.map(({ id }) => id))
  const options = await Promise.all(
    likely.map(async ({ value, count }) => ({
      id: value.split(' ', 1)[0] ?? value,
      name: toName(value),
      count: isExact ? count : await countWithin(index, by, value, ids),
      isOn: on.has(value),
    })),
  )
  return { by, options: options.filter(({ count, isOn }) => count > 0 || isOn) }
}

/** How many of the results have a value; asked where a query has several parts, which Pagefind counts one by one. */
async function countWithin(index: Index, by: string, value: string, ids: ReadonlySet<string>): Promise<number> {
  const { results } = await index.search(null, { filters: { [by]: { any: [value] } } })
  return results.filter(({ id }) => ids.has(id)).length
}
