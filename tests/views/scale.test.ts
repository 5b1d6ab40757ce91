import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { NewsEvent, When } from '../../src/record/types.ts'
import { toWhen } from '../../src/record/when.ts'
import { toLook, toScale } from '../../src/views/scale.ts'
import { foldWords, tickWords } from '../../src/words/scale.ts'
import { eventOf, record } from '../record/small-record.ts'

const scaleOf = (events: readonly NewsEvent[], end: When | null = null, lanes?: number, letters = 20) =>
  toScale(
    events,
    ({ date }) => date ?? assert.fail('a date'),
    () => letters,
    end,
    lanes,
  )
const certain = record.events.filter(({ date }) => date && ['day', 'span'].includes(toLook(date)))
const dated = (edtf: string, id: string): NewsEvent => ({ ...eventOf('cracks-found'), id, date: toWhen(edtf) })

test('a day, a span, a vague span and an open one are told apart', () => {
  const looks = record.events.flatMap(({ date, id }) => (date ? [[id, toLook(date)]] : []))
  assert.deepEqual(Object.fromEntries(looks), {
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
  const last = toWhen('2031-03-10')
  const { marks, end } = scaleOf([...certain, dated('2031-03-14', 'later')], last)
  const expected = marks.find(({ item }) => item.id === 'later')
  assert.ok(end && expected && end <= expected.x)
  for (const { item: event, x, width } of marks)
    if (event.date && event.date.latest <= (last?.latest ?? 0)) assert.ok(x + width <= end, event.id)
  assert.equal(scaleOf(certain).end, null)
  // Days between the two are on neither side for certain, and are not shaded; nor is anything where nothing is beyond.
  const [day, next] = [dated('2031-03-01', 'a'), dated('2031-03-20', 'b')]
  const apart = scaleOf([day, next], last)
  assert.equal(apart.end, (apart.marks.find(({ item }) => item === next)?.x ?? 0) - 4)
  assert.equal(scaleOf([day, dated('2031-03-03', 'c')], last).end, null)
})

test('where there is little room the record still ends before what is expected begins', () => {
  const last = toWhen('2031-03-10')
  const before = Array.from({ length: 50 }, (_, index) =>
    dated(new Date(Date.UTC(2031, 2, 9 - index)).toISOString().slice(0, 10), `day-${index}`),
  )
  const { marks, end } = scaleOf([...before, dated('2031-03-10', 'last'), dated('2031-03-11', 'next')], last)
  const [own, next] = ['last', 'next'].map((id) => marks.find(({ item }) => item.id === id))
  assert.ok(end && own && next)
  assert.ok(end >= own.x + 12.5 + 6, 'past the dot of its last day')
  assert.ok(end <= Math.max(next.x, own.x + 19), 'not past the beginning of the next')
})

test('dates below the axis have room, and give the year where it changes', () => {
  const { ticks } = scaleOf([dated('2030-12-30', 'a'), dated('2031-01-02', 'b'), dated('2031-01-09', 'c')])
  assert.deepEqual(ticks.map(tickWords), ['30 Dec 2030', '2 Jan 2031', '9 Jan'])
  const crowd = Array.from({ length: 28 }, (_, index) =>
    dated(`2031-02-${String(index + 1).padStart(2, '0')}`, `${index}`),
  )
  const crowded = scaleOf(crowd).ticks
  assert.equal(crowded.length, 28, 'a tick for each date')
  assert.ok(
    crowded.some(({ middle }) => middle === null),
    'without words where they have no room',
  )
})

test('marks and their names stay on the drawing and never lie on each other', () => {
  const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  const span = fc
    .tuple(day, fc.integer({ min: 1, max: 30 }))
    .map(([start, days]) => [start, new Date(start.getTime() + days * 86_400_000)])
    .map((ends) => ends.map((end) => end.toISOString().slice(0, 10)).join('/'))
  const spans = fc.array(span, { minLength: 2, maxLength: 30 })
  fc.assert(
    fc.property(spans, fc.integer({ min: 5, max: 60 }), (given, letters) => {
      const events = given.map((edtf, index) => dated(edtf, String(index)))
      const { marks, width, lanes } = scaleOf(events, null, undefined, letters)
      assert.equal(marks.length, given.length)
      const room = letters * 6.8 + 8
      const extents = marks.map(({ x, width: size, side, lane }) => ({
        lane,
        from: side === 'right' ? x : side === 'left' ? x - room : Math.min(x, x + size - room),
        to: side === 'right' ? x + size + room : x + size,
      }))
      for (const [index, { from, to, lane }] of extents.entries()) {
        assert.ok(from >= 0 && to <= width + 0.2 && lane < lanes)
        for (const other of extents.slice(index + 1))
          if (other.lane === lane) assert.ok(to < other.from || from > other.to)
      }
    }),
    { numRuns: 200 },
  )
})

test('where lanes are few, the last of the list gives way, and the rest is drawn as if it had never been there', () => {
  const crowd = Array.from({ length: 30 }, (_, index) => dated('2031-03-01', `day-${index}`))
  const few = scaleOf([dated('2031-02-01', 'first'), ...crowd], null, 5)
  assert.equal(few.lanes, 5)
  assert.deepEqual(few, scaleOf([dated('2031-02-01', 'first'), ...crowd.slice(0, few.marks.length - 1)]))
})
