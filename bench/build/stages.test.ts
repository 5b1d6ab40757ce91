import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf, toTimes } from './stages.ts'

const written = (path: string, at: number) => ({ path, size: 1, at: 1000 + at })
const noted = (name: string, start: number, duration: number) => ({ name, start, duration })

test('the time from one file to the next is that of the next, and what is left is the rest', () => {
  const timings = {
    from: 1000,
    stages: [
      noted('on-record:check-content astro:build:start', 500, 1200),
      noted('on-record:background astro:build:done', 9000, 2000),
      noted('background pictures', 2000, 500),
      noted('background search', 2000, 9000),
      noted('background feeds', 2100, 600),
      noted('publish', 11_600, 100),
    ],
  }
  const files = [
    written('404.html', 4000),
    written('index.html', 8000),
    written('data/quotes.json', 5500),
    // Neither from this build nor of its pages.
    written('_astro/base.css', 2000),
    written('feeds/events/atom.xml', 5000),
    written('pagefind/fragment/en_1.pf_fragment', 10_000),
    written('share/site.png', 11_400),
  ]
  const { rest, ...times } = toTimes(timings, files, 12)
  assert.deepEqual(times, {
    start: 0.5,
    checks: 1.2,
    bundle: 2.3,
    pages: 2.5,
    data: 1.5,
    wait: 2,
    publish: 0.1,
    index: 9,
    images: 0.5,
    feeds: 0.6,
  })
  assert.ok(Math.abs(rest - 1.9) < 1e-9)
})

test('files are told apart by where they stand', () => {
  const kinds = [
    'a/index.html',
    'feeds/x.ics',
    'opensearch.xml',
    'data/q.json',
    'pagefind/x',
    'share/a.png',
    '_astro/a.js',
  ]
  assert.deepEqual(kinds.map(kindOf), ['pages', 'feeds', 'feeds', 'data', 'index', 'pictures', 'assets'])
})
