/** Atom (RFC 4287). */
import { urls } from '../urls.ts'
import type { FeedEntry } from './entries.ts'
import type { Feed } from './feeds.ts'
import { element, type Markup, toXml } from './markup.ts'

export function toAtom(feed: Feed): string {
  return toXml(
    element(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      element('title', {}, feed.title),
      element('subtitle', {}, feed.description),
      element('id', {}, feed.id),
      element('link', {
        rel: 'self',
        type: 'application/atom+xml',
        href: urls.absolute(urls.feed(feed.name, 'atom.xml')),
      }),
      element('link', { rel: 'alternate', type: 'text/html', href: urls.absolute(feed.page) }),
      element('updated', {}, feed.updated),
      element('author', {}, element('name', {}, feed.siteName)),
      ...feed.entries.map((entry) => toEntryElement(entry, feed.language)),
    ),
    urls.publicFile('feed.css'),
  )
}

function toEntryElement(entry: FeedEntry, ours: string): Markup {
  return element(
    'entry',
    {},
    element('title', { 'xml:lang': entry.language === ours ? null : entry.language }, entry.title),
    element('id', {}, entry.id),
    element('link', { rel: 'alternate', type: 'text/html', href: entry.url }),
    ...entry.links.map(({ rel, href, title }) => element('link', { rel, href, title })),
    element('published', {}, entry.published),
    element('updated', {}, entry.updated),
    // An entry without an author has the feed's.
    ...entry.authors.map((name) => element('author', {}, element('name', {}, name))),
    ...entry.categories.map(({ term, label }) => element('category', { term, label })),
    element('content', { type: 'html' }, entry.html),
  )
}
