import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareNewest, newestEvents, newestQuotes, openEvents } from '../../src/record/newest.ts'
import { eventOf, quoteOf, record } from './small-record.ts'

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
  assert.deepEqual(ids(newestEvents(record, 3)), ['public-meeting', '2031-03-01-bridge-closed', 'first-buses'])
  assert.ok(!newestEvents(record, 99).includes(eventOf('reopening')))
})

test('what is expected stands by the end of its window, without a window last', () => {
  assert.deepEqual(ids(openEvents(record)), ['reopening', 'ferry-service'])
})
