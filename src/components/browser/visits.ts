/** What a reader has seen of a record, visit by visit, and what is new to them. Pure: the browser's store is elsewhere. */
import type { Change, Changes } from '../../views/changes.ts'
import { toLocalDay } from '../../words/reader-days.ts'

/** What stood in the list at a visit: when each last changed, by address. */
export interface Seen {
  whole: boolean
  last: Record<string, string>
}

/** What the browser keeps. */
export type Visits = { off: true } | { seen: Seen; at: number; before: Seen | null; since: string | null }

/** What is new to a reader, told apart. */
export interface News {
  /** Happened, was said or was published after the day of the last visit. */
  happened: Change[]
  /** Came into the record, and is of an earlier time or still ahead. */
  added: Change[]
  /** Was there, and has changed. */
  changed: Change[]
}

/** A page opened within this time belongs to the same visit, in milliseconds. */
const visitLength = 30 * 60_000

/** The visits after this page was opened. */
export function visit(
  known: Exclude<Visits, { off: true }> | null,
  list: Changes,
  now: Date,
): Exclude<Visits, { off: true }> {
  const seen: Seen = { whole: list.whole, last: Object.fromEntries(list.changes.map(({ url, last }) => [url, last])) }
  if (known === null) return { seen, at: now.getTime(), before: null, since: null }
  const isSame = now.getTime() - known.at < visitLength
  return {
    seen,
    at: now.getTime(),
    before: isSame ? known.before : known.seen,
    since: isSame ? known.since : toLocalDay(new Date(known.at)),
  }
}

/** What the list has that was not there, or was otherwise, at the visit before, which was on the day `since`. */
export function compareVisits(list: Changes, before: Seen, since: string): News {
  const news: News = { happened: [], added: [], changed: [] }
  const oldest = (before.whole ? undefined : Object.values(before.last).toSorted()[0]) ?? ''
  for (const change of list.changes) {
    const known = before.last[change.url]
    // What is older than all that was listed then was there, beyond the end of the list.
    if (known === change.last || (known === undefined && change.last < oldest)) continue
    const isChanged = known !== undefined || change.first < oldest || change.is === 'correction'
    if (change.from !== null && change.from > since) news.happened.push(change)
    else if (isChanged) news.changed.push(change)
    else news.added.push(change)
  }
  return news
}

/** What the browser kept, if it is of this form. */
export function readVisits(text: string | null): Visits | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Partial<Record<string, unknown>> | null
    if (kept?.['off'] === true) return { off: true }
    return isSeen(kept?.['seen']) && typeof kept?.['at'] === 'number' ? (kept as Visits) : null
  } catch {
    return null
  }
}

function isSeen(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'last' in value && typeof value.last === 'object'
}
