/** What is newest in the record. */
import type { Kind, NewsEvent, NewsRecord, Quote } from './types.ts'

const literal: { [kind in Kind]: number } = { direct: 0, mixed: 1, indirect: 2 }

/** Order of quotes, newest first: by the day they were said (or reported), the more literal and more widely carried first. */
export function compareNewest(a: Quote, b: Quote): number {
  return (
    dayOf(b) - dayOf(a) ||
    literal[a.kind] - literal[b.kind] ||
    b.wordings.length - a.wordings.length ||
    a.id.localeCompare(b.id, 'en')
  )
}

/** The newest quotes, one a speaker before a second of the same. */
export function newestQuotes({ quotes }: NewsRecord, most: number): Quote[] {
  const rounds: Quote[][] = []
  const spoken = new Map<string, number>()
  for (const quote of quotes.toSorted(compareNewest)) {
    const round = spoken.get(quote.speaker.id) ?? 0
    spoken.set(quote.speaker.id, round + 1)
    rounds[round] = [...(rounds[round] ?? []), quote]
  }
  return rounds.flat().slice(0, most)
}

/** The newest events that have happened, newest first; what is expected is elsewhere. */
export function newestEvents({ events }: NewsRecord, most: number): NewsEvent[] {
  return events
    .filter(({ status, date }) => status !== 'expected' && date !== null)
    .toSorted((a, b) => latestOf(b) - latestOf(a) || a.id.localeCompare(b.id, 'en'))
    .slice(0, most)
}

/** Events announced without an outcome on record: those with a window first, in its order. */
export function openEvents({ events }: NewsRecord): NewsEvent[] {
  return events.filter(({ status }) => status === 'expected').toSorted((a, b) => windowOf(a) - windowOf(b))
}

function dayOf(quote: Quote): number {
  return (quote.said ?? quote.reported).latest
}

function latestOf({ date }: NewsEvent): number {
  return date ? date.latest : Number.NEGATIVE_INFINITY
}

function windowOf({ date }: NewsEvent): number {
  return date ? date.latest : Number.MAX_VALUE
}
