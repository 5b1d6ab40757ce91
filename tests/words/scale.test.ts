import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWhen } from '../../src/record/when.ts'
import { quotesOnScale, toScaleView } from '../../src/views/scale-page.ts'
import { describeMarks, describeRoom, foldWords, markWords } from '../../src/words/scale.ts'
import { eventOf, record } from '../record/small-record.ts'

const dated = (edtf: string) => ({ ...eventOf('cracks-found'), date: toWhen(edtf) })
const scaleOf = (...given: Parameters<typeof toScaleView>) => {
  const scale = toScaleView(...given)
  assert.ok(scale)
  return scale
}

test('a mark says when, what came of it, and what', () => {
  const { marks } = scaleOf(record.events, record).drawing
  assert.ok(marks.map(markWords).includes('10 Mar 2031, slipped: Public meeting on the bridge'))
})

test('what was said on a day is counted, and its speakers are named while they are two', () => {
  const [mark] = scaleOf(record.events, record).drawing.marks
  assert.ok(mark)
  const said = (quotes: number, ...speakers: string[]) =>
    markWords({ ...mark, date: '2031-03-02', event: null, said: { quotes, speakers } })
  assert.equal(said(1, 'Mara'), '2 Mar 2031, said: 1 statement by Mara')
  assert.equal(said(3, 'Mara', 'Jonas'), '2 Mar 2031, said: 3 statements by Mara and Jonas')
  assert.equal(said(3, 'Mara', 'Jonas', 'Ida'), '2 Mar 2031, said: 3 statements by 3 speakers')
})

test('a fold says about how much it leaves out', () => {
  const words = (days: number | null) => foldWords({ x: 0, middle: 0, days })
  assert.deepEqual([60, 61, 700, 731, null].map(words), ['60 days', '2 months', '23 months', '2 years', ''])
})

test('the legend names the marks that are there, and no other', () => {
  const legend = (...edtf: string[]) => describeMarks(scaleOf(edtf.map(dated), { extent: null }).drawing)
  assert.equal(legend('2031-03-01', '2031-03-02'), 'A dot is a day.')
  assert.equal(
    legend('2031-03-01', '2031~', '2033-01-01/2033-01-03', '2033-02/..'),
    'A dot is a day; a bar is a span in which it lies; a double stroke is an empty stretch drawn short.',
  )
  const said = quotesOnScale(record.quotes)
  assert.equal(describeMarks(scaleOf([], record, said).drawing), 'A diamond is something said.')
  const expected = { ...dated('2031-03-14'), status: 'expected' as const }
  assert.match(describeMarks(scaleOf([dated('2031-03-01'), expected], record).drawing), /; dashes are expected/)
})

test('a scale says what it has no room for', () => {
  const days = Array.from({ length: 70 }, (_, day) =>
    dated(new Date(Date.UTC(2031, 0, day)).toISOString().slice(0, 10)),
  )
  assert.match(describeRoom(scaleOf(days, record)), /^It has room for \d\d of 70: the newest\.$/)
  assert.equal(describeRoom(scaleOf(record.events, record)), '')
})
