/** Things of the record, named as links, and dates as days. */
import type { Speaker, When } from '../record/types.ts'
import type { Days, Link, SpeakerLink } from './shapes.ts'

/** A link to something that has a name. */
export const toLink = ({ id, name, url }: { id: string; name: string; url: string }): Link => ({ id, name, url })

/** A link to a speaker. */
export const toSpeakerLink = ({ id, kind, name, url }: Speaker): SpeakerLink => ({ id, name, url, kind })

/** A link to something that has a title. */
export const toTitleLink = ({ id, title, url }: { id: string; title: string; url: string }): Link =>
  toLink({ id, name: title, url })

export const toIds = (things: Iterable<{ id: string }>): string[] => Array.from(things, ({ id }) => id)

/** First and last day of a date; null without one. */
export function toDays(when: When | null): Days | null {
  return when && { first: toDay(when.earliest), last: toDay(when.latest) }
}

/** A moment as its day in UTC, `2025-08-21`; null for one that is open. */
export function toDay(time: number): string | null {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : null
}
