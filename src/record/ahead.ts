/** What was announced and what came of it, from the record alone: the day on which it is read decides nothing. */
import { firstReports } from './event-entry.ts'
import { openEvents } from './newest.ts'
import { type ListPage, pageSize, toPages } from './pages.ts'
import { compareBackwards } from './timeline.ts'
import type { NewsEvent, NewsRecord, Report, When } from './types.ts'
import { isVague, toWhen, toWords } from './when.ts'

/** How far the record reaches. */
export type Reach = Pick<NewsRecord, 'extent' | 'asOf'>

export interface Expectation {
  event: NewsEvent
  /** What came of it, or why the record cannot say; whole sentences. */
  outcome: string
  /** What the articles report of it besides the announcement and the outcome: as much as an entry shows. */
  reports: Report[]
  /** How many reports there are besides. */
  moreReports: number
}

export interface Ahead {
  /** Without an outcome on record, in the order of their windows. */
  open: Expectation[]
  /** Held, slipped or cancelled, newest first. */
  settled: Expectation[]
}

/** Everything that was announced. */
export function toAhead(record: Pick<NewsRecord, 'events'> & Reach): Ahead {
  const toExpectation = (event: NewsEvent): Expectation => {
    const all = event.reports.filter(
      (report) => report !== event.outcomeReport && (!report.wording || report.wording.quote !== event.announcedBy),
    )
    const first = new Set(firstReports({ reports: all }).flat())
    const reports = all.filter((report) => first.has(report))
    return { event, outcome: describeOutcome(event, record), reports, moreReports: all.length - reports.length }
  }
  const settled = record.events.filter(
    ({ status, announcedBy }) => status !== 'expected' && (status !== 'happened' || announcedBy !== null),
  )
  return { open: openEvents(record).map(toExpectation), settled: settled.toSorted(compareEvents).map(toExpectation) }
}

/** One page of all that was announced. */
export interface AheadPage extends Ahead, Pick<ListPage<Expectation>, 'number' | 'last'> {
  /** How many there are on all pages. */
  total: number
}

/** In pages, those without an outcome first. */
export function toAheadPages({ open, settled }: Ahead): AheadPage[] {
  const isOpen = new Set(open)
  const all = [...open, ...settled]
  return toPages(all, pageSize.events).map(({ items, number, last }) => ({
    open: items.filter((one) => isOpen.has(one)),
    settled: items.filter((one) => !isOpen.has(one)),
    total: all.length,
    number,
    last,
  }))
}

/** What came of something announced: `Slipped to 21–31 March 2031: put off.`, or how far the record reaches. */
export function describeOutcome({ status, date, slippedTo, outcome }: NewsEvent, reach: Reach): string {
  if (status === 'expected') return describeWindow(date, reach)
  const name = status.charAt(0).toUpperCase() + status.slice(1)
  const words = `${name}${slippedTo ? ` to ${toWords(slippedTo)}` : ''}${outcome ? `: ${outcome.replace(/\.$/, '')}` : ''}.`
  return status === 'slipped' && slippedTo ? `${words} ${describeWindow(slippedTo, reach)}` : words
}

/** The first and the last day on which something announced is to come, as `2031-03-21`. */
export interface DueDays {
  /** Null when the window has no start. */
  from: string | null
  to: string
}

/** When something without an outcome is due; null when its window has no end, or no sharp one. */
export function dueDays({ status, date, slippedTo }: NewsEvent): DueDays | null {
  const window = status === 'expected' ? date : status === 'slipped' ? slippedTo : null
  if (!window || isVague(window) || !Number.isFinite(window.latest)) return null
  return { from: Number.isFinite(window.earliest) ? toDay(window.earliest) : null, to: toDay(window.latest) }
}

/**
 * How a window that has no outcome lies to the end of the record. It has ended when something came into the record after
 * its last day; until then it ends, whatever day it is.
 */
function describeWindow(window: When | null, { extent, asOf }: Reach): string {
  if (!extent) return 'No article is on record.'
  const none = `no article here is later than ${toWords(extent.last)}.`
  if (!window) return `No window was given; ${none}`
  if (!Number.isFinite(window.latest)) return `No end of the window was given; ${none}`
  if (isVague(window)) return `The window, ${toWords(window)}, has no sharp end; ${none}`
  const end = toDay(window.latest)
  const day = toWords(toWhen(end) ?? window)
  const last = toWords(extent.last).replace(new RegExp(` ${end.slice(0, 4)}$`), '')
  if (window.latest <= extent.last.latest)
    return `Window ended ${day}; no article here says what came of it, and none is later than ${last}.`
  return `Window ${asOf !== null && asOf > end ? 'ended' : 'ends'} ${day}; no article here is later than ${last}.`
}

function toDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function compareEvents(a: NewsEvent, b: NewsEvent): number {
  if (!a.date || !b.date) return Number(a.date === null) - Number(b.date === null)
  return compareBackwards(a.date, b.date)
}
