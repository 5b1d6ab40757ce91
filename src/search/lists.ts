/**
 * What lies beside the index: what every search starts with, and for those who need it every name with its spellings, every
 * day and every word. The browser loads a list when an operator, a facet or a slip of the keys asks for it.
 */
import type { Views } from '../views/views.ts'
import { namedThings, nothing } from './content.ts'
import { toKnownWords } from './known-words.ts'
import type { NamedBy } from './query.ts'
import type { SearchRecord } from './records.ts'

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

/** `names.json` */
export interface NamesFile {
  /** What a record can be filtered by: the filter's own value, and all names that lead to it. */
  names: Record<NamedBy, { value: string; names: string[] }[]>
  /** The files of words that there are. */
  words: string[]
}

export const namesFile = 'names.json'

/**
 * `order.json`: first and last day of records, an open end empty, with their numbers; read for dates and to sort, as
 * Pagefind's own order would come with every search.
 */
export type OrderFile = { first: string; last: string; ids: string[] }[]

export const orderFile = 'order.json'

/** Every name of the record. */
export function toNames({
  speakers,
  outlets,
  topics,
}: Pick<Views, 'speakers' | 'outlets' | 'topics'>): NamesFile['names'] {
  const toEntry = ({ id, name, aliases }: { id: string; name: string; aliases: string[] }) => ({
    value: `${id} ${name}`,
    names: [name, ...aliases, id],
  })
  return { speaker: speakers.map(toEntry), outlet: outlets.map(toEntry), topic: topics.map(toEntry) }
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

/** Words short of this many letters are never suggested. */
const shortest = 4

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
    if (word.length < shortest || /\d/.test(word)) continue
    const name = toWordsFile(word)
    const file = files.get(name) ?? {}
    file[word] = number
    files.set(name, file)
  }
  return files
}
