import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWhen } from '../../src/record/when.ts'
import { compareNewest, newestEvents, newestQuotes, openEvents } from '../../src/views/newest.ts'
import { eventOf, quoteOf, record } from '../record/small-record.ts'

const ids = (list: { id: string }[]): string[] => list.map(({ id }) => id)

test('one quote a speaker before a second of the same', () => {
  const newest = newestQuotes(record, record.quotes.length)
  assert.equal(newest.length, record.quotes.length)
  const speaking = record.speakers.filter(({ quotes }) => quotes.length > 0).length
  const first = newest.slice(0, speaking).map(({ speaker }) => speaker.id)
  assert.equal(new Set(first).size, speaking)
  assert.equal(newestQuotes(record, 2).length, 2)
})

test('a quote whose day is known comes before one that is only reported', () => {
  const dated = quoteOf('mara-lodzinska/reopen-before-summer')
  const reported = quoteOf('mara-lodzinska/not-wait-again')
  assert.ok(reported.reported.latest > (dated.said?.latest ?? 0), 'the other was published later')
  assert.ok(compareNewest(dated, reported) < 0)
})

test('of one day the more literal comes first', () => {
  assert.ok(compareNewest(quoteOf('mara-lodzinska/not-wait-for-ferries'), quoteOf('mara-lodzinska/never-doubted')) < 0)
})

test('newest events are those that happened, by their earliest day', () => {
  assert.deepEqual(ids(newestEvents(record, 3)), ['public-meeting', 'first-buses', '2031-03-01-bridge-closed'])
  assert.ok(!newestEvents(record, 99).includes(eventOf('reopening')))
})

test('of two events that begin on one day the one that ends later is newer', () => {
  const at = (id: string, edtf: string) => ({ ...eventOf('cracks-found'), id, date: toWhen(edtf) })
  const events = [at('b', '../2031-03-02'), at('a', '2031-03-01'), at('c', '2031-03-01/2031-03-02')]
  assert.deepEqual(ids(newestEvents({ events }, 3)), ['c', 'a', 'b'])
})

test('what is expected stands by the end of its window, without a window last', () => {
  assert.deepEqual(ids(openEvents(record)), ['reopening', 'ferry-service'])
})
