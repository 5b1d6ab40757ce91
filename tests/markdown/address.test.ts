import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPage, toTarget } from '../../src/markdown/address.ts'
import { urls } from '../../src/urls.ts'

test('reads links between files from wherever they stand', () => {
  const quote = { folder: 'speakers', id: 'mara-lodzinska', fragment: 'not-wait' }
  assert.deepEqual(toTarget('../speakers/mara-lodzinska.md#not-wait', 'articles/walk.md'), quote)
  assert.deepEqual(toTarget('speakers/mara-lodzinska.md#not-wait', 'story.md'), quote)
  assert.deepEqual(toTarget('./mara-lodzinska.md#not-wait', 'speakers/jonas-bjork.md'), quote)
  assert.deepEqual(toTarget('../../speakers/mara-lodzinska.md#not-wait', 'quotes/jonas-bjork/no.md'), quote)
  const file = { folder: 'quotes', id: 'jonas-bjork/no', fragment: null }
  assert.deepEqual(toTarget('quotes/jonas-bjork/no.md', 'story.md'), file)
})

test('knows no file outside the record', () => {
  for (const address of [
    'https://example.org/speakers/x.md',
    '/speakers/x.md',
    '../../speakers/x.md',
    '../speaker/x.md',
    '../speakers/X.md',
    '../speakers/x.txt',
    '../speakers/deep/x.md',
    'javascript:x.md',
    '#top',
    '',
  ]) {
    assert.equal(toTarget(address, 'articles/walk.md'), null, address)
  }
})

test('a file without a page leads nowhere', () => {
  assert.equal(toPage({ folder: 'places', id: 'port-ellis', fragment: null }), null)
  assert.equal(toPage({ folder: 'events', id: 'closed', fragment: null }), urls.event('closed'))
  assert.equal(toPage({ folder: 'quotes', id: 'mara/no', fragment: null }), urls.quote('mara', 'no'))
})
