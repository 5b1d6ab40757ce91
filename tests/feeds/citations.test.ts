import assert from 'node:assert/strict'
import { test } from 'node:test'
import core from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import wtf from 'wtf_wikipedia'
import { toBibtex } from '../../src/feeds/citations/bibtex.ts'
import {
  type Citation,
  citeArticle,
  citeEvent,
  citeQuote,
  citeWithdrawn,
  toNote,
} from '../../src/feeds/citations/citation.ts'
import { toCsl } from '../../src/feeds/citations/csl.ts'
import { listCitationFiles, mostInFiles, namesInFiles } from '../../src/feeds/citations/files.ts'
import { toHtml } from '../../src/feeds/citations/html.ts'
import { toMarkdown } from '../../src/feeds/citations/markdown.ts'
import { toRis } from '../../src/feeds/citations/ris.ts'
import { toText } from '../../src/feeds/citations/text.ts'
import { toWiki } from '../../src/feeds/citations/wiki.ts'
import { type SpokenView, toSpoken } from '../../src/views/quote.ts'
import { toViews, type Views } from '../../src/views/views.ts'
import { bridge, records, toRecord } from '../sample.ts'
import { hostileText, runs, toExpected, toHostileRecord } from './hostile.ts'

const citeAll = ({ quotes, events, articles, withdrawn, site }: Views): Citation[] => [
  ...quotes.flatMap((quote) => citeQuote(quote, site)),
  ...events.flatMap((event) => citeEvent(event, site)),
  ...articles.flatMap((article) => citeArticle(article, site)),
  ...withdrawn.flatMap((quote) => citeWithdrawn(quote, site)),
]

/** Every wording of every quote, by itself. */
const listSpoken = ({ quotes }: Views): SpokenView[] =>
  quotes.flatMap((quote) => quote.wordings.map((wording) => toSpoken(quote, wording)))

for (const { name, record, views } of records) {
  test(`every citation of ${name} is read back by every parser`, () => {
    const citations = citeAll(views)
    assert.ok(citations.length >= record.quotes.length + record.events.length + record.articles.length)
    assert.equal(new Set(citations.map(({ key }) => key)).size, citations.length)
    for (const citation of citations) compare(citation)
  })

  test(`there is a citation of every wording of ${name}, and it is the record’s`, () => {
    assert.equal(views.quotes.length, record.quotes.length)
    for (const [at, quote] of record.quotes.entries()) {
      const citations = citeQuote(views.quotes[at] as never, views.site)
      assert.equal(citations.length, quote.wordings.length)
      for (const [index, wording] of quote.wordings.entries()) {
        const { title, published, address, ours, about, direct } = citations[index] as Citation
        assert.equal(title, toExpected(wording.article.title))
        assert.equal(published, wording.article.published.edtf)
        assert.equal(address, wording.sourceUrl)
        assert.equal(ours, quote.url)
        assert.ok(about?.includes(quote.speaker.name))
        assert.equal(direct, wording.kind === 'direct' ? toExpected(wording.text) : null)
      }
    }
  })

  test(`the pieces of ${name} to paste are its words with their source`, () => {
    for (const spoken of listSpoken(views)) comparePieces(spoken, views.site)
  })
}

test('hostile text in every field comes back from every parser', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      for (const citation of citeAll(toViews(toHostileRecord(text))).slice(0, 4)) compare(citation)
    }),
    { ...runs, examples: [['。']] },
  )
})

test('hostile text is only text in the pieces to paste', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const views = toViews(toHostileRecord(text))
      for (const spoken of listSpoken(views)) comparePieces(spoken, views.site)
    }),
    runs,
  )
})

