import assert from 'node:assert/strict'
import { test } from 'node:test'
import { langOf, scriptOf } from '../../src/words/language.ts'

test('what runs from right to left says so, and nothing else', () => {
  for (const language of ['ar', 'ar-EG', 'fa', 'he', 'ur', 'ps', 'ckb', 'yi', 'dv', 'az-Arab'])
    assert.deepEqual(langOf(language), { lang: language, dir: 'rtl' })
  for (const language of ['en', 'uk', 'tr', 'zh-Hant', 'ja', 'hi', 'az', 'ar-Latn', 'x-own', 'not a tag'])
    assert.deepEqual(langOf(language), { lang: language })
})

test('the script of a language is that of most of its texts', () => {
  const scripts = ['uk', 'sr', 'sr-Latn', 'zh', 'zh-TW', 'ja', 'ko', 'el'].map(scriptOf)
  assert.deepEqual(scripts, ['Cyrl', 'Cyrl', 'Latn', 'Hans', 'Hant', 'Jpan', 'Kore', 'Grek'])
})
