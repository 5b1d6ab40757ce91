import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { readContent } from '../../src/loaders/from-disk.ts'
import { toTimeline } from '../../src/record/timeline.ts'
import { toTimelineFiles } from '../../src/timeline/entries.ts'
import { arrange } from '../../src/timeline/filter.ts'
import { record } from '../record/small-record.ts'

const { entries: file, texts } = toTimelineFiles(record)

test('every event is there once, arranged as on the timeline, either way round', () => {
  const all = file.events.map((_, place) => place)
  for (const order of ['newest', 'oldest'] as const) {
    const { ahead, periods } = toTimeline(record, order)
    const past = periods.flatMap(({ events }) => events)
    assert.deepEqual(
      arrange(file, all, order === 'oldest').map((place) => file.events[place]?.id),
      (order === 'newest' ? [...ahead, ...past] : [...past, ...ahead]).map(({ id }) => id),
    )
  }
})

test('a part of the timeline is arranged as its own page is', () => {
  const { record: dates } = readContent(join(import.meta.dirname, '../fixtures/dates/content'))
  const { entries: rows } = toTimelineFiles(dates)
  fc.assert(
    fc.property(fc.subarray(rows.events.map((_, place) => place)), (found) => {
      const ids = new Set(found.map((place) => rows.events[place]?.id))
      const events = dates.events.filter(({ id }) => ids.has(id))
      for (const order of ['newest', 'oldest'] as const)
        assert.deepEqual(
          arrange(rows, found, order === 'oldest').map((place) => rows.events[place]?.id),
          toTimeline({ events }, order).periods.flatMap((period) => period.events.map(({ id }) => id)),
        )
    }),
    { numRuns: 50 },
  )
})

test('each under the heading that it has on the timeline, either way round', () => {
  for (const order of ['newest', 'oldest'] as const) {
    for (const { id, name, events } of toTimeline(record, order).periods) {
      for (const event of events) {
        const row = file.events.find((one) => one.id === event.id)
        const at = order === 'newest' ? row?.at : (row?.from ?? row?.at)
        assert.deepEqual(file.periods[at ?? -1], [name, id])
      }
    }
  }
})

test('the words that nobody said are in no quoted piece', () => {
  const indirect = texts.flatMap(({ words, quotes = [], reports = [] }) => [
    ...(words ? [words] : []),
    ...quotes.map(([row]) => row),
    ...reports.flat().flatMap(({ w }) => (w ? [w[3]] : [])),
  ])
  assert.ok(indirect.length > 0)
  for (const [kind, , parts] of indirect.filter(([kind]) => kind === 'indirect'))
    assert.ok(
      parts.every((part) => Array.isArray(part) && part.every((piece) => typeof piece === 'string')),
      kind,
    )
})
