import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toEventParts } from '../../src/record/event-pages.ts'
import { firstPage, furtherPages, pageSize, toPages } from '../../src/record/pages.ts'
import { urls } from '../../src/urls.ts'
import { quoteOf, record } from './small-record.ts'

test('no item is lost, none stands twice, no page is longer than allowed', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 300 }), fc.integer({ min: 1, max: 70 }), (list, size) => {
      const pages = toPages(list, size)
      assert.deepEqual(
        pages.flatMap(({ items }) => items),
        list,
      )
      assert.ok(pages.every(({ items }) => items.length <= size))
      assert.ok(pages.every(({ number, last }, index) => number === index + 1 && last === pages.length))
      assert.deepEqual([firstPage(list, size), ...furtherPages(list, size)], pages)
    }),
  )
})

test('an empty list has one page, and the first page is the list itself', () => {
  assert.deepEqual(toPages([], 10), [{ items: [], number: 1, last: 1 }])
  assert.equal(urls.listPage(urls.quotes(), 1), urls.quotes())
  assert.equal(urls.listPage(urls.quotes(), 3), `${urls.quotes()}page/3/`)
})

test('an event goes on where a page is full of its reports or of its quotes', () => {
  const [report] = record.events.flatMap(({ reports }) => reports)
  const quote = quoteOf('mara-lodzinska/reopen-before-summer')
  assert.ok(report)
  const { reports: size } = pageSize
  const parts = toEventParts({
    reports: Array.from({ length: size + 1 }, () => report),
    quotes: Array.from({ length: 2 * size + 5 }, () => quote),
  })
  assert.deepEqual(
    parts.map(({ reports, quotes, number, last }) => [reports.length, quotes.length, number, last]),
    [
      [size, size, 1, 3],
      [1, size, 2, 3],
      [0, 5, 3, 3],
    ],
  )
  assert.deepEqual(toEventParts({ reports: [], quotes: [] }), [{ reports: [], quotes: [], number: 1, last: 1 }])
})
