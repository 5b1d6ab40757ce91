import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { editDistance, suggest, suggestPath } from '../../src/schema/nearest.ts'

test('suggests the closest name, and none that is another word', () => {
  const names = ['volodymyr-zelensky', 'vladimir-putin', 'donald-trump']
  assert.equal(suggest('volodymir-zelenski', names), 'Did you mean `volodymyr-zelensky`?')
  assert.equal(suggest('putin', names), undefined)
  assert.equal(suggest('x', []), undefined)
})

test('of a path the folder makes nothing alike', () => {
  const pages = ['/speakers/donald-trump/', '/speakers/downing-street-office/', '/events/downing-street/']
  assert.equal(suggestPath('/speakers/downing-street/', pages), undefined)
  assert.equal(suggestPath('/speakers/donald-trimp/', pages), 'Did you mean `/speakers/donald-trump/`?')
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
