import assert from 'node:assert/strict'
import { test } from 'node:test'
import core from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import fc from 'fast-check'
import { XMLValidator } from 'fast-xml-parser'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import wtf from 'wtf_wikipedia'
import { toBibtex } from '../../src/citations/bibtex.ts'
import { type Citation, citeArticle, citeEvent, citeQuote } from '../../src/citations/citation.ts'
import { toCsl } from '../../src/citations/csl.ts'
import { furtherFormats, printedFormats } from '../../src/citations/formats.ts'
import { toHtml } from '../../src/citations/html.ts'
import { toMarkdown } from '../../src/citations/markdown.ts'
import { authorOf, containerOf, toNote } from '../../src/citations/note.ts'
import { toRis } from '../../src/citations/ris.ts'
import { toApa, toChicago, toMla } from '../../src/citations/styles.ts'
import { toText } from '../../src/citations/text.ts'
import { toWiki } from '../../src/citations/wiki.ts'
import type { QuoteView } from '../../src/views/quote.ts'
import { toViews, type Views } from '../../src/views/views.ts'
import { hostileText, runs, toExpected, toHostileRecord } from '../feeds/hostile.ts'
import { bridge, records, toRecord } from '../sample.ts'

/** The day on which it is copied. */
const today = '2031-04-02'

const citeAll = ({ quotes, events, articles, site }: Views): Citation[] => [
  ...quotes.flatMap((quote) => citeQuote(quote, site)),
  ...events.flatMap((event) => citeEvent(event, site)),
  ...articles.flatMap((article) => citeArticle(article, site)),
]

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
    for (const quote of views.quotes) comparePieces(quote, views.site)
  })
}

test('hostile text in every field comes back from every parser, and is only text in the pieces to paste', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      const views = toViews(toHostileRecord(text))
      for (const citation of citeAll(views).slice(0, 4)) compare(citation)
      for (const quote of views.quotes) comparePieces(quote, views.site)
    }),
    { ...runs, examples: [['。']] },
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
  assert.match(toWiki(direct), /\|quote=We will not wait, and we do not need ferries\}\}$/)
  assert.doesNotMatch(toWiki(mixed), /\|quote=/)
  // Browsers know the text fragment by these signs, not by their numbers.
  assert.match(toWiki(direct), /\|url=\S+#:~:text=\S+ /)
  assert.equal(toWiki({ ...direct, address: 'https://x.example.org/~~~~a' }).match(/~/g), null)
  assert.match(toMarkdown(direct), /^> “We will not wait, and we do not need ferries”\n/)
  assert.match(toMarkdown(mixed), /^Coast Wire reports what \[Mara/)
  assert.match(toHtml(direct), /^<figure><blockquote /)
  assert.doesNotMatch(toHtml(mixed), /<(blockquote|q)\b/)
})

test('the day of access is that on which it is copied, and none before', () => {
  for (const citation of citeAll(toViews(toRecord(bridge)))) {
    for (const { name: nameOf, write } of [...printedFormats, ...furtherFormats]) {
      const name = nameOf()
      assert.doesNotMatch(write(citation, null), /urldate|ccessed|Y2 {2}-|access-date/, name)
      const dated = /^(Wikipedia|MLA|BibTeX|RIS|CSL-JSON)$/.test(name)
      const day = /2031-04-02|2031\/04\/02|Accessed 2 Apr\. 2031\.|2031,\s*4,\s*2\b/
      assert.equal(day.test(write(citation, today)), dated, name)
    }
  }
})

test('the author is the speaker of words, the agency or the outlet of an article, and nobody of a page of ours', () => {
  const { articles, events, quotes, site } = toViews(toRecord(bridge))
  const [quote] = quotes
  const [article] = articles
  const [event] = events
  assert.ok(quote && article && event)
  const authorsOf = (citations: Citation[]) => citations.map((citation) => authorOf(citation))
  assert.deepEqual(new Set(authorsOf(citeQuote(quote, site))), new Set(['Mara Łodzińska']))
  assert.deepEqual(authorsOf(citeArticle({ ...article, agency: 'Sea News' }, site)), ['Sea News'])
  assert.deepEqual(authorsOf(citeArticle({ ...article, agency: null }, site)), [article.links.outlet.name])
  assert.equal(authorsOf(citeEvent(event, site))[0], null)
})

test('a wire and the outlet that carries it have fields of their own, and nothing stands behind the template', () => {
  const { articles, site } = toViews(toRecord(bridge))
  const [article] = articles
  assert.ok(article)
  const [citation] = citeArticle({ ...article, agency: 'Sea News' }, site)
  assert.ok(citation)
  assert.match(toWiki(citation, today), / \|work=[^|]+ \|agency=Sea News \|.* \|access-date=2031-04-02\}\}$/)
})

