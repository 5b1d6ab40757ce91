/** The page of an event. One with more reports or quotes than a page holds goes on at addresses of its own. */
import type { NewsEvent, NewsRecord, ProseNode } from '../record/types.ts'
import { outletsReporting } from './carriers.ts'
import { type CorrectionView, toCorrectionView } from './correction.ts'
import { type EventView, type ReportView, toEventView, toReportView } from './event.ts'
import { type FigureGroup, groupFigures } from './figures.ts'
import { groupBySpeaker, type OccasionView, toOccasions } from './occasions.ts'
import { type PageOf, pageSize } from './pages.ts'
import { type Reach, toReach } from './site.ts'

export interface EventPageView {
  page: PageOf
  event: EventView
  /** Its figures, what counts the same thing together. */
  figures: FigureGroup[]
  /** Our sentences, with their links. */
  summary: ProseNode[]
  /** How far the record reaches, when the event has no outcome; else null. */
  reach: Reach | null
  /** Its reports on this page, by outlet. */
  outlets: { name: string; reports: ReportView[] }[]
  /** Its quotes on this page. */
  quotes: OccasionView[]
  corrections: CorrectionView[]
}

/** The pages of an event: its reports and its quotes, as many of each on a page; one page when there is nothing. */
export function toEventPageViews(one: NewsEvent, record: NewsRecord): EventPageView[] {
  const { quotes, reports } = one
  const size = pageSize.reports
  const last = Math.max(1, Math.ceil(Math.max(reports.length, quotes.length) / size))
  const event = toEventView(one)
  return Array.from({ length: last }, (_, index) => {
    const part = <Item>(list: readonly Item[]): Item[] => list.slice(index * size, (index + 1) * size)
    return {
      page: { list: one.url, number: index + 1, last },
      event,
      figures: groupFigures(event.figures),
      summary: one.summaryNodes,
      reach: one.status === 'expected' || one.slippedTo ? toReach(record) : null,
      outlets: outletsReporting({ reports: part(reports) }).map(({ outlet, reports: own }) => ({
        name: outlet.name,
        reports: own.map(toReportView),
      })),
      quotes: groupBySpeaker(part(quotes)).flatMap(({ quotes: own }) => toOccasions(own)),
      corrections: one.corrections.map(toCorrectionView),
    }
  })
}
