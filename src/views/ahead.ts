/** What was announced and what came of it, from the record alone: the day on which it is read decides nothing. */

import { take } from '../lists.ts'
import type { NewsEvent, NewsRecord } from '../record/types.ts'
import { urls } from '../urls.ts'
import { type EventLine, type EventView, type ReportView, toEventLine, toEventView, toReportView } from './event.ts'
import { firstReports } from './event-entry.ts'
import { openEvents } from './newest.ts'
import { type PageOf, pageSize, toPages } from './pages.ts'
import { type Reach, toReach } from './site.ts'
import { compareBackwards } from './timeline.ts'

/** What came of something announced. */
export interface OutcomeView extends Pick<EventView, 'status' | 'date' | 'slippedTo' | 'outcome' | 'due'> {
  /** The report that says so; null when no article is named for that. */
  outcomeReport: ReportView | null
}

export interface ExpectationView
  extends EventLine,
    Omit<OutcomeView, keyof EventLine>,
    Pick<EventView, 'dateBasis' | 'dateSource' | 'standing' | 'announcedAs' | 'announcement'> {
  /** What the articles report of it besides the announcement and the outcome: as much as an entry shows. */
  reports: ReportView[]
  /** How many reports there are besides. */
  moreReports: number
}

/** One page of all that was announced, those without an outcome first. */
export interface AheadView {
  page: PageOf
  reach: Reach
  /** How many there are on all pages. */
  total: number
  /** Without an outcome on record, in the order of their windows. */
  open: ExpectationView[]
  /** Held, slipped or cancelled, newest first. */
  settled: ExpectationView[]
}

/** Everything that was announced, in pages. */
export function toAheadViews(record: NewsRecord): AheadView[] {
  const open = openEvents(record)
  const settled = record.events.filter(
    ({ status, announcedBy }) => status !== 'expected' && (status !== 'happened' || announcedBy !== null),
  )
  const all = [...open, ...settled.toSorted(compareEvents)]
  return toPages(all, pageSize.events).map(({ items, number, last }) => {
    const views = items.map(toExpectationView)
    return {
      page: { list: urls.ahead(), number, last },
      reach: toReach(record),
      total: all.length,
      open: views.filter(({ status }) => status === 'expected'),
      settled: views.filter(({ status }) => status !== 'expected'),
    }
  })
}

/** Something that was announced. */
export function toExpectationView(event: NewsEvent): ExpectationView {
  const all = event.reports.filter(
    (report) => report !== event.outcomeReport && (!report.wording || report.wording.quote !== event.announcedBy),
  )
  const first = new Set(firstReports({ reports: all }).flat())
  const reports = all.filter((report) => first.has(report))
  const view = toEventView(event)
  return {
    ...toEventLine(event),
    ...take(view, 'dateBasis', 'dateSource', 'standing', 'announcedAs', 'announcement', 'outcome', 'slippedTo', 'due'),
    outcomeReport: outcomeReportOf(view),
    reports: reports.map(toReportView),
    moreReports: all.length - reports.length,
  }
}

/** The report of an event that says what came of it. */
export function outcomeReportOf({ outcomeReport, reports }: EventView): ReportView | null {
  return outcomeReport === null ? null : (reports[outcomeReport] ?? null)
}

function compareEvents(a: NewsEvent, b: NewsEvent): number {
  if (!a.date || !b.date) return Number(a.date === null) - Number(b.date === null)
  return compareBackwards(a.date, b.date)
}