test('APA is what a citation processor makes of the same item; MLA and Chicago differ as their manuals do', () => {
  const { articles, site } = toViews(toRecord(bridge))
  for (const article of articles) {
    for (const agency of [null, 'Sea News']) {
      const [citation] = citeArticle({ ...article, agency }, site)
      assert.ok(citation)
      const { title, work } = citation
      const { archive, archive_location, ...item } = toCsl(citation)
      assert.deepEqual([archive, archive_location], [site.name, citation.ours])
      // A processor prints the outlet twice where it is its own author; the manual says once (9.11, 10.16).
      const made = new core.Cite([item]).format('bibliography', { template: 'apa', lang: 'en-US' }).trim()
      assert.equal(toApa(citation), agency ? made : made.replace(`. ${work}. http`, '. http'))
      const start = agency ? 'Sea News. ' : ''
      assert.ok(toMla(citation, today).startsWith(`${start}“${title}.” ${work}, `), toMla(citation))
      assert.match(
        toMla(citation, today),
        /, \d+ (Mar\.|May|June|July|Sept\.) 2031, https:\S+\. Accessed 2 Apr\. 2031\.$/,
      )
      assert.ok(toChicago(citation).startsWith(`${agency ?? work}. “${title}.” ${work}, March `), toChicago(citation))
    }
  }
})

test('a reference in a style has the address of the article, without that of the words in it', () => {
  const { quotes, site } = toViews(toRecord(bridge))
  const citations = quotes.flatMap((quote) => citeQuote(quote, site))
  assert.ok(citations.some(({ address }) => address?.includes('#:~:text=')))
  for (const citation of citations)
    for (const write of [toApa, toMla, toChicago])
      assert.ok(/https:\S+/.exec(write(citation))?.[0].startsWith(citation.address?.split('#')[0] ?? 'none'))
  const [citation] = citations
  assert.ok(citation)
  const style = toApa({ ...citation, address: 'https://x.example/a?b#part:~:text=words' })
  assert.ok(style.endsWith(' https://x.example/a?b#part'), style)
  for (const write of [toApa, toMla, toChicago]) assert.doesNotMatch(write(citation), /:~:/)
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
  assert.equal(fold(bib.publisher), fold(containerOf(citation)))
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
  assert.equal(fold(ris['container-title'] ?? ris.source), fold(containerOf(citation)))
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
  assert.equal(csl['container-title'], containerOf(citation))
  assert.equal(csl.URL ?? null, citation.address)
  const { archived } = citation
  const own = archived ? `${citation.siteName}: ${citation.ours}` : null
  assert.equal(csl.note ?? null, [note, own].filter(Boolean).join('; ') || null)
  assert.equal(csl.archive_location, archived?.address ?? citation.ours)
  assert.equal(bib.note?.includes(archived?.address ?? ''), true)
  assert.equal(/^AV {2}- (.*)\r$/m.exec(toRis(citation))?.[1], archived?.address)
  assert.deepEqual(csl.issued?.['date-parts'][0], parts)

  const author = authorOf(citation)
  assert.equal(fold(bib.author?.[0]?.literal ?? bib.author?.[0]?.family), fold(author ?? ''))
  assert.equal(csl.author?.[0]?.literal ?? '', author ?? '')

  const wiki = toWiki(citation)
  assert.equal(wiki.match(/\{\{/g)?.length, 1)
  assert.equal(wiki.match(/\}\}/g)?.length, 1)
  assert.doesNotMatch(wiki, /\[\[|<|''|~~~|__/)
  const [template] = wtf(wiki)
    .references()
    .map((reference) => reference.json() as { [name: string]: string })
  assert.ok(template, wiki)
  assert.equal(untidy(unnumber(template['title'])), untidy(citation.title))
  assert.equal(untidy(unnumber(template['work'] ?? template['website'])), untidy(citation.work))
  assert.equal(untidy(unnumber(template['quote'])), untidy(citation.direct ?? ''))
  assert.equal(decodeURI(template['url'] ?? '').includes('}}'), false)

  assert.equal(template['archive-url'], archived?.address)
  assert.equal(template['archive-date'], archived?.date)

  const text = toText(citation)
  assert.ok(text.includes(archived?.address ?? ''))
  assert.doesNotMatch(text, /[\p{Cc}\p{Cs}\u2028\u2029]/u)
  for (const part of [note, citation.title, citation.publishedWords, citation.ours]) {
    if (part) assert.ok(fold(text).includes(fold(part)), part)
  }
}

/** Holds Markdown and HTML of each wording, read by a parser, against the wording. */
function comparePieces(quote: QuoteView, site: Views['site']): void {
  const citations = citeQuote(quote, site)
  for (const [at, wording] of quote.wordings.entries()) {
    const citation = citations[at]
    assert.ok(citation)
    comparePiece(citation, wording, quote, site)
  }
}

function comparePiece(
  citation: Citation,
  wording: QuoteView['wordings'][number],
  quote: QuoteView,
  site: Views['site'],
): void {
  const { links, url } = quote
  const isDirect = wording.kind === 'direct'
  const tree = unified().use(remarkParse).parse(toMarkdown(citation))
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
  const html = toHtml(citation)
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
