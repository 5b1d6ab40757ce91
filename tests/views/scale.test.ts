import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { NewsEvent, When } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { toScale } from '../../src/views/scale.ts'
import { foldWords, tickWords } from '../../src/words/scale.ts'
import { eventOf, record } from '../record/small-record.ts'

const scaleOf = (events: readonly NewsEvent[], end?: When | null, width?: number, lanes?: number) =>
  toScale(events, ({ date }) => date, end, width, lanes)
const dated = (edtf: string, id: string): NewsEvent => ({ ...eventOf('cracks-found'), id, date: toWhen(edtf) })

test('a day, a span, a vague span and an open one look different', () => {
  const shapes = Object.fromEntries(scaleOf(record.events).marks.map(({ item, shape }) => [item.id, shape]))
  assert.deepEqual(shapes, {
    'bridge-built': 'vague',
    'ferry-sank': 'vague',
    'cracks-found': 'span',
    '2031-03-01-bridge-closed': 'day',
    'first-buses': 'span',
    'public-meeting': 'day',
    reopening: 'open',
  })
})

test('an empty stretch is folded and says how long it is', () => {
  const { folds } = scaleOf([dated('2029-01-01', 'a'), dated('2031-01-01', 'b')])
  assert.deepEqual(folds.map(foldWords), ['2 years'])
  assert.deepEqual(scaleOf([dated('2031-01-01', 'a'), dated('2031-01-03', 'b')]).folds, [])
})

test('where the record ends lies after its last day and before what is expected', () => {
  const { marks, end } = scaleOf(record.events, record.extent?.last)
  const expected = marks.find(({ item }) => item.status === 'expected')
  assert.ok(end && expected && end <= expected.x)
  const last = record.extent?.last.latest ?? 0
  for (const { item: event, x, width } of marks)
    if (event.date && event.date.latest <= last) assert.ok(x + width <= end, event.id)
  assert.equal(scaleOf(record.events).end, null)
})

test('where there is little room the record still ends before what is expected begins', () => {
  const last = toWhen('2031-03-10')
  const before = Array.from({ length: 9 }, (_, index) => dated(`2031-03-0${index + 1}`, `day-${index}`))
  const { marks, end } = scaleOf([...before, dated('2031-03-10', 'last'), dated('2031-03-11', 'next')], last, 260)
  const [own, next] = ['last', 'next'].map((id) => marks.find(({ item }) => item.id === id))
  assert.ok(end && own && next)
  assert.ok(end >= own.x + 12 + 6.5, 'past the dot of its last day')
  assert.ok(end <= Math.max(next.x, own.x + 19), 'not past the beginning of the next')
})

test('what is precise lies next to the axis, what is vague above it', () => {
  const { marks } = scaleOf([dated('2031-01-01/2031-06-01', 'vague'), dated('2031-06-03', 'day')])
  assert.deepEqual(
    marks.map(({ item, lane }) => [item.id, lane]),
    [
      ['day', 0],
      ['vague', 1],
    ],
  )
})

test('dates below the axis have room, and give the year where it changes', () => {
  const { ticks } = scaleOf([dated('2030-12-30', 'a'), dated('2031-01-02', 'b'), dated('2031-01-09', 'c')])
  assert.deepEqual(ticks.map(tickWords), ['30 Dec 2030', '2 Jan 2031', '9 Jan'])
})

test('marks stay on the drawing, in the order of time, and never lie on each other', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  const span = fc
    .tuple(day, fc.integer({ min: 1, max: 900 }))
    .map(([start, days]) => [start, new Date(start.getTime() + days * 86_400_000)])
    .map((ends) => ends.map((end) => end.toISOString().slice(0, 10)).join('/'))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
      const { marks, width, lanes } = scaleOf(spans.map((edtf, index) => dated(edtf, String(index))))
      assert.equal(marks.length, spans.length)
      for (const { x, width: size, lane } of marks) {
        assert.ok(x >= 0 && x + size <= width + 0.2, `${x} + ${size}`)
        assert.ok(lane < lanes)
      }
      for (const mark of marks)
        for (const other of marks)
          if (mark !== other && mark.lane === other.lane && mark.x <= other.x)
            assert.ok(mark.x + mark.width <= other.x + 0.2)
    }),
    { numRuns: 200 },
  )
})

test('where lanes are few, what is vague gives way, and the rest is drawn as if it had never been there', () => {
  const decades = Array.from({ length: 30 }, (_, index) => dated('202X', `decade-${index}`))
  const days = [dated('2031-03-01', 'a'), dated('2031-03-02', 'b')]
  const { marks, lanes, ticks } = scaleOf([...decades, ...days], null, 1100, 5)
  assert.equal(lanes, 5)
  assert.equal(marks.length, 2 + 4)
  assert.deepEqual(
    marks.slice(0, 2).map(({ item }) => item.id),
    ['a', 'b'],
  )
  const crowd = Array.from({ length: 30 }, (_, index) => dated('2031-03-01', `day-${index}`))
  const alone = scaleOf([...crowd, dated('1999~', 'vague')], null, 1100, 5)
  assert.deepEqual(alone, scaleOf(crowd.slice(0, 5)))
  assert.ok(ticks.length > 0)
})

test('nothing is drawn of events without a date', () => {
  const { marks, lanes } = scaleOf([eventOf('early-inspection')])
  assert.deepEqual({ marks, lanes }, { marks: [], lanes: 0 })
})
