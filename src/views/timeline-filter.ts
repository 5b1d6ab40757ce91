/** The timeline as its filters need it: which values each event has, and where its entry is. */
import type { NewsEvent, NewsRecord } from '../record/types.ts'
import { type ChoiceView, type Chooser, choosers, toChoices, toChoiceView } from './choices.ts'
import { type EventEntryView, toEventEntryView } from './event-entry.ts'
import { sortPast, toTimeline } from './timeline.ts'
import type { PeriodView } from './timeline-page.ts'

/** What is filtered; the entries themselves are built pages, a few events each. */
export interface TimelineFilterView {
  /** How many events and articles the whole timeline has. */
  whole: { events: number; articles: number }
  groups: { by: Chooser; values: ChoiceView[] }[]
  /** Headings, `2025-08`. */
  periods: string[]
  /** Newest first, after those that are expected; a heading gathers those under it. */
  events: FilterRow[]
  /** Numbers of the events, oldest first. */
  oldest: number[]
  /** How many entries a chunk has. */
  size: number
}

/** Names are short because there are thousands of rows. */
export interface FilterRow {
  /** Its number among all events of the record, oldest first: by it the chunk of entries is found. */
  n: number
  /** Numbers of its values; values are numbered through all groups. */
  in: number[]
  /** Heading, newest first; none for what is expected. */
  at?: number
  /** Heading, oldest first, where it is another. */
  from?: number
}

/** How many entries a chunk has. Counted from the oldest event, so that a new one changes few of them. */
export const chunkSize = 10

export function toTimelineFilterView(record: NewsRecord): TimelineFilterView {
  const choices = toChoices(record)
  const inside = new Map<NewsEvent, number[]>(record.events.map((event) => [event, []]))
  const numbers = new Map(record.events.map((event, number) => [event, number]))
  const all = choosers.flatMap((by) => choices[by])
  for (const [value, { events }] of all.entries()) for (const event of events) inside.get(event)?.push(value)
  const periods: string[] = []
  const [newest, oldest] = [toTimeline(record), toTimeline(record, 'oldest')]
  const headings = [newest, oldest].map((timeline) => {
    const of = new Map<NewsEvent, number>()
    for (const { id, events } of timeline.periods) {
      if (!periods.includes(id)) periods.push(id)
      for (const event of events) of.set(event, periods.indexOf(id))
    }
    return of
  })
  const sorted = [...newest.ahead, ...sortPast(record.events, 'newest')]
  const places = new Map(sorted.map((event, place) => [event, place]))
  return {
    whole: { events: record.events.length, articles: record.articles.length },
    groups: choosers.map((by) => ({ by, values: choices[by].map(toChoiceView) })),
    periods,
    events: sorted.map((event): FilterRow => {
      const [at, from] = headings.map((of) => of.get(event))
      return {
        n: numbers.get(event) ?? 0,
        in: inside.get(event) ?? [],
        ...(at !== undefined && { at }),
        ...(from !== undefined && from !== at && { from }),
      }
    }),
    oldest: [...sortPast(record.events, 'oldest'), ...oldest.ahead].map((event) => places.get(event) ?? 0),
    size: chunkSize,
  }
}

/** Entries of events, or headings without entries. */
export interface TimelineChunkView {
  /** Its number, from 1, or `headings`. */
  name: string
  events: EventEntryView[]
  headings: PeriodView[]
}

/** The entries of all events, a chunk after the other, and the headings they can stand under. */
export function toTimelineChunks(record: NewsRecord): TimelineChunkView[] {
  const { events } = record
  if (events.length === 0) return []
  const { periods } = toTimelineFilterView(record)
  return [
    ...Array.from({ length: Math.ceil(events.length / chunkSize) }, (_, chunk) => ({
      name: String(chunk + 1),
      events: events.slice(chunk * chunkSize, (chunk + 1) * chunkSize).map(toEventEntryView),
      headings: [],
    })),
    { name: 'headings', events: [], headings: ['ahead', ...periods].map((id) => ({ id, goesOn: false, events: [] })) },
  ]
}
