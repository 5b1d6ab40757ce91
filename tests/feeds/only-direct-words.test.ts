/** Nothing but direct words stands in quotation marks: in feeds, calendars, citations and pictures as on the pages. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citeArticle, citeEvent, citeQuote } from '../../src/citations/citation.ts'
import { toMarkdown } from '../../src/citations/markdown.ts'
import { toText } from '../../src/citations/text.ts'
import { toFeeds } from '../../src/feeds/feeds.ts'
import { calendars, toCalendar } from '../../src/feeds/icalendar.ts'
import { imagesOf } from '../../src/images/choose.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { toViews } from '../../src/views/views.ts'
import { findQuotations, isKnown, toDirectWords } from '../quotations.ts'

for (const folder of ['content', 'tests/fixtures/small/content']) {
  test(`what is made of ${folder} quotes nothing but direct words`, () => {
    const views = toViews(readContent(folder).record)
    const { site, quotes, events, articles } = views
    const known = toDirectWords(views)
    const decode = (html: string) =>
      html
        .replace(/<\/(p|li|blockquote)>/g, '\n')
        .replace(/<[^>]*>/g, '')
        .replace(/&quot;/g, '"')
        .replace(/&#39;/g, "'")
        .replace(/&amp;/g, '&')
    const unfold = (calendar: string) => calendar.replace(/\r\n /g, '').replace(/\\n/g, '\n').replace(/\\/g, '')
    const texts = [
      ...toFeeds(views).flatMap(({ entries }) => entries.flatMap(({ title, html }) => [title, decode(html)])),
      ...calendars.map((name) => unfold(toCalendar(views, name))),
      ...quotes.flatMap((quote) => citeQuote(quote, site).map(toText)),
      ...quotes.flatMap((quote) => citeQuote(quote, site).map(toMarkdown)),
      ...events.flatMap((event) => citeEvent(event, site).map(toText)),
      ...articles.flatMap((article) => citeArticle(article, site).map(toText)),
      ...imagesOf(views).map(({ alt }) => alt),
    ]
    const spans = texts.flatMap((text) => findQuotations(text).spans)
    assert.ok(spans.length > 0)
    assert.deepEqual(
      [...new Set(spans)].filter((span) => !isKnown(span, known)),
      [],
    )
    assert.deepEqual([...new Set(texts.flatMap((text) => findQuotations(text).stray))], [])
  })
}
