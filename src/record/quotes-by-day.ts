/** Quotes by the day they were said, newest first; those without a day apart, by the day they were reported. */
import { compareNewest } from './newest.ts'
import type { Quote, When } from './types.ts'

export interface QuoteDay {
  when: When
  /** Whether `when` is the day it was said; otherwise it is the day it was reported. */
  said: boolean
  quotes: Quote[]
}

/** Groups quotes; within a day the more literal and more widely carried come first. */
export function groupByDay(quotes: readonly Quote[]): QuoteDay[] {
  const days = new Map<string, QuoteDay>()
  for (const quote of quotes.toSorted(compareNewest)) {
    const when = quote.said ?? quote.reported
    const key = `${quote.said ? 'said' : 'reported'} ${when.edtf}`
    const day = days.get(key) ?? { when, said: quote.said !== null, quotes: [] }
    day.quotes.push(quote)
    days.set(key, day)
  }
  return [...days.values()]
}
