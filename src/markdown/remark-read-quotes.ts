/**
 * Reads blocks, quotes, reports and mentions out of an article's prose.
 *
 * `[“No,”][x] she said.` with `[x]: ../speakers/jane-doe.md#no "2025-08-21, in Kyiv"` becomes a link of the reading:
 * a quote by `jane-doe`, direct, `No`, said on that day in Kyiv. The tree keeps the link, numbered for the renderer.
 * Judges nothing and never throws: whatever is odd is in the reading, for the checks.
 */
import type { Definition as DefinitionNode, Nodes, Parents, Root, RootContent } from 'mdast'
import type { VFile } from 'vfile'
import { countWhile } from '../lists.ts'
import { quoteAnchor, reportAnchor } from '../urls.ts'
import { isOutside, toTarget } from './address.ts'
import { findEaten } from './eaten-signs.ts'
import { hashWords } from './hash.ts'
import { type Quotation, readPart, readQuotations } from './quotation.ts'
import type { Block, Definition, Found, Place, QuotedSpan, Reading, ReadLink } from './reading.ts'
import type { RenderOptions } from './rehype-render-quotes.ts'
import { findSentences } from './sentences.ts'
import { toTermTest } from './terms.ts'
import { readTitle } from './title.ts'

/** What the plugin is told of the file, in `file.data`. */
export interface ArticleSource {
  /** Path of the file from the content folder. */
  path: string
  language: string
  /** Quoted words that nobody said. */
  terms: readonly string[]
  /** Lines of the file before the body. */
  linesBefore: number
  /** Lines of the body that are not in the file, from 1. */
  added?: readonly number[]
}

declare module 'vfile' {
  interface DataMap {
    source: ArticleSource
    reading: Reading
  }
}

/** The plugin: leaves its reading in `file.data.reading`. */
export function remarkReadQuotes() {
  return (tree: Root, file: VFile): void => {
    const { images = [], options, rawHtml = [], source = unnamed } = file.data
    const inFile = ({ text, at }: Found) => ({ text, at: { ...at, line: toFileLine(at.line, source) } })
    file.data.reading = {
      ...readTree(tree, String(file.value), source, options?.isWithdrawn),
      rawHtml: rawHtml.map(inFile),
      images: images.map(inFile),
    }
  }
}

const unnamed: ArticleSource = { path: 'articles/article.md', language: 'en', terms: [], linesBefore: 0 }

function readTree(
  tree: Root,
  text: string,
  source: ArticleSource,
  isWithdrawn: RenderOptions['isWithdrawn'] = () => false,
): Omit<Reading, 'rawHtml' | 'images'> {
  const eaten = findEaten(tree, text)
  const context: Context = {
    text,
    source,
    definitions: readDefinitions(tree, source),
    isWithdrawn,
    odd: { strayMarks: [], undefinedLabels: [], nestedLinks: [], strayLinks: [] },
    reached: null,
  }
  const bodies = readBodies(tree, context)
  const quotations = quotationsOf(bodies, context)
  const rules: LinkRules = { source, isTerm: toTermTest(source.terms), anchors: new Set(), counts: new Map() }
  const links = bodies.flatMap((body, block) => {
    const sentences = body.links.length > 0 ? readSentences(body, source.language) : []
    const around = { block, text: body.text, quotations: quotations[block] ?? [], sentences }
    return body.links.map((link) => toReadLink(link, around, rules))
  })
  numberLinks(bodies)
  return {
    blocks: bodies.map((body, index) => toBlock(body, index, source)),
    copy: [],
    refused: [],
    ledgerFaults: [],
    eaten: eaten.map(({ line, column, ...told }) => ({ ...told, at: { line: toFileLine(line, source), column } })),
    links,
    withdrawn: bodies.flatMap(({ withdrawn }, block) =>
      withdrawn.map(({ node, title, is: _, ...link }) => ({
        ...link,
        block,
        said: readTitle(title).said,
        at: toPlace(node, source),
      })),
    ),
    spans: bodies.flatMap((body, block) =>
      (quotations[block] ?? []).map((quotation) => toSpan(quotation, block, body, context)),
    ),
    definitions: context.definitions.list,
    ...context.odd,
  }
}

interface Definitions {
  list: Definition[]
  byLabel: Map<string, { node: DefinitionNode; entry: Definition }>
}

/** A linked stretch of a block, before it is read. */
interface RawLink {
  node: Nodes
  is: ReadLink['is']
  target: string
  fragment: string | null
  title: string | null | undefined
  start: number
  end: number
}

interface Chunk {
  start: number
  node: Nodes
  /** The value with its line breaks. */
  value: string
}

