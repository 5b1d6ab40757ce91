/**
 * What lies beside the index: what every search starts with, and for those who need it every name with its spellings, every
 * day and every word. The browser loads a list when an operator, a facet or a slip of the keys asks for it.
 */
import { urls } from '../urls.ts'
import type { Views } from '../views/views.ts'
import { capital, count } from '../words/count.ts'
import { namedThings, nothing } from './content.ts'
import { equalsIn } from './equals.ts'
import { toKnownWords } from './known-words.ts'
import type { NamedBy } from './query.ts'
import type { SearchRecord } from './records.ts'
import { toWords } from './words.ts'

/**
 * `start.json`: what was indexed, in words, and the numbers of the records that are no quotes. As a filter of Pagefind's
 * they would slow down every search after the first, which would then count them.
 */
export interface StartFile {
  scope: string
  things: { [thing in (typeof others)[number]]: string }
}

const others = [...namedThings, nothing] as const

export const startFile = 'start.json'

/** A speaker, an outlet, a topic or a place: what stands first where its name was typed. */
export interface NamedThing {
  /** The filter's own value, `id name`. */
  value: string
  /** All names that lead to it. */
  names: string[]
  /** Its page; null where a search for it takes the place of one. */
  url: string | null
  /** What it is, in a line. */
  about: string
}

/** `names.json` */
export interface NamesFile {
  /** What a record can be filtered by. */
  names: Record<NamedBy, NamedThing[]>
  /** Words that mean the same, in lists. */
  equals: readonly (readonly string[])[]
  /** The files of words that there are. */
  words: string[]
}

export const namesFile = 'names.json'

/** `days.json`: each day with something on record, and what there is; `*` in the address stands for the day. */
export interface DaysFile {
  url: string
  days: { [day: string]: string }
}

export const daysFile = 'days.json'

/**
 * `order.json`: first and last day of records, an open end empty, with their numbers; read for dates and to sort, as
 * Pagefind's own order would come with every search.
 */
export type OrderFile = { first: string; last: string; ids: string[] }[]

export const orderFile = 'order.json'

/** Every name of the record, and the words that mean the same in its language. */
export function toNames(views: Views): Omit<NamesFile, 'words'> {
  const { articles, outlets, places, speakers, topics } = views
  const value = ({ id, name }: { id: string; name: string }): string => `${id} ${name}`
  const agencies = Map.groupBy(articles, ({ agency }) => agency ?? '')
  return {
    names: {
      speaker: speakers.map((one) => {
        const names = [one.name, ...one.aliases]
        // Of a person a part of the name is a name.
        const parts =
          one.kind === 'person' ? names.flatMap((name) => name.split(' ')).filter((part) => part.length > 2) : []
        const about = one.roles.map(({ title }) => title).join(', ')
        return { value: value(one), names: [...new Set([...names, ...parts, one.id])], url: one.url, about }
      }),
      outlet: [
        ...outlets.map((one) => ({
          value: value(one),
          names: [one.name, ...one.aliases, one.id],
          url: null,
          about: `${capital(one.kind)}, ${count(one.articles.length, 'article')}`,
        })),
        ...[...agencies].flatMap(([name, own]) => {
          if (name === '' || outlets.some((outlet) => outlet.name === name)) return []
          return { value: toAgency(name), names: [name], url: null, about: `Agency, ${count(own.length, 'article')}` }
        }),
      ],
      topic: topics.map((one) => ({
        value: value(one),
        names: [one.name, ...one.aliases, one.id],
        url: one.url,
        about: one.summary,
      })),
      place: places.map((one) => ({ value: value(one), names: [one.name, ...one.aliases], url: null, about: '' })),
    },
    equals: [...equalsIn(views.site.language), ...views.equals],
  }
}

/** An agency as an outlet, `id name`: it writes for others and has no file of its own. */
export const toAgency = (name: string): string => `${toWords(name).join('-')} ${name}`

/** Every day of the record. */
export function toDaysFile(views: Views): DaysFile {
  const days = [
    ...views.events.flatMap(({ dateDays }) => dateDays ?? []),
    ...views.quotes.map(({ reported, saidDays }) => saidDays ?? { first: reported, last: reported }),
    ...views.articles.map(({ published }) => ({ first: published, last: published })),
  ].flatMap(({ first, last }) => (first !== null && first === last ? first : []))
  const counts = [...Map.groupBy(days.sort(), (day) => day)]
  return { url: urls.day('*'), days: Object.fromEntries(counts.map(([day, own]) => [day, `${own.length} on record`])) }
}

/** What a search starts with, given the number of each record by its address. */
export function toStartFile(
  records: readonly Pick<SearchRecord, 'url' | 'filters'>[],
  scope: string,
  idOf: ReadonlyMap<string, string>,
): StartFile {
  const listOf = (thing: string): string =>
    records.flatMap(({ url, filters }) => (filters['thing']?.[0] === thing ? (idOf.get(url) ?? []) : [])).join(' ')
  return { scope, things: Object.fromEntries(others.map((thing) => [thing, listOf(thing)])) as StartFile['things'] }
}

/** The records by their days, given the number of each by its address. */
export function toOrderFile(records: readonly SearchRecord[], idOf: ReadonlyMap<string, string>): OrderFile {
  const order = new Map<string, OrderFile[number]>()
  for (const { url, days } of records) {
    const id = idOf.get(url)
    if (!days || id === undefined) continue
    const key = `${days.first} ${days.last}`
    const known = order.get(key)
    if (known) known.ids.push(id)
    else order.set(key, { ...days, ids: [id] })
  }
  return [...order.values()]
}

/** A file of words that start alike: each with how many records have it. */
export type WordsFile = Record<string, number>

/** Name of the file with the words that start as this one does. */
export function toWordsFile(word: string): string {
  return `words/${(word.codePointAt(0) ?? 0).toString(16)}.json`
}

/** The words of the record, by the name of their file. */
export function toWordsFiles(records: readonly SearchRecord[]): Map<string, WordsFile> {
  const counts = new Map<string, { records: number; last: SearchRecord }>()
  for (const record of records) {
    for (const text of [record.content, ...Object.values(record.meta)]) {
      for (const word of toKnownWords(text)) {
        const count = counts.get(word)
        if (!count) counts.set(word, { records: 1, last: record })
        else if (count.last !== record) {
          count.records += 1
          count.last = record
        }
      }
    }
  }
  const files = new Map<string, WordsFile>()
  for (const [word, { records: number }] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const name = toWordsFile(word)
    const file = files.get(name) ?? {}
    file[word] = number
    files.set(name, file)
  }
  return files
}
