import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { toAtom } from '../../src/feeds/atom.ts'
import { type Feed, feedLength, toFeedGroups, toFeeds } from '../../src/feeds/feeds.ts'
import { toJsonFeed } from '../../src/feeds/json-feed.ts'
import { escapeMarkup } from '../../src/feeds/markup.ts'
import { toAddress } from '../../src/feeds/plain.ts'
import { toRss } from '../../src/feeds/rss.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import type { NewsRecord } from '../../src/record/types.ts'
import { toViews } from '../../src/views/views.ts'
import { bridge, languages, records, toRecord } from '../sample.ts'
import { holds, hostileText, runs, toExpected, toHostileRecord, withoutMarks } from './hostile.ts'

/** An entry as any of the parsers reads it. */
interface ReadEntry {
  id: string
  title: string
  url: string
  updated: string
  authors: string[]
  labels: string[]
  html: string
}

const formats: { name: string; write: (feed: Feed) => string; read: (text: string) => ReadEntry[] }[] = [
  { name: 'Atom', write: toAtom, read: readAtom },
  { name: 'RSS', write: toRss, read: readRss },
  { name: 'JSON Feed', write: toJsonFeed, read: readJson },
]

for (const { name, record, views } of records) {
  test(`the feeds of ${name} hold the whole record, and its parts`, () => {
    const feeds = new Map(toFeeds(views).map((feed) => [feed.name, feed]))
    const idsOf = (feed: string) =>
      feeds
        .get(feed)
        ?.entries.map(({ url }) => url)
        .sort()
    const urlsOf = (...lists: { url: string }[][]) =>
      lists
        .flat()
        .map(({ url }) => url)
        .sort()
    const { quotes, events, articles, speakers, topics, corrections } = record
    assert.deepEqual(idsOf('everything'), urlsOf(quotes, events, articles, corrections))
    if (corrections.length > 0) assert.deepEqual(idsOf('corrections'), urlsOf(corrections))
    assert.deepEqual(idsOf('quotes'), urlsOf(quotes))
    assert.deepEqual(idsOf('events'), urlsOf(events))
    for (const speaker of speakers) {
      assert.deepEqual(idsOf(`speakers/${speaker.id}`), urlsOf(speaker.quotes, speaker.events))
    }
    for (const topic of topics) assert.deepEqual(idsOf(`topics/${topic.id}`), urlsOf(topic.quotes, topic.events))
    assert.equal(feeds.size, 3 + speakers.length + topics.length + (corrections.length > 0 ? 1 : 0))
    assert.deepEqual(
      toFeedGroups(views).flatMap((group) => group.feeds.map((feed) => feed.name)),
      [...feeds.keys()],
    )
  })

  for (const { name: format, write, read } of formats) {
    test(`${format} of ${name}, read back, is the record`, () => {
      for (const feed of toFeeds(views)) compare(read(write(feed)), feed, record)
    })
  }
}

test('every form carries hostile text in every field and nothing breaks out', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const record = toHostileRecord(text)
      const [feed] = toFeeds(toViews(record))
      assert.ok(feed)
      for (const { name, write, read } of formats) {
        const written = write(feed)
        assert.doesNotMatch(written, /(?![\n\t])[\p{Cc}\p{Cs}\ufffe\uffff]/u, name)
        compare(read(written), feed, record)
      }
    }),
    runs,
  )
})

test('any text comes back from markup as it went in, but for what XML cannot carry', () => {
  const parser = new XMLParser({
    trimValues: false,
    ignoreAttributes: false,
    processEntities: true,
    htmlEntities: true,
  })
  fc.assert(
    fc.property(hostileText, (text) => {
      const { a } = parser.parse(`<a b="${escapeMarkup(text)}">x${escapeMarkup(text)}x</a>`) as {
        a: { '#text': string; '@_b'?: string }
      }
      assert.equal(toExpected(a['#text'].slice(1, -1)), toExpected(text))
      assert.equal(toExpected(a['@_b'] ?? ''), toExpected(text))
    }),
    runs,
  )
})

test('the newest come first, and a long feed is cut', () => {
  const record = toRecord(bridge)
  const [quote] = record.quotes
  assert.ok(quote)
  const [wording] = quote.wordings
  assert.ok(wording)
  record.quotes = Array.from({ length: feedLength + 5 }, (_, index) => {
    const added = `2031-${String((index % 12) + 1).padStart(2, '0')}-01`
    const article = { ...wording.article, added }
    return { ...quote, url: `/quotes/${index}/`, wordings: [{ ...wording, article }] }
  })
  const feed = toFeeds(toViews(record)).find(({ name }) => name === 'quotes')
  assert.equal(feed?.entries.length, feedLength)
  const days = feed?.entries.map(({ updated }) => updated) ?? []
  assert.deepEqual(days, days.toSorted().reverse())
  assert.equal(feed?.updated, '2031-12-01T12:00:00Z')
})

