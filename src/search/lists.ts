/**
 * What lies beside the index: what every search starts with, the words that begin alike, and for those who ask for dates
 * every day.
 */
import { compare } from '../lists.ts'
import { hasLettersOf, scriptOf } from '../words/language.ts'
import { namedThings, nothing } from './content.ts'
import { toAllWords } from './known-words.ts'
import type { NamedBy } from './query.ts'
import type { SearchRecord } from './records.ts'
import { isLetter, toWords } from './words.ts'

/** `start.json`: what every search starts with. */
export interface StartFile {
  /** What was indexed, in words. */
  scope: string
  /**
   * The numbers of the records that are no quotes. As a filter of Pagefind's they would slow down every search after the
   * first, which would then count them.
   */
  things: { [thing in (typeof others)[number]]: string }
  /** What a record can be filtered by. */
  names: Record<NamedBy, NamedThing[]>
  /** Folded words, and what means the same. */
  equals: { [words: string]: string[] }
  /** Of each language that there is, with what its words begin: by it the files of words are called. */
  words: { [language: string]: string[] }
}

/** What stands in it of the record's names. */
export type Names = Pick<StartFile, 'names' | 'equals'>

const others = [...namedThings, nothing] as const

export const startFile = 'start.json'

/** Pagefind's own list of its indexes. */
export const entryFile = 'pagefind-entry.json'

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

/** What a search starts with, given the number of each record by its address. */
export function toStartFile(
  records: readonly Pick<SearchRecord, 'url' | 'filters'>[],
  rest: Omit<StartFile, 'things'>,
  idOf: ReadonlyMap<string, string>,
): StartFile {
  const listOf = (thing: string): string =>
    records.flatMap(({ url, filters }) => (filters['thing']?.[0] === thing ? (idOf.get(url) ?? []) : [])).join(' ')
  return { ...rest, things: Object.fromEntries(others.map((thing) => [thing, listOf(thing)])) as StartFile['things'] }
}

/** What means the same and is on record, given its words: every search starts with the file in which this stands. */
export function toPresentEquals({ equals, names }: Names, words: ReadonlySet<string>): Names['equals'] {
  const ofNames = Object.values(names).flatMap((things) => things.flatMap((thing) => thing.names.flatMap(toWords)))
  const present = new Set([...words, ...ofNames])
  const isPresent = (text: string): boolean => text.split(' ').every((word) => present.has(word))
  return Object.fromEntries(
    Object.entries(equals).flatMap(([asked, others]) => {
      const kept = others.filter(isPresent)
      return kept.length > 0 ? [[asked, kept]] : []
    }),
  )
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

/** With what a word begins; letters that are words by themselves are together. */
function toBeginning(word: string): string {
  return isLetter(word) ? 'letters' : (word.codePointAt(0) ?? 0).toString(16)
}

/** Numbers and words of other scripts than the language's are together: they would be files of a line. */
const rest = 'others'

/** In the file of which beginning a word would be, of those that there are. */
export const toBeginningAmong = (beginnings: readonly string[], word: string): string | undefined =>
  [toBeginning(word), rest].find((beginning) => beginnings.includes(beginning))

/** Name of the file with the words of a language that begin so. */
export const toWordsFile = (language: string, beginning: string): string => `words/${language}-${beginning}.json`

/** The words of the records of one language, by what they begin with. */
export function toWordsFiles(records: readonly SearchRecord[], language: string): Map<string, WordsFile> {
  const counts = new Map<string, { records: number; last: SearchRecord }>()
  for (const record of records) {
    for (const text of [record.content, ...Object.values(record.meta)]) {
      for (const word of toAllWords(text)) {
        const count = counts.get(word)
        if (!count) counts.set(word, { records: 1, last: record })
        else if (count.last !== record) {
          count.records += 1
          count.last = record
        }
      }
    }
  }
  const script = scriptOf(language)
  const files = new Map<string, WordsFile>()
  for (const [word, { records: number }] of [...counts].sort(([a], [b]) => compare(a, b))) {
    // By the first letter alone, as the file is looked for.
    const isOwn = isLetter(word) || hasLettersOf(script, String.fromCodePoint(word.codePointAt(0) ?? 0))
    const beginning = isOwn ? toBeginning(word) : rest
    const file = files.get(beginning) ?? {}
    file[word] = number
    files.set(beginning, file)
  }
  return files
}
