/** A dossier: what comes from an address or a file, what has come of what was kept, and the formats, read back by their parsers. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import core from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { citeEvent, citeQuote } from '../../src/citations/citation.ts'
import {
  compare,
  type Kept,
  pickToday,
  readFile,
  readFragment,
  type Today,
  toFile,
  toFragment,
  toId,
  toKept,
  toPagePath,
} from '../../src/citations/dossier.ts'
import { dossierFormats } from '../../src/citations/dossier-formats.ts'
import { hostileText } from '../feeds/hostile.ts'
import { records } from '../sample.ts'

const { views } = records[0] as (typeof records)[number]
const citations = views.quotes.flatMap((quote) => citeQuote(quote, views.site))
const [cited] = citations
const [event] = views.events.flatMap((one) => citeEvent(one, views.site).slice(0, 1))
assert.ok(cited && event)
const kept = toKept('quotes/mara-lodzinska/not-wait', '2031-04-02', cited, 0)
const there = (change: object, corrections = 0): Today => ({
  is: 'there',
  citations: [{ ...cited, ...change }],
  corrections,
})

const read = (text: string | undefined, forceType: string) =>
  core.plugins.input.chain(text ?? '', { forceType, generateGraph: false })

test('an address carries ids and marks of the words, and nothing else of it is read', () => {
  const list = [kept, toKept('events/ferry~sank', '2031-04-02', event, 0), { ...kept, id: 'articles/a b/1.0-2.12' }]
  const address = toFragment(list)
  assert.match(address, /^quotes\/mara-lodzinska\/not-wait~\w+&events\/ferry%7Esank~&articles\/a%20b\/1\.0-2\.12~\w+$/)
  const given = readFragment(`#${address}`)
  assert.deepEqual(given.wrong, [])
  assert.deepEqual(
    given.list.map(({ id, mark, words }) => ({ id, mark, words })),
    list.map(({ id, mark }) => ({ id, mark, words: '' })),
  )
  for (const wrong of ['quotes/a', 'quotes/../b', 'pages/imprint', 'articles/a/1.0', 'javascript:alert(1)', '%', 'x~y'])
    assert.deepEqual([readFragment(`#${wrong}`).list, readFragment(`#${wrong}`).wrong], [[], [wrong]])
})

test('whatever an address or a file says, no page is asked for but that of a quote, an event or an article', () => {
  const isPage = /^(?:quotes\/(?!\.{1,2}\/)[^/]+\/(?!\.{1,2}\/)[^/]+|(?:events|articles)\/(?!\.{1,2}\/)[^/]+)\/$/
  const part = fc.oneof(fc.constantFrom('quotes', 'events', 'articles', '..', '%2e%2e', '1.0-1.9', '~a'), fc.string())
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('/')),
      (text) => {
        for (const { id } of readFragment(`#${text}`).list) assert.match(toPagePath(id), isPage)
        for (const { id } of readFile(JSON.stringify({ dossier: 1, things: [{ id: text }] })) ?? [])
          assert.match(new URL(toPagePath(id), 'https://example.org/').pathname, /^\/(quotes|events|articles)\/./)
      },
    ),
  )
  for (const file of ['', '{', 'null', '[]', '{"dossier":2,"things":[]}', '{"dossier":1,"things":{}}'])
    assert.equal(readFile(file), null)
  const odd = JSON.stringify({ dossier: 1, things: [null, 3, { id: 7 }, { id: 'events/a', note: {}, day: 'x' }] })
  assert.deepEqual(
    readFile(odd)?.map(({ id, note, day }) => [id, note, day]),
    [['events/a', '', '']],
  )
})

test('a file is read back as it was', () => {
  const list: Kept[] = [{ ...kept, note: 'Ask her office.\n<b>' }]
  assert.deepEqual(readFile(toFile(list)), list)
})

test('the path of a page is that of what is kept', () => {
  assert.equal(toId('quotes/mara-lodzinska/not-wait/'), 'quotes/mara-lodzinska/not-wait')
  assert.equal(toId('events/ferry/page/2/'), 'events/ferry')
  for (const path of ['', 'quotes/', 'articles/a/', 'speakers/a/']) assert.equal(toId(path), null)
})

test('what has changed since is told', () => {
  assert.deepEqual(compare(kept, there({})), [])
  assert.deepEqual(compare(kept, there({ words: '“Other”' })), ['words'])
  assert.deepEqual(compare(kept, there({ published: '2031-03-09' })), ['facts'])
  assert.deepEqual(compare(kept, there({}, 1)), ['corrected'])
  // Of several wordings it is the one that was kept.
  const two: Today = { is: 'there', citations: [{ ...cited, key: 'new', words: '“Other”' }, cited], corrections: 0 }
  assert.deepEqual([compare(kept, two), pickToday(kept, two)], [[], cited])
  // An address tells of the words alone.
  const [given] = readFragment(`#${toFragment([kept])}`).list
  assert.ok(given)
  assert.deepEqual(compare(given, there({ published: '2031-03-09' }, 3)), [])
  assert.deepEqual(compare(given, there({ words: '“Other”' })), ['words'])
})

test('every format is read back by its parser, with the reader’s notes', () => {
  const note = 'Ask her office; {100%}, "today"'
  const entries = [...citations, event].map((citation) => ({ citation, note }))
  const [markdown, csv, bibtex, ris, csl] = dossierFormats.map(({ write }) => write(entries, '2031-04-02'))
  assert.equal(markdown?.split(note).length, entries.length + 1)
  const rows: { [name: string]: string }[] = parse(csv ?? '', { bom: true, columns: true })
  assert.deepEqual(
    rows.map((row) => [row['id'], row['note'], row['quoted']]),
    entries.map(({ citation: { direct, key, words } }) => [key, note, words === null ? '' : direct ? 'yes' : 'no']),
  )
  const items: { id: string; annote: string }[] = JSON.parse(csl ?? '')
  assert.deepEqual(
    items.map(({ annote, id }) => [id, annote]),
    entries.map(({ citation }) => [citation.key, note]),
  )
  assert.equal(read(bibtex, '@biblatex/text').length, entries.length)
  assert.equal(read(ris, '@ris/file').length, entries.length)
  assert.equal(ris?.match(/^RN {2}- Ask her office/gm)?.length, entries.length)
  assert.equal(bibtex?.match(/^ {2}annotation = \{Ask her office; \\textbraceleft\{\}100\\%/gm)?.length, entries.length)
})

test('no note breaks a format', () => {
  fc.assert(
    fc.property(hostileText, (note) => {
      const [, csv, bibtex, ris, csl] = dossierFormats.map(({ write }) =>
        write([{ citation: cited, note }], '2031-04-02'),
      )
      assert.equal(parse(csv ?? '', { bom: true }).length, 2)
      assert.equal(read(bibtex, '@biblatex/text').length, 1)
      assert.equal(ris?.match(/^ER {2}- /gm)?.length, 1)
      assert.equal(JSON.parse(csl ?? '').length, 1)
    }),
    { numRuns: 200 },
  )
})
