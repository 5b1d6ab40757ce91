import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupBySpeaker, toStandings } from '../../src/record/standings.ts'
import { record } from './small-record.ts'

test('a row a topic, a cell a speaker, with their newest words or none', () => {
  const { speakers, rows } = toStandings(record)
  assert.deepEqual(
    speakers.map(({ id }) => id),
    ['mara-lodzinska', 'engineers', 'harbour-office', 'jonas-bjork'],
  )
  assert.deepEqual(
    rows.map(({ topic, latest }) => [topic.id, ...latest.map((position) => position?.quote.id ?? null)]),
    [
      ['ferries', 'mara-lodzinska/not-wait-for-ferries', null, 'harbour-office/buses', null],
      ['reopening', 'mara-lodzinska/reopen-before-summer', 'engineers/piers-sound', null, 'jonas-bjork/read-it-twice'],
    ],
  )
})

test('a cell says how many more quotes of that speaker answer', () => {
  for (const { topic, latest } of toStandings(record).rows)
    assert.equal(
      latest.reduce((sum, position) => sum + (position ? 1 + position.others : 0), 0),
      topic.quotes.length,
    )
})

test('at most so many speakers, those who answer most', () => {
  const { speakers, left, rows } = toStandings(record, 1)
  assert.equal(left, 3)
  assert.deepEqual(
    speakers.map(({ id }) => id),
    ['mara-lodzinska'],
  )
  assert.ok(rows.every(({ latest }) => latest.length === 1))
})

test('a topic that nobody has answered has no row', () => {
  const empty = { ...record, topics: record.topics.map((topic) => ({ ...topic, quotes: [] })) }
  assert.deepEqual(toStandings(empty), { speakers: [], left: 0, rows: [] })
})

test('quotes are grouped by speaker in the order of their first', () => {
  const groups = groupBySpeaker(record.quotes)
  assert.equal(groups[0]?.speaker, record.quotes[0]?.speaker)
  assert.equal(groups.flatMap(({ quotes }) => quotes).length, record.quotes.length)
  assert.ok(groups.every(({ speaker, quotes }) => quotes.every((quote) => quote.speaker === speaker)))
})
