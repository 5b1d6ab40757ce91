/** A content file in two: its front matter as YAML 1.2, and its body with its place in the file. */
import { type Document, isAlias, isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'

export interface SplitFile {
  /** What the front matter says; null when there is none or it cannot be read. */
  data: { [field: string]: unknown } | null
  /** The front matter's source; null when the file does not begin with any. */
  source: string | null
  /** What keeps the front matter from being read. */
  errors: FrontMatterError[]
  /** What YAML allows and a record does not: anchors, aliases, tags and `__proto__`. */
  oddities: FrontMatterError[]
  body: string
  /** Lines of the file before the body. */
  linesBefore: number
}

export interface FrontMatterError {
  message: string
  line: number
  column: number
}

/** Splits and parses; days stay text, as YAML 1.2 has no dates. Line ends become `\n`, a byte order mark goes. */
export function splitFile(text: string): SplitFile {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const [, source, body] = /^---[ \t]*\n((?:(?!---[ \t]*(?:\n|$)).*\n)*)---[ \t]*(?:\n([\s\S]*))?$/.exec(plain) ?? []
  if (source === undefined) return { data: null, source: null, errors: [], oddities: [], body: plain, linesBefore: 0 }
  const lines = new LineCounter()
  const document = parse(source, lines)
  const errors = document.errors.map(({ message, pos }) => ({
    message: message.split('\n', 1)[0] ?? message,
    ...toPlace(lines, pos[0]),
  }))
  if (document.contents && !isMap(document.contents) && errors.length === 0)
    errors.push({ message: 'no fields', line: 2, column: 1 })
  const oddities = findOddities(document, source, lines)
  return {
    data: errors.length > 0 || oddities.length > 0 ? null : toData(document),
    source,
    errors,
    oddities,
    body: body ?? '',
    linesBefore: source.split('\n').length + 1,
  }
}

/**
 * Where in the file the value at a path of the front matter stands, from 1: or the nearest one above it that is there.
 * With `ofKey` the name of the field instead. The source is parsed again: only a problem asks for its place.
 */
export function findPlace(
  split: SplitFile,
  path: readonly PropertyKey[],
  ofKey = false,
): { line: number; column: number } {
  const lines = new LineCounter()
  const document = parse(split.source ?? '', lines)
  if (ofKey) {
    const holder = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents
    const pair = isMap(holder) ? holder.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
    if (isScalar(pair?.key) && pair.key.range) return toPlace(lines, pair.key.range[0])
  }
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true)
    if (isNode(node) && node.range) return toPlace(lines, node.range[0])
  }
  return { line: document.contents ? 2 : 1, column: 1 }
}

function parse(source: string, lineCounter: LineCounter): Document {
  return parseDocument(source, { version: '1.2', schema: 'core', lineCounter, prettyErrors: false, logLevel: 'silent' })
}

function findOddities(document: Document, source: string, lines: LineCounter): FrontMatterError[] {
  // Few files have any of these characters.
  if (!/[&*!]|__proto__|\\[xuU0-9abefvNLP_]/.test(source)) return []
  const found: FrontMatterError[] = []
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__')
        found.push({ message: 'field `__proto__`', ...toPlace(lines, key.range?.[0] ?? 0) })
    },
    Node: (_, node) => {
      const place = toPlace(lines, node.range?.[0] ?? 0)
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

function toCode(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

function toData(document: Document): { [field: string]: unknown } {
  return (document.toJS() ?? {}) as { [field: string]: unknown }
}

function toPlace(lines: LineCounter, offset: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  // One for the fence above; an offset past the end has line 0.
  return { line: Math.max(line, 1) + 1, column: Math.max(col, 1) }
}
