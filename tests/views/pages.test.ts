import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { urls } from '../../src/urls.ts'
import { toEventPageViews } from '../../src/views/event-page.ts'
import { pageSize, toArchivePages, toPages } from '../../src/views/pages.ts'
import { describePage } from '../../src/words/pages.ts'
import { eventOf, quoteOf, record } from '../record/small-record.ts'

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
    }),
  )
})

test('of an archive no page but the first changes when something newer is added, and no address is lost', () => {
  const half = fc.integer({ min: 1, max: 20 })
  fc.assert(
    fc.property(fc.nat({ max: 300 }), half, (length, size) => {
      const newest = Array.from({ length }, (_, index) => length - index)
      const pages = toArchivePages(newest, size * 2, '/list/')
      const inOrder: number[][] = []
      for (let number: number | null = 1; number !== null; number = pages[number - 1]?.page.older ?? null)
        inOrder.push(pages[number - 1]?.items ?? [])
      assert.deepEqual(inOrder.flat(), newest)
      assert.ok(pages.every(({ items }) => items.length < size * 2))
      assert.ok(pages.length >= toPages(newest, size * 2).length)
      const later = toArchivePages([length + 1, ...newest], size * 2, '/list/')
      const changed = pages.filter((page, index) => JSON.stringify(later[index]) !== JSON.stringify(page))
      // When the first has become too long, what was the page after it has another before it.
      assert.ok(changed.length <= (later.length > pages.length ? 2 : 1))
      for (const { page } of pages)
        assert.equal(page.older && pages[page.older - 1]?.page.newer, page.older && page.number)
    }),
  )
})

test('an empty list has one page, and the first page is the list itself', () => {
  assert.deepEqual(toPages([], 10), [{ items: [], number: 1, last: 1 }])
  assert.equal(urls.listPage(urls.quotes(), 1), urls.quotes())
  assert.equal(urls.listPage(urls.quotes(), 3), `${urls.quotes()}page/3/`)
})

test('a page beyond the first says which it is, whatever the list is called', () => {
  const [first, second] = toPages([1, 2, 3], 2)
  assert.ok(first && second)
  assert.deepEqual(describePage(first, 'Quotes', 'Every quote.'), ['Quotes', 'Every quote.'])
  assert.deepEqual(describePage(second, 'Quotes', 'Every quote.'), ['Quotes, page 2', 'Every quote. Page 2 of 2.'])
  assert.deepEqual(describePage(second, 'Who pays?', 'A meeting'), ['Who pays? Page 2', 'A meeting. Page 2 of 2.'])
})

test('an event goes on where a page is full of its reports or of its quotes', () => {
  const [report] = record.events.flatMap(({ reports }) => reports)
  const quote = quoteOf('mara-lodzinska/reopen-before-summer')
  assert.ok(report)
  const { reports: size } = pageSize
  const event = eventOf('public-meeting')
  const parts = (reports: number, quotes: number) =>
    toEventPageViews(
      {
        ...event,
        reports: Array.from({ length: reports }, () => report),
        quotes: Array.from({ length: quotes }, () => quote),
      },
      record,
    ).map((view) => [
      view.outlets.reduce((sum, outlet) => sum + outlet.reports.length, 0),
      view.quotes.reduce((sum, occasion) => sum + occasion.quotes.length, 0),
      view.page.number,
      view.page.last,
    ])
  assert.deepEqual(parts(size + 1, 2 * size + 5), [
    [size, size, 1, 3],
    [1, size, 2, 3],
    [0, 5, 3, 3],
  ])
  assert.deepEqual(parts(0, 0), [[0, 0, 1, 1]])
})
