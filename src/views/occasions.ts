/** Quotes by occasion, so that no list says the same day and audience beside each. */
import type { Quote, Speaker } from '../record/types.ts'
import { toLink } from './links.ts'
import { type QuoteLine, toQuoteLine } from './quote.ts'
import type { Link } from './shapes.ts'

/** Quotes of one occasion: one speaker, one day, one place or audience, one office. */
export interface OccasionView {
  speaker: Link
  said: string | null
  /** The day of the report, where nobody says when it was said. */
  reported: string
  context: string | null
  role: string | null
  quotes: QuoteLine[]
}

/** Quotes of one speaker. */
export interface SpeakerQuotes {
  speaker: Speaker
  quotes: Quote[]
}

/** Quotes by speaker, in the order in which the speakers first appear. */
export function groupBySpeaker(quotes: readonly Quote[]): SpeakerQuotes[] {
  return [...Map.groupBy(quotes, ({ speaker }) => speaker)].map(([speaker, own]) => ({ speaker, quotes: own }))
}

/** Gathers quotes by occasion without changing their order: an occasion that comes back is another group. */
export function toOccasions(quotes: readonly Quote[]): OccasionView[] {
  const groups: OccasionView[] = []
  for (const quote of quotes) {
    const line = toQuoteLine(quote)
    const { context, role, said, reported } = line
    const last = groups.at(-1)
    const isSame =
      last?.speaker.id === quote.speaker.id &&
      last.said === said &&
      (said !== null || last.reported === reported) &&
      last.context === context &&
      last.role === role
    if (isSame) last.quotes.push(line)
    else groups.push({ speaker: toLink(quote.speaker), said, reported, context, role, quotes: [line] })
  }
  return groups
}
