import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleArticle, exampleRecord } from '../../src/checks/example.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { toHtml } from '../../src/markdown/nodes.ts'
import { pagesOf } from '../../src/record/addresses.ts'
import { urls } from '../../src/urls.ts'
import { toCorrectionView } from '../../src/views/correction.ts'

const correction = (date: string, more: string) =>
  `---\ndate: ${date}\nwas: It said this.\nis: It says that.\nwhy: A slip.\n${more}\n---\n`

const { record } = parseTexts({
  ...exampleRecord,
  'articles/walk.md': exampleArticle('["I walk,"](../speakers/mara-lodzinska.md#walk) she said.'),
  'corrections/2031-03-12-closed.md': correction(
    '2031-03-12',
    'events: [bridge-closed]\nquotes: [mara-lodzinska#not-wait]',
  ),
  'corrections/2031-03-14-walk.md': correction(
    '2031-03-14',
    'kind: withdrawn\nquotes: [mara-lodzinska#walk]\nspeakers: [mara-lodzinska]\nmoved: { from: events/shut, to: events/bridge-closed }',
  ),
  'quotes/mara-lodzinska/walk.md': '---\nwithdrawn: { date: 2031-03-14, why: She did not. }\n---\n',
})

test('a correction hangs on everything that it names, newest first', () => {
  assert.deepEqual(
    record.corrections.map(({ id }) => id),
    ['2031-03-14-walk', '2031-03-12-closed'],
  )
  const ids = (list: readonly { id: string }[] = []) => list.map(({ id }) => id)
  assert.deepEqual(ids(record.events[0]?.corrections), ['2031-03-12-closed'])
  assert.deepEqual(ids(record.quotes[0]?.corrections), ['2031-03-12-closed'])
  assert.deepEqual(ids(record.speakers[0]?.corrections), ['2031-03-14-walk'])
  assert.deepEqual(ids(record.articles[0]?.corrections), [])
  assert.deepEqual(
    record.corrections.map((one) => toCorrectionView(one).links.things.map(({ name }) => name)),
    [
      ['Mara Łodzińska', 'Mara Łodzińska: walk'],
      ['The bridge is shut', 'Mara Łodzińska: not wait'],
    ],
  )
})

test('a withdrawn quote is off the record, and keeps its page', () => {
  assert.deepEqual(
    record.quotes.map(({ id }) => id),
    ['mara-lodzinska/not-wait'],
  )
  const [gone] = record.withdrawn
  assert.deepEqual([gone?.id, gone?.date.edtf, gone?.why], ['mara-lodzinska/walk', '2031-03-14', 'She did not.'])
  assert.deepEqual(
    gone?.corrections.map(({ id }) => id),
    ['2031-03-14-walk'],
  )
  assert.ok(pagesOf(record).has('/quotes/mara-lodzinska/walk/'))
  assert.deepEqual(record.moves, [{ from: '/events/shut/', to: '/events/bridge-closed/' }])
})

test('an error is reported to the contact, with the address of the page', () => {
  const path = urls.quote('mara', 'no')
  const mail = new URL(urls.report('mailto:desk@example.org', path, 'No & never'))
  assert.equal(mail.pathname, 'desk@example.org')
  assert.deepEqual(
    [...mail.searchParams],
    [
      ['subject', 'Error on “No & never”'],
      ['body', `${urls.absolute(path)}\n\n`],
    ],
  )
  const form = new URL(urls.report('https://example.org/new?labels=error', path, 'No'))
  assert.deepEqual([...form.searchParams.keys()], ['labels', 'title', 'body'])
})

test('a page that moves again leads to its last place, one that comes back nowhere, and with a speaker move his quotes', () => {
  const moved = (from: string, to: string) => `events: [bridge-closed]\nmoved: { from: ${from}, to: ${to} }`
  const { record: later } = parseTexts({
    ...exampleRecord,
    'corrections/2031-03-12-a.md': correction('2031-03-12', moved('events/a', 'events/b')),
    'corrections/2031-03-13-b.md': correction('2031-03-13', moved('events/b', 'events/bridge-closed')),
    'corrections/2031-03-14-c.md': correction('2031-03-14', moved('topics/ferries', 'topics/boats')),
    'corrections/2031-03-15-d.md': correction('2031-03-15', moved('topics/boats', 'topics/ferries')),
    'corrections/2031-03-16-e.md': correction('2031-03-16', moved('quotes/mara/no-wait', 'quotes/mara/not-wait')),
    'corrections/2031-03-17-f.md': correction('2031-03-17', moved('speakers/mara', 'speakers/mara-lodzinska')),
    'urls.lock': '/quotes/mara/not-wait/\n/quotes/mara-lodzinska/not-wait/\n/speakers/mara/\n',
  })
  assert.deepEqual(
    later.moves.map(({ from, to }) => `${from} ${to}`),
    [
      '/events/a/ /events/bridge-closed/',
      '/events/b/ /events/bridge-closed/',
      '/topics/boats/ /topics/ferries/',
      '/quotes/mara/no-wait/ /quotes/mara-lodzinska/not-wait/',
      '/speakers/mara/ /speakers/mara-lodzinska/',
      '/quotes/mara/not-wait/ /quotes/mara-lodzinska/not-wait/',
    ],
  )
})

test('a link to a withdrawn quote is none: its words stay in the copy, accounted for, and are nobody’s', () => {
  const content = parseTexts({
    ...exampleRecord,
    'articles/walk.md': exampleArticle(
      '["I walk,"](../speakers/mara-lodzinska.md#walk) she said. [She runs](../speakers/mara-lodzinska.md#walk), too.',
    ),
    'quotes/mara-lodzinska/walk.md': '---\nwithdrawn: { date: 2031-03-14, why: She did not. }\n---\n',
  })
  assert.deepEqual(checkContent(content), [])
  const article = content.record.articles.find(({ id }) => id === 'walk')
  assert.equal(toHtml(article?.copy ?? []), '<p>"I walk," she said. She runs, too.</p>')
  assert.deepEqual([article?.wordings, article?.notes], [[], []])
})
