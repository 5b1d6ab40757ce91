/**
 * Views are plain JSON: what a page is given can be written down, compared and handed to another thread. (That they fit
 * their shapes, and that each field has a sentence, is in `tests/feeds/data.test.ts`.)
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pagesOf } from '../../src/record/addresses.ts'
import type { NewsRecord } from '../../src/record/types.ts'
import { urls } from '../../src/urls.ts'
import { toAheadViews } from '../../src/views/ahead.ts'
import { toArchiveViews } from '../../src/views/archive.ts'
import { toArticlePageView } from '../../src/views/article-page.ts'
import { toCorrectionsView, toWithdrawnPageView } from '../../src/views/correction.ts'
import { toDayViews } from '../../src/views/day.ts'
import { toEventPageViews } from '../../src/views/event-page.ts'
import { toFrontView } from '../../src/views/front.ts'
import { toQuoteListViews } from '../../src/views/quote-list.ts'
import { toQuotePageView } from '../../src/views/quote-page.ts'
import { toSpeakerListViews } from '../../src/views/speaker-list.ts'
import { toSpeakerPageViews } from '../../src/views/speaker-page.ts'
import { toTimelineFilterView } from '../../src/views/timeline-filter.ts'
import { toTimelinePageViews, toTimelinePartsView } from '../../src/views/timeline-page.ts'
import { toTopicPageViews, toTopicSpeakersViews } from '../../src/views/topic-page.ts'
import { toViews } from '../../src/views/views.ts'
import { records } from '../sample.ts'

const views: { [what: string]: (record: NewsRecord) => unknown } = {
  'the front page': toFrontView,
  timelines: (record) => toTimelinePageViews(record),
  'parts of the timeline': (record) => toTimelinePartsView(record),
  'the filters of the timeline': toTimelineFilterView,
  days: (record) => toDayViews(record),
  'what is expected': toAheadViews,
  quotes: (record) => record.quotes.map((quote) => toQuotePageView(quote)),
  'lists of quotes': toQuoteListViews,
  events: (record) => record.events.map((event) => toEventPageViews(event, record)),
  speakers: (record) => record.speakers.map((speaker) => toSpeakerPageViews(speaker, record)),
  'lists of speakers': toSpeakerListViews,
  topics: (record) => record.topics.map((topic) => [toTopicPageViews(topic, record), toTopicSpeakersViews(topic)]),
  articles: (record) => record.articles.map((article) => toArticlePageView(article, record)),
  archives: toArchiveViews,
  corrections: (record) => [toCorrectionsView(record), record.withdrawn.map(toWithdrawnPageView)],
  'data files and feeds': (record) => {
    const { pictured, ...others } = toViews(record)
    return [others, [...pictured]]
  },
}

for (const [what, toView] of Object.entries(views))
  test(`views for ${what} are plain JSON`, () => {
    for (const { name, record } of records) {
      const view = toView(record)
      assert.deepEqual(JSON.parse(JSON.stringify(view)), view, name)
    }
  })

/** The fields of a view that lead to a page of the site, where they do. */
const leading = new Set(['url', 'href', 'list', 'owner', 'to'])

for (const { name, record } of records)
  test(`whatever a view of ${name} leads to is a page`, () => {
    const pages = new Set([
      urls.home(),
      urls.topics(),
      urls.corrections(),
      urls.search(),
      ...[...pagesOf(record)].map(urls.page),
    ])
    const links = new Map<string, string>()
    for (const [what, toView] of Object.entries(views))
      visitFields(toView(record), (field, value, of) => {
        const { list, number } = of
        if (typeof list === 'string' && typeof number === 'number') pages.add(urls.listPage(list, number))
        if (leading.has(field) && typeof value === 'string' && value.startsWith('/'))
          links.set(value.replace(/[?#].*/s, ''), what)
      })
    assert.deepEqual(
      [...links].filter(([url]) => !pages.has(url)),
      [],
    )
    assert.ok(links.size > 20)
  })

/** Visits each field of each object in a view. */
function visitFields(view: unknown, visitor: (field: string, value: unknown, of: Record<string, unknown>) => void) {
  if (typeof view !== 'object' || view === null) return
  for (const [field, value] of Object.entries(view)) {
    if (!Array.isArray(view)) visitor(field, value, view as Record<string, unknown>)
    visitFields(value, visitor)
  }
}
