import assert from 'node:assert/strict'
import { test } from 'node:test'
import { langOf, langOfName, scriptOf } from '../../src/words/language.ts'
import { speak } from '../../src/words/say.ts'

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

test('a name in another script than the page says which, and where it runs from right to left', (t) => {
  t.after(() => speak('en'))
  const arabic = { lang: 'und-Arab', dir: 'rtl' }
  const expected: { [page: string]: [name: string, lang: object][] } = {
    en: [
      ['Mara Łodzińska', {}],
      ['Мара', { lang: 'und-Cyrl' }],
      ['مارا', arabic],
      ['מארה', { lang: 'und-Hebr', dir: 'rtl' }],
      ['马拉', { lang: 'und-Hani' }],
      ['2026', {}],
      ['Mara (Мара)', {}],
    ],
    ar: [
      ['مارا', {}],
      ['Mara', { lang: 'und-Latn' }],
    ],
    ja: [
      ['馬良マラ', {}],
      ['마라', { lang: 'und-Hang' }],
    ],
  }
  for (const [page, names] of Object.entries(expected)) {
    speak(page)
    for (const [name, lang] of names) assert.deepEqual(langOfName(name), lang, `${name} in ${page}`)
  }
})
