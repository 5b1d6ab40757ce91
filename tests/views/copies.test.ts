import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleArticle, exampleRecord } from '../../src/checks/example.ts'
import { citeEvent } from '../../src/citations/citation.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import type { Wording } from '../../src/record/types.ts'
import { toSearchRecords } from '../../src/search/records.ts'
import { toArticleView } from '../../src/views/article.ts'
import { toElsewhere } from '../../src/views/article-page.ts'
import { independent, outletsOf, outletsWithReport } from '../../src/views/carriers.ts'
import { toEventView } from '../../src/views/event.ts'
import { toNarrative } from '../../src/views/narrative.ts'
import { toViews } from '../../src/views/views.ts'
import { toCarrier } from '../../src/views/wording.ts'
import { elsewhereWords, toCopyWords, whoseWords } from '../../src/words/articles.ts'

const outlet = (name: string) => `---\nname: ${name}\nkind: newspaper\n---\n`
const body = exampleRecord['articles/bridge.md']?.split('---\n\n')[1] ?? ''

const wordsElsewhere = (wording: Wording) => {
  const elsewhere = toElsewhere(wording)
  return elsewhere && elsewhereWords(elsewhere)
}

/** The example record with the bridge in three more outlets: two copies of the first and a text of its own. */
function read(gull = 'copyOf: bridge', tern = 'copyOf: bridge') {
  const article = (name: string, day: number, lines: string) =>
    exampleArticle(body, lines)
      .replace('outlet: the-ledger', `outlet: ${name}`)
      .replace('published: 2031-03-02', `published: 2031-03-0${day}`)
      .replace('https://ledger.example.org/bridge', `https://${name}.example.org/bridge`)
  return parseTexts({
    ...exampleRecord,
    'outlets/gull.md': outlet('The Gull'),
    'outlets/tern.md': outlet('The Tern'),
    'outlets/auk.md': outlet('The Auk'),
    'articles/a-gull.md': article('gull', 2, gull),
    'articles/tern.md': article('tern', 3, tern),
    'articles/auk.md': article('auk', 4, ''),
  })
}

test('copies are shown, and not counted as reports of their own', () => {
  const { record } = read()
  const [quote] = record.quotes
  const [event] = record.events
  assert.ok(quote && event)
  assert.equal(quote.wordings.length, 4)
  assert.deepEqual(outletsOf(quote), ['The Ledger', 'The Auk'])
  assert.deepEqual(outletsWithReport(event), ['The Ledger', 'The Auk'])
  assert.deepEqual(
    quote.wordings.map((wording) => [wording.article.outlet.name, toCopyWords(toCarrier(wording.article))]),
    [
      ['The Gull', 'a copy of The Ledger’s text'],
      ['The Ledger', null],
      ['The Tern', 'a copy of The Ledger’s text'],
      ['The Auk', null],
    ],
  )
  const byName = new Map(quote.wordings.map((wording) => [wording.article.outlet.name, wordsElsewhere(wording)]))
  assert.equal(byName.get('The Ledger'), 'also in The Auk, in the same words')
  assert.equal(byName.get('The Gull'), 'also in The Auk, in the same words')
})

test('its words are not called its own, on pages or in feeds', () => {
  const { articles, events } = read().record
  assert.deepEqual(
    articles.map((article) => whoseWords(toArticleView(article))),
    ['a copy of The Ledger’s text', 'in its own words', 'a copy of The Ledger’s text', 'in its own words'],
  )
  const [event] = events
  assert.ok(event)
  const labels = citeEvent(toEventView(event), { name: 'Kestrel Bay', language: 'en' }).map(({ label }) => label)
  assert.equal(labels.filter((label) => label.includes('a copy of')).length, 2)
})

test('what only copies carry counts once', () => {
  const { record } = read()
  const copies = record.articles.filter(({ copyOf }) => copyOf).map((article) => ({ article }))
  assert.deepEqual(
    independent(copies).map(({ article }) => article.outlet.name),
    ['The Gull'],
  )
  const [ledger] = record.articles.filter(({ id }) => id === 'bridge')
  assert.deepEqual(
    ledger?.copies.map(({ id }) => id),
    ['a-gull', 'tern'],
  )
})

test('only in a copy, it stands in the same text', () => {
  const { record } = parseTexts({
    ...exampleRecord,
    'outlets/gull.md': outlet('The Gull'),
    'articles/gull.md': exampleArticle(body, 'copyOf: bridge').replace('outlet: the-ledger', 'outlet: gull'),
  })
  const [wording] = record.quotes[0]?.wordings ?? []
  assert.ok(wording)
  assert.match(wordsElsewhere(wording) ?? '', /^also in The (Gull|Ledger), in the same text$/)
})

test('a copy is named in the data, and others have no such field', () => {
  const { articles } = toViews(read().record)
  assert.deepEqual(
    articles.map((article) => [article.id, article.copyOf, 'copyOf' in article]),
    [
      ['a-gull', 'bridge', true],
      ['bridge', undefined, false],
      ['tern', 'bridge', true],
      ['auk', undefined, false],
    ],
  )
})

test('the checks refuse a copy of itself, of a copy and of another agency’s text', () => {
  const refused = (gull: string, tern: string) =>
    checkContent(read(gull, tern)).flatMap(({ rule, found }) => (rule === 'copied-article' ? [found] : []))
  assert.deepEqual(refused('copyOf: bridge', 'copyOf: bridge'), [])
  assert.deepEqual(refused('copyOf: a-gull', ''), ['article `a-gull` in `copyOf`'])
  assert.deepEqual(refused('copyOf: bridge', 'copyOf: a-gull'), ['copy `a-gull` in `copyOf`'])
  assert.deepEqual(refused('agency: Quill', 'agency: Plume\ncopyOf: a-gull'), ['text of Quill, `a-gull` in `copyOf`'])
  // Where they are refused, nothing is taken for a copy.
  for (const { id, copyOf } of read('copyOf: a-gull', 'copyOf: a-gull').record.articles) assert.equal(copyOf, null, id)
})

test('terms lose their marks, of whatever kind, in an outlet’s own words', () => {
  const { record } = read()
  const [part] = record.articles[0]?.reports[0]?.parts ?? []
  const [article] = record.articles
  assert.ok(part && article)
  for (const marked of ['“Old Lady”', "'Old Lady'", '‹Old Lady›', '「Old Lady」'])
    assert.equal(toNarrative({ ...part, verbatim: marked }, { ...article, terms: ['Old Lady'] }), 'Old Lady')
})

test('the search counts the wordings that are independent, and finds the quote by every outlet', () => {
  const found = toSearchRecords(toViews(read().record)).find(({ url }) => url.includes('not-wait'))
  assert.deepEqual(
    found?.filters['copy']?.map((line) => line.replace(/^\d+ \S+ /, '')),
    ['The Ledger', 'The Auk'],
  )
  assert.equal(found?.filters['outlet']?.length, 4)
})
