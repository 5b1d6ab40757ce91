import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toWhen } from '../../src/record/when.ts'
import { compareSpeakers, toSpeakerLine, toSpeakerView } from '../../src/views/speaker.ts'
import { speakerKindWords } from '../../src/words/speakers.ts'
import { record, speakerOf } from '../record/small-record.ts'

const end = record.extent?.last ?? null

test('an office is that of the newest words, or of the day the record ends, never one that is over', () => {
  const over = { title: 'Clerk', from: null, to: toWhen('2020-01-01') }
  const now = { title: 'Engineer', from: toWhen('2020-01-02'), to: null }
  const silent = { ...speakerOf('engineers'), quotes: [], roles: [now, over] }
  assert.equal(toSpeakerView(silent, record).lastRole, 'Engineer')
  assert.equal(toSpeakerView({ ...silent, roles: [over] }, record).lastRole, null)
  assert.equal(toSpeakerView(silent, { ...record, extent: null }).lastRole, null)
  const [quote] = speakerOf('engineers').quotes
  assert.ok(quote)
  assert.equal(toSpeakerView({ ...silent, quotes: [{ ...quote, role: 'Inspector' }] }, record).lastRole, 'Inspector')
})

test('speakers: those who say most first, the unnamed said to be so', () => {
  const [first] = record.speakers.toSorted(compareSpeakers)
  assert.equal(first?.id, 'mara-lodzinska')
  assert.equal(speakerKindWords({ kind: 'unnamed' }), 'Not named by the outlet')
  assert.equal(toSpeakerLine({ ...speakerOf('engineers'), quotes: [] }, end).newest, null)
  const { spellings, unusedAliases } = toSpeakerView(speakerOf('mara-lodzinska'), record)
  const shown = new Set(spellings.map(({ name }) => name))
  assert.ok(unusedAliases.every((alias) => !shown.has(alias)))
})
