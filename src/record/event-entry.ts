/** What the timeline shows of an event: its date and sort, its reports by outlet, its figures, and some of its quotes. */
import { describeKind, shapeOf, toneOf } from './describe.ts'
import { type FigureGroup, groupFigures } from './figures.ts'
import { newestQuotes } from './newest.ts'
import { outletsReporting } from './sources.ts'
import type { NewsEvent, Quote, Report, Wording } from './types.ts'

export interface EventEntry {
  /** `happened · attack · Lviv`, `expected · meeting · wished` */
  label: string
  /** The words of the announcement, where no report has them already. */
  announcement: Wording | null
  /** Whether it was announced by nobody who is named. */
  isNobodys: boolean
  /** An outlet after the other; of many the first of each outlet before its second. */
  reports: Report[][]
  /** How many reports there are besides. */
  moreReports: number
  figures: FigureGroup[]
  /** The newest, one a speaker before a second of the same. */
  quotes: Quote[]
  /** How many quotes there are besides. */
  more: number
}

const quotesShown = 3

/** An entry of more than these would be a page of its own, which the event has. */
const reportsShown = 12

/** What the entry of an event in the timeline shows. */
export function toEventEntry(event: NewsEvent): EventEntry {
  const { announcedBy, figures, place, quotes, reports, standing, status } = event
  const first = firstReports(event)
  const isExpected = status === 'expected'
  const isReported = reports.some(({ wording }) => wording !== null && wording.quote === announcedBy)
  const shown = newestQuotes({ quotes }, quotesShown)
  return {
    label: [status, describeKind(event), isExpected && standing, place].filter(Boolean).join(' · '),
    announcement: isReported ? null : (announcedBy?.wordings[0] ?? null),
    isNobodys: isExpected && !announcedBy,
    reports: first,
    moreReports: reports.length - first.flat().length,
    figures: groupFigures(figures),
    quotes: shown,
    more: quotes.length - shown.length,
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

/** What the mark of an event looks like: a day is a dot, a span a bar, an unknown end open, what is expected dashed. */
export function markOf(event: NewsEvent): string {
  const { date } = event
  return [shapeOf(date), date?.latest === Infinity && 'onward', toneOf(event)].filter(Boolean).join(' ')
}
