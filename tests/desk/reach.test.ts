/** Ends of marks and selections move over words and sentences, in any script. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { moveSelection, toRange } from '../../src/desk/browser/marking.ts'
import { moveEnd, wordsOf } from '../../src/desk/reach.ts'

const text = '“We will not wait,” said Mara. “We walk.” Nobody waved.'

function moved(start: number, end: number, which: 'start' | 'end', by: 'word' | 'sentence', to: 1 | -1): string {
  const range = moveEnd(text, { start, end }, { end: which, by, to }, 'en')
  return text.slice(range.start, range.end)
}

test('an end moves over a word with the signs at it, or to the end of a sentence', () => {
  assert.equal(moved(0, 19, 'end', 'word', -1), '“We will not')
  assert.equal(moved(0, 19, 'end', 'word', 1), '“We will not wait,” said')
  assert.equal(moved(0, 19, 'start', 'word', 1), 'will not wait,”')
  assert.equal(moved(0, 19, 'start', 'word', -1), '“We will not wait,”')
  assert.equal(moved(0, 19, 'end', 'sentence', 1), '“We will not wait,” said Mara.')
  // Nothing is never marked.
  assert.equal(moved(0, 3, 'end', 'word', -1), '“We')
})

test('Chinese and Arabic have words too', () => {
  assert.ok(wordsOf('我们不会等待。他说。', 'zh').length > 3)
  const arabic = '«لن ننتظر» قالت مارا.'
  assert.deepEqual(
    wordsOf(arabic, 'ar').map(([start, end]) => arabic.slice(start, end)),
    ['«لن', 'ننتظر»', 'قالت', 'مارا.'],
  )
})

test('a selection moves by word, paragraph and sentence', () => {
  const blocks = [text, 'One more.'].map((one) => ({
    kind: 'paragraph' as const,
    text: one,
    words: wordsOf(one, 'en'),
  }))
  const press = (...keys: string[]) => {
    let at = { block: 0, first: 0, last: 0 }
    for (const key of keys) at = moveSelection(blocks, at, key) ?? at
    const { block, start, end } = toRange(blocks, at)
    return blocks[block]?.text.slice(start, end)
  }
  assert.equal(press('ArrowRight', 'Shift+ArrowRight'), 'will not')
  assert.equal(press('.'), '“We will not wait,” said Mara.')
  assert.equal(press('.', '.'), '“We will not wait,” said Mara. “We walk.”')
  assert.equal(press('ArrowDown', 'a'), 'One more.')
  assert.equal(press('ArrowUp', 'ArrowLeft', 'Shift+ArrowLeft'), '“We')
})
