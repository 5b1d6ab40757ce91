/** A topic told in time: its events and quotes interleaved, oldest first. */
import type { NewsEvent, Quote, Topic, When } from '../record/types.ts'
import { compareWhen, hasBound } from '../record/when.ts'
import { type EventLine, toEventLine } from './event.ts'
import { type OccasionView, toOccasions } from './occasions.ts'

/** An event that took place, or words. */
export type StoryEntry = { is: 'event'; event: NewsEvent } | { is: 'quote'; quote: Quote }

/** What one stretch of a page shows: an event, or what one speaker said on one occasion. */
type StoryPart = { is: 'event'; event: EventLine } | { is: 'words'; occasion: OccasionView }

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
  return periods.map(({ id, entries: own }) => ({ id, parts: toParts(own) }))
}

function toParts(entries: readonly StoryEntry[]): StoryPart[] {
  const parts: StoryPart[] = []
  let run: Quote[] = []
  const close = (): void => {
    parts.push(...toOccasions(run).map((occasion): StoryPart => ({ is: 'words', occasion })))
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
