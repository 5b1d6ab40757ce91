import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseTexts } from '../../src/loaders/content.ts'
import type { NewsRecord, Quote } from '../../src/record/types.ts'
import { urls } from '../../src/urls.ts'
import { findSpellings } from '../../src/views/spellings.ts'
import { refusalsOf } from '../refusals.ts'

const folder = join(import.meta.dirname, '../fixtures/small/content')
const texts: { [path: string]: string } = {}
for await (const path of glob('**/*.md', { cwd: folder })) texts[path] = readFileSync(join(folder, path), 'utf8')

/** The fictional record, some of its files replaced. */
function build(changed: { [path: string]: string } = {}): NewsRecord {
  return parseTexts({ ...texts, ...changed }).record
}

const record = build()

function quoteOf(id: string, of: NewsRecord = record): Quote {
  const quote = of.quotes.find((candidate) => candidate.id === id)
  assert.ok(quote, `${id} is on record`)
  return quote
}

const eventOf = (id: string) => {
  const event = record.events.find((candidate) => candidate.id === id)
  assert.ok(event, `${id} is on record`)
  return event
}

/** An article of the fictional record with a body of its own. */
const article = (body: string, published = '2031-03-05', more = '') => `---
title: A walk
outlet: the-ledger
published: ${published}
url: https://ledger.example.org/walk
language: en
rights: full
added: 2031-03-12
${more}
---

${body}
`

test('one utterance in two outlets is one quote, the most literal wording first', () => {
  const quote = quoteOf('mara-lodzinska/not-wait-for-ferries')
  assert.equal(quote.kind, 'direct')
  assert.deepEqual(
    quote.wordings.map(({ kind, text, article: { outlet } }) => [outlet.id, kind, text]),
    [
      ['the-ledger', 'direct', 'We will not wait, and we do not need ferries … The last one sank.'],
      ['coast-wire', 'mixed', 'the town would “not wait” for ferries'],
    ],
  )
})

test('links of one quote in adjoining paragraphs are parts, farther apart they are wordings', () => {
  const body = (between: string) =>
    article(
      `["We walk.][w]\n\n["And swim,"][w] she said.\n\n${between}["We run,"][w] she said.\n\n[w]: ../speakers/mara-lodzinska.md#w`,
    )
  const joined = quoteOf('mara-lodzinska/w', build({ 'articles/walk.md': body('') }))
  assert.deepEqual(
    joined.wordings.map((wording) => wording.text),
    ['We walk. … And swim … We run'],
  )
  assert.equal(joined.wordings[0]?.kind, 'direct')
  const apart = quoteOf('mara-lodzinska/w', build({ 'articles/walk.md': body('It rained.\n\n') }))
  assert.deepEqual(
    apart.wordings.map((wording) => wording.text),
    ['We walk. … And swim', 'We run'],
  )
  assert.equal(apart.wordings[1]?.url, urls.article('walk', 'q-mara-lodzinska-w-3'))
})

test('unlike parts make a mixed wording', () => {
  const body = article('["We walk,"][w] she said; [they would swim][w].\n\n[w]: ../speakers/mara-lodzinska.md#w')
  assert.equal(quoteOf('mara-lodzinska/w', build({ 'articles/walk.md': body })).kind, 'mixed')
})

test('the sentence is that of the article, each once', () => {
  const [first] = quoteOf('mara-lodzinska/not-wait-for-ferries').wordings
  assert.equal(
    first?.sentence,
    '"We will not wait, and we do not need ferries," Mayor Mara Łodzińska told reporters on Sunday. "The last one sank."',
  )
  for (const { wordings } of record.quotes) {
    for (const { parts, article: at } of wordings) {
      for (const { before, verbatim, after, block } of parts) {
        assert.ok(at.blocks[block]?.text.includes(before + verbatim + after))
      }
    }
  }
})

test('a quote is as old as the narrowest date its wordings agree on, and says what that rests on', () => {
  const open = quoteOf('mara-lodzinska/reopen-before-summer')
  assert.deepEqual([open.said?.edtf, open.saidBasis, open.saidSource], ['2031-03-02', 'as the article gives it', null])
  const notWait = quoteOf('mara-lodzinska/not-wait-for-ferries')
  assert.deepEqual(
    [notWait.said?.edtf, notWait.saidBasis, notWait.saidSource],
    ['2031-03-02', "the town's diary", 'https://town.example.org/diary'],
  )
  const undated = quoteOf('harbour-office/buses')
  assert.deepEqual([undated.said, undated.saidBasis, undated.reported.edtf], [null, null, '2031-03-02'])
})

test('a source for a day speaks only for the speaker it names', () => {
  const body =
    '["A,"][a] she said. ["B,"][b] he said on Sunday.\n\n[a]: ../speakers/mara-lodzinska.md#a "2031-03-02"\n[b]: ../speakers/jonas-bjork.md#b "2031-03-02"'
  const basis = 'saidBasis: { date: 2031-03-02, source: https://town.example.org/diary, speaker: mara-lodzinska }'
  const built = build({ 'articles/walk.md': article(body, '2031-03-05', basis) })
  assert.equal(quoteOf('mara-lodzinska/a', built).saidSource, 'https://town.example.org/diary')
  assert.equal(quoteOf('jonas-bjork/b', built).saidSource, null)
})

