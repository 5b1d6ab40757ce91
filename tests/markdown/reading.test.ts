/** A folder is a test: `article.md` and what is read off it. `UPDATE=1` rewrites the expectation; the review is the diff. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { splitFile } from '../../src/loaders/front-matter.ts'
import { readArticle } from '../../src/markdown/article.ts'
import { toHtml } from '../../src/markdown/nodes.ts'
import { coverSpans } from '../../src/markdown/quoted-spans.ts'

const folder = join(import.meta.dirname, '../fixtures/reading')

for (const name of readdirSync(folder)) {
  test(`reads ${name}`, () => {
    const found = toText(read(readFileSync(join(folder, name, 'article.md'), 'utf8')))
    const file = join(folder, name, 'reading.txt')
    if (process.env['UPDATE']) writeFileSync(file, found)
    assert.equal(found, readFileSync(file, 'utf8'))
  })
}

type Reading = ReturnType<typeof read>

/** A list after the other, what is empty left out; in what a link says, quoted pieces stand in ⟦ ⟧. */
function toText({ links, ...lists }: Reading): string {
  const ofLinks = links.flatMap(({ anchor, at, block, context, fragment, is, kind, said, target, ...link }) => [
    `${at} ${is} ${target}#${fragment} ${anchor}, block ${block}, ${kind}; said: ${said}; context: ${context}`,
    `  verbatim: ${link.verbatim}`,
    `  text: ${link.text}`,
    `  pieces: ${link.pieces.map(({ quoted, text }) => (quoted ? `⟦${text}⟧` : text)).join('|')}`,
    `  sentence: ${link.sentence}`,
  ])
  return Object.entries({ ...lists, links: ofLinks })
    .filter(([, lines]) => lines.length > 0)
    .map(([name, lines]) => `${name}:\n${lines.join('\n')}\n`)
    .join('\n')
}

/** The reading as its reviewer wants to see it: sentences instead of offsets, no hashes, each span with its covering. */
function read(text: string) {
  const { data, body, linesBefore } = splitFile(text)
  const { terms } = data as { terms: string[] }
  const source = { path: 'articles/article.md', language: 'en', terms, linesBefore }
  const { blocks, links, spans, ...rest } = readArticle(body, source, { isExpected: (id) => id === 'reopening' })
  const toPlace = ({ line, column }: { line: number; column: number }) => `${line}:${column}`
  return {
    blocks: blocks.map(({ kind, line, text: words }) => `${line} ${kind}: ${words}`),
    links: links.map(({ start, end, sentenceStart, sentenceEnd, quoted, at, ...link }) => ({
      ...link,
      sentence: blocks[link.block]?.text.slice(sentenceStart, sentenceEnd),
      at: toPlace(at),
    })),
    spans: coverSpans({ blocks, links, spans, ...rest }, terms).map(
      ({ span, by }) => `${toPlace(span.at)} ${by ?? 'nobody'}${span.runsOn ? ', runs on' : ''}: ${span.text}`,
    ),
    definitions: rest.definitions.map(({ label, used, at }) => `${toPlace(at)} ${label}${used ? '' : ', unused'}`),
    ...Object.fromEntries(
      (['strayMarks', 'undefinedLabels', 'nestedLinks', 'strayLinks', 'rawHtml', 'images'] as const).map((kind) => [
        kind,
        rest[kind].map((found) => `${toPlace(found.at)} ${found.text}`),
      ]),
    ),
    html: rest.copy.map((node) => toHtml([node])),
  }
}
