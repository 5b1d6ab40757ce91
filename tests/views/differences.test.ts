import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Kind } from '../../src/record/types.ts'
import { toDifferences } from '../../src/views/differences.ts'
import { cutSentence } from '../../src/words/marks.ts'
import { describeDifferences } from '../../src/words/quotes.ts'

interface Worded {
  text: string
  kind: Kind
}
const worded = (text: string, kind: Kind = 'direct'): Worded => ({ text, kind })
const compared = (wordings: Worded[]) =>
  [...toDifferences(wordings)].map(([wording, ranges]) => ({ wording: wording as Worded, ranges }))
/** Each text, with what differs between brackets. */
const marked = (wordings: Worded[]): string[] =>
  compared(wordings).map(({ wording, ranges }) =>
    cutSentence({ differs: ranges, own: [[0, wording.text.length]], parts: [wording.text], sentence: wording.text })
      .map(({ text, differs }) => (differs ? `[${text}]` : text))
      .join(''),
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
    compared(three).map(({ wording }) => wording.kind),
    ['direct', 'direct'],
  )
})

test('the same to the letter differs nowhere', () => {
  assert.deepEqual(marked([worded('We wait.'), worded('We wait.')]), ['We wait.', 'We wait.'])
  assert.deepEqual(marked([worded('We wait.'), worded('We wait')]), ['We wait[.]', 'We wait'])
})

test('no word is lost or added, whatever the wordings', () => {
  const text = fc.array(fc.constantFrom('we', 'do', 'not', 'don’t', ',', ' ', '…', 'Łódź', '—'), { maxLength: 30 })
  fc.assert(
    fc.property(fc.array(text, { minLength: 2, maxLength: 4 }), (texts) => {
      const wordings = texts.map((words) => worded(words.join('')))
      assert.deepEqual(
        marked(wordings).map((line) => line.replace(/[[\]]/g, '')),
        wordings.map((wording) => wording.text),
      )
    }),
  )
})

test('differences can be heard too, marks by their names and no mark printed', () => {
  const heard = (one: string, two: string) =>
    compared([worded(one), worded(two)]).map(({ wording, ranges }) => describeDifferences(wording, ranges))
  assert.deepEqual(heard('We do not wait at the time', 'We don’t wait, at the moment'), [
    'do not; time',
    'don’t; a comma; moment',
  ])
  assert.deepEqual(heard('It says ‘no’', 'It says no.'), ['a quotation mark; a quotation mark', 'a full stop'])
  assert.deepEqual(heard('We wait', 'We wait'), ['', ''])
})

test('in its sentence, what differs is found part by part', () => {
  const parts = ['We do not wait', 'for ferries']
  const sentence = '"We do not wait," she said, "for ferries," and left.'
  const own: [number, number][] = [
    [0, 17],
    [28, 42],
  ]
  const cut = cutSentence({
    parts,
    sentence,
    own,
    differs: [
      [3, 9],
      [17, 20],
    ],
  })
  assert.equal(cut.map(({ text }) => text).join(''), sentence)
  assert.deepEqual(
    cut.filter(({ differs }) => differs).map(({ text }) => text),
    ['do not', 'for'],
  )
  assert.equal(
    cut
      .filter(({ isOwn }) => isOwn)
      .map(({ text }) => text)
      .join(''),
    '"We do not wait,""for ferries,"',
  )
})
