/** What is said of days. */
import type { DayLine, DayTie } from '../views/day.ts'
import { count, listNames } from './count.ts'
import { say } from './say.ts'

/** How something belongs to a day. */
export function tieToDay(as: DayTie): string {
  return say(`day.${as}`)
}

/** What is on record for a day: `3 events, 12 statements and 2 articles on record.` */
export function describeDay({ articles, events, quotes }: DayLine): string {
  const parts = [
    events > 0 && count(events, 'events'),
    quotes > 0 && count(quotes, 'statements'),
    articles > 0 && count(articles, 'articles'),
  ].filter((part) => part !== false)
  return parts.length > 0 ? say('day.record', { list: listNames(parts) }) : say('day.nothing')
}
