/** What a quote has to do with the events that list it. */
import type { NewsEvent, Quote } from './types.ts'

export interface QuoteEvents {
  /** Announced by it. */
  announced: NewsEvent[]
  /** Reported in it: its words are an account of them. */
  reported: NewsEvent[]
  /** It was made there, or is about them. */
  other: NewsEvent[]
}

/** Each event of a quote once, under the closest of its ties. */
export function toQuoteEvents(quote: Quote): QuoteEvents {
  const found: QuoteEvents = { announced: [], reported: [], other: [] }
  for (const event of quote.events) {
    if (event.announcedBy === quote) found.announced.push(event)
    else if (event.reports.some(({ wording }) => wording?.quote === quote)) found.reported.push(event)
    else found.other.push(event)
  }
  return found
}