interface Body {
  node: RootContent
  kind: Block['kind']
  text: string
  links: RawLink[]
  withdrawn: (RawLink & { fragment: string })[]
  chunks: Chunk[]
  /** Offsets where its paragraphs end: a list or block quotation has several. No sentence and no quotation crosses one. */
  ends: number[]
}

/** What surrounds a link. */
interface Around {
  block: number
  text: string
  quotations: readonly Quotation[]
  sentences: readonly [start: number, end: number][]
}

/** What holds for all links of an article: how they are read, and the anchors they are given. */
interface LinkRules {
  source: ArticleSource
  isTerm: (words: string) => boolean
  /** Those taken already. */
  anchors: Set<string>
  /** How many links to each thing were given one. */
  counts: Map<string, number>
}

interface Context {
  text: string
  source: ArticleSource
  definitions: Definitions
  isWithdrawn: NonNullable<RenderOptions['isWithdrawn']>
  /** What the checks may want to judge. */
  odd: Pick<Reading, 'strayMarks' | 'undefinedLabels' | 'nestedLinks' | 'strayLinks'>
  /** How far the place of an offset was looked for last: in the words of a chunk, and in its source. */
  reached: { chunk: Chunk; raw: string; offset: number; at: number; line: number; lineStart: number } | null
}

function toPlace(node: Nodes, source: ArticleSource): Place {
  return { line: toFileLine(node.position?.start.line ?? 1, source), column: node.position?.start.column ?? 1 }
}

function toFileLine(line: number, { linesBefore, added = [] }: ArticleSource): number {
  return line + linesBefore - countWhile(added, (one) => one < line)
}

function readDefinitions(tree: Root, source: ArticleSource): Definitions {
  const list: Definition[] = []
  const byLabel: Definitions['byLabel'] = new Map()
  const visit = (node: Nodes): void => {
    if (node.type === 'definition') {
      const entry = { label: node.label ?? node.identifier, address: node.url, used: false, at: toPlace(node, source) }
      list.push(entry)
      // CommonMark: the first definition of a label holds.
      if (!byLabel.has(node.identifier)) byLabel.set(node.identifier, { node, entry })
    } else if ('children' in node && node.type !== 'paragraph' && node.type !== 'heading') {
      for (const child of node.children) visit(child)
    }
  }
  visit(tree)
  return { list, byLabel }
}

function readBodies(tree: Root, context: Context): Body[] {
  const bodies: Body[] = []
  for (const node of tree.children) {
    if (node.type === 'definition') continue
    const kind = node.type === 'paragraph' ? 'paragraph' : node.type === 'heading' ? 'heading' : 'other'
    const body: Body = { node, kind, text: '', links: [], withdrawn: [], chunks: [], ends: [] }
    readText(node, body, context)
    body.text = body.text.trimEnd()
    body.ends = [...new Set([...body.ends.filter((end) => end < body.text.length), body.text.length])]
    bodies.push(body)
  }
  return bodies
}

/** Appends the words of a node to the body's text. */
function readText(node: Nodes, body: Body, context: Context): void {
  switch (node.type) {
    case 'text':
      // Looked for from where blanks begin: from each of them, time would grow with the square of a run.
      node.value = node.value.replace(/(?<![ \t])[ \t]*\n[ \t]*/g, '\n')
      noteBrackets(node, context)
      addText(node.value, node, body)
      return
    case 'inlineCode':
    case 'code':
      addText(node.value, node, body)
      return
    case 'break':
      addText('\n', node, body)
      return
    case 'definition':
    case 'thematicBreak':
      return
    default:
      if (!('children' in node)) return
  }
  readChildren(node, body, context)
}

function readChildren(node: Parents, body: Body, context: Context): void {
  const holdsParagraphs = /^(?:list|listItem|blockquote)$/.test(node.type)
  for (const child of node.children) {
    const start = body.text.length
    readText(child, body, context)
    if (child.type === 'linkReference' && child.referenceType === 'shortcut' && body.text[start - 1] === ']') {
      context.odd.nestedLinks.push({ text: `][${child.label}]`, at: toPlace(child, context.source) })
    }
    if (child.type === 'link' || child.type === 'linkReference') readLink(child, start, body, context)
    if (holdsParagraphs && body.text.length > start) {
      body.text += body.text.endsWith(' ') ? '' : ' '
      body.ends.push(body.text.length)
    }
  }
}

function addText(value: string, node: Nodes, body: Body): void {
  if (value === '') return
  body.chunks.push({ start: body.text.length, node, value })
  body.text += value.replace(/\n/g, ' ')
}

