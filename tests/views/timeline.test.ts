import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { When } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import {
  compareBackwards,
  monthsOf,
  type Order,
  type Period,
  toSpan,
  toTimeline,
  toTimelinePages,
  toWholePages,
} from '../../src/views/timeline.ts'
import { eventOf, record } from '../record/small-record.ts'

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
    periods.map((period) => [period.id, ...idsOf(period)]),
    [
      ['2031-03', 'first-buses', 'public-meeting', '2031-03-01-bridge-closed', 'cracks-found'],
      ['2029', 'ferry-sank'],
      ['1987', 'bridge-built'],
      ['undated', 'early-inspection'],
    ],
  )
})

test('a span over several years stands under all of them, one over two months by its last days', () => {
  assert.equal(periodOf('2028-03/2031-02-01'), '2028-2031')
  assert.equal(periodOf('2031-03/2031-04'), '2031')
  assert.equal(periodOf('2031-02-28/2031-03-01'), '2031-03')
  assert.equal(periodOf('../2031-02-01'), '2031-02')
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
  const periods = pages.flatMap(({ items }) => items)
  assert.deepEqual(periods.filter(({ id }) => id !== 'ahead').flatMap(idsOf), timeline.periods.flatMap(idsOf))
  assert.deepEqual(
    periods.map(({ id, goesOn }) => (goesOn ? `${id} goes on` : id)),
    ['ahead', '2031-03', '2031-03 goes on', '2029', '1987', 'undated'],
  )
})

test('what is expected stands at the newest end, whichever way round', () => {
  const endsOf = (order: Order, toPages: typeof toWholePages) => {
    const pages = toPages(toTimeline(record, order), 3)
    return [pages[0]?.items[0]?.id, pages.at(-1)?.items.at(-1)?.id]
  }
  assert.deepEqual(endsOf('newest', toTimelinePages), ['ahead', 'undated'])
  assert.deepEqual(endsOf('oldest', toTimelinePages), ['1987', 'ahead'])
  assert.deepEqual(endsOf('newest', toWholePages), ['ahead', 'undated'])
  assert.deepEqual(endsOf('oldest', toWholePages), ['1987', 'ahead'])
})

test('a part of the timeline shows all that is expected, however much; the timeline itself the first of it', () => {
  const reopening = eventOf('reopening')
  const events = Array.from({ length: 30 }, (_, index) => ({ ...reopening, id: `expected-${index}` }))
  const sizes = (toPages: typeof toWholePages) =>
    toPages(toTimeline({ events })).map(({ items }) => items.flatMap(idsOf).length)
  assert.deepEqual(sizes(toTimelinePages), [10])
  assert.deepEqual(sizes(toWholePages), [30])
})

test('oldest first, a span stands where it begins, and what has no date last', () => {
  const date = when('2031-02-27/2031-03-02')
  const events = [...record.events.filter(({ id }) => id !== 'cracks-found'), { ...eventOf('cracks-found'), date }]
  assert.deepEqual(
    toTimeline({ events }, 'oldest').periods.map((period) => [period.id, ...idsOf(period)]),
    [
      ['1987', 'bridge-built'],
      ['2029', 'ferry-sank'],
      ['2031-02', 'cracks-found'],
      ['2031-03', '2031-03-01-bridge-closed', 'first-buses', 'public-meeting'],
      ['undated', 'early-inspection'],
    ],
  )
})

test('an end that nobody gives leaves the year or the month of the other', () => {
  assert.equal(periodOf('2029/..'), '2029')
  assert.equal(periodOf('../2031-02'), '2031-02')
  assert.equal(periodOf('[2031-02-04..]'), '2031-02')
})

test('a page says which periods it covers', () => {
  const [first, second] = toTimelinePages(toTimeline(record), 5)
  assert.deepEqual(toSpan(first?.items ?? []), ['2031-03', '2029'])
  assert.deepEqual(toSpan(second?.items ?? []), ['1987', 'undated'])
  assert.deepEqual(toSpan([{ id: 'ahead', events: [] }]), ['ahead', 'ahead'])
  assert.equal(toSpan([]), null)
})

test('the months in which a date can lie, when it leaves no more than one open', () => {
  assert.deepEqual(monthsOf(when('2031-02-28/2031-03-01')), ['2031-02', '2031-03'])
  assert.deepEqual(monthsOf(when('2031-01-31/2031-03-01')), ['2031-01', '2031-02', '2031-03'])
  assert.deepEqual(monthsOf(when('2031-03')), ['2031-03'])
  assert.deepEqual(monthsOf(when('2031')), [])
  assert.deepEqual(monthsOf(when('../2031-03-04')), ['2031-03'])
})

function periodOf(edtf: string): string | undefined {
  return toTimeline({ events: [{ ...eventOf('cracks-found'), date: when(edtf) }] }).periods[0]?.id
}

function idsOf({ events }: Period): string[] {
  return events.map(({ id }) => id)
}
