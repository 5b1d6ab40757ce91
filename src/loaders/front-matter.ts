/** A content file in two: its front matter as YAML 1.2, and its body with its place in the file. */
import { type Document, isAlias, isCollection, isMap, isNode, isPair, isScalar, parseDocument, visit } from 'yaml'
import { placeIn } from '../lists.ts'
import { type Excess, findExcess } from '../markdown/limits.ts'
import { toCode } from '../schema/problem.ts'

export interface SplitFile {
  /** What the front matter says; null when there is none or it cannot be read. */
  data: { [field: string]: unknown } | null
  /** The front matter's source; null when the file does not begin with any. */
  source: string | null
  /** What keeps the front matter from being read. */
  errors: FrontMatterError[]
  /** What YAML allows and a record does not: anchors, aliases, tags and `__proto__`. */
  oddities: FrontMatterError[]
  /** What the file has too much of to be read; its body then is left alone, or its front matter too. */
  excess: Excess | null
  body: string
  /** Lines of the file before the body. */
  linesBefore: number
}

interface FrontMatterError {
  message: string
  line: number
  column: number
}

/** Where a file is in two. Line ends become `\n`, a byte order mark goes. */
export function cutFile(text: string): Pick<SplitFile, 'source' | 'body' | 'linesBefore'> {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const fence = /^---[ \t]*\n/.exec(plain)
  const end = fence && /^---[ \t]*$/m.exec(plain.slice(fence[0].length))
  if (!fence || !end) return { source: null, body: plain, linesBefore: 0 }
  const source = plain.slice(fence[0].length, fence[0].length + end.index)
  const body = plain.slice(fence[0].length + end.index + end[0].length + 1)
  return { source, body, linesBefore: source.split('\n').length + 1 }
}

/** Splits and parses; days stay text, as YAML 1.2 has no dates. */
export function splitFile(text: string): SplitFile {
  const { source, body, linesBefore } = cutFile(text)
  const none = { data: null, errors: [], oddities: [] }
  if (source === null) return { ...none, source, excess: null, body, linesBefore }
  const tooMuch = findExcessOfSource(source)
  if (tooMuch) return { ...none, source, excess: tooMuch, body, linesBefore }
  const document = parseFront(source)
  // Two characters make a field at least: of a short source there is nothing to count.
  const isShort = source.length < Math.min(2 * frontMatterLimits.fields, frontMatterLimits.value)
  const excess = (isShort ? null : findExcessOfValues(document, source)) ?? findExcessOfBody(body, linesBefore)
  if (excess) return { ...none, source, excess, body, linesBefore }
  const refusals = [...document.errors, ...findDuplicates(document)].sort((a, b) => a.pos[0] - b.pos[0])
  const errors = refusals.map(({ message, pos }) => ({
    message: message.split('\n', 1)[0] ?? message,
    ...toPlace(source, pos[0]),
  }))
  if (document.contents && !isMap(document.contents) && errors.length === 0)
    errors.push({ message: 'no fields', line: 2, column: 1 })
  const oddities = findOddities(document, source)
  return {
    data: errors.length > 0 || oddities.length > 0 ? null : toData(document),
    source,
    errors,
    oddities,
    excess: null,
    body,
    linesBefore,
  }
}

/**
 * Where in the file the value at a path of the front matter stands, from 1: or the nearest one above it that is there.
 * With `ofKey` the name of the field instead. The source is parsed again, once for all places that are asked for in a
 * row: only a problem asks for its place.
 */
export function findPlace(
  split: SplitFile,
  path: readonly PropertyKey[],
  ofKey = false,
): { line: number; column: number } {
  const { document, source } = parseAgain(split)
  if (ofKey) {
    const holder = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const pair = isMap(holder) ? holder.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
    if (isScalar(pair?.key) && pair.key.range) return toPlace(source, pair.key.range[0])
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return toPlace(source, node.range[0])
  }
  return { line: document.contents ? 2 : 1, column: 1 }
}

let last: { split: SplitFile; document: Document; source: string } | null = null

function parseAgain(split: SplitFile): { document: Document; source: string } {
  if (last?.split !== split) {
    // What was refused unread is not read for its places either.
    const source = split.excess ? '' : (split.source ?? '')
    last = { split, source, document: parseFront(source) }
  }
  return last
}

/** The front matter as YAML 1.2: nothing is thrown, and the document has its errors. */
export function parseFront(source: string): Document {
  return parseDocument(source, {
    version: '1.2',
    schema: 'core',
    prettyErrors: false,
    logLevel: 'silent',
    uniqueKeys: false,
  })
}

/** What front matter may hold: what is read by a function within a function, and what is compared with all before it. */
export const frontMatterLimits = {
  characters: 200_000,
  lines: 12_000,
  /** Brackets, quotation marks and other signs of YAML. */
  signs: 20_000,
  /** Lists and fields within one another. */
  depth: 20,
  /** Columns before a line. */
  indent: 100,
  fields: 2000,
  items: 10_000,
  /** Characters of a value. */
  value: 5000,
}

