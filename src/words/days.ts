/** What is said of days. */
import type { DayLine, DayTie } from '../views/day.ts'
import { count, listNames } from './count.ts'

/** How something belongs to a day. */
export const dayTies: { readonly [as in DayTie]: string } = {
  on: 'On this day',
  perhaps: 'Perhaps on this day: the date is not given exactly',
  slipped: 'Put off to this day',
  reported: 'Reported on this day; when it was said is not given',
}

/** What is on record for a day: `3 events, 12 statements and 2 articles on record.` */
export function describeDay({ articles, events, quotes }: DayLine): string {
  const parts = [
    events > 0 && count(events, 'event'),
    quotes > 0 && count(quotes, 'statement'),
    articles > 0 && count(articles, 'article'),
  ].filter((part) => part !== false)
  return parts.length > 0 ? `On record: ${listNames(parts)}.` : 'Nothing is on record for this day.'
}
