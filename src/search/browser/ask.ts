/** Puts a query to the index and gives an answer that keeps to the truth. */
import {
  type Filters,
  listMark,
  type Meta,
  nothing,
  type Stretch,
  type Thing,
  things,
  toStretches,
} from '../content.ts'
import { allWords, isEmpty, leaveOut, type Query, readQuery } from '../query.ts'
import { isForm, toWords } from '../words.ts'
import type { FoundRecord, Fragment, Index } from './pagefind.ts'

/** A record that was found, ready to be shown. */
export interface Hit {
  thing: Thing
  url: string
  title: string
  role: string
  context: string
  stretches: Stretch[]
  /** The stretch that answers best, and whether it has any of the words. */
  best: number
  isInWords: boolean
  outlets: string[]
  /** `said`, and in words when; null when there is no date. */
  when: { label: string; words: string } | null
  /** Where stretches stand in a copy, and whose words they are: an outlet's, or a speaker's in an outlet. */
  copies: { stretch: number; url: string; by: string }[]
  /** Names by which it was found, and the topics it is filed under when it was found by them. */
  names: string[]
  topics: string[]
  /** Words in quotation marks that nobody said. */
  terms: string[]
}

export interface Group {
  thing: Thing
  count: number
  hits: Hit[]
  /** Fetches as many more as there are, at most so many. */
  more(number: number): Promise<Hit[]>
}

export interface Answer {
  query: Query
  /** Quotes first; only groups that hold something. */
  groups: Group[]
  count: number
  /** Words asked for that no record has. */
  absent: string[]
  /** Where nothing was found: the query without the word that stands in its way, when that finds something. */
  instead: string | null
  /** What was searched, in words. */
  scope: string
}

export interface Asker {
  /** Throws an IndexError when the index could not be read. */
  ask(query: Query, limits: Record<Thing, number>): Promise<Answer>
}

/** Makes an open index answer queries in this language. */
export function toAsker(index: Index, language: string): Asker {
  let kinds: ReturnType<typeof readKinds> | null = null
  return {
    ask: async (query, limits) => {
      kinds ??= readKinds(index)
      const [found, thingOf] = await Promise.all([find(index, query), kinds])
      index.checkArrived()
      const groups = things.map((thing) => ({
        thing,
        found: found.filter(({ id }) => (thingOf.get(id) ?? 'quote') === thing),
      }))
      const shown = await Promise.all(
        groups.map(({ thing, found }) => load(found.slice(0, limits[thing]), query, language)),
      )
      index.checkArrived()
      const absent = findAbsent(query, shown.flat(), language)
      if (absent.length > 0 || found.length === 0) {
        return {
          query,
          groups: [],
          count: 0,
          absent,
          instead: await findInstead(index, query, absent),
          scope: index.scope,
        }
      }
      return {
        query,
        instead: null,
        scope: index.scope,
        groups: groups
          .map(({ thing, found }, number): Group => {
            const hits = (shown[number] ?? []).map(({ hit }) => hit)
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
          })
          .filter(({ count }) => count > 0),
        count: groups.reduce((sum, { found }) => sum + found.length, 0),
        absent,
      }
    },
  }
}

/** What each record is that is no quote, by its number: the quotes are the many, and need not be asked for. */
async function readKinds(index: Index): Promise<Map<string, Thing | typeof nothing>> {
  const others = [...things.filter((thing) => thing !== 'quote'), nothing] as const
  const lists = await Promise.all(
    others.map(async (thing) => ({ thing, found: await index.search(null, { filters: { thing } }) })),
  )
  return new Map(lists.flatMap(({ thing, found }) => found.results.map(({ id }) => [id, thing] as const)))
}

/** Records that have all words and all phrases, best first. */
async function find(index: Index, { words, phrases }: Query): Promise<FoundRecord[]> {
  const parts = [...(words.length > 0 ? [words.join(' ')] : []), ...phrases.map((phrase) => `"${phrase.join(' ')}"`)]
  const [first, ...rest] = await Promise.all(parts.map((part) => index.search(part)))
  if (!first) return []
  const others = rest.map(({ results }) => new Set(results.map(({ id }) => id)))
  return first.results.filter(({ id }) => others.every((other) => other.has(id)))
}

