import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldWords, pairUp } from '../../src/sameness/words.ts'

/** Sets of few different words, so that many share some, and some share just half. */
const items = fc.array(fc.uniqueArray(fc.constantFrom(...'abcdefghijklmn'), { maxLength: 12 }), { maxLength: 24 })

test('every pair that shares half of the words of the shorter one is found, once, the earlier one first', () => {
  fc.assert(
    fc.property(items, (lists) => {
      const sets = lists.map((words) => new Set(words))
      const expected: string[] = []
      for (const [later, other] of sets.entries()) {
        for (const [earlier, one] of sets.slice(0, later).entries()) {
          const least = Math.min(one.size, other.size)
          if (least > 0 && [...one].filter((word) => other.has(word)).length * 2 >= least)
            expected.push(`${earlier} ${later}`)
        }
      }
      const numbered = sets.map((words, index) => ({ words, index }))
      const found = [...pairUp(numbered, ({ words }) => words)].map(([one, other]) => `${one.index} ${other.index}`)
      assert.deepEqual(found, expected)
    }),
    { numRuns: 2000 },
  )
})

test('words are folded alike, whether or not Unicode is needed for them', () => {
  const marks = fc.constantFrom(..."aBé ﬁ’'ʼ“”„«»–—…-.,!?5½\n\u00A0\u0301", 'ŉ', 'I\u0307')
  fc.assert(
    fc.property(fc.array(marks, { maxLength: 20 }), (list) => {
      const text = list.join('')
      const folded = text
        .normalize('NFKC')
        .toLowerCase()
        .replace(/['’ʼ]/g, '')
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
        .trim()
      assert.equal(foldWords(text), folded)
    }),
    { numRuns: 2000 },
  )
})
