import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toDataBlock } from '../../src/components/data-block.ts'
import {
  describeArticle,
  describeEvent,
  describeQuote,
  describeSpeaker,
  type StructuredData,
} from '../../src/feeds/structured-data.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { urls } from '../../src/urls.ts'
import { toSpoken } from '../../src/views/quote.ts'
import { toViews, type Views } from '../../src/views/views.ts'
import { bridge, toRecord } from '../sample.ts'
import { hostileText, runs, toHostileRecord } from './hostile.ts'

interface Node {
  [name: string]: unknown
}

const describeAll = ({ quotes, events, speakers, articles, site }: Views): StructuredData[] => [
  ...quotes.map((quote) => describeQuote(quote, site)),
  ...events.map((event) => describeEvent(event, site)),
  ...speakers.map((speaker) => describeSpeaker(speaker, site)),
  ...articles.map((article) => {
    const said = quotes.flatMap((quote) => quote.wordings.map((wording) => toSpoken(quote, wording)))
    return describeArticle(
      article,
      said.filter(({ wording }) => wording.article === article.id),
      site,
    )
  }),
]

test('only direct words are a quotation', () => {
  const { quotes, site } = toViews(toRecord(bridge))
  for (const quote of quotes) {
    const nodes = nodesOf(JSON.parse(toDataBlock(describeQuote(quote, site))))
    const texts = (type: string) => nodes.filter((node) => node['@type'] === type).map((node) => node['text'])
    const of = (isDirect: boolean) => quote.wordings.filter(({ kind }) => (kind === 'direct') === isDirect)
    assert.deepEqual(
      texts('Quotation'),
      of(true).map(({ text }) => text),
    )
    assert.equal(texts('Claim').length, of(false).length)
    for (const text of texts('Claim')) assert.match(String(text), /^.+ reports what .+ said: /)
  }
})

test('a quotation names its speaker, its day and the article that it is taken from', () => {
  const { quotes, site } = toViews(toRecord(bridge))
  const [quote] = quotes
  assert.ok(quote)
  const nodes = nodesOf(JSON.parse(toDataBlock(describeQuote(quote, site))))
  const quotation = nodes.find((node) => node['@type'] === 'Quotation')
  assert.ok(quotation)
  const speaker = nodes.find((node) => node['name'] === 'Mara Łodzińska')
  assert.deepEqual(quotation['spokenByCharacter'], { '@id': speaker?.['@id'] })
  assert.equal(quotation['dateCreated'], '2031-03-01')
  const article = quotation['isPartOf'] as Node
  assert.equal(article['@type'], 'NewsArticle')
  assert.equal(article['url'], 'https://news.example/2031-03-02-bridge-closes')
})

test('a person who is pointed at is told of in the same data, once', () => {
  const { site, speakers, ...views } = toViews(toRecord(bridge))
  const people = new Set(speakers.filter(({ kind }) => kind === 'person').map(({ url }) => `${urls.absolute(url)}#who`))
  for (const data of describeAll({ ...views, speakers, site })) {
    const nodes = nodesOf(JSON.parse(toDataBlock(data))).filter((node) => people.has(String(node['@id'])))
    const told = nodes.filter((node) => 'name' in node).map((node) => node['@id'])
    assert.deepEqual(told, [...new Set(told)])
    assert.deepEqual(new Set(nodes.map((node) => node['@id'])), new Set(told))
  }
})

test('a span is never the start of an event', () => {
  for (const folder of ['content', 'tests/fixtures/small/content']) {
    const { record } = readContent(folder)
    const { events, site } = toViews(record)
    assert.equal(events.length, record.events.length)
    for (const [index, event] of events.entries()) {
      const node = JSON.parse(toDataBlock(describeEvent(event, site))) as Node
      const date = record.events[index]?.date
      const isDay = date != null && date.latest - date.earliest < 86_400_000
      assert.equal('startDate' in node, isDay, event.id)
      assert.equal('endDate' in node, isDay, event.id)
    }
  }
})

test('somebody without a name is no person', () => {
  const { site, speakers } = toViews(toRecord(bridge))
  const [, speaker] = speakers
  assert.ok(speaker)
  const node = JSON.parse(toDataBlock(describeSpeaker({ ...speaker, kind: 'unnamed' }, site))) as { mainEntity: Node }
  assert.equal(node.mainEntity['@type'], 'Thing')
})

test('nothing ends the script, whatever the text, and JSON gives it back', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const data of describeAll(toViews(toHostileRecord(text)))) {
        const script = toDataBlock(data)
        assert.doesNotMatch(script, /[<>&\u2028\u2029]/)
        assert.deepEqual(JSON.parse(script), JSON.parse(JSON.stringify(data)))
      }
    }),
    runs,
  )
})

/** The node and all below it. */
function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf)
  if (typeof value !== 'object' || value === null) return []
  return [value as Node, ...Object.values(value).flatMap(nodesOf)]
}
