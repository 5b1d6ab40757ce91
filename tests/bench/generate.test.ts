import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { generateRecord } from './generate.ts'

test('a generated record is sound, and the same on every run', () => {
  const texts = generateRecord(60)
  assert.deepEqual(texts, generateRecord(60))
  const content = parseTexts(texts)
  assert.deepEqual(checkContent(content), [])
  const { articles, quotes, speakers, events } = content.record
  assert.deepEqual([articles.length, speakers.length, events.length], [60, 200, 15])
  assert.ok(quotes.length > 300)
  assert.ok(quotes.some(({ wordings }) => wordings.length > 1))
  assert.deepEqual([...new Set(articles.map(({ language }) => language))].sort(), ['de', 'el', 'en', 'uk'])
  const words = articles.map(
    ({ blocks }) =>
      blocks
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/).length,
  )
  assert.ok(Math.min(...words) >= 400 && Math.max(...words) <= 520, words.join(' '))
})
