import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Kind, Wording } from '../../src/record/types.ts'
import { areAlike, toDifferences } from '../../src/record/wording-differences.ts'
import { quoteOf } from './small-record.ts'

const [sample] = quoteOf('mara-lodzinska/nobody-asked').wordings
const worded = (text: string, kind: Kind = 'direct'): Wording => {
  assert.ok(sample)
  return { ...sample, text, kind }
}
/** Runs as a string, what differs between brackets. */
const marked = (wordings: Wording[]): string[] =>
  [...toDifferences(wordings).values()].map((runs) =>
    runs.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
  )

test('differing words and marks, apostrophes of either kind included', () => {
  assert.deepEqual(marked([worded('We do not wait at the time'), worded('We don’t wait, at the moment')]), [
    'We [do not] wait at the [time]',
    'We [don’t] wait[,] at the [moment]',
  ])
  assert.deepEqual(marked([worded("It's so"), worded('It’s so')]), ["[It's] so", '[It’s] so'])
})

test('a paraphrase is never set against a quotation', () => {
  assert.equal(toDifferences([worded('We wait'), worded('they would wait', 'indirect')]).size, 0)
  const three = [worded('We wait'), worded('they would “wait”', 'mixed'), worded('We waited')]
  assert.deepEqual(
    [...toDifferences(three).keys()].map(({ kind }) => kind),
    ['direct', 'direct'],
  )
})

test('the same to the letter differs nowhere', () => {
  assert.ok(areAlike(toDifferences([worded('We wait.'), worded('We wait.')])))
  assert.ok(!areAlike(toDifferences([worded('We wait.'), worded('We wait')])))
})

test('no word is lost or added, whatever the wordings', () => {
  const text = fc.array(fc.constantFrom('we', 'do', 'not', 'don’t', ',', ' ', '…', 'Łódź', '—'), { maxLength: 30 })
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (texts) => {
      const wordings = texts.map((words) => worded(words.join('')))
      for (const [wording, runs] of toDifferences(wordings))
        assert.equal(runs.map((run) => run.text).join(''), wording.text)
    }),
  )
})
