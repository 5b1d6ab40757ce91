/** RSS 2.0 (rssboard.org/rss-specification), with the names of Dublin Core and Atom where it has none of its own. */
import { urls } from '../urls.ts'
import type { FeedEntry } from './entries.ts'
import type { Feed } from './feeds.ts'
import { element, type Markup, toXml } from './markup.ts'

export function toRss(feed: Feed): string {
  return toXml(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, urls.absolute(feed.page)),
        element('description', {}, feed.description),
        element('language', {}, feed.language),
        element('lastBuildDate', {}, toRssDate(feed.updated)),
        element('atom:link', {
          rel: 'self',
          type: 'application/rss+xml',
          href: urls.absolute(urls.feed(feed.name, 'rss.xml')),
        }),
        ...feed.entries.map((entry) => toItem(entry, feed.language)),
      ),
    ),
    urls.publicFile('feed.css'),
  )
}

function toItem(entry: FeedEntry, ours: string): Markup {
  return element(
    'item',
    {},
    element('title', {}, entry.title),
    element('link', {}, entry.url),
    element('guid', { isPermaLink: String(entry.id === entry.url) }, entry.id),
    element('pubDate', {}, toRssDate(entry.published)),
    element('atom:updated', {}, entry.updated),
    entry.language && entry.language !== ours && element('dc:language', {}, entry.language),
    ...entry.authors.map((name) => element('dc:creator', {}, name)),
    ...entry.categories.map(({ label }) => element('category', {}, label)),
    ...entry.links.map(({ rel, href, title }) => element('atom:link', { rel, href, title })),
    element('description', {}, entry.html),
  )
}

/** `Sun, 22 Nov 2026 12:00:00 GMT` (RFC 822). */
function toRssDate(moment: string): string {
  return new Date(moment).toUTCString()
}
