/** Changes fields of a content file, and the text below them: all other lines stay byte for byte. Pure. */
import { type Document, isMap, isScalar, isSeq, type Node, type Pair, YAMLMap } from 'yaml'
import { toYaml } from '../loaders/file-text.ts'
import { cutFile, parseFront } from '../loaders/front-matter.ts'

/**
 * The file with these fields; undefined, or an empty list, takes one out. `order` says where a new one goes; a body of
 * null stays. Null when the front matter is none that has a line a field.
 */
export function editFile(
  text: string,
  changes: { readonly [field: string]: unknown },
  order: readonly string[],
  body: string | null,
): string | null {
  const { source, body: before } = cutFile(text)
  if (source === null || /\r(?!\n)/.test(text)) return null
  const document = parseFront(source)
  if (document.errors.length > 0 || (document.contents && !isMap(document.contents))) return null
  const pairs = (document.contents?.items ?? []) as Pair<Node, Node | null>[]
  const fields = pairs.map(({ key }) => {
    const above = isScalar(key) ? source.slice(0, key.range?.[0]) : '-'
    return {
      name: isScalar(key) ? String(key.value) : '',
      line: /(?:^|\n)$/.test(above) ? above.split('\n').length : 0,
    }
  })
  if (fields.some(({ name, line }) => name === '' || line === 0)) return null
  const lines = text.split(/(?<=\n)/)
  const end = source.split('\n').length
  /** Where a field ends: comments above the next one belong to that. */
  const untilOf = (index: number): number => {
    let until = fields[index + 1]?.line ?? end
    while (/^(?:#.*)?\s*$/.test(lines[until - 1] ?? '-')) until -= 1
    return until
  }
  const edits = Object.entries(changes).flatMap(([name, value]): { from: number; until: number; text: string }[] => {
    const isGone = value === undefined || (Array.isArray(value) && value.length === 0)
    const index = fields.findIndex((field) => field.name === name)
    const [field, pair] = [fields[index], pairs[index]]
    if (field && pair)
      return [{ from: field.line, until: untilOf(index), text: isGone ? '' : toLines(document, pair, value) }]
    if (isGone) return []
    const earlier = order.slice(0, order.indexOf(name))
    const last = fields.findLastIndex((one) => earlier.includes(one.name))
    const from = last < 0 ? 1 : untilOf(last)
    return [{ from, until: from, text: toYaml({ [name]: value }) }]
  })
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const inFile = (written: string) => written.replaceAll('\n', newline)
  // From the end, so that lines above keep their numbers.
  edits.reverse().sort((a, b) => b.from - a.from || b.until - a.until)
  for (const { from, until, text: written } of edits) lines.splice(from, until - from, inFile(written))
  if (body === null || body.trim() === before.trim()) return lines.join('')
  const whole = lines.join('')
  const rest = text
    .split(/(?<=\n)/)
    .slice(end + 1)
    .join('')
  const front = whole.slice(0, whole.length - rest.length).replace(/(?<!\n)$/, newline)
  const lead = before.trim() === '' ? newline : (/^\s*\n/.exec(rest)?.[0] ?? '')
  return body.trim() === '' ? front : `${front}${lead}${inFile(body.trim())}${newline}`
}

/** A field of the front matter with another value: the comments in it, and the way it is written, stay. */
function toLines(document: Document, pair: Pair<Node, Node | null>, value: unknown): string {
  pair.value = merge(document, pair.value, value)
  // Comments above it are lines of their own.
  pair.key.commentBefore = null
  pair.key.spaceBefore = false
  const contents = new YAMLMap()
  contents.items.push(pair)
  const alone = document.clone() as Document<Node>
  Object.assign(alone, { contents, commentBefore: null, comment: null })
  return alone.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** The node with a value: what is in it already stays as it is written. */
function merge(document: Document, node: unknown, value: unknown): Node {
  if (isScalar(node) && (typeof value !== 'object' || value === null)) {
    if (node.value !== value) node.value = value
    return node
  }
  if (isSeq(node) && Array.isArray(value)) {
    const left = [...node.items] as Node[]
    const take = (index: number) => (index < 0 ? null : left.splice(index, 1)[0])
    node.items = value.map((item, index) => {
      const same = take(left.findIndex((one) => JSON.stringify(one.toJS(document)) === JSON.stringify(item)))
      return same ?? merge(document, isMap(node.items[index]) ? take(left.indexOf(node.items[index])) : null, item)
    })
    return node
  }
  if (isMap(node) && typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const wanted = value as { [key: string]: unknown }
    for (const { key } of [...node.items]) if (!(String(key) in wanted)) node.delete(key)
    for (const [key, item] of Object.entries(wanted)) node.set(key, merge(document, node.get(key, true), item))
    return node
  }
  return document.createNode(value, { flow: Array.isArray(value) })
}
