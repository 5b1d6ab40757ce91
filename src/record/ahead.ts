/** What was announced and what came of it, from the record alone: the day on which it is read decides nothing. */
import { openEvents } from './newest.ts'
import { compareBackwards } from './timeline.ts'
import type { Extent, NewsEvent, NewsRecord, Report, When } from './types.ts'
import { isVague, toWhen, toWords } from './when.ts'

export interface Expectation {
  event: NewsEvent
  /** What came of it, or why the record cannot say; whole sentences. */
  outcome: string
  /** What the articles report of it besides the announcement. */
  reports: Report[]
}

export interface Ahead {
  /** Without an outcome on record, in the order of their windows. */
  open: Expectation[]
  /** Held, slipped or cancelled, newest first. */
  settled: Expectation[]
}

/** Everything that was announced. */
export function toAhead(record: Pick<NewsRecord, 'events' | 'extent'>): Ahead {
  const toExpectation = (event: NewsEvent): Expectation => ({
    event,
    outcome: describeOutcome(event, record.extent),
    reports: event.reports.filter(({ wording }) => !wording || wording.quote !== event.announcedBy),
  })
  const settled = record.events.filter(
    ({ status, announcedBy }) => status !== 'expected' && (status !== 'happened' || announcedBy !== null),
  )
  return { open: openEvents(record).map(toExpectation), settled: settled.toSorted(compareEvents).map(toExpectation) }
}

/** What came of something announced: `Slipped to 21–31 March 2031: put off.`, or how far the record reaches. */
export function describeOutcome({ status, date, slippedTo, outcome }: NewsEvent, extent: Extent | null): string {
  if (status === 'expected') return describeWindow(date, extent)
  const name = status.charAt(0).toUpperCase() + status.slice(1)
  const words = `${name}${slippedTo ? ` to ${toWords(slippedTo)}` : ''}${outcome ? `: ${outcome.replace(/\.$/, '')}` : ''}.`
  return status === 'slipped' && slippedTo ? `${words} ${describeWindow(slippedTo, extent)}` : words
}

/** How a window that has no outcome lies to the end of the record. */
function describeWindow(window: When | null, extent: Extent | null): string {
  if (!extent) return 'No article is on record.'
  const last = `no article here is later than ${toWords(extent.last)}.`
  if (!window) return `No window was given; ${last}`
  if (!Number.isFinite(window.latest)) return `No end of the window was given; ${last}`
  if (isVague(window)) return `The window, ${toWords(window)}, has no sharp end; ${last}`
  const end = toWhen(new Date(window.latest).toISOString().slice(0, 10))
  const day = toWords(end ?? window)
  if (window.latest > extent.last.latest) return `The window ends on ${day}. The record ends before it does: ${last}`
  return `Window ended ${day}; no article here says what came of it, and none is later than ${toWords(extent.last)}.`
}

function compareEvents(a: NewsEvent, b: NewsEvent): number {
  if (!a.date || !b.date) return Number(a.date === null) - Number(b.date === null)
  return compareBackwards(a.date, b.date)
}
