/** A topic told in time: its events and quotes interleaved, oldest first. */
import type { NewsEvent, Quote, Topic, When } from '../record/types.ts'
import { compareWhen, hasBound } from '../record/when.ts'
import { dayAnchor, urls } from '../urls.ts'
import { type EventLine, toEventLine } from './event.ts'
import { type OccasionView, toOccasions } from './occasions.ts'
import { pageSize } from './pages.ts'

/** An event that took place, or words. */
export type StoryEntry = { is: 'event'; event: NewsEvent } | { is: 'quote'; quote: Quote }

/** What one stretch of a page shows: an event, or what one speaker said on one occasion. */
type StoryPart = { is: 'event'; event: EventLine } | { is: 'words'; occasion: OccasionView; anchor: string | null }

export interface StoryPeriod {
  /** A month `2025-08`, a year `2029`, or `undated`. */
  id: string
  parts: StoryPart[]
}

/** The events and quotes of a topic, oldest first; what is expected stands ahead of it, what has no date at its end. */
export function toTopicStory(topic: Pick<Topic, 'events' | 'quotes'>): StoryEntry[] {
  const events = topic.events
    .filter(({ status }) => status !== 'expected')
    .map((event): StoryEntry => ({ is: 'event', event }))
  const quotes = topic.quotes.map((quote): StoryEntry => ({ is: 'quote', quote }))
  // Stable: of one time the event comes first, and the quotes stay in the order they were said.
  return [...events, ...quotes].sort(compareEntries)
}

/** A page of the story by months; one speaker's words of one occasion stand together. */
export function toPeriods(entries: readonly StoryEntry[]): StoryPeriod[] {
  const periods: { id: string; entries: StoryEntry[] }[] = []
  for (const entry of entries) {
    const id = periodOf(whenOf(entry))
    const last = periods.at(-1)
    if (last?.id === id) last.entries.push(entry)
    else periods.push({ id, entries: [entry] })
  }
  const anchored = new Set<string>()
  return periods.map(({ id, entries: own }) => ({ id, parts: toParts(own, anchored) }))
}

/** Where the words of a day stand in the story: the page and the place on it. */
export function urlInStory(topic: Topic, entries: readonly StoryEntry[]): (quote: Quote) => string {
  const pages = new Map<string, number>()
  for (const [index, entry] of entries.entries()) {
    const day = entry.is === 'quote' && entry.quote.said?.edtf
    if (day && !pages.has(day)) pages.set(day, Math.floor(index / pageSize.story) + 1)
  }
  return ({ said, url }) =>
    said ? `${urls.listPage(topic.url, pages.get(said.edtf) ?? 1)}#${dayAnchor(said.edtf)}` : url
}

function toParts(entries: readonly StoryEntry[], anchored: Set<string>): StoryPart[] {
  const parts: StoryPart[] = []
  let run: Quote[] = []
  const close = (): void => {
    for (const occasion of toOccasions(run)) {
      const { said } = occasion
      const anchor = said !== null && !anchored.has(said) ? dayAnchor(said) : null
      if (said !== null) anchored.add(said)
      parts.push({ is: 'words', occasion, anchor })
    }
    run = []
  }
  for (const entry of entries) {
    if (entry.is === 'quote') run.push(entry.quote)
    else {
      close()
      parts.push({ is: 'event', event: toEventLine(entry.event) })
    }
  }
  close()
  return parts
}

function whenOf(entry: StoryEntry): When | null {
  return entry.is === 'quote' ? (entry.quote.said ?? entry.quote.reported) : entry.event.date
}

function compareEntries(a: StoryEntry, b: StoryEntry): number {
  const [first, second] = [whenOf(a), whenOf(b)]
  const [hasFirst, hasSecond] = [first !== null && hasBound(first), second !== null && hasBound(second)]
  if (first && second && hasFirst && hasSecond) return compareWhen(first, second)
  return Number(hasSecond) - Number(hasFirst)
}

/** The month in which a date lies; of a longer one the year in which it begins. */
function periodOf(when: When | null): string {
  if (!when || !hasBound(when)) return 'undated'
  const start = Number.isFinite(when.earliest) ? when.earliest : when.latest
  const end = Number.isFinite(when.latest) ? when.latest : start
  const [first, last] = [start, end].map((time) => new Date(time).toISOString().slice(0, 7)) as [string, string]
  return first === last ? first : first.slice(0, 4)
}
