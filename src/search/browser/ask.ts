/** Puts a query to the index and gives an answer that keeps to the truth. */
import { type Thing, things } from '../content.ts'
import { allWords, type NameFilter, type Query } from '../query.ts'
import { countFacets, type Facet } from './facets.ts'
import { find, isChosen, toPlan } from './find.ts'
import { findHelp, type Help } from './help.ts'
import { type Hit, has, load } from './hits.ts'
import type { FoundRecord, Index } from './pagefind.ts'

export interface Answer {
  query: Query
  /** Quotes first; only groups that hold something, of which the first has its hits. */
  groups: Group[]
  count: number
  /** Names that nobody on record bears. */
  nobody: NameFilter[]
  /** What was searched, in words. */
  scope: string
  /** Fetches the first hits of the other groups. */
  loadRest(): Promise<void>
  /** Where nothing was found: why, and what may help, looked for when somebody stops to read. */
  findHelp(): Promise<Help>
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

export interface Asker {
  /** Does the search for an answer while somebody may still be typing. */
  prepare(query: Query): Promise<void>
  /** Throws an IndexError when the index could not be read. */
  ask(query: Query, limits: Record<Thing, number>): Promise<Answer>
}

/** Makes an open index answer queries in this language. */
export function toAsker(index: Index, language: string): Asker {
  return {
    prepare: async (query) => {
      const { parts, options } = await toPlan(index, query)
      await Promise.all(parts.map((part) => index.search(part, options)))
    },
    ask: async (query, limits) => {
      const plan = await toPlan(index, query)
      const all = await find(index, plan, query, language)
      const found = new Map(things.map((thing): [string, FoundRecord[]] => [thing, []]))
      for (const record of all) if (isChosen(index, query, record)) found.get(index.thingOf(record.id))?.push(record)
      const groups = things
        .map((thing) => toGroup(thing, found.get(thing) ?? [], index, query, language))
        .filter(({ count }) => count > 0)
      const [first, ...others] = groups
      const loadRest = async (): Promise<void> => {
        await Promise.all(others.map(({ thing, hits, more }) => hits.length === 0 && more(limits[thing])))
      }
      await first?.more(limits[first.thing])
      index.checkArrived()
      // Should these few not have it in a form that we know, the others may.
      if (first && !hasAll(groups, query, language)) await loadRest()
      const isFound = hasAll(groups, query, language)
      return {
        query,
        groups: isFound ? groups : [],
        count: isFound ? groups.reduce((sum, { count }) => sum + count, 0) : 0,
        nobody: plan.nobody,
        scope: index.scope,
        loadRest,
        findHelp: () => findHelp(index, query, language),
        countFacets: () => countFacets({ index, plan, query, language, found: isFound ? all : [] }),
      }
    },
  }
}

/**
 * Pagefind takes a word that is nowhere for its longest beginning that is somewhere (`orchid` for `or`), or leaves it out.
 * Either happens only to a word that no record has, so a word in none of the first results is absent.
 */
function hasAll(groups: readonly Group[], query: Query, language: string): boolean {
  const hits = groups.flatMap((group) => group.hits)
  return hits.length > 0 && allWords(query).every((word) => hits.some(({ words }) => has(words, word, language)))
}

function toGroup(thing: Thing, found: readonly FoundRecord[], index: Index, query: Query, language: string): Group {
  const hits: Hit[] = []
  return {
    thing,
    count: found.length,
    hits,
    more: async (number) => {
      const next = await load(found.slice(hits.length, hits.length + number), query, language)
      index.checkArrived()
      hits.push(...next)
      return next
    },
  }
}