test('a quote is as new as its newest wording, and as old as its oldest', () => {
  const record = toRecord(bridge)
  const [first, second] = record.articles
  assert.ok(first && second)
  first.added = '2031-03-05'
  second.added = '2031-03-09'
  const [entry] = toFeeds(toViews(record)).find(({ name }) => name === 'quotes')?.entries ?? []
  assert.equal(entry?.published, '2031-03-05T12:00:00Z')
  assert.equal(entry?.updated, '2031-03-09T12:00:00Z')
})

test('a correction is an entry, and makes what it corrects newer', () => {
  const { record } = readContent('tests/fixtures/small/content')
  assert.ok(record.corrections.length > 0)
  const feeds = new Map(toFeeds(toViews(record)).map((feed) => [feed.name, feed.entries]))
  for (const { was, is, why, date, url, quotes, events, articles } of record.corrections) {
    const entry = feeds.get('corrections')?.find((one) => one.url.endsWith(url))
    assert.equal(entry?.updated, `${date.edtf}T12:00:00Z`)
    for (const words of [was, is, why]) if (words) holds(look(entry?.html ?? '').text, words)
    for (const thing of [...quotes, ...events, ...articles]) {
      const corrected = feeds.get('everything')?.find((one) => one.url.endsWith(thing.url))
      assert.ok((corrected?.updated ?? '') >= `${date.edtf}T12:00:00Z`, thing.url)
    }
  }
})

test('direct words stand in quotation marks, reported ones are introduced', () => {
  const entries = toFeeds(toViews(toRecord(bridge))).find(({ name }) => name === 'quotes')?.entries ?? []
  const direct = entries.find(({ url }) => url.endsWith('/no-ferries/'))
  const indirect = entries.find(({ url }) => url.endsWith('/thirty-boats/'))
  assert.equal(direct?.title, 'Mara Łodzińska: “We will not wait, and we do not need ferries”')
  assert.deepEqual(direct?.authors, ['Mara Łodzińska'])
  assert.match(
    direct?.html ?? '',
    /<blockquote [^>]+><p>“We will not wait, and we do not need ferries”<\/p><\/blockquote>/,
  )
  assert.match(
    direct?.html ?? '',
    /Coast Wire reports what Mara Łodzińska said: <bdi lang="en">the town would “not wait” for ferries<\/bdi>/,
  )
  assert.match(direct?.html ?? '', /President|Mayor of Port Ellis/)
  assert.match(direct?.html ?? '', /direct words, as worded by The Ledger\. Said 2031|Said 1 March 2031, to reporters/)
  assert.equal(indirect?.title, 'Harbour officials, as The Ledger reports: thirty boats were tied up')
  assert.deepEqual(indirect?.authors, ['The Ledger'])
  assert.doesNotMatch(indirect?.html ?? '', /[“”]|blockquote/)
  assert.match(indirect?.html ?? '', /When it was said is not given/)
})

test('an empty record has feeds without an entry', () => {
  for (const feed of toFeeds(toViews(toRecord({})))) {
    for (const { write, read } of formats) assert.deepEqual(read(write(feed)), [])
  }
})

test('only addresses of the web and of the site are followed', () => {
  assert.equal(toAddress('https://news.example/a?b=c&d=e#:~:text=x'), 'https://news.example/a?b=c&d=e#:~:text=x')
  assert.equal(toAddress('/quotes/'), '/quotes/')
  assert.equal(toAddress('https://news.example/a"b\r\nc'), 'https://news.example/a%22b%0D%0Ac')
  for (const bad of [
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    '//elsewhere.example/',
    '',
    'x',
  ])
    assert.equal(toAddress(bad), null)
})

