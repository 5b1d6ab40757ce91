/** An event as the timeline shows it: its date and sort, its reports by outlet, its figures, and some of its quotes. */

import { take } from '../lists.ts'
import type { NewsEvent, Report } from '../record/types.ts'
import { outletsReporting } from './carriers.ts'
import { type EventLine, type EventView, type ReportView, toEventLine, toEventView, toReportView } from './event.ts'
import { type FigureGroup, groupFigures } from './figures.ts'
import { newestQuotes } from './newest.ts'
import { type QuoteLine, toQuoteLine } from './quote.ts'

export interface EventEntryView
  extends EventLine,
    Pick<EventView, 'dateBasis' | 'dateSource' | 'standing' | 'announcedAs' | 'announcement' | 'due'> {
  /** Whether a report has the words of the announcement already. */
  isReported: boolean
  /** An outlet after the other; of many the first of each outlet before its second. */
  reports: ReportView[][]
  /** How many reports there are besides. */
  moreReports: number
  figures: FigureGroup[]
  /** The newest, one a speaker before a second of the same. */
  quotes: QuoteLine[]
  /** How many quotes there are besides. */
  moreQuotes: number
}

const quotesShown = 3

/** An entry of more than these would be a page of its own, which the event has. */
const reportsShown = 12

/** What the entry of an event in the timeline shows. */
export function toEventEntryView(event: NewsEvent): EventEntryView {
  const { announcedBy, quotes, reports } = event
  const view = toEventView(event)
  const first = firstReports(event)
  const shown = newestQuotes({ quotes }, quotesShown)
  return {
    ...toEventLine(event),
    ...take(view, 'dateBasis', 'dateSource', 'standing', 'announcedAs', 'announcement', 'due'),
    isReported: reports.some(({ wording }) => wording !== null && wording.quote === announcedBy),
    reports: first.map((own) => own.map(toReportView)),
    moreReports: reports.length - first.flat().length,
    figures: groupFigures(view.figures),
    quotes: shown.map(toQuoteLine),
    moreQuotes: quotes.length - shown.length,
  }
}

/** So many reports as an entry shows, an outlet after the other; of many the first of each before its second. */
export function firstReports(event: Pick<NewsEvent, 'reports'>): Report[][] {
  const outlets = outletsReporting(event).map(({ reports }) => reports)
  const ranked = outlets.flatMap((own) => own.map((report, rank) => ({ report, rank })))
  if (ranked.length <= reportsShown) return outlets
  const first = ranked.sort((a, b) => a.rank - b.rank).slice(0, reportsShown)
  const kept = new Set(first.map(({ report }) => report))
  return outlets.map((own) => own.filter((report) => kept.has(report))).filter((own) => own.length > 0)
}
