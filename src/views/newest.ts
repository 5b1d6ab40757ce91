/** What is newest in the record. */

import type { Kind, NewsEvent, NewsRecord, Quote } from '../record/types.ts'
import { independent } from './carriers.ts'

const literal: { [kind in Kind]: number } = { direct: 0, mixed: 1, indirect: 2 }

/**
 * Order of quotes, newest first: by the day they were said, then those of which only the day of the report is known;
 * of one day the more literal and the more widely carried first.
 */
export function compareNewest(a: Quote, b: Quote): number {
  return (
    Number(a.said === null) - Number(b.said === null) ||
    dayOf(b) - dayOf(a) ||
    literal[a.kind] - literal[b.kind] ||
    independent(b.wordings).length - independent(a.wordings).length ||
    a.id.localeCompare(b.id, 'en')
  )
}

/** The newest quotes, one a speaker before a second of the same. */
export function newestQuotes({ quotes }: Pick<NewsRecord, 'quotes'>, most: number): Quote[] {
  const rounds: Quote[][] = []
  const spoken = new Map<string, number>()
  for (const quote of quotes.toSorted(compareNewest)) {
    const round = spoken.get(quote.speaker.id) ?? 0
    spoken.set(quote.speaker.id, round + 1)
    rounds[round] = [...(rounds[round] ?? []), quote]
  }
  return rounds.flat().slice(0, most)
}

/**
 * Order of events, newest first: by their earliest day, so that a vague span stands back, then by their latest; those
 * without a start or without a date come last.
 */
function compareNewestEvents(a: NewsEvent, b: NewsEvent): number {
  return earliestOf(b) - earliestOf(a) || latestOf(b) - latestOf(a) || a.id.localeCompare(b.id, 'en')
}

/** The newest events that have happened; what is expected is elsewhere. */
export function newestEvents({ events }: Pick<NewsRecord, 'events'>, most: number): NewsEvent[] {
  return events
    .filter(({ status, date }) => status !== 'expected' && date !== null)
    .toSorted(compareNewestEvents)
    .slice(0, most)
}

/** Events announced without an outcome on record: those with a window first, in its order. */
export function openEvents({ events }: Pick<NewsRecord, 'events'>): NewsEvent[] {
  return events.filter(({ status }) => status === 'expected').toSorted((a, b) => windowOf(a) - windowOf(b))
}

function dayOf(quote: Quote): number {
  return (quote.said ?? quote.reported).latest
}

function earliestOf({ date }: NewsEvent): number {
  return date && Number.isFinite(date.earliest) ? date.earliest : -Number.MAX_VALUE
}

function latestOf({ date }: NewsEvent): number {
  return date && Number.isFinite(date.latest) ? date.latest : -Number.MAX_VALUE
}

function windowOf({ date }: NewsEvent): number {
  return date ? date.latest : Number.MAX_VALUE
}
