import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findSentences } from '../../src/markdown/sentences.ts'

const sentencesOf = (text: string) => findSentences(text).map(([start, end]) => text.slice(start, end).trim())

const texts: [name: string, sentences: string[]][] = [
  ['full stops', ['She walked.', 'He swam.']],
  ['abbreviations', ['Dr. Ek met Gen. Holm at No. 4, St. Olav St. on Mon. in the U.S. capital.', 'They left.']],
  ['initials', ['J. R. Ewing said so.', 'A. Holm agreed.']],
  ['a comma before the closing mark', ['“We walk,” she said.', '“We swim.”']],
  ['a question before its speaker', ['“Who walks?” Mara Łodzińska asked.', 'Nobody answered.']],
  ['an exclamation before a small letter', ['"Walk!" he said.', '"Swim!" he said.']],
  ['a question that ends the paragraph', ['She asked: “Who walks?”', 'The harbour office was silent.']],
  ['dots within a quotation', ['"We agree... and we are not opposed," she said.', 'It rained.']],
  ['figures', ['It costs 3.5 million, up 1.2 per cent.', 'That is much.']],
  ['quotations of several sentences', ['“We walk.', 'We swim,” she said.']],
]

for (const [name, sentences] of texts) {
  test(`parts ${name}`, () => {
    assert.deepEqual(sentencesOf(sentences.join(' ')), sentences)
  })
}

test('leaves no gap and no overlap in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const sentences = findSentences(text)
      assert.equal(sentences.map(([start, end]) => text.slice(start, end)).join(''), text)
      assert.ok(sentences.every(([start, end]) => start < end))
    }),
  )
})