function readLink(node: Nodes, start: number, body: Body, context: Context): void {
  if (node.type !== 'link' && node.type !== 'linkReference') return
  let definition: { url: string; title?: string | null | undefined } | undefined
  if (node.type === 'link') definition = node
  else {
    const entry = context.definitions.byLabel.get(node.identifier)
    if (entry) entry.entry.used = true
    definition = entry?.node
  }
  if (!definition) return
  const target = toTarget(definition.url, context.source.path)
  const end = body.text.length
  if (target?.folder === 'speakers') {
    if (target.fragment && context.isWithdrawn(target.id, target.fragment)) {
      const link = { node, target: target.id, fragment: target.fragment, title: definition.title, start, end }
      body.withdrawn.push({ ...link, is: 'quote' })
      return
    }
    const is = target.fragment ? 'quote' : 'mention'
    body.links.push({ node, is, target: target.id, fragment: target.fragment, title: definition.title, start, end })
  } else if (target?.folder === 'events') {
    body.links.push({ node, is: 'report', target: target.id, fragment: null, title: definition.title, start, end })
  } else if (!isOutside(definition.url) || !/^(https?|mailto):/i.test(definition.url)) {
    context.odd.strayLinks.push({ text: definition.url, at: toPlace(node, context.source) })
  }
}

function toReadLink(link: RawLink, { block, text, quotations, sentences }: Around, rules: LinkRules): ReadLink {
  const { is, target, fragment, start, end } = link
  const spoken = touching(quotations, start, end).filter(
    (quotation) => fillsLink(quotation, text, start, end) || !rules.isTerm(wordsOf(quotation, text)),
  )
  const [sentenceStart, sentenceEnd] = surround(sentences, start, end)
  return {
    is,
    target,
    fragment,
    anchor: takeAnchor(link, rules),
    block,
    start,
    end,
    ...readPart(text, start, end, spoken),
    quoted: spoken.map((quotation) => [Math.max(quotation.start, start) - start, Math.min(quotation.end, end) - start]),
    verbatim: text.slice(start, end),
    sentenceStart,
    sentenceEnd,
    ...readTitle(link.title),
    at: toPlace(link.node, rules.source),
  }
}

/** The quotations, in order and apart, that share something with a stretch. */
function touching(quotations: readonly Quotation[], start: number, end: number): Quotation[] {
  const from = countWhile(quotations, (quotation) => quotation.end <= start)
  return quotations.slice(
    from,
    countWhile(quotations, (quotation) => quotation.start < end, from),
  )
}

/** Whether nothing of a link but points and spaces stands outside a quotation: then the words were said, term or not. */
function fillsLink(quotation: Quotation, text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}]/u.test(
    text.slice(start, quotation.start) + text.slice(quotation.end, Math.max(quotation.end, end)),
  )
}

/** The next free anchor: `q-a-b` may be the quote `b` of `a` as well as the quote of another speaker. */
function takeAnchor({ is, target, fragment }: RawLink, { anchors, counts }: LinkRules): string {
  const thing = `${is} ${target} ${fragment}`
  for (let count = (counts.get(thing) ?? 0) + 1; ; count += 1) {
    const anchor =
      is === 'quote'
        ? quoteAnchor(target, fragment ?? '', count)
        : is === 'report'
          ? reportAnchor(target, count)
          : mentionAnchor(target, count)
    if (anchors.has(anchor)) continue
    anchors.add(anchor)
    counts.set(thing, count)
    return anchor
  }
}

function mentionAnchor(speaker: string, count: number): string {
  return `m-${speaker}-${count}`
}

/** The paragraphs of a block, each with its offset. */
function toParagraphs(body: Body): { start: number; text: string }[] {
  return body.ends.map((end, index) => {
    const start = body.ends[index - 1] ?? 0
    return { start, text: body.text.slice(start, end) }
  })
}

function readSentences(body: Body, language: string): [start: number, end: number][] {
  return toParagraphs(body).flatMap(({ start, text }) =>
    findSentences(text, language).map(([from, to]): [number, number] => [from + start, to + start]),
  )
}

/** The quotations of each block. What no mark closes is none. */
function quotationsOf(bodies: readonly Body[], context: Context): Quotation[][] {
  const paragraphs = bodies.flatMap((body) => toParagraphs(body).map((paragraph) => ({ body, ...paragraph })))
  const found = new Map(bodies.map((body): [Body, Quotation[]] => [body, []]))
  for (const [index, { quotations, stray }] of readQuotations(paragraphs.map(({ text }) => text)).entries()) {
    const { body, start, text } = paragraphs[index] as (typeof paragraphs)[number]
    const marks = [...stray, ...quotations.flatMap((quotation) => (quotation.closed ? [] : [quotation.start]))]
    for (const at of marks) {
      const place = toSourcePlace(body, start + at, context)
      context.odd.strayMarks.push({ text: text.slice(at, at + 30).trimEnd(), at: place })
    }
    for (const quotation of quotations) {
      if (quotation.closed) found.get(body)?.push(moved(quotation, start))
    }
  }
  return bodies.map((body) => found.get(body) ?? [])
}