test('dates that contradict give no date', () => {
  const body = (day: string) => article(`["A,"][a] she said.\n\n[a]: ../speakers/mara-lodzinska.md#a "${day}, at home"`)
  const built = build({ 'articles/one.md': body('2031-03-01'), 'articles/two.md': body('2031-03-02') })
  assert.equal(quoteOf('mara-lodzinska/a', built).said, null)
})

test('the occasion is that of the earliest article that gives one', () => {
  assert.equal(quoteOf('mara-lodzinska/reopen-before-summer').context, 'to reporters')
})

test('a role is the one of the day, or none where the day leaves it open', () => {
  assert.equal(quoteOf('jonas-bjork/read-it-twice').role, 'Minister of Works')
  const early = (day: string) => article(`["A,"][a] he said.\n\n[a]: ../speakers/jonas-bjork.md#a "${day}"`)
  const roleOn = (day: string) => quoteOf('jonas-bjork/a', build({ 'articles/walk.md': early(day) })).role
  assert.equal(roleOn('2027'), 'Member for Port Ellis')
  assert.equal(roleOn('2030-12-31'), 'Member for Port Ellis')
  assert.equal(roleOn('2031-01-15'), 'Minister of Works')
  // In office since 2026, but nobody knows since which day.
  assert.equal(roleOn('2026-05-01'), null)
  assert.equal(roleOn('2031-01-14'), null)
  assert.equal(roleOn('2030-12/2031-02'), null)
})

test('spellings are told apart by outlet, the longest at each place', () => {
  const found = findSpellings(record.speakers, record.articles)
  assert.deepEqual(
    found.get('mara-lodzinska')?.map(({ name, outlets }) => [name, outlets.map(({ id }) => id)]),
    [
      ['Mara Łodzińska', ['the-ledger']],
      ['Łodzińska', ['the-ledger']],
      ['Mara Lodzinska', ['coast-wire']],
      ['Lodzinska', ['coast-wire']],
    ],
  )
})

test('a name is a whole word, in any script and form of Unicode', () => {
  const body = article(
    'Łodzińskaya walked. Мара Лодзинская’s walk. Mara, Lodzinska. Bjo\u0308rk swam; Björkman too. The harbour. Office hours.',
  )
  const built = build({
    'articles/walk.md': body,
    'articles/2031-03-02-bridge-closes.md': article('Nothing.'),
    'articles/2031-03-10-meeting-put-off.md': article('Nothing.'),
  })
  const found = findSpellings(built.speakers, built.articles)
  const spellings = (id: string) =>
    found.get(id)?.map(({ name, outlets }) => `${name} ${outlets.map((outlet) => outlet.id)}`)
  assert.deepEqual(spellings('mara-lodzinska'), [
    'Mara Lodzinska coast-wire',
    'Lodzinska coast-wire,the-ledger',
    'Мара Лодзинская the-ledger',
  ])
  assert.deepEqual(spellings('jonas-bjork'), ['Björk the-ledger', 'Jonas Björk coast-wire'])
  assert.deepEqual(spellings('harbour-office'), [])
})

test('a name that two share counts for the one the article is linked to', () => {
  const twin = '---\nname: Olof Björk\nkind: person\naliases: [Björk]\n---\n'
  const body = article('["I,"][o] said Björk.\n\n[o]: ../speakers/olof-bjork.md#i')
  const built = build({ 'speakers/olof-bjork.md': twin, 'articles/walk.md': body.replace('the-ledger', 'coast-wire') })
  const found = findSpellings(built.speakers, built.articles)
  const outletsOf = (id: string) =>
    found
      .get(id)
      ?.find(({ name }) => name === 'Björk')
      ?.outlets.map((outlet) => outlet.id)
  assert.deepEqual(outletsOf('olof-bjork'), ['coast-wire'])
  assert.deepEqual(outletsOf('jonas-bjork'), ['the-ledger'])
})

test('an event has every report, quotes that report it among them, by publication', () => {
  const buses = eventOf('first-buses')
  assert.deepEqual(
    buses.reports.map(({ text, wording }) => [text, wording?.quote.id]),
    [['a bus had carried “about 400” people on its first day', 'harbour-office/first-day']],
  )
  assert.deepEqual(
    buses.quotes.map(({ id }) => id),
    ['harbour-office/buses'],
  )
  assert.deepEqual(quoteOf('harbour-office/first-day').events, [buses])
  assert.deepEqual(
    eventOf('2031-03-01-bridge-closed').reports.map(({ article: { id } }) => id),
    ['2031-03-02-bridge-closes', '2031-03-03-no-ferries'],
  )
  assert.equal(buses.figures[0]?.saidBy?.id, 'harbour-office')
})

test('an expected event knows who announced it, or that nobody is named', () => {
  assert.equal(eventOf('reopening').announcedBy?.id, 'mara-lodzinska/reopen-before-summer')
  assert.equal(eventOf('ferry-service').announcedBy, null)
})

