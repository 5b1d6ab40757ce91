/** Quotes by who said them, and in which office. */
import type { Quote, Speaker } from './types.ts'

export interface OfficeQuotes {
  speaker: Speaker
  role: string | null
  quotes: Quote[]
}

/** Gathers quotes by speaker and office, in the order in which these first appear. */
export function groupByOffice(quotes: readonly Quote[]): OfficeQuotes[] {
  const groups = new Map<string, OfficeQuotes>()
  for (const quote of quotes) {
    const { speaker, role } = quote
    const key = `${speaker.id} ${role ?? ''}`
    const group = groups.get(key) ?? { speaker, role, quotes: [] }
    group.quotes.push(quote)
    groups.set(key, group)
  }
  return [...groups.values()]
}
