import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toKnownWords } from '../../src/search/known-words.ts'
import { toWords } from '../../src/search/words.ts'

test('words that are kept are those that are read', () => {
  const units = [...'aBéŁ1.-–…/“’,ßΣσς½™¨\u0301\u00A0\n\t ⁑¶漢', 'İ', '\u2028', '\uFEFF', '𝐚', '\uD800']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...units), { maxLength: 30 }), (list) => {
      const text = list.join('')
      assert.deepEqual(toKnownWords(text), toWords(text))
      // And once more, when they are kept.
      assert.deepEqual(toKnownWords(text), toWords(text))
    }),
    { numRuns: 5000 },
  )
})