/** Holds what was read against the entries, and the entries against the record. */
function compare(read: ReadEntry[], feed: Feed, record: NewsRecord): void {
  assert.deepEqual(
    read.map(({ html: _, ...entry }) => entry),
    feed.entries.map(({ id, title, url, updated, authors, categories }) => ({
      id,
      title,
      url,
      updated,
      authors: authors.filter(Boolean),
      labels: categories.map(({ label }) => label).filter(Boolean),
    })),
  )
  for (const { url, html } of read) {
    const seen = look(html)
    assert.deepEqual(
      seen.names.filter((name) => !['p', 'blockquote', 'a', 'bdi', 'ul', 'li'].includes(name)),
      [],
    )
    assert.deepEqual(
      seen.addresses.filter((address) => !/^(https?:\/\/|\/[^/])/.test(address) && address !== '/'),
      [],
    )
    const quote = record.quotes.find((one) => one.url === url)
    for (const wording of quote?.wordings ?? []) {
      for (const { pieces } of wording.parts) {
        for (const { text, quoted } of pieces) holds(seen.text, quoted ? `“${text}”` : text)
      }
      holds(seen.text, quote?.speaker.name ?? '')
      holds(seen.text, wording.article.outlet.name)
      assert.ok(seen.addresses.includes(wording.url), wording.url)
      assert.ok(seen.addresses.includes(wording.sourceUrl) || toAddress(wording.sourceUrl) !== wording.sourceUrl)
    }
    const event = record.events.find((one) => one.url === url)
    for (const { text, wording } of event?.reports ?? [])
      if (!wording) holds(withoutMarks(seen.text), withoutMarks(text))
    if (event) holds(seen.text, event.dateBasis)
  }
}

/** The elements, addresses and text of our HTML, which is well formed. */
function look(html: string): { names: string[]; addresses: string[]; text: string } {
  assert.equal(XMLValidator.validate(`<div>${html}</div>`), true)
  const names = [...html.matchAll(/<([a-z0-9]+)/gi)].map(([, name = '']) => name)
  const addresses = [...html.matchAll(/ (?:href|cite)="([^"]*)"/g)].map(([, address = '']) => decode(address))
  return { names, addresses, text: decode(html.replace(/<[^>]*>/g, ' ')) }
}

function decode(text: string): string {
  const names: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#13': '\r' }
  return text.replace(/&([a-z0-9#]+);/g, (whole, name: string) => names[name] ?? whole)
}

function readAtom(text: string): ReadEntry[] {
  assert.equal(XMLValidator.validate(text), true)
  const feed = parseAtomFeed(text)
  assert.match(feed.updated ?? '', /^\d{4}-\d{2}-\d{2}T12:00:00Z$/)
  return (feed.entries ?? []).map((entry) => ({
    id: entry.id ?? '',
    title: toText(entry.title),
    url: entry.links?.find(({ rel }) => rel === 'alternate')?.href ?? '',
    updated: entry.updated ?? '',
    authors: (entry.authors ?? []).map(({ name }) => name ?? ''),
    labels: (entry.categories ?? []).map(({ label }) => label ?? '').filter(Boolean),
    html: toText(entry.content),
  }))
}

function readRss(text: string): ReadEntry[] {
  assert.equal(XMLValidator.validate(text), true)
  const feed = parseRssFeed(text)
  return (feed.items ?? []).map((item) => ({
    id: item.guid?.value ?? '',
    title: item.title ?? '',
    url: item.link ?? '',
    updated: item.atom?.updated ?? '',
    authors: item.dc?.creators ?? [],
    labels: (item.categories ?? []).map(({ name }) => name ?? ''),
    html: item.description ?? '',
  }))
}

function readJson(text: string): ReadEntry[] {
  const feed = parseJsonFeed(JSON.parse(text))
  assert.equal((JSON.parse(text) as { version: string }).version, 'https://jsonfeed.org/version/1.1')
  return (feed.items ?? []).map((item) => ({
    id: item.id ?? '',
    title: item.title ?? '',
    url: item.url ?? '',
    updated: String(item.date_modified ?? ''),
    authors: (item.authors ?? []).map(({ name }) => name ?? ''),
    labels: item.tags ?? [],
    html: item.content_html ?? '',
  }))
}

/** Text constructs are strings in one version of the parser and objects in another. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : ((value as { value?: string } | undefined)?.value ?? '')
}

test('each entry says the language of its words where it is not the site’s', () => {
  const [feed = assert.fail()] = toFeeds(toViews(toRecord(languages)))
  const arabic = feed.entries.findIndex(({ language, url }) => language === 'ar' && url.includes('/articles/'))
  const title = escapeMarkup(feed.entries[arabic]?.title ?? assert.fail())
  assert.ok(toAtom(feed).includes(`<title xml:lang="ar">${title}</title>`))
  assert.ok(toRss(feed).includes('<dc:language>ar</dc:language>'))
  const { items } = JSON.parse(toJsonFeed(feed)) as { items: { language?: string }[] }
  assert.equal(items[arabic]?.language, 'ar')
  const own = feed.entries.findIndex(({ language }) => language === 'en')
  assert.ok(own !== -1 && items[own] && !('language' in items[own]))
})
