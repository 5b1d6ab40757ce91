/** The events of the record as a timeline: what is expected apart, the rest by month or year, either way round. */

import { compare, getOrMake } from '../lists.ts'
import type { NewsEvent, When } from '../record/types.ts'
import { compareWhen, hasBound, toWhen } from '../record/when.ts'
import { openEvents } from './newest.ts'
import { type ListPage, pageSize, toPages } from './pages.ts'

/** Which end of a timeline comes first. */
export type Order = 'newest' | 'oldest'

export interface Period {
  /** A month `2025-08`, years of which the month is uncertain `2022-2025` or `2022`, `undated`, or `ahead`. */
  id: string
  events: NewsEvent[]
  /** Whether it began on the page before. */
  goesOn?: boolean
}

export interface Timeline {
  order: Order
  ahead: NewsEvent[]
  /** In the order of the timeline, and so are the events in each; those without a date come last. */
  periods: Period[]
}

/**
 * Order of the timeline, newest first: by the latest day, then by the earliest; the vaguer of two comes second. An end
 * that nobody gives orders nothing, so `2029/..` stands where it starts.
 */
export function compareBackwards(a: When, b: When): number {
  return compare(endOf(b), endOf(a)) || compare(b.earliest, a.earliest) || compare(a.latest, b.latest)
}

/**
 * The timeline of these events. A span of days stands in the month that comes first on the page, the one in which it ends
 * or, oldest first, begins; a longer one under its years.
 */
export function toTimeline({ events }: { events: readonly NewsEvent[] }, order: Order = 'newest'): Timeline {
  const periods = new Map<string, Period>()
  for (const event of sortPast(events, order)) {
    const id = periodOf(event, order)
    getOrMake(periods, id, (): Period => ({ id, events: [] })).events.push(event)
  }
  return { order, ahead: openEvents({ events: [...events] }), periods: [...periods.values()] }
}

/** What is not expected, in the order of its dates; those without one come last. */
export function sortPast(events: readonly NewsEvent[], order: Order): NewsEvent[] {
  const past = events.filter(({ status }) => status !== 'expected')
  const dated = past.flatMap((event) => (event.date && hasBound(event.date) ? [{ event, date: event.date }] : []))
  const compare = order === 'newest' ? compareBackwards : compareWhen
  return [
    ...dated.toSorted((a, b) => compare(a.date, b.date)).map(({ event }) => event),
    ...past.filter(({ date }) => date === null || !hasBound(date)),
  ]
}

/** How many that are expected stand on the timeline; the rest is on the page of what was announced. */
export const aheadShown: number = pageSize.events / 4

/** The past of a timeline in pages, with the first of what is expected at its newest end. */
export function toTimelinePages(timeline: Timeline, size: number = pageSize.events): ListPage<Period>[] {
  const pages = splitPeriods(timeline.periods, size)
  const ahead = toAheadPeriods(timeline.ahead.slice(0, aheadShown))
  const end = timeline.order === 'newest' ? pages[0] : pages.at(-1)
  if (end) end.items = timeline.order === 'newest' ? [...ahead, ...end.items] : [...end.items, ...ahead]
  return pages
}

/** A timeline in pages as one list, with all that is expected at its newest end. */
export function toWholePages({ order, ahead, periods }: Timeline, size: number = pageSize.events): ListPage<Period>[] {
  const list = order === 'newest' ? [...toAheadPeriods(ahead), ...periods] : [...periods, ...toAheadPeriods(ahead)]
  return splitPeriods(list, size)
}

/** The first and the last period that a page covers, what is expected aside. */
export function toSpan(periods: readonly Period[]): [first: string, last: string] | null {
  const dated = periods.filter(({ id }) => id !== 'ahead')
  const ids = (dated.length > 0 ? dated : periods).map(({ id }) => id)
  const [first, last] = [ids[0], ids.at(-1)]
  return first !== undefined && last !== undefined ? [first, last] : null
}

/** The months in which a date can lie, `2025-08`, when it leaves no more than a month open. */
export function monthsOf(date: When): string[] {
  const { earliest, latest } = knownPart(date)
  if (!isShort({ earliest, latest })) return []
  const months: string[] = []
  for (let day = earliest; day <= latest; day += dayLength) months.push(toMonth(day))
  return [...new Set([...months, toMonth(latest)])]
}

/** The first and the last year in which a date can lie; null when neither is known. */
export function yearsOf(date: When): [first: number, last: number] | null {
  if (!hasBound(date)) return null
  const { earliest, latest } = knownPart(date)
  return [new Date(earliest).getUTCFullYear(), new Date(latest).getUTCFullYear()]
}

/** A year for addresses and print. */
export function toYear(year: number): string {
  return String(year).padStart(4, '0')
}

const dayLength = 86_400_000

function toAheadPeriods(events: NewsEvent[]): Period[] {
  return events.length > 0 ? [{ id: 'ahead', events }] : []
}

/** A period may go on from one page to the next. */
function splitPeriods(periods: readonly Period[], size: number): ListPage<Period>[] {
  const entries = periods.flatMap((period) => period.events.map((event) => ({ period, event })))
  return toPages(entries, size).map(({ items, ...page }) => {
    const shown = new Map<Period, Period>()
    for (const { period, event } of items) {
      const goesOn = period.events[0] !== event
      getOrMake(shown, period, () => ({ ...period, events: [], ...(goesOn && { goesOn }) })).events.push(event)
    }
    return { ...page, items: [...shown.values()] }
  })
}

/** The month, when a date leaves no more than a month open; otherwise the years it reaches over. */
function periodOf({ date }: NewsEvent, order: Order): string {
  if (!date || !hasBound(date)) return 'undated'
  const { earliest, latest } = knownPart(date)
  if (isShort({ earliest, latest })) return toMonth(order === 'newest' ? latest : earliest)
  const years = [earliest, latest].map((time) => toYear(new Date(time).getUTCFullYear()))
  return [...new Set(years)].join('-')
}

function isShort({ earliest, latest }: Bounds): boolean {
  return toMonth(earliest) === toMonth(latest) || latest - earliest < 31 * dayLength
}

function toMonth(time: number): string {
  const date = new Date(time)
  return `${toYear(date.getUTCFullYear())}-${String(date.getUTCMonth() + 1).padStart(2, '0')}`
}

type Bounds = Pick<When, 'earliest' | 'latest'>

/** A date without the end that nobody gives: of `2029/..` the year 2029. */
function knownPart({ edtf, earliest, latest }: When): Bounds {
  if (Number.isFinite(earliest) && Number.isFinite(latest)) return { earliest, latest }
  const side = edtf.split('/').find((end) => end !== '' && end !== '..')
  const known = side === edtf ? null : toWhen(side ?? '')
  if (known && Number.isFinite(known.earliest) && Number.isFinite(known.latest)) return known
  const end = Number.isFinite(latest) ? latest : earliest
  return { earliest: end, latest: end }
}

function endOf({ earliest, latest }: Bounds): number {
  return Number.isFinite(latest) ? latest : earliest
}