function moved({ start, end, innerStart, innerEnd, ...rest }: Quotation, by: number): Quotation {
  return { start: start + by, end: end + by, innerStart: innerStart + by, innerEnd: innerEnd + by, ...rest }
}

function toSpan(quotation: Quotation, block: number, body: Body, context: Context): QuotedSpan {
  const { start, end, runsOn } = quotation
  const at = toSourcePlace(body, start, context)
  return { block, start, end, text: wordsOf(quotation, body.text), runsOn, at }
}

function wordsOf({ innerStart, innerEnd }: Quotation, text: string): string {
  return text.slice(innerStart, innerEnd)
}

function toBlock(body: Body, index: number, source: ArticleSource): Block {
  const { kind, text, node } = body
  return { index, kind, text, hash: hashWords(text), line: toPlace(node, source).line }
}

/** Offsets of the sentences that hold a stretch, with the white space after them. */
function surround(sentences: readonly [number, number][], start: number, end: number): [number, number] {
  const endingAt = (offset: number) => sentences[countWhile(sentences, ([, last]) => last < offset)]
  return [endingAt(start + 1)?.[0] ?? start, endingAt(end)?.[1] ?? end]
}

/** Numbers the links in the tree, so that the renderer finds them again. */
function numberLinks(bodies: readonly Body[]): void {
  let number = 0
  for (const body of bodies) {
    for (const { node } of body.links) {
      node.data = { ...node.data, hProperties: { dataLink: String(number) } }
      number += 1
    }
  }
}

/**
 * Brackets that were meant as a link, in plain text: `[words][label]` without a definition, or what is left of a link
 * around another link. Escaped brackets are meant as text.
 */
function noteBrackets(node: Nodes & { type: 'text' }, context: Context): void {
  if (!node.value.includes('][') && !node.value.includes('](')) return
  const source = context.text.slice(node.position?.start.offset, node.position?.end.offset)
  const place = toPlace(node, context.source)
  let [line, lineStart] = [place.line, 1 - place.column]
  let passed = 0
  for (const match of source.matchAll(/(?<!\\)\](?:\[([^[\]]*)(?<!\\)\]|\()/g)) {
    for (; passed < match.index; passed += 1) if (source[passed] === '\n') [line, lineStart] = [line + 1, passed + 1]
    const at = { line, column: match.index - lineStart + 1 }
    const label = match[1]
    if (label === undefined) context.odd.nestedLinks.push({ text: match[0], at })
    else context.odd.undefinedLabels.push({ text: label, at })
  }
}

/** Where in the file an offset of a block's text is. Offsets that are asked for in order are each looked for from the last. */
function toSourcePlace(body: Body, offset: number, context: Context): Place {
  const chunk = body.chunks[countWhile(body.chunks, ({ start }) => start <= offset) - 1]
  const start = chunk?.node.position?.start
  if (!chunk || start?.offset === undefined) return toPlace(body.node, context.source)
  if (context.reached?.chunk !== chunk || context.reached.offset > offset) {
    const raw = context.text.slice(start.offset, chunk.node.position?.end.offset)
    context.reached = { chunk, raw, offset: chunk.start, at: 0, line: start.line, lineStart: 1 - start.column }
  }
  const reached = context.reached
  const { raw } = reached
  let { at } = reached
  for (let index = reached.offset - chunk.start; index < offset - chunk.start; index += 1) {
    const from = at
    if (raw[at] === '\\' && raw[at + 1] === chunk.value[index]) at += 1
    else if (raw[at] === '&' && chunk.value[index] !== '&') at = Math.max(at, raw.indexOf(';', at))
    else if (chunk.value[index] === '\n') while (raw[at] !== '\n' && at < raw.length) at += 1
    at += 1
    if (chunk.value[index] === '\n') while (raw[at] === ' ' || raw[at] === '\t') at += 1
    for (let passed = from; passed < Math.min(at, raw.length); passed += 1) {
      if (raw[passed] === '\n') Object.assign(reached, { line: reached.line + 1, lineStart: passed + 1 })
    }
  }
  Object.assign(reached, { offset, at })
  const column = Math.min(at, raw.length) - reached.lineStart + 1
  return { line: toFileLine(reached.line, context.source), column }
}
