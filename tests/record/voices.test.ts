import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toVoices } from '../../src/record/voices.ts'
import { toWhen } from '../../src/record/when.ts'
import { quoteOf, record, speakerOf } from './small-record.ts'

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
  assert.equal(toVoices(record), null)
  assert.equal(toVoices({ speakers: [] }, 0), null)
  assert.ok(toVoices({ speakers: [mayor, engineers] }, 4))
  assert.equal(toVoices({ speakers: [mayor, engineers] }, 5), null)
})

test('a row a speaker, a dot a day, between the first and the last', () => {
  const voices = toVoices({ speakers: [silent, engineers, mayor] }, 1)
  assert.deepEqual([voices?.first.edtf, voices?.last.edtf], ['2031-03-01', '2031-03-11'])
  assert.deepEqual(
    voices?.voices.map(({ speaker, spoken, days }) => [speaker.id, spoken, days.map(({ at }) => at)]),
    [
      ['mara-lodzinska', 4, [0, 0.4, 1]],
      ['engineers', 1, [0.5]],
    ],
  )
})

test('quotes without one certain day are not drawn', () => {
  assert.equal(toVoices({ speakers: [silent] }, 0), null)
})

test('one day alone stands at the start', () => {
  const voices = toVoices({ speakers: [{ ...mayor, quotes: [said('2031-03-01')] }] }, 1)
  assert.deepEqual(
    voices?.voices[0]?.days.map(({ at }) => at),
    [0],
  )
})
