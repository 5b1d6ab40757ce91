import assert from 'node:assert/strict'
import { test } from 'node:test'
import { markNames } from '../../src/words/mark-names.ts'

const arabic = (name: string) => `<bdi lang="und-Arab" dir="rtl">${name}</bdi>`
const other = (script: string, name: string) => `<bdi lang="und-${script}">${name}</bdi>`

test('a name in another script than the page says which, and where it runs from right to left', () => {
  const expected: { [page: string]: [html: string, marked: string][] } = {
    en: [
      ['<h1>Mara Łodzińska</h1>', '<h1>Mara Łodzińska</h1>'],
      ['<h1>Мара О&#39;Кальдер 2</h1>', `<h1>${other('Cyrl', 'Мара О&#39;Кальдер')} 2</h1>`],
      ['by مارا, نورا &amp; 3 more', `by ${arabic('مارا')}, ${arabic('نورا')} &amp; 3 more`],
      ['قالت مارا، ثم نورا.', `${arabic('قالت مارا، ثم نورا')}.`],
      ['מארה', `<bdi lang="und-Hebr" dir="rtl">מארה</bdi>`],
      ['露塔·卡尔德 · 馬良マラー', `${other('Hani', '露塔·卡尔德')} · ${other('Kana', '馬良マラー')}`],
      ['Mara (Мара)', `Mara (${other('Cyrl', 'Мара')})`],
      ['й — й', other('Cyrl', 'й — й')],
    ],
    ar: [
      ['قالت Mara Kalder إن', `قالت ${other('Latn', 'Mara Kalder')} إن`],
      ['<p title="Mara">&quot;مارا&quot;</p>', '<p title="Mara">&quot;مارا&quot;</p>'],
      ['Mara، Nora', `${other('Latn', 'Mara')}، ${other('Latn', 'Nora')}`],
      ['https://example.org/a /quotes/mara/ “/”', 'https://example.org/a /quotes/mara/ “/”'],
    ],
    ja: [
      ['馬良マラ', '馬良マラ'],
      ['마라', other('Hang', '마라')],
    ],
    zh: [['马拉マラ', `马拉${other('Kana', 'マラ')}`]],
  }
  for (const [page, pieces] of Object.entries(expected))
    for (const [html, marked] of pieces) assert.equal(markNames(html, page), marked, `${html} in ${page}`)
})

test('what says its language, holds no elements or is no words is left as it is', () => {
  for (const html of [
    '<!doctype html><html lang="en"><!-- Мара --><title>Мара</title>',
    '<p lang="uk">Мара <b>Кальдер</b> <p>Мара</p> Мара</p>',
    '<script>"<p>Мара"</script><code>Мара</code><option>Мара</option>',
    '<a title="1 > Мара" href="#Мара">1</a>',
    'a < b',
  ])
    assert.equal(markNames(html, 'en'), html)
  assert.equal(markNames('<p lang="uk">й<p>й</p></p>й', 'en'), `<p lang="uk">й<p>й</p></p>${other('Cyrl', 'й')}`)
})
