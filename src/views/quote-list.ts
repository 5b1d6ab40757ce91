/** The list of all quotes by the day they were said, newest first; those without a day apart, by the day they were reported. */

import type { NewsRecord, Quote } from '../record/types.ts'
import { urls } from '../urls.ts'
import { toLink } from './links.ts'
import { compareNewest } from './newest.ts'
import { type PageOf, pageSize, toPages } from './pages.ts'
import { type QuoteLine, toQuoteLine } from './quote.ts'
import type { Link } from './shapes.ts'
import { countSpeaking } from './speaker.ts'

export interface QuoteDayView {
  date: string
  /** Whether it is the day they were said; otherwise it is the day they were reported. */
  isSaid: boolean
  /** By speaker and office, in the order in which these first appear. */
  groups: { speaker: Link; role: string | null; quotes: QuoteLine[] }[]
}

/** One page of all quotes. */
export interface QuoteListView {
  page: PageOf
  /** How many quotes there are on all pages, how many of them direct, by how many speakers, and how many of these no outlet names. */
  total: number
  quoted: number
  speakers: number
  unnamed: number
  days: QuoteDayView[]
}

export function toQuoteListViews({ quotes, speakers }: NewsRecord): QuoteListView[] {
  const counts = { quoted: quotes.filter(({ kind }) => kind === 'direct').length, ...countSpeaking(speakers) }
  return toPages(quotes.toSorted(compareNewest), pageSize.quotes).map(({ items, number, last }) => ({
    page: { list: urls.quotes(), number, last },
    total: quotes.length,
    ...counts,
    days: toQuoteDays(items),
  }))
}

/** Groups quotes, newest first; within a day the more literal and more widely carried come first. */
export function toQuoteDays(quotes: readonly Quote[]): QuoteDayView[] {
  const days = Map.groupBy(quotes.toSorted(compareNewest), ({ said, reported }) =>
    said ? `said ${said.edtf}` : `reported ${reported.edtf}`,
  )
  return [...days.values()].map((own) => {
    const offices = Map.groupBy(own, ({ role, speaker }) => `${speaker.id} ${role ?? ''}`)
    const { said, reported } = own[0] as Quote
    return {
      date: (said ?? reported).edtf,
      isSaid: said !== null,
      groups: [...offices.values()].map((theirs) => {
        const { role, speaker } = theirs[0] as Quote
        return { speaker: toLink(speaker), role, quotes: theirs.map(toQuoteLine) }
      }),
    }
  })
}