test('direct words stand in quotation marks, others are introduced as reported', () => {
  const views = toViews(toRecord(bridge))
  const [direct, mixed] = citeQuote(views.quotes[0] as never, views.site)
  assert.ok(direct && mixed)
  assert.match(
    toText(direct),
    /^Mara Łodzińska, Mayor of Port Ellis, said 1 March 2031, to reporters: “We will not wait, and we do not need ferries”\. Bridge closes/,
  )
  assert.match(
    toText(mixed),
    /^Coast Wire reports what Mara Łodzińska, Mayor of Port Ellis, said \(.*\): the town would “not wait”/,
  )
  assert.match(toWiki(direct), /\|quote=We will not wait, and we do not need ferries \|/)
  assert.doesNotMatch(toWiki(mixed), /\|quote=/)
  // Browsers know the text fragment by these signs, not by their numbers.
  assert.match(toWiki(direct), /\|url=\S+#:~:text=\S+ /)
  assert.equal(toWiki({ ...direct, address: 'https://x.example.org/~~~~a' }).match(/~/g), null)
  const [spoken, other] = listSpoken(views)
  assert.ok(spoken && other)
  assert.match(toMarkdown(spoken, views.site), /^> “We will not wait, and we do not need ferries”\n/)
  assert.match(toMarkdown(other, views.site), /^Coast Wire reports what \[Mara/)
  assert.match(toHtml(spoken, views.site), /^<figure><blockquote /)
  assert.doesNotMatch(toHtml(other, views.site), /<(blockquote|q)\b/)
})

test('the day of access is left to the reader', () => {
  for (const { format, cite } of listCitationFiles(toViews(toRecord(bridge)))) {
    assert.doesNotMatch(format.toFile(cite()), /urldate|accessed|Y2 {2}-|\|access-date=\d/)
  }
})

test('a file holds every citation of its thing', () => {
  const files = listCitationFiles(toViews(toRecord(bridge))).filter(
    ({ of }) => of === 'quotes/mara-lodzinska/no-ferries',
  )
  assert.equal(files.length, 5)
  for (const { format, cite } of files) {
    const written = format.toFile(cite())
    for (const title of ['Bridge closes, mayor says', 'No ferries for Port Ellis']) {
      assert.ok(written.includes(title), format.name)
    }
  }
})

test('of a large record the first to be added have files, and those whose files were published', () => {
  const views = toViews(toRecord(bridge))
  const [quote] = views.quotes
  assert.ok(quote)
  const toQuote = (n: number) => {
    const id = `${quote.speaker}/${String(n).padStart(5, '0')}`
    return { ...quote, id, added: n < mostInFiles ? '2031-01-01' : '2031-01-02' }
  }
  const large: Views = {
    ...views,
    events: [],
    articles: [],
    quotes: Array.from({ length: mostInFiles + 9 }, (_, n) => toQuote(n)),
  }
  const of = (n: number) => `quotes/${large.quotes[n]?.id}`
  const published = [`/cite/${of(mostInFiles + 3)}.txt`]
  const files = listCitationFiles(large, published)
  assert.equal(files.length, (mostInFiles + 1) * 5)
  assert.ok(files.some((file) => file.of === of(mostInFiles + 3)))
  const names = namesInFiles(large, published)
  assert.deepEqual(
    [0, mostInFiles, mostInFiles + 3].map((n) => names.has(of(n))),
    [true, false, true],
  )
  // What moved keeps the file under its former name, which is made from that under its new one.
  const moves = [{ from: '/quotes/a/old/', to: `/${of(mostInFiles + 5)}/` }]
  assert.ok(namesInFiles({ ...large, moves }, ['/cite/quotes/a/old.txt']).has(of(mostInFiles + 5)))
  // One that comes later takes nobody's place.
  const later = { ...large, quotes: [{ ...toQuote(mostInFiles), id: 'a/first' }, ...large.quotes] }
  assert.deepEqual(namesInFiles(later, []), namesInFiles(large, []))
})

/** Reads the citation back from each format and holds it against what went in. */
function compare(citation: Citation): void {
  const note = toNote(citation)
  const parts = citation.published?.split('-').map(Number)

  const [bib, ...more] = read(toBibtex(citation), '@bibtex/text')
  assert.ok(bib)
  assert.deepEqual(more, [])
  assert.equal(bib.id, citation.key)
  assert.equal(fold(bib.title), fold(citation.title))
  assert.equal(fold(bib.publisher), fold(citation.container))
  assert.ok(fold(bib.note).startsWith(fold(note ?? '')), bib.note)
  assert.ok(fold(bib.note).endsWith(fold(`${citation.siteName}: ${citation.ours}`)), bib.note)
  assert.equal(bib.URL, citation.address ?? undefined)
  assert.deepEqual(bib.issued?.['date-parts'][0], parts)

  const [ris, ...others] = read(toRis(citation), '@ris/file')
  assert.ok(ris)
  assert.deepEqual(others, [])
  assert.equal(ris.id, citation.key)
  assert.equal(ris.type, citation.is === 'newspaper article' ? 'article-newspaper' : 'webpage')
  assert.equal(fold(ris.title), fold(citation.title))
  assert.equal(fold(ris['container-title'] ?? ris.source), fold(citation.container))
  assert.equal(fold(ris.note), fold(note ?? ''))
  assert.equal(ris.URL, citation.address ?? citation.ours)
  // Of a newspaper article the parser reads the year alone.
  assert.deepEqual(ris.issued?.['date-parts'][0]?.[0], parts?.[0])
  assert.equal(
    toRis(citation)
      .match(/^DA {2}- (.*)\r$/m)?.[1]
      ?.replaceAll('/', '-') ?? null,
    citation.published,
  )
  assert.deepEqual([...toRis(citation).matchAll(/^ER {2}- /gm)].length, 1)

  const csl = JSON.parse(JSON.stringify(toCsl(citation))) as ReturnType<typeof toCsl>
  assert.equal(csl.id, citation.key)
  assert.equal(csl.title, citation.title)
  assert.equal(csl['container-title'], citation.container)
  assert.equal(csl.note ?? null, note)
  assert.equal(csl.URL ?? null, citation.address)
  assert.equal(csl.archive_location, citation.ours)
  assert.deepEqual(csl.issued?.['date-parts'][0], parts)

  const wiki = toWiki(citation)
  assert.equal(wiki.match(/\{\{/g)?.length, 1)
  assert.equal(wiki.match(/\}\}/g)?.length, 1)
  assert.doesNotMatch(wiki, /\[\[|<|''|~~~|__/)
  const [template] = wtf(wiki)
    .references()
    .map((reference) => reference.json() as { [name: string]: string })
  assert.ok(template, wiki)
  assert.equal(untidy(unnumber(template['title'])), untidy(citation.title))
  assert.equal(untidy(unnumber(template['work'] ?? template['website'])), untidy(citation.container))
  assert.equal(untidy(unnumber(template['quote'])), untidy(citation.direct ?? ''))
  assert.equal(decodeURI(template['url'] ?? '').includes('}}'), false)

  const text = toText(citation)
  assert.doesNotMatch(text, /[\p{Cc}\p{Cs}\u2028\u2029]/u)
  for (const part of [note, citation.title, citation.publishedWords, citation.ours]) {
    if (part) assert.ok(fold(text).includes(fold(part)), part)
  }
}

/** Holds Markdown and HTML, read by a parser, against the wording. */
function comparePieces(spoken: SpokenView, site: Views['site']): void {
  const { links, url, wording } = spoken
  const isDirect = wording.kind === 'direct'
  const tree = unified().use(remarkParse).parse(toMarkdown(spoken, site))
  let text = ''
  const types = new Set<string>()
  const addresses: string[] = []
  visit(tree, (node) => {
    types.add(node.type)
    if (node.type === 'text') text += node.value
    if (node.type === 'link') addresses.push(node.url)
  })
  const allowed = ['root', 'paragraph', 'text', 'link', ...(isDirect ? ['blockquote'] : [])]
  assert.deepEqual(
    [...types].filter((type) => !allowed.includes(type)),
    [],
  )
  assert.equal(types.has('blockquote'), isDirect)
  const html = toHtml(spoken, site)
  assert.equal(XMLValidator.validate(html), true)
  assert.deepEqual(
    [...html.matchAll(/<([a-z]+)/g)]
      .map(([, name = '']) => name)
      .filter((name) => !/^(a|p|blockquote|figure|figcaption)$/.test(name)),
    [],
  )
  const shown = decodeMarkup(html.replace(/<[^>]*>/g, ''))
  for (const part of wording.pieces) {
    for (const piece of part) {
      const words = piece.quoted ? `“${piece.text}”` : piece.text
      assert.ok(tight(text).includes(tight(words)), `${words} in ${text}`)
      assert.ok(tight(shown).includes(tight(words)), `${words} in ${shown}`)
    }
  }
  for (const name of [links.speaker.name, wording.links.outlet.name, site.name]) {
    assert.ok(tight(text).includes(tight(name)), name)
    assert.ok(tight(shown).includes(tight(name)), name)
  }
  assert.ok(addresses.includes(url))
  assert.ok(html.includes(`href="${url}"`))
  for (const address of addresses) assert.match(address, /^(https?:\/\/|\/)/)
  if (/^https:[\w:/.-]+$/.test(wording.source)) assert.ok(addresses.includes(wording.sourceUrl))
}

function read(text: string, forceType: string) {
  return core.plugins.input.chain(text, { forceType, generateGraph: false })
}

function fold(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim()
}

/** The parser of wiki text tidies white space, brackets and the punctuation in them, and takes `。` for a full stop. */
function untidy(text: string): string {
  return tight(text).replace(/[(),:;.。-]/g, '')
}

function tight(text: string): string {
  return toExpected(text).replace(/ /g, '')
}

/** Character references with a number, as a wiki reads them. */
function unnumber(text: string | undefined): string {
  return fold(text).replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

function decodeMarkup(text: string): string {
  const names: { [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
  return text.replace(/&([a-z0-9#]+);/g, (whole, name: string) => names[name] ?? whole)
}
