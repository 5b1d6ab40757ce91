import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findQuotations, isKnown, toDirectWords } from './quotations.ts'

test('finds what stands in quotation marks of any kind', () => {
  const text = "He said “one\ntwo” and \"three,\" and «four», „five“ and ‘six’ and 'seven'.\nIt’s the mayors’ don't."
  assert.deepEqual(findQuotations(text).spans.sort(), ['five', 'four', 'one two', 'seven', 'six', 'three,'])
  assert.deepEqual(findQuotations(text).stray, [])
})

test('finds marks without a partner', () => {
  assert.equal(findQuotations('He said “one and two').stray.length, 1)
  assert.equal(findQuotations('He said "one\nand two"').stray.length, 2)
})

test('knows words whole, in one piece, and as pieces with a gap', () => {
  const known = ['There can be no meeting in Moscow', 'We need guarantees']
  assert.ok(isKnown('no meeting in Moscow,', known))
  assert.ok(isKnown('There can be … Moscow', known))
  assert.ok(!isKnown('no meeting in Mos', known))
  assert.ok(!isKnown('There can be a meeting in Moscow', known))
  assert.ok(!isKnown('', known))
})

test('takes for direct words only those that were quoted', () => {
  const wording = (kind: string, sentence: string, ...parts: string[]) => ({ kind, sentence, parts })
  const quotes = [
    {
      wordings: [
        wording('direct', '"One," he said.', 'One'),
        wording('indirect', 'He said two.', 'two'),
        wording('mixed', 'He heard “three” from her.', 'heard “three” from her'),
        wording('mixed', '"Four," he said, and that five.', 'Four', 'that five'),
      ],
    },
  ]
  assert.deepEqual(toDirectWords({ quotes }), ['One', 'three', 'Four'])
})
