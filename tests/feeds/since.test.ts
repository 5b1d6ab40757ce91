import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { mostChanges, toChanges } from '../../src/feeds/since.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { toViews } from '../../src/views/views.ts'
import { findQuotations, isKnown, toDirectWords } from '../quotations.ts'
import { hostileText, runs, toHostileRecord } from './hostile.ts'

const { record } = readContent(join(import.meta.dirname, '../fixtures/followed/content'))
const views = toViews(record)
const { whole, changes } = toChanges(views)
const changeOf = (url: string) => changes.find((change) => change.url === url)

test('everything on record is there, the newest first', () => {
  assert.equal(whole, true)
  const { events, quotes, articles, corrections } = record
  assert.equal(changes.length, events.length + quotes.length + articles.length + corrections.length)
  const days = changes.map(({ last }) => last)
  assert.deepEqual(days, days.toSorted().toReversed())
})

test('days are those of the content: added, and last changed by a report or a correction', () => {
  const pier = changeOf('/events/old-pier-closed/')
  assert.deepEqual([pier?.first, pier?.last, pier?.from], ['2031-03-06', '2031-03-22', '2031-03-01'])
  const ferry = changeOf('/events/ferry-bought/')
  assert.deepEqual([ferry?.first, ferry?.last, ferry?.from], ['2031-03-21', '2031-03-21', '2031-03-18'])
})

test('an event whose own file has changed says so', () => {
  const [event] = record.events
  assert.ok(event)
  const { changes: changed } = toChanges(toViews({ ...record, events: [{ ...event, updated: '2031-04-02' }] }))
  assert.equal(changed.find(({ url }) => url === event.url)?.last, '2031-04-02')
})

test('what has not happened has no day on which it did', () => {
  for (const id of ['trial-crossing', 'fares-hearing']) assert.equal(changeOf(`/events/${id}/`)?.from, null, id)
  assert.match(changeOf('/events/trial-crossing/')?.title ?? '', /^Expected: /)
  const unsaid = { ...record, quotes: record.quotes.map((quote) => ({ ...quote, said: null })) }
  const quotes = toChanges(toViews(unsaid)).changes.filter(({ is }) => is === 'quote')
  assert.ok(quotes.length > 0 && quotes.every(({ from, when }) => from === null && when.startsWith('reported ')))
})

test('the file stays small however large the record is', () => {
  const many = Array.from({ length: 3000 }, (_, n) => ({ ...views.events[0], url: `/events/event-${n}/` }))
  const large = toChanges({ ...views, events: many as typeof views.events })
  assert.equal(large.whole, false)
  assert.equal(large.changes.length, mostChanges)
  assert.ok(gzipSync(JSON.stringify(large)).length < 8 * 1024)
})

test('hostile text in every field comes back as one line of text, at an address of ours', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const list = toChanges(toViews(toHostileRecord(text)))
      assert.deepEqual(JSON.parse(JSON.stringify(list)), list)
      for (const { url, title, when } of list.changes) {
        assert.match(url, /^\/[a-z]/)
        assert.doesNotMatch(`${title}${when}`, /[\p{Cc}\p{Cs}\u2028\u2029]/u)
      }
    }),
    runs,
  )
})

test('nothing but direct words stands in quotation marks', () => {
  const known = toDirectWords(views)
  const { spans } = findQuotations(changes.map(({ title }) => title).join('\n'))
  assert.ok(spans.length > 0)
  assert.deepEqual(
    spans.filter((span) => !isKnown(span, known)),
    [],
  )
})
