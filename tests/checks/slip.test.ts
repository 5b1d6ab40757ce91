import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findSlip } from '../../src/checks/slip.ts'

const imported = '“We will not wait,” the mayor said – and left.'
const find = (text: string) => findSlip(text, (tried) => tried === imported)

test('finds the words that were put in', () => {
  assert.deepEqual(find('“We will not wait,” the proud old mayor said – and left.'), { found: 'proud old', meant: '' })
  assert.deepEqual(find('“We will not not wait,” the mayor said – and left.'), { found: 'not', meant: '' })
})

test('finds a mark, a point or a capital that was changed', () => {
  assert.deepEqual(find('“We will not wait,” the mayor said - and left.'), { found: '-', meant: '–' })
  assert.deepEqual(find('“We will not wait,” the mayor said – and left'), { found: 'left', meant: 'left.' })
  assert.deepEqual(find('“We will not wait,” the Mayor said – and left.'), { found: 'Mayor', meant: 'mayor' })
  assert.deepEqual(find('"We will not wait,” the mayor said – and left.'), { found: '"We', meant: '“We' })
})

test('finds two words that changed places', () => {
  assert.deepEqual(find('“We not will wait,” the mayor said – and left.'), { found: 'not will', meant: 'will not' })
})

test('cannot know a word that is gone', () => {
  assert.equal(find('“We will wait,” the mayor said – and left.'), null)
})
