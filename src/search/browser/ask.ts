/** Puts a query to the index and gives an answer that keeps to the truth. */
import { type Thing, things } from '../content.ts'
import { isEmpty, isEnough, type NameFilter, type Query, readQuery } from '../query.ts'
import { findDay, settleDates } from './days.ts'
import type { Facet } from './facets.ts'
import { find, isChosen, keepPresent, widen } from './find.ts'
import { type Hit, load } from './hits.ts'
import { findNamed, isCalled } from './named.ts'
import { findInstead, findMost, type Nearest, toNearest } from './nearest.ts'
import type { FoundRecord, Index } from './pagefind.ts'

export interface Answer {
  /** As it was answered, which may be another than was typed. */
  query: Query
  /** What was named first, then quotes; only groups that hold something, of which the first has its hits. */
  groups: Group[]
  count: number
  /** Names that nobody on record bears. */
  nobody: NameFilter[]
  /** What was answered in place of what was typed; null where that was answered. */
  showing: string | null
  /** Words that are nowhere on record. */
  absent: string[]
  /** Whether no result has all of it, and these have most. */
  isPart: boolean
  /** What to try where nothing was found. */
  instead: string | null
  /** Dates that were typed without their year, and how they were read. */
  dates: [typed: string, read: string][]
  /** What was searched, in words. */
  scope: string
  /** Fetches the first hits of the other groups. */
  loadRest(): Promise<void>
  /** By what the results can be narrowed, counted when somebody wants to know. */
  countFacets(): Promise<Facet[]>
}

export interface Group {
  thing: Thing
  count: number
  hits: Hit[]
  /** Fetches as many more as there are, at most so many. */
  more(number: number): Promise<Hit[]>
}

/** How many hits of each kind of thing come first. */
export type Limits = { readonly [thing in Thing]?: number }

const fewest = 3

/** How many of a kind are looked at for what was named: what is called so stands near the top. */
const mostNamed = 2
const mostAmong = 8

/**
 * Answers what was typed; null when there is nothing to look for, or too little while somebody types. What is half typed is
 * not put right. Throws an IndexError when the index could not be read.
 */
export async function ask(
  index: Index,
  text: string,
  { isTyping = false, limits, toPage }: { isTyping?: boolean; limits: Limits; toPage: (text: string) => string },
): Promise<Answer | null> {
  const { dates, query: typed } = await settleDates(index, readQuery(text, isTyping))
  if (isEmpty(typed) || (isTyping && !isEnough(typed))) return null
  const wide = widen(index, typed)
  const kept = await keepPresent(index, wide)
  const isMissing = !isTyping && kept.terms.some(({ length }) => length === 0)
  const { absent, query, showing }: Nearest = isMissing
    ? await toNearest(index, wide, kept)
    : { query: kept, showing: null, absent: [] }
  const all = await find(index, query)
  const isNothing = !isTyping && all.records.length === 0 && all.nobody.length === 0
  const most = isNothing ? await findMost(index, query) : []
  const found = isNothing ? most : all.records
  const day = await findDay(index, query)
  const named = day ? [day] : findNamed(index, showing ?? typed.text, query, toPage)
  const groups = await toGroups(index, query, found, named, limits)
  const [first, ...others] = groups
  const toLimit = (thing: Thing): number => limits[thing] ?? fewest
  await first?.more(toLimit(first.thing))
  index.checkArrived()
  return {
    query,
    groups,
    count: groups.reduce((sum, { count }) => sum + count, 0),
    nobody: all.nobody,
    showing: groups.length > 0 ? showing : null,
    absent,
    isPart: most.length > 0,
    instead: isNothing && !first ? await findInstead(index, typed) : null,
    dates: day ? [] : dates,
    scope: index.start.scope,
    loadRest: async () => {
      await Promise.all(others.map(({ thing, hits, more }) => hits.length === 0 && more(toLimit(thing))))
    },
    countFacets: async () => (await import('./facets.ts')).countFacets(index, query, found),
  }
}

async function toGroups(
  index: Index,
  query: Query,
  found: readonly FoundRecord[],
  named: readonly Hit[],
  limits: Limits,
): Promise<Group[]> {
  const lists = new Map(things.map((thing): [string, FoundRecord[]] => [thing, []]))
  for (const record of found) if (isChosen(index, query, record)) lists.get(index.thingOf(record.id))?.push(record)
  const wanted = named.filter(({ thing }) => query.things.length === 0 || query.things.includes(thing))
  const called = new Set<Thing>(wanted.map(({ thing }) => thing))
  // Quotes mostly come first: they are on their way while events and articles are looked at.
  void load((lists.get('quote') ?? []).slice(0, limits.quote ?? fewest), query).catch(() => {})
  await Promise.all(
    (['event', 'article'] as const).map(async (thing) => {
      const list = lists.get(thing) ?? []
      const likely = list.filter(({ matchedMetaFields }) =>
        matchedMetaFields?.some((field) => field === 'title' || field === 'id'),
      )
      const hits = await load(likely.slice(0, mostNamed), query)
      const own = likely.filter((_, at) => hits[at] && isCalled(hits[at], query))
      if (own.length > 0 && query.sort === 'best') {
        called.add(thing)
        lists.set(thing, [...new Set([...own, ...list])])
      }
    }),
  )
  const isOfDays = query.terms.length > 0 && query.terms.every((term) => term.some(({ span }) => span))
  const rank = (thing: Thing): number => {
    const place = things.indexOf(thing)
    if (called.has(thing)) return -place
    if (thing === 'event' && (query.isCount || isOfDays)) return -0.5
    return query.names.some(({ by }) => by === thing) ? 0.5 : place
  }
  const groups = await Promise.all(
    things.map((thing) =>
      toGroup(index, query, thing, lists.get(thing) ?? [], Map.groupBy(wanted, (hit) => hit.thing).get(thing) ?? []),
    ),
  )
  return groups.filter(({ count }) => count > 0).sort((a, b) => rank(a.thing) - rank(b.thing))
}

/** The named ones of a group come first; where they are records too, as these. */
async function toGroup(
  index: Index,
  query: Query,
  thing: Thing,
  list: FoundRecord[],
  named: readonly Hit[],
): Promise<Group> {
  const own = await load(named.length > 0 ? list.slice(0, mostAmong) : [], query)
  const first = named.map((hit) => own.find(({ url }) => url === hit.url) ?? hit)
  const left = [...first, ...list.filter((_, at) => !first.some(({ url }) => url === own[at]?.url))]
  const hits: Hit[] = []
  return {
    thing,
    count: left.length,
    hits,
    more: async (number) => {
      const next = await load(left.splice(0, number), query)
      index.checkArrived()
      hits.push(...next)
      return next
    },
  }
}
