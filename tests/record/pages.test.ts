import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { firstPage, furtherPages, toPages } from '../../src/record/pages.ts'
import { urls } from '../../src/urls.ts'

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
