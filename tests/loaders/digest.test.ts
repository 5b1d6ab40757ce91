import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestOf, digestOfAll } from '../../src/loaders/digest.ts'

test('a list of any length has a digest: a site of ten thousand articles has 125,000 files', () => {
  const files = Array.from({ length: 300_000 }, (_, at) => `quotes/${at}/index.html 17000`)
  assert.equal(digestOfAll(files).length, 22)
  assert.notEqual(digestOfAll(files), digestOfAll(files.toReversed()))
  assert.equal(digestOfAll(['a', 'b']), digestOf('a', 'b'))
  assert.notEqual(digestOf('a', 'b'), digestOf('ab'))
})
