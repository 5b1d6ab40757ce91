import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toPassage, withoutMarks } from '../../src/search/browser/passage.ts'

const filler = 'The town slept and nobody was on the pier at that late hour of the night. '.repeat(4)
const has = (word: string) => (text: string) => (text.includes(word) ? 1 : 0)

test('a short text is shown whole', () => {
  assert.equal(toPassage('The ferry sank. Nobody drowned.', 'en', has('drowned')), 'The ferry sank. Nobody drowned.')
})

test('of a long one the sentence that answers', () => {
  assert.equal(toPassage(`${filler}The ferry sank. ${filler}`, 'en', has('ferry')), 'The ferry sank.')
})

test('a quotation is never cut', () => {
  for (const [open, close] of [
    ['“', '”'],
    ['"', '"'],
  ]) {
    const quotation = `${open}We waited. The ferry sank. Nobody came,${close} she said.`
    assert.equal(toPassage(`${filler}${quotation} ${filler}`, 'en', has('ferry')).includes(quotation), true, open)
    assert.equal(toPassage(`${filler}${quotation} ${filler}`, 'en', has('Nobody came')).includes(quotation), true, open)
    assert.equal(toPassage(`${filler}${quotation} ${filler}`, 'en', has('We waited')).includes(quotation), true, open)
  }
})

test('words that nobody said lose their quotation marks, and nothing else does', () => {
  assert.equal(withoutMarks('a “no limits” pact and “no” limits', ['no limits']), 'a no limits pact and “no” limits')
  assert.equal(withoutMarks('the "big (one)," he said', ['big (one)']), 'the big (one), he said')
  assert.equal(withoutMarks('“as is”', []), '“as is”')
})
