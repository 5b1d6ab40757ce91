/** The events of the record as a timeline: what is expected apart, the rest by month or year. */
import { shapeOf } from './describe.ts'
import { openEvents } from './newest.ts'
import type { NewsEvent, NewsRecord, When } from './types.ts'
import { toWhen, toWords } from './when.ts'

export interface Period {
  /** `August 2025`, `2022`, `Without a date`. */
  name: string
  /** For addresses within the page: `2025-08`, `2022`, `undated`. */
  id: string
  events: NewsEvent[]
}

export interface Timeline {
  ahead: NewsEvent[]
  /** Newest first, and so are the events in each. */
  periods: Period[]
}

/** Order in time. A start that nobody gives says nothing, so such an event stands where its end does. */
export function compareInTime(a: When, b: When): number {
  return startOf(a) - startOf(b) || a.latest - b.latest
}

/** The whole timeline, newest first. A span stands in the month in which it ends. */
export function toTimeline(record: NewsRecord): Timeline {
  const past = record.events.filter(({ status }) => status !== 'expected')
  const dated = past
    .filter(({ date }) => date !== null)
    .toSorted((a, b) => compareInTime(b.date as When, a.date as When))
  const periods = new Map<string, Period>()
  for (const event of dated) {
    const { name, id } = periodOf(event.date as When)
    const period = periods.get(id) ?? { name, id, events: [] }
    period.events.push(event)
    periods.set(id, period)
  }
  const ordered = [...periods.values()].toSorted((a, b) => b.id.localeCompare(a.id, 'en'))
  const undated = past.filter(({ date }) => date === null)
  if (undated.length > 0) ordered.push({ name: 'Without a date', id: 'undated', events: undated })
  return { ahead: openEvents(record), periods: ordered }
}

function periodOf(when: When): { name: string; id: string } {
  const end = Number.isFinite(when.latest) ? when.latest : when.earliest
  const month = new Date(end).toISOString().slice(0, 7)
  const unit = when.latest - startOf(when) < 32 * 86_400_000 || shapeOf(when) === 'open' ? month : month.slice(0, 4)
  const named = toWhen(unit)
  return { name: named ? toWords(named) : unit, id: unit }
}

function startOf(when: When): number {
  return Number.isFinite(when.earliest) ? when.earliest : when.latest
}
