/** Which pages have a picture of their own. */
import { compare } from '../lists.ts'
import type { NewsRecord } from '../record/types.ts'

/** Pictures at most, of the newest of a record. Each is a file, and hosts count files: Cloudflare Pages carries 20,000. */
export const mostPictures = 1000

/** Addresses of the newest quotes, events, speakers and articles, by the day on which they came into the record. */
export function toPictured({ articles, events, quotes, speakers }: NewsRecord, most = mostPictures): Set<string> {
  const newest = (days: readonly string[]): string => days.toSorted().at(-1) ?? ''
  const pages = [
    ...quotes.map(({ url, wordings }) => ({ url, added: newest(wordings.map(({ article }) => article.added)) })),
    ...events.map(({ url, added }) => ({ url, added })),
    ...speakers.map(({ url, quotes: own }) => ({
      url,
      added: newest(own.flatMap(({ wordings }) => wordings.map(({ article }) => article.added))),
    })),
    ...articles.map(({ url, added }) => ({ url, added })),
  ]
  const chosen = pages.toSorted((a, b) => compare(b.added, a.added)).slice(0, most)
  return new Set(chosen.map(({ url }) => url))
}
