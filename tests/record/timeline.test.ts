import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareBackwards, toTimeline, toTimelinePages } from '../../src/record/timeline.ts'
import type { When } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { eventOf, record } from './small-record.ts'

const when = (edtf: string): When => {
  const read = toWhen(edtf)
  assert.ok(read, edtf)
  return read
}

test('what is expected stands apart; the rest by month or year, newest first', () => {
  const { ahead, periods } = toTimeline(record)
  assert.deepEqual(
    ahead.map(({ id }) => id),
    ['reopening', 'ferry-service'],
  )
  assert.deepEqual(
    periods.map(({ name, id, events }) => [name, id, ...events.map((event) => event.id)]),
    [
      ['March 2031', '2031-03', 'first-buses', 'public-meeting', '2031-03-01-bridge-closed', 'cracks-found'],
      ['2029, month uncertain', '2029', 'ferry-sank'],
      ['1987, month uncertain', '1987', 'bridge-built'],
      ['Without a date', 'undated', 'early-inspection'],
    ],
  )
})

test('a span over several years stands under all of them, one over two months by its last days', () => {
  const nameOf = (edtf: string) => {
    const event = { ...eventOf('cracks-found'), date: when(edtf) }
    return toTimeline({ ...record, events: [event] }).periods[0]?.name
  }
  assert.equal(nameOf('2028-03/2031-02-01'), '2028–2031, month uncertain')
  assert.equal(nameOf('2031-03/2031-04'), '2031, month uncertain')
  assert.equal(nameOf('2031-02-28/2031-03-01'), 'March 2031')
  assert.equal(nameOf('../2031-02-01'), 'February 2031')
})

test('every event stands once', () => {
  const { ahead, periods } = toTimeline(record)
  const shown = [...ahead, ...periods.flatMap(({ events }) => events)].map(({ id }) => id)
  assert.deepEqual(shown.toSorted(), record.events.map(({ id }) => id).toSorted())
})

test('of two dates with one end the vaguer comes second', () => {
  const dates = ['../2025-08-21', '2022-03/2025-08-21', '2025-08-20/2025-08-21', '2025-08-21', '2025-08-22'].map(when)
  assert.deepEqual(
    dates.toSorted(compareBackwards).map(({ edtf }) => edtf),
    ['2025-08-22', '2025-08-21', '2025-08-20/2025-08-21', '2022-03/2025-08-21', '../2025-08-21'],
  )
})

test('a long timeline comes in pages, each event once, a period going on where it must', () => {
  const timeline = toTimeline(record)
  const pages = toTimelinePages(timeline, 2)
  const [first, second] = pages
  assert.deepEqual(
    pages.flatMap(({ items }) => items.flatMap(({ events }) => events)),
    timeline.periods.flatMap(({ events }) => events),
  )
  assert.equal(first?.items[0]?.id, '2031-03')
  assert.equal(second?.items[0]?.id, '2031-03')
  assert.ok(pages.every(({ items }) => items.flatMap(({ events }) => events).length <= 2))
})
