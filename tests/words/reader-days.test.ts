import assert from 'node:assert/strict'
import { test } from 'node:test'
import { describeDue, toLocalDay } from '../../src/words/reader-days.ts'

test('a day is that of the reader’s own calendar', () => {
  assert.equal(toLocalDay(new Date(2031, 2, 9, 0, 0)), '2031-03-09')
  assert.equal(toLocalDay(new Date(2031, 2, 9, 23, 59)), '2031-03-09')
  assert.equal(toLocalDay(new Date(2031, 11, 31, 23, 59)), '2031-12-31')
})

test('a window is open from its first day to its last, and over after it', () => {
  const due = (today: string) => describeDue('2031-03-21', '2031-03-31', today)
  assert.deepEqual(['2031-03-20', '2031-03-21', '2031-03-31', '2031-04-01', '2032-01-01'].map(due), [
    null,
    'Due now by your date',
    'Due now by your date',
    'Overdue by your date',
    'Overdue by your date',
  ])
})

test('a window without a start is never open, only over', () => {
  assert.equal(describeDue(null, '2031-05-31', '2031-05-31'), null)
  assert.equal(describeDue(null, '2031-05-31', '2031-06-01'), 'Overdue by your date')
})
