/** An event with more reports or quotes than a page holds goes on at addresses of its own. */
import { pageSize } from './pages.ts'
import type { NewsEvent, Quote, Report } from './types.ts'

/** What one page of an event lists. */
export interface EventPart {
  reports: Report[]
  quotes: Quote[]
  /** From 1; the event's own address shows the first. */
  number: number
  last: number
}

/** The pages of an event: its reports and its quotes, as many of each on a page; one page when there is nothing. */
export function toEventParts({ reports, quotes }: Pick<NewsEvent, 'reports' | 'quotes'>): EventPart[] {
  const size = pageSize.reports
  const last = Math.max(1, Math.ceil(Math.max(reports.length, quotes.length) / size))
  return Array.from({ length: last }, (_, index) => ({
    reports: reports.slice(index * size, (index + 1) * size),
    quotes: quotes.slice(index * size, (index + 1) * size),
    number: index + 1,
    last,
  }))
}
