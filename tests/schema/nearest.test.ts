import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { editDistance, suggest } from '../../src/schema/nearest.ts'

test('suggests the closest name, and none that is another word', () => {
  const names = ['volodymyr-zelensky', 'vladimir-putin', 'donald-trump']
  assert.equal(suggest('volodymir-zelenski', names), 'Did you mean `volodymyr-zelensky`?')
  assert.equal(suggest('putin', names), undefined)
  assert.equal(suggest('x', []), undefined)
})

test('counts letters to change', () => {
  assert.equal(editDistance('kitten', 'sitting'), 3)
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      assert.equal(editDistance(a, b), editDistance(b, a))
      assert.equal(editDistance(a, b) === 0, a === b)
      assert.ok(editDistance(a, b) <= Math.max(a.length, b.length))
    }),
  )
})