/** What would cost too much to parse. */
function findExcessOfSource(source: string): Excess | null {
  const { characters, lines, signs, depth, indent, fields } = frontMatterLimits
  if (source.length > characters) {
    const found = `front matter of ${source.length.toLocaleString('en')} characters`
    return { found, expected: `at most ${characters.toLocaleString('en')}`, line: 2, column: 1 }
  }
  let open = 0
  let counted = 0
  let colons = 0
  for (const [index, line] of source.split('\n').entries()) {
    const at = { line: index + 2, column: 1 }
    const tooMany = (found: string, limit: number) => {
      return { found, expected: `at most ${limit.toLocaleString('en')} of them in front matter`, ...at }
    }
    if (index >= lines) return tooMany('lines', lines)
    counted += line.match(/[[\]{}"'&*!|>%@`]/g)?.length ?? 0
    if (counted > signs) return tooMany('brackets, quotation marks and other signs', signs)
    // A value may have some, too.
    colons += line.match(/:(?=[ \t]|$)/g)?.length ?? 0
    if (colons > 2 * fields) return tooMany('fields', fields)
    const blanks = /^ */.exec(line)?.[0].length ?? 0
    if (blanks > indent) {
      return { found: `line after ${blanks} blanks`, expected: `at most ${indent} before a field`, ...at }
    }
    const markers = /^(?:[ \t]*[-?:](?=[ \t]|$))*/.exec(line)?.[0].match(/[-?:]/g)?.length ?? 0
    for (const mark of line.match(/[[\]{}]/g) ?? []) {
      open = Math.max(0, open + (mark === '[' || mark === '{' ? 1 : -1))
      if (open > depth) return toDeep(at)
    }
    if (markers + open > depth) return toDeep(at)
  }
  return null
}

/** What would cost too much to judge. */
function findExcessOfValues(document: Document, source: string): Excess | null {
  const { fields, items, value } = frontMatterLimits
  const counted = { fields: 0, items: 0 }
  let excess: Excess | null = null
  const note = (node: unknown, found: string, limit: number, of: string) => {
    const place = toPlace(source, (isNode(node) && node.range?.[0]) || 0)
    excess ??= { found, expected: `at most ${limit.toLocaleString('en')} ${of}`, ...place }
  }
  visit(document, (_, node) => {
    if (isPair(node)) {
      counted.fields += 1
      if (counted.fields > fields) note(node.key, 'fields', fields, 'of them in front matter')
    } else if (isCollection(node) && !isMap(node)) {
      counted.items += node.items.length
      if (counted.items > items)
        note(node, `list of ${node.items.length.toLocaleString('en')}`, items, 'items in front matter')
    } else if (isScalar(node) && typeof node.value === 'string' && node.value.length > value) {
      note(node, `value of ${node.value.length.toLocaleString('en')} characters`, value, '')
    }
    return excess ? visit.BREAK : undefined
  })
  return excess && { ...(excess as Excess), expected: (excess as Excess).expected.trim() }
}

function findExcessOfBody(body: string, linesBefore: number): Excess | null {
  const excess = findExcess(body)
  return excess && { ...excess, line: excess.line + linesBefore }
}

/** The library compares each key with all before it; a set of them does not. */
function findDuplicates(document: Document): { message: string; pos: [number, number] }[] {
  const found: { message: string; pos: [number, number] }[] = []
  visit(document, {
    Map: (_, { items }) => {
      const seen = new Set<unknown>()
      for (const { key } of items) {
        if (!isScalar(key)) continue
        if (seen.has(key.value)) found.push({ message: 'Map keys must be unique', pos: [key.range?.[0] ?? 0, 0] })
        seen.add(key.value)
      }
    },
  })
  return found
}

function toDeep(at: { line: number; column: number }): Excess {
  const expected = `at most ${frontMatterLimits.depth} lists and fields within one another`
  return { found: 'lists and fields within one another', expected, ...at }
}

function findOddities(document: Document, source: string): FrontMatterError[] {
  // Few files have any of these characters.
  if (!/[&*!]|__proto__|\\[xuU0-9abefvNLP_]/.test(source)) return []
  const found: FrontMatterError[] = []
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__')
        found.push({ message: 'field `__proto__`', ...toPlace(source, key.range?.[0] ?? 0) })
    },
    Node: (_, node) => {
      const place = toPlace(source, node.range?.[0] ?? 0)
      if (isAlias(node)) found.push({ message: `alias \`*${node.source}\``, ...place })
      else if ('anchor' in node && node.anchor) found.push({ message: `anchor \`&${node.anchor}\``, ...place })
      if (!isAlias(node) && node.tag) found.push({ message: `tag \`${node.tag}\``, ...place })
      // Characters that are written out are judged where they stand; an escape would hide them.
      const [unseen] = (isScalar(node) && String(node.value).match(/[^\P{C}\n\t]/u)) || []
      if (unseen && !source.includes(unseen)) found.push({ message: `escape of ${toCode(unseen)}`, ...place })
    },
  })
  return found
}

function toData(document: Document): { [field: string]: unknown } {
  return (document.toJS() ?? {}) as { [field: string]: unknown }
}

/** In the file, where a line stands above the front matter. The counter of YAML misses lines of what YAML cannot read. */
function toPlace(source: string, offset: number): { line: number; column: number } {
  const { line, column } = placeIn(source, offset)
  return { line: line + 1, column }
}
