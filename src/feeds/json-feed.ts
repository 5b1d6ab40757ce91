/** JSON Feed 1.1 (jsonfeed.org/version/1.1). */
import { urls } from '../urls.ts'
import type { FeedEntry } from './entries.ts'
import type { Feed } from './feeds.ts'

export function toJsonFeed(feed: Feed): string {
  return escapeJson({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    description: feed.description,
    home_page_url: urls.absolute(feed.page),
    feed_url: urls.absolute(urls.feed(feed.name, 'feed.json')),
    language: feed.language,
    authors: [{ name: feed.siteName }],
    items: feed.entries.map((entry) => toItem(entry, feed.language)),
  })
}

function toItem(
  { id, url, title, language, html, published, updated, authors, categories, links }: FeedEntry,
  ours: string,
) {
  return {
    id,
    url,
    ...(links[0]?.rel === 'via' ? { external_url: links[0].href } : {}),
    title,
    ...(language && language !== ours ? { language } : {}),
    content_html: html,
    date_published: published,
    date_modified: updated,
    ...(authors.length === 0 ? {} : { authors: authors.map((name) => ({ name })) }),
    tags: categories.map(({ label }) => label),
    // Every source and every place in our copy, which the format has no field for.
    _on_record: { categories: categories.map(({ term }) => term), links },
  }
}

/** JSON that is safe inside HTML too. */
function escapeJson(value: object): string {
  return `${JSON.stringify(value, null, 1).replace(/[\u2028\u2029]/g, (separator) => (separator === '\u2028' ? '\\u2028' : '\\u2029'))}\n`
}
