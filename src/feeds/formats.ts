/** The formats of every feed. */
import { toAtom } from './atom.ts'
import type { Feed } from './feeds.ts'
import { toJsonFeed } from './json-feed.ts'
import { toRss } from './rss.ts'

export const feedFormats: { name: string; file: string; type: string; write: (feed: Feed) => string }[] = [
  { name: 'Atom', file: 'atom.xml', type: 'application/atom+xml', write: toAtom },
  { name: 'RSS', file: 'rss.xml', type: 'application/rss+xml', write: toRss },
  { name: 'JSON Feed', file: 'feed.json', type: 'application/feed+json', write: toJsonFeed },
]
