/** The name under which feeds and calendars know a thing for good: its address, or a tag URI (RFC 4151) without one. */
import { origin } from '../site.ts'
import { urls } from '../urls.ts'

/** Domain of names when the site has no address of its own (RFC 2606 keeps it free). */
const nobody = 'on-record.invalid'

/** A URI for the page at a path, the same in every build for one `SITE`. */
export function toPermanentId(path: string): string {
  return origin ? urls.absolute(path) : `tag:${nobody},2025:${path}`
}

/** A calendar's name for it: `events/2025-08-15-alaska-meeting@example.org`. */
export function toUid(noun: string, id: string): string {
  return `${noun}/${id}@${origin ? new URL(origin).host : nobody}`
}
