import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findReach, limits, toExtent } from './hosts.ts'

const written = (path: string, size: number) => ({ path, size })

test('a site is counted as hosts do', () => {
  const site = [
    written('index.html', 10),
    written('a/b/index.html', 20),
    written('a/c.json', 70),
    written('a/d.json', 5),
  ]
  assert.deepEqual(toExtent(site), {
    files: 4,
    entries: 6,
    bytes: 105,
    largestFile: { path: 'a/c.json', bytes: 70 },
    largestFolder: { path: 'a', files: 2 },
  })
})

test('where a limit is reached is read off between two sizes, and beyond the last goes on in a straight line', () => {
  const [free] = limits
  if (!free) throw new Error('Expected a limit.')
  const of = (articles: number, files: number) => ({ articles, extent: { ...toExtent([]), files } })
  assert.deepEqual(findReach(free, [of(100, 7000), of(1000, 25_000), of(10_000, 150_000)]), {
    articles: 750,
    isBeyond: false,
  })
  assert.deepEqual(findReach(free, [of(10, 1000), of(100, 10_000)]), { articles: 200, isBeyond: true })
  assert.equal(findReach(free, [of(10, 1000), of(100, 1000)]), null)
  assert.equal(findReach(free, [of(10, 1000)]), null)
})
