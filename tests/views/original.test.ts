/** The words of a quote as they were spoken: complete, told apart from what outlets made of them, and sent on with them. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { citeQuote } from '../../src/citations/citation.ts'
import { csvFiles } from '../../src/feeds/csv.ts'
import { toEntry } from '../../src/feeds/entries.ts'
import { describeQuote } from '../../src/feeds/structured-data.ts'
import { quote as schema } from '../../src/schema/quote.ts'
import { ask } from '../../src/search/browser/ask.ts'
import { showGroup } from '../../src/search/browser/show.ts'
import { toViews } from '../../src/views/views.ts'
import { bridge, toRecord } from '../sample.ts'
import { openTestIndex } from '../search/open-index.ts'

const original = { words: 'لن ننتظر العبارات «البطيئة»', source: 'https://harbour.example.org/minutes' }
const file = `---\nlanguage: ar\noriginal: { words: "${original.words}", source: "${original.source}" }\n---\n`
const views = toViews(toRecord({ ...bridge, 'quotes/mara-lodzinska/no-ferries.md': file }))
const quote = views.quotes.find(({ id }) => id === 'mara-lodzinska/no-ferries') ?? assert.fail()

test('its language and its source are there, and no marks around it', () => {
  const refused = (data: object): string[] =>
    schema.safeParse(data).error?.issues.map(({ message, path }) => `${path.join('.')}: ${message}`) ?? []
  assert.deepEqual(refused({ language: 'ar', original }), [])
  assert.deepEqual(refused({ original }), ['language: Expected the language of the words in `original`, as `uk`.'])
  assert.equal(refused({ language: 'ar', original: { words: 'لا' } }).length, 1)
  assert.deepEqual(refused({ language: 'ar', original: { ...original, words: '«لا»' } }), [
    'original.words: Expected the words without the quotation marks around them.',
  ])
})

test('the data have it beside the wordings, and nothing where none is on record', () => {
  assert.deepEqual(quote.original, { ...original, language: 'ar' })
  assert.equal(toViews(toRecord(bridge)).quotes[0]?.original, null)
  const [row] = csvFiles.find(({ name }) => name === 'quotes')?.toRows(views) ?? []
  for (const cell of [original.words, 'ar', original.source]) assert.ok(row?.includes(cell), cell)
})

test('feeds, citations and structured data name it the original, in its language', () => {
  const { html } = toEntry({ is: 'quote', quote })
  assert.ok(html.includes('In the original, Arabic, '), html)
  assert.ok(html.includes('<blockquote cite="https://harbour.example.org/minutes" lang="ar" dir="rtl">'), html)
  const [cited] = citeQuote(quote, { name: 'The bridge', language: 'en' })
  assert.ok(
    cited?.about?.endsWith(`In the original, Arabic: ”${original.words}“ (${original.source})`),
    cited?.about ?? '',
  )
  assert.equal(cited?.direct, 'We will not wait, and we do not need ferries')
  const told = JSON.stringify(describeQuote(quote, { name: 'The bridge' }))
  assert.ok(told.includes(`"text":"${original.words}","inLanguage":"ar"`), told)
})

test('a word of it finds the quote and leads to it, marked up in its language', async () => {
  await using made = await openTestIndex(views)
  for (const typed of ['العبارات', 'عبارات', 'البطيئه', '"لن ننتظر"']) {
    const answer = await ask(made.index, typed, {
      limits: { quote: 9, event: 9, article: 9, speaker: 9, topic: 9 },
      toPage: (query) => `?q=${query}`,
    })
    const [group = assert.fail(typed)] = answer?.groups ?? []
    const shown = JSON.stringify(
      showGroup(group, answer?.query ?? assert.fail(), { language: 'en', heading: 2, more: 5, toPage: String }),
    )
    assert.ok(shown.includes(`${quote.url}#original`) && shown.includes('"lang":"ar"'), shown)
    assert.match(shown, /In the original\. .*2 wordings/)
  }
})