test('events stand by interval, an open start where it ends, those without a date last', () => {
  assert.deepEqual(
    record.events.map(({ id }) => id),
    [
      'bridge-built',
      'ferry-sank',
      'cracks-found',
      '2031-03-01-bridge-closed',
      'first-buses',
      'public-meeting',
      'reopening',
      'early-inspection',
      'ferry-service',
    ],
  )
})

test('quotes stand as they were said, or else reported', () => {
  const times = record.quotes.map(({ said, reported }) => (said ?? reported).earliest)
  assert.deepEqual(
    times,
    times.toSorted((a, b) => a - b),
  )
})

test('a mention counts where the speaker is not quoted too', () => {
  const [jonas] = record.speakers.filter(({ id }) => id === 'jonas-bjork')
  assert.deepEqual(jonas?.mentions, [])
  const body = article('[Björk](../speakers/jonas-bjork.md) walked.')
  const built = build({ 'articles/walk.md': body })
  const [mention] = built.speakers.find(({ id }) => id === 'jonas-bjork')?.mentions ?? []
  assert.equal(mention?.url, urls.article('walk', 'm-jonas-bjork-1'))
})

test('who is spoken of is on their page', () => {
  const [jonas] = record.speakers.filter(({ id }) => id === 'jonas-bjork')
  assert.deepEqual(
    jonas?.spokenOf.map(({ id }) => id),
    ['mara-lodzinska/nobody-asked'],
  )
})

test('topics have the quotes they list, quotes the topics that list them', () => {
  assert.deepEqual(
    record.topics.map(({ id }) => id),
    ['ferries', 'reopening'],
  )
  for (const topic of record.topics) {
    for (const quote of topic.quotes) assert.ok(quote.topics.includes(topic))
  }
  for (const quote of record.quotes) {
    for (const topic of quote.topics) assert.ok(topic.quotes.includes(quote))
  }
})

test('notes follow the text, a wording of several parts has one', () => {
  const [first] = record.articles
  assert.deepEqual(
    first?.notes.map((note) => [note.is, note.block]),
    [
      ['report', 0],
      ['report', 0],
      ['wording', 1],
      ['wording', 2],
      ['wording', 2],
      ['wording', 4],
      ['wording', 6],
      ['wording', 9],
      ['report', 9],
      ['mention', 9],
    ],
  )
})

test('no records, no harm', () => {
  const empty = parseTexts({})
  assert.deepEqual(refusalsOf(empty), [])
  assert.equal(empty.record.extent, null)
  assert.equal(empty.record.story.name, 'On Record')
  assert.deepEqual(empty.record.quotes, [])
})

test('what points nowhere is left out, nothing throws', () => {
  const body = article(
    '["A,"](../speakers/nobody.md#a) and [that](../events/nothing.md) and [Mara](../speakers/no.md).',
    '2031-03-05',
    'topics: [none]',
  ).replace('the-ledger', 'no-outlet')
  const event =
    '---\ntitle: E\nkind: other\nstatus: happened\ndateBasis: none\nannouncedBy: a#b\nquotes: [c#d]\nreportedIn: [e#f]\nspeakers: [g]\ntopics: [h]\nfigures: [{ what: a, value: 1, words: b, article: c }]\nadded: 2031-03-12\n---\n'
  const built = build({
    'articles/walk.md': body,
    'events/e.md': event,
    'quotes/a/b.md': '---\nabout: [c]\n---\n',
    'topics/t.md': '---\nname: T?\nquotes: [a#b]\n---\n',
  })
  const walk = built.articles.find(({ id }) => id === 'walk')
  assert.deepEqual([walk?.wordings, walk?.reports, walk?.mentions, walk?.topics], [[], [], [], []])
  assert.equal(walk?.outlet.name, 'no-outlet')
  const odd = built.events.find(({ id }) => id === 'e')
  assert.deepEqual([odd?.announcedBy, odd?.quotes, odd?.reports, odd?.speakers, odd?.figures], [null, [], [], [], []])
})

test('the record is the same whatever the order of the files', () => {
  const turned = parseTexts(Object.fromEntries(Object.entries(texts).reverse())).record
  const outline = ({ articles, quotes, events, speakers, outlets, topics }: NewsRecord) => ({
    articles: articles.map(({ id, notes }) => [id, notes.map(({ anchor }) => anchor)]),
    quotes: quotes.map(({ id, wordings, topics: its, events: of }) => [
      id,
      wordings.map(({ url }) => url),
      its.map((topic) => topic.id),
      of.map((event) => event.id),
    ]),
    events: events.map(({ id, reports }) => [id, reports.map(({ url }) => url)]),
    speakers: speakers.map(({ id, quotes: said }) => [id, said.map((quote) => quote.id)]),
    spellings: [...findSpellings(speakers, articles)].map(([id, found]) => [id, found.map(({ name }) => name)]),
    outlets: outlets.map(({ id, articles: its }) => [id, its.map((at) => at.id)]),
    topics: topics.map(({ id, quotes: its }) => [id, its.map((quote) => quote.id)]),
  })
  assert.deepEqual(outline(turned), outline(record))
})
