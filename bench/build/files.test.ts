import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kindOf } from './files.ts'

test('files are told apart by where they stand', () => {
  const kinds = [
    'a/index.html',
    'feeds/x.ics',
    'opensearch.xml',
    'cite/a.bib',
    'data/q.json',
    'pagefind/x',
    'share/a.png',
    '_astro/a.js',
  ]
  assert.deepEqual(kinds.map(kindOf), ['pages', 'feeds', 'feeds', 'citations', 'data', 'index', 'pictures', 'assets'])
})
