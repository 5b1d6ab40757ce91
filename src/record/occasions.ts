/** A speaker's quotes by occasion, so that no list says the same day and audience beside each. */
import type { Quote, When } from './types.ts'

/** Quotes of one occasion: one day, one place or audience, one office. */
export interface QuoteOccasion {
  said: When | null
  /** The day of the report, where nobody says when it was said. */
  reported: When
  context: string | null
  role: string | null
  quotes: Quote[]
}

/** Gathers quotes by occasion without changing their order: an occasion that comes back is another group. */
export function groupByOccasion(quotes: readonly Quote[]): QuoteOccasion[] {
  const groups: QuoteOccasion[] = []
  for (const quote of quotes) {
    const { said, reported, context, role } = quote
    const last = groups.at(-1)
    const same =
      last &&
      last.said?.edtf === said?.edtf &&
      (said !== null || last.reported.edtf === reported.edtf) &&
      last.context === context &&
      last.role === role
    if (same) last.quotes.push(quote)
    else groups.push({ said, reported, context, role, quotes: [quote] })
  }
  return groups
}
