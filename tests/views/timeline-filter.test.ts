import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import fc from 'fast-check'
import { arrange, headingOf } from '../../src/components/browser/timeline/narrow.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import type { NewsRecord } from '../../src/record/types.ts'
import { toTimeline } from '../../src/views/timeline.ts'
import { chunkSize, toTimelineChunks, toTimelineFilterView } from '../../src/views/timeline-filter.ts'
import { record } from '../record/small-record.ts'

const { record: dates } = readContent(join(import.meta.dirname, '../fixtures/dates/content'))
const orders = ['newest', 'oldest'] as const
/** What the filters are given, and the id of an event by its place in it. */
const read = (of: NewsRecord) => {
  const file = toTimelineFilterView(of)
  return { file, idAt: (place: number) => of.events[file.events[place]?.n ?? -1]?.id ?? '' }
}

test('every event is there once, arranged as on the timeline, either way round', () => {
  const { file, idAt } = read(record)
  const all = file.events.map((_, place) => place)
  for (const order of orders) {
    const { ahead, periods } = toTimeline(record, order)
    const past = periods.flatMap(({ events }) => events)
    assert.deepEqual(
      arrange(file, all, order === 'oldest').map(idAt),
      (order === 'newest' ? [...ahead, ...past] : [...past, ...ahead]).map(({ id }) => id),
    )
  }
})

test('a part of the timeline is arranged as its own page is', () => {
  const { file, idAt } = read(dates)
  fc.assert(
    fc.property(fc.subarray(file.events.map((_, place) => place)), (found) => {
      const ids = new Set(found.map(idAt))
      const events = dates.events.filter(({ id }) => ids.has(id))
      for (const order of orders)
        assert.deepEqual(
          arrange(file, found, order === 'oldest').map(idAt),
          toTimeline({ events }, order).periods.flatMap((period) => period.events.map(({ id }) => id)),
        )
    }),
    { numRuns: 50 },
  )
})

test('each under the heading that it has on the timeline, either way round', () => {
  const { file, idAt } = read(record)
  for (const order of orders) {
    const headings = new Map(
      toTimeline(record, order).periods.flatMap(({ id, events }) => events.map((event) => [event.id, id])),
    )
    for (const [place, row] of file.events.entries())
      assert.equal(file.periods[headingOf(row, order === 'oldest') ?? -1], headings.get(idAt(place)))
  }
})

test('the entry of an event is in the chunk that its number says, and every heading is there', () => {
  const { file, idAt } = read(dates)
  const chunks = new Map(toTimelineChunks(dates).map((chunk) => [chunk.name, chunk]))
  for (const [place, { n }] of file.events.entries()) {
    const chunk = chunks.get(String(Math.floor(n / chunkSize) + 1))
    assert.equal(chunk?.events[n % chunkSize]?.id, idAt(place))
  }
  assert.ok(chunks.size > 2)
  assert.deepEqual(
    chunks.get('headings')?.headings.map(({ id }) => id),
    ['ahead', ...file.periods],
  )
  assert.deepEqual(toTimelineChunks({ ...record, events: [] }), [])
})
