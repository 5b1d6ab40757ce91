import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  toArticlesFile,
  toEventsFile,
  toJsonResponse,
  toQuotesFile,
  toSpeakersFile,
  toTopicsFile,
} from '../../src/feeds/data.ts'
import { articlesFile, eventsFile, quotesFile, speakersFile, topicsFile } from '../../src/schema/published/index.ts'
import { bridge, toRecord } from '../sample.ts'

const record = toRecord(bridge)

const files = [
  { name: 'quotes', make: toQuotesFile, schema: quotesFile },
  { name: 'events', make: toEventsFile, schema: eventsFile },
  { name: 'articles', make: toArticlesFile, schema: articlesFile },
  { name: 'speakers', make: toSpeakersFile, schema: speakersFile },
  { name: 'topics', make: toTopicsFile, schema: topicsFile },
]

for (const { name, make, schema } of files) {
  test(`${name}.json, as it is sent, is what its schema says`, async () => {
    const sent = await toJsonResponse(make(record)).json()
    assert.deepEqual(schema.parse(sent), sent)
  })

  test(`${name}.json of an empty record is an empty list`, () => {
    const file: Record<string, unknown> = make(toRecord({}))
    assert.deepEqual(file[name], [])
    assert.equal(file['extent'], null)
  })

  test(`the contract of ${name}.json refuses a field it does not know`, () => {
    const file = make(record)
    assert.equal(schema.safeParse({ ...file, extra: 1 }).success, false)
    assert.equal(schema.safeParse({ ...file, version: 2 }).success, false)
  })

  test(`${name}.json says whose the words are`, () => {
    const { licence } = make(record)
    assert.equal(licence.record, 'CC0-1.0')
    assert.match(licence.words, /not ours to license/)
  })
}

test('a quote is written as the contract has it', () => {
  assert.deepEqual(toQuotesFile(record).quotes[0], {
    id: 'mara-lodzinska/no-ferries',
    url: '/quotes/mara-lodzinska/no-ferries/',
    speaker: 'mara-lodzinska',
    kind: 'direct',
    said: '2031-03-01',
    context: 'to reporters',
    topics: ['ferries'],
    wordings: [
      {
        article: '2031-03-02-bridge-closes',
        outlet: 'the-ledger',
        published: '2031-03-02',
        url: '/articles/2031-03-02-bridge-closes/#q-mara-lodzinska-no-ferries-1',
        kind: 'direct',
        text: 'We will not wait, and we do not need ferries',
        parts: ['We will not wait, and we do not need ferries'],
        sentence: '“We will not wait, and we do not need ferries”, Łodzińska said.',
        saidBasis: 'as the article gives it',
      },
      {
        article: '2031-03-03-ferries',
        outlet: 'coast-wire',
        published: '2031-03-03',
        url: '/articles/2031-03-03-ferries/#q-mara-lodzinska-no-ferries-1',
        kind: 'mixed',
        text: 'the town would “not wait” for ferries',
        parts: ['the town would “not wait” for ferries'],
        sentence: 'The mayor said the town would “not wait” for ferries.',
        saidBasis: 'as the article gives it',
      },
    ],
  })
})

test('an event has its reports, those in somebody’s words with the quote', () => {
  const [closure, expected] = toEventsFile(record).events
  assert.deepEqual(closure?.reports, [
    { article: '2031-03-02-bridge-closes', text: 'thirty boats were tied up', quote: 'harbour-officials/thirty-boats' },
    { article: '2031-03-03-ferries', text: 'the span was shut at noon', quote: null },
  ])
  assert.equal(expected?.date, null)
})

test('an article lists its quotes once and the events it reports in anybody’s words, and none of its copy', () => {
  const file = toArticlesFile(record)
  assert.deepEqual(file.articles[0]?.quotes, ['mara-lodzinska/no-ferries', 'harbour-officials/thirty-boats'])
  assert.deepEqual(file.articles[0]?.events, ['2031-03-02-closure'])
  assert.doesNotMatch(JSON.stringify(file), /Kestrel Bay in 2029|walrus/)
})

test('whatever the words, they come back from the file as they went in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (words) => {
      const changed = structuredClone(record)
      const wording = changed.quotes[0]?.wordings[0]
      assert.ok(wording)
      wording.text = words
      const sent = quotesFile.parse(await toJsonResponse(toQuotesFile(changed)).json())
      assert.equal(sent.quotes[0]?.wordings[0]?.text, words)
    }),
  )
})
