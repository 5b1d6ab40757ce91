import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NewsRecord } from '../../src/record/types.ts'
import { groupBySpeaker } from '../../src/views/occasions.ts'
import { toStandingsView } from '../../src/views/standings.ts'
import { record } from '../record/small-record.ts'

const toStandings = (of: NewsRecord, most?: number) => {
  const standings = toStandingsView(of, most)
  assert.ok(standings)
  return standings
}

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
      record.topics.find(({ id }) => id === topic.id)?.quotes.length,
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
  const [first, ...others] = record.topics.map((topic) => ({ ...topic, quotes: [] }))
  assert.ok(first)
  const { rows } = toStandings({ ...record, topics: [first, ...record.topics.slice(1)] })
  assert.deepEqual(
    rows.map(({ topic }) => topic.id),
    record.topics.slice(1).map(({ id }) => id),
  )
  assert.equal(toStandingsView({ topics: [first, ...others] }), null)
})

test('quotes are grouped by speaker in the order of their first', () => {
  const groups = groupBySpeaker(record.quotes)
  assert.equal(groups[0]?.speaker, record.quotes[0]?.speaker)
  assert.equal(groups.flatMap(({ quotes }) => quotes).length, record.quotes.length)
  assert.ok(groups.every(({ speaker, quotes }) => quotes.every((quote) => quote.speaker === speaker)))
})
