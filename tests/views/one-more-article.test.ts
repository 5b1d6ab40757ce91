/** What one article more changes: few pages, however many there are. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { generateRecord } from '../../bench/generate.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { toAheadViews } from '../../src/views/ahead.ts'
import { toArchiveViews } from '../../src/views/archive.ts'
import { toArticlePageView } from '../../src/views/article-page.ts'
import { toDayViews } from '../../src/views/day.ts'
import { toEventPageViews } from '../../src/views/event-page.ts'
import { toQuoteListViews } from '../../src/views/quote-list.ts'
import { toQuotePageView } from '../../src/views/quote-page.ts'
import { toAroundView, toSiteView } from '../../src/views/site.ts'
import { toSpeakerListViews } from '../../src/views/speaker-list.ts'
import { toSpeakerPageViews } from '../../src/views/speaker-page.ts'
import { toTimelineChunks } from '../../src/views/timeline-filter.ts'
import { toTimelinePageViews } from '../../src/views/timeline-page.ts'
import { toTopicPageViews, toTopicSpeakersViews } from '../../src/views/topic-page.ts'

const before = generateRecord(60)

/** The newest article again, a day later, with words of its own but for the first, which an outlet carried before. */
function withOneMore(): { [path: string]: string } {
  const newest =
    Object.entries(before)
      .filter(([path]) => path.startsWith('articles/'))
      .at(-1)?.[1] ?? ''
  const [, published = ''] = /^published: (.*)$/m.exec(newest) ?? []
  const day = new Date(Date.parse(published) + 86_400_000).toISOString().slice(0, 10)
  const text = newest
    .replace(/^textHash.*\n/m, '')
    .replace(/^(published|added): .*$/gm, `$1: ${day}`)
    .replace(/^url: .*$/m, 'url: https://example.org/more')
    .replace(/#said-\d+-([02-9])/g, '#more-$1')
  return { ...before, [`articles/${day}-more.md`]: text }
}

/** The views of all pages that have a key, as text, by kind and name. */
function pagesOf(texts: { [path: string]: string }): Map<string, string> {
  const { record } = parseTexts(texts)
  const { articles, events, quotes, speakers, topics } = record
  const paged = <View extends { page: { list: string; number: number } }>(kind: string, views: readonly View[]) =>
    views.map((view): [string, unknown] => [`${kind} ${view.page.list} ${view.page.number}`, view])
  const pages: [name: string, view: unknown][] = [
    ['around all', toAroundView(toSiteView(record))],
    ...quotes.map((one): [string, unknown] => [`quote ${one.id}`, toQuotePageView(one)]),
    ...articles.map((one): [string, unknown] => [`article ${one.id}`, toArticlePageView(one, record)]),
    ...events.flatMap((one) => paged('event', toEventPageViews(one, record))),
    ...speakers.flatMap((one) => paged('speaker', toSpeakerPageViews(one, record))),
    ...topics.flatMap((one) => paged('topic', [...toTopicPageViews(one, record), ...toTopicSpeakersViews(one)])),
    ...paged('list', [...toQuoteListViews(record), ...toArchiveViews(record), ...toSpeakerListViews(record)]),
    ...paged('list', toAheadViews(record)),
    ...paged('day', toDayViews(record)),
    ...paged('timeline', toTimelinePageViews(record)),
    ...toTimelineChunks(record).map((view): [string, unknown] => [`entries ${view.name}`, view]),
  ]
  return new Map(pages.map(([name, view]) => [name, JSON.stringify(view)]))
}

test('one article more changes what it is about, and no more', () => {
  const [old, now] = [pagesOf(before), pagesOf(withOneMore())]
  const changed = [...now].filter(([name, view]) => old.has(name) && old.get(name) !== view).map(([name]) => name)
  const of = (kind: string) => changed.filter((name) => name.startsWith(`${kind} `)).length
  assert.ok(now.size > 750)
  assert.equal(of('around'), 0, 'what stands around every page')
  // Six quotes, one event that it reports and those that it carries words on, one mention.
  for (const [kind, most] of Object.entries({ quote: 10, article: 2, event: 4, speaker: 8, topic: 4, entries: 3 }))
    assert.ok(of(kind) <= most, `${of(kind)} pages of a ${kind}: ${changed.filter((name) => name.startsWith(kind))}`)
  assert.ok(of('timeline') <= 21, `${of('timeline')} pages of the timeline`)
  assert.ok(changed.length <= 56, `${changed.length} pages in all`)
})
