/**
 * The parts of an index: an older one, which stays, and the newest, which changes with every article. They are parted by the
 * records alone, so that an index made from nothing has the same.
 */
import { compare, countWhile } from '../lists.ts'
import type { SearchRecord } from './records.ts'

/** How many records there are at least for there to be an older part, and how many come to it at a time. */
export interface Fewest {
  inAll: number
  atOnce: number
}

/** Some 5,000 quotes, and 150 articles with theirs. */
const usual: Fewest = { inAll: 6000, atOnce: 1000 }

/**
 * The older records, of which there may be none, and the newest, parted at the turn of a month. The newest are those of the
 * last whole month at least, since of what is new most is about what was new then; and what has no day.
 */
export function toParts<One extends Pick<SearchRecord, 'since'>>(
  records: readonly One[],
  fewest = usual,
): { older: One[]; newest: One[] } {
  const months = records.flatMap(({ since }) => (since === null ? [] : toMonth(since))).sort(compare)
  const first = months.length < fewest.inAll ? '' : toFirstMonth(months, fewest.atOnce)
  const isOlder = ({ since }: One): boolean => since !== null && toMonth(since) < first
  return { older: records.filter(isOlder), newest: records.filter((one) => !isOlder(one)) }
}

const toMonth = (day: string): string => day.slice(0, 7)

/** The first month of the newest records, given that of each record, sorted. */
function toFirstMonth(months: readonly string[], atOnce: number): string {
  const last = months.indexOf(months.at(-1) ?? '')
  let first = 0
  for (;;) {
    const reached = months[first + atOnce - 1] ?? ''
    const next = countWhile(months, (month) => month <= reached)
    if (next === 0 || next >= last) return first === 0 ? '' : (months[first] ?? '')
    first = next
  }
}

const older = '-x-older'

/** The name of the index of a language: that of older records is in BCP 47 the language with a word for private use. */
export const toIndexName = (language: string, isOlder: boolean): string => language + (isOlder ? older : '')

/** The language of an index. */
export const toLanguage = (name: string): string => name.split('-', 1)[0] ?? name