/** The query without its absent words, or without its rarest; null when that finds nothing either. */
async function findInstead(index: Index, query: Query, absent: readonly string[]): Promise<string | null> {
  const counts = await Promise.all(
    allWords(query).map(async (word) => ({ word, count: (await index.search(word)).results.length })),
  )
  const rarest = counts.toSorted((a, b) => a.count - b.count).map(({ word }) => word)
  const text = (absent.length > 0 ? absent : rarest.slice(0, 1)).reduce(leaveOut, query.text)
  const rest = readQuery(text)
  return !isEmpty(rest) && (await find(index, rest)).length > 0 ? rest.text : null
}

interface Loaded {
  hit: Hit
  /** Every folded word that is searched. */
  words: Set<string>
}

async function load(found: readonly FoundRecord[], query: Query, language: string): Promise<Loaded[]> {
  const fragments = await Promise.all(found.map((one) => one.data()))
  return fragments.map((fragment) => toLoaded(fragment, query, language))
}

function toLoaded({ raw_url, content, meta, filters }: Fragment, query: Query, language: string): Loaded {
  const { title = '', role = '', context = '', names = '', topics = '' }: Partial<Meta> = meta
  const stretches = toStretches(content)
  const asked = allWords(query)
  const own = toWords([title, role, context, ...stretches.map(({ text }) => text)].join(' '))
  const { best, isInWords } = findBest(stretches, query, language)
  const missing = asked.filter((word) => !has(own, word, language))
  const through = (list: string): string[] =>
    list.split(listMark).filter((name) => missing.some((word) => has(toWords(name), word, language)))
  return {
    hit: {
      thing: things.find((thing) => thing === filters.thing[0]) ?? 'quote',
      url: raw_url,
      title,
      role,
      context,
      stretches,
      best,
      isInWords,
      outlets: (filters.outlet ?? []).map(toName),
      when: toWhen(filters),
      copies: (filters.copy ?? []).map(toCopy),
      names: names ? through(names) : [],
      topics: topics && through(topics).length > 0 ? (filters.topic ?? []).map(toName) : [],
      terms: filters.term ?? [],
    },
    words: new Set([...own, ...toWords(`${names} ${topics}`)]),
  }
}

/**
 * Pagefind takes a word that is nowhere for its longest beginning that is somewhere (“orchid” for “or”), or leaves it out.
 * Either happens only to a word that no record has, so a word in none of the first results is absent.
 */
function findAbsent(query: Query, loaded: readonly Loaded[], language: string): string[] {
  if (loaded.length === 0) return []
  return allWords(query).filter((word) => !loaded.some(({ words }) => has(words, word, language)))
}

/** The stretch with most of the words that were asked for; of equals the first. */
function findBest(stretches: readonly Stretch[], query: Query, language: string): Pick<Hit, 'best' | 'isInWords'> {
  const asked = allWords(query)
  const scores = stretches.map(({ text }) => {
    const words = toWords(text)
    const joined = ` ${words.join(' ')} `
    const phrases = query.phrases.filter((phrase) => joined.includes(` ${phrase.join(' ')} `)).length
    return phrases * 100 + asked.filter((word) => has(words, word, language)).length
  })
  const most = Math.max(0, ...scores)
  return { best: Math.max(0, scores.indexOf(most)), isInWords: most > 0 }
}

function has(words: Iterable<string>, asked: string, language: string): boolean {
  for (const word of words) if (isForm(asked, word, language)) return true
  return false
}

/** `id name` without the id. */
const toName = (label: string): string => label.slice(label.indexOf(' ') + 1)

function toCopy(text: string): Hit['copies'][number] {
  const [, stretch = '0', url = '', by = ''] = /^(\d+) (\S+) (.*)$/.exec(text) ?? []
  return { stretch: Number(stretch), url, by }
}

function toWhen({ when }: Filters): Hit['when'] {
  const [, label, words] = /^\S+ (\S+) (.*)$/.exec(when?.[0] ?? '') ?? []
  return label && words ? { label, words } : null
}
