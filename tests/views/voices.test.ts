import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWhen } from '../../src/record/when.ts'
import { toVoicesView } from '../../src/views/voices.ts'
import { quoteOf, record, speakerOf } from '../record/small-record.ts'

const said = (edtf: string | null) => ({
  ...quoteOf('mara-lodzinska/reopen-before-summer'),
  said: edtf === null ? null : toWhen(edtf),
})
const mayor = {
  ...speakerOf('mara-lodzinska'),
  quotes: ['2031-03-01', '2031-03-05', '2031-03-11', '2031-03-01'].map(said),
}
const engineers = { ...speakerOf('engineers'), quotes: ['2031-03-06', '2031-03', null].map(said) }
const silent = { ...speakerOf('harbour-office'), quotes: [said(null)] }

test('no picture until there are days enough', () => {
  assert.equal(toVoicesView(record), null)
  assert.equal(toVoicesView({ speakers: [] }, 0), null)
  assert.ok(toVoicesView({ speakers: [mayor, engineers] }, 4))
  assert.equal(toVoicesView({ speakers: [mayor, engineers] }, 5), null)
})

test('a row a speaker, a dot a day, between the first and the last', () => {
  const voices = toVoicesView({ speakers: [silent, engineers, mayor] }, 1)
  assert.deepEqual([voices?.first, voices?.last], ['2031-03-01', '2031-03-11'])
  assert.deepEqual(
    voices?.voices.map(({ speaker, spoken, days, marks }) => [speaker.id, spoken, days, marks.map(({ at }) => at)]),
    [
      ['mara-lodzinska', 4, 3, [0, 0.4, 1]],
      ['engineers', 1, 1, [0.5]],
    ],
  )
})

test('quotes without one certain day are not drawn', () => {
  assert.equal(toVoicesView({ speakers: [silent] }, 0), null)
})

test('one day alone stands at the start', () => {
  const voices = toVoicesView({ speakers: [{ ...mayor, quotes: [said('2031-03-01')] }] }, 1)
  assert.deepEqual(
    voices?.voices[0]?.marks.map(({ at }) => at),
    [0],
  )
})

test('of a long record the picture shows months, and the words still count days', () => {
  const days = Array.from({ length: 200 }, (_, n) => new Date(Date.UTC(2031, 2, 1 + n)).toISOString().slice(0, 10))
  const [voice] = toVoicesView({ speakers: [{ ...mayor, quotes: days.map(said) }] })?.voices ?? []
  assert.equal(voice?.days, 200)
  assert.deepEqual(
    voice?.marks.map(({ date, quotes }) => [date, quotes]),
    [
      ['2031-03', 31],
      ['2031-04', 30],
      ['2031-05', 31],
      ['2031-06', 30],
      ['2031-07', 31],
      ['2031-08', 31],
      ['2031-09', 16],
    ],
  )
  assert.ok(voice?.marks.every(({ at }, index, all) => at >= (all[index - 1]?.at ?? 0) && at <= 1))
})
