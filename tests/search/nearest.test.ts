import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { countSlips } from '../../src/search/browser/nearest.ts'

test('counts letters wrong, missing, too many and swapped', () => {
  assert.equal(countSlips('zelinsky', 'zelensky', 2), 1)
  assert.equal(countSlips('zelnsky', 'zelensky', 2), 1)
  assert.equal(countSlips('zelennsky', 'zelensky', 2), 1)
  assert.equal(countSlips('zelesnky', 'zelensky', 2), 1)
  assert.equal(countSlips('zelensky', 'zelensky', 2), 0)
  assert.equal(countSlips('moscow', 'drones', 2), 3)
})

test('is the same from either side, and stops where it is told to', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      const far = countSlips(a, b, 20)
      assert.equal(countSlips(b, a, 20), far)
      assert.equal(far === 0, a === b)
      for (const most of [0, 1, 2]) assert.equal(Math.min(countSlips(a, b, most), most + 1), Math.min(far, most + 1))
    }),
    { numRuns: 2000 },
  )
})
