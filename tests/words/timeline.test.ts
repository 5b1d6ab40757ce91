import assert from 'node:assert/strict'
import { test } from 'node:test'
import { periodName, spanName } from '../../src/words/timeline.ts'

test('a period is named by its month, or by its years with the month uncertain', () => {
  assert.deepEqual(['2031-03', '2029', '2028-2031', 'undated', 'ahead'].map(periodName), [
    'March 2031',
    '2029, month uncertain',
    '2028–2031, month uncertain',
    'Without a date',
    'Ahead',
  ])
})

test('a page says which periods it covers', () => {
  assert.equal(spanName(['2031-03', '2029']), 'March 2031 – 2029')
  assert.equal(spanName(['1987', 'undated']), '1987 – Without a date')
  assert.equal(spanName(['ahead', 'ahead']), 'Ahead')
  assert.equal(spanName(['2031-05', '2031-05']), 'May 2031')
  assert.equal(spanName(null), '')
})
