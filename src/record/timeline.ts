/** The events of the record as a timeline: what is expected apart, the rest by month or year. */
import { openEvents } from './newest.ts'
import { type ListPage, pageSize, toPages } from './pages.ts'
import type { NewsEvent, NewsRecord, When } from './types.ts'
import { hasBound, toWhen, toWords } from './when.ts'

export interface Period {
  /** `August 2025`, `2022–2025, month uncertain`, `Without a date`. */
  name: string
  /** For addresses within the page: `2025-08`, `2022-2025`, `undated`. */
  id: string
  events: NewsEvent[]
}

export interface Timeline {
  ahead: NewsEvent[]
  /** Newest first, and so are the events in each. */
  periods: Period[]
}

/**
 * Order of the timeline, newest first: by the latest day, then by the earliest; the vaguer of two comes second. An end
 * that nobody gives orders nothing, so `2029/..` stands where it starts.
 */
export function compareBackwards(a: When, b: When): number {
  return compareBounds(endOf(b), endOf(a)) || compareBounds(b.earliest, a.earliest) || compareBounds(a.latest, b.latest)
}

/** The whole timeline, newest first. A span of days stands in the month in which it ends, a longer one under its years. */
export function toTimeline(record: NewsRecord): Timeline {
  const past = record.events.filter(({ status }) => status !== 'expected')
  const dated = past.flatMap((event) => (event.date && hasBound(event.date) ? [{ event, date: event.date }] : []))
  const periods = new Map<string, Period>()
  for (const { event, date } of dated.toSorted((a, b) => compareBackwards(a.date, b.date))) {
    const { name, id } = periodOf(date)
    const period = periods.get(id) ?? { name, id, events: [] }
    period.events.push(event)
    periods.set(id, period)
  }
  const undated = past.filter(({ date }) => date === null || !hasBound(date))
  if (undated.length > 0) periods.set('undated', { name: 'Without a date', id: 'undated', events: undated })
  return { ahead: openEvents(record), periods: [...periods.values()] }
}

/** The past of a timeline in pages; a period may go on from one page to the next. */
export function toTimelinePages({ periods }: Timeline, size: number = pageSize.events): ListPage<Period>[] {
  const entries = periods.flatMap((period) => period.events.map((event) => ({ period, event })))
  return toPages(entries, size).map(({ items, ...page }) => {
    const shown = new Map<Period, Period>()
    for (const { period, event } of items) {
      const part = shown.get(period) ?? { ...period, events: [] }
      part.events.push(event)
      shown.set(period, part)
    }
    return { ...page, items: [...shown.values()] }
  })
}

/** The month, when a date lies within one or ends an open stretch; otherwise the years it reaches over. */
function periodOf({ earliest, latest }: Bounds): { name: string; id: string } {
  const end = endOf({ earliest, latest })
  const start = Number.isFinite(earliest) ? earliest : end
  const [first, month] = [start, end].map((time) => new Date(time).toISOString().slice(0, 7)) as [string, string]
  if (first === month || end - start < 31 * 86_400_000) {
    const named = toWhen(month)
    return { name: named ? toWords(named) : month, id: month }
  }
  const years = [...new Set([first.slice(0, 4), month.slice(0, 4)])]
  return { name: `${years.join('–')}, month uncertain`, id: years.join('-') }
}

type Bounds = Pick<When, 'earliest' | 'latest'>

function endOf({ earliest, latest }: Bounds): number {
  return Number.isFinite(latest) ? latest : earliest
}

function compareBounds(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
