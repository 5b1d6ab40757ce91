/** What YAML reads otherwise than it is meant, with the line as it should be: text with a colon, a `#`, or a mark at its head. */
import { type Document, isScalar, parseDocument, visit } from 'yaml'
import { placeIn } from '../lists.ts'

export interface Explained {
  found: string
  expected: string
  hint: string
  /** In the file, from 1. */
  line: number
  column: number
}

/** Lines that are tried, at most: each try parses the front matter anew. */
const mostTried = 8
/** Characters of front matter in which they are tried, at most. */
const mostSource = 50_000

const parse = (source: string): Document =>
  parseDocument(source, { version: '1.2', schema: 'core', prettyErrors: false, logLevel: 'silent' })

/**
 * The lines of front matter that keep it from being read and that quotation marks mend; `rest` are the errors that are left
 * once they are mended, by line of the file.
 */
export function explainErrors(source: string): { explained: Explained[]; rest: Set<number> } {
  const explained: Explained[] = []
  const lines = source.split('\n')
  let errors = errorLines(source)
  if (source.length > mostSource) return { explained, rest: new Set(errors) }
  let tried = 0
  for (const [index, line] of lines.entries()) {
    const field = readField(line)
    if (!field || tried >= mostTried || (field.isApart && parse(line).errors.length === 0)) continue
    tried += 1
    const mended = mend(field)
    const others = errorLines(lines.with(index, mended).join('\n'))
    if (others.length >= errors.length) continue
    errors = others
    lines[index] = mended
    explained.push({
      ...describe(field),
      hint: `Write \`${mended.trim()}\`${isOpen(field.value) ? `, or, where it is text, \`${field.head.trim()} ${quoteText(field.value)}\`` : ''}.`,
      line: index + 2,
      column: field.head.trimEnd().length + 2,
    })
  }
  return { explained, rest: new Set(errors) }
}

/** Values of which YAML takes a part for a comment. */
export function explainComments(source: string): Explained[] {
  if (!/[ \t]#/.test(source)) return []
  const found: Explained[] = []
  const lines = source.split('\n')
  const known = new Set<number>()
  visit(parse(source), {
    Node: (_, node) => {
      const [, end, whole] = node.range ?? []
      if (end === undefined || whole === undefined) return
      const comment = /^[ \t]+#.*/.exec(source.slice(end, whole))
      if (!comment || known.has(end)) return
      known.add(end)
      const { line, column } = placeIn(source, end)
      const field = readField(lines[line - 1] ?? '')
      const isText = field && isScalar(node) && node.type === 'PLAIN'
      found.push({
        found: `\`${comment[0].trim()}\` after a value, which YAML takes for a remark`,
        expected: 'the value alone, or all of it in quotation marks',
        hint: isText
          ? `Write \`${field.head.trim()} ${quoteText(field.value)}\`, or give the remark a line of its own.`
          : 'Give the remark a line of its own.',
        line: line + 1,
        column: column + comment[0].indexOf('#'),
      })
    },
  })
  return found
}

/** A line of front matter with text in quotation marks. */
export function quoteText(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`
}

interface Field {
  /** All before the value, with a space at its end. */
  head: string
  name: string
  value: string
  /** Whether the space stands there. */
  isApart: boolean
}

/** A field with its value, in one line. */
function readField(line: string): Field | null {
  const [, indent = '', name = '', blank, value = ''] =
    /^([ \t]*(?:- )?)([A-Za-z][A-Za-z-]*):([ \t]*)(\S.*?)[ \t]*$/.exec(line) ?? []
  if (name === '') return null
  return { head: `${indent}${name}:${blank || ' '}`, name, value, isApart: blank !== '' }
}

/** The line with its text in quotation marks, of a list those items that need them. */
function mend({ head, value, isApart }: Field): string {
  if (!isApart) return head + (parse(`${head.trimStart()}${value}`).errors.length === 0 ? value : quoteText(value))
  if (isOpen(value)) return head + value + (value.startsWith('[') ? ']' : ' }')
  const [, items] = /^\[(.*)\]$/.exec(value) ?? []
  if (items !== undefined) return `${head}[${items.split(',').map(mendItem).join(', ')}]`
  const [, fields] = /^\{(.*)\}$/.exec(value) ?? []
  if (fields === undefined) return head + quoteText(value)
  const mended = fields.split(/,(?=[ \t]*[A-Za-z]+:[ \t])/).map((field) => {
    const [, name, text] = /^[ \t]*([A-Za-z]+:)[ \t]+(.*)$/.exec(field) ?? []
    return name && text ? `${name} ${mendItem(text)}` : field.trim()
  })
  return `${head}{ ${mended.join(', ')} }`
}

/** Whether a list, or fields between braces, have no end. */
function isOpen(value: string): boolean {
  return /^\[[^\]]*$|^\{[^}]*$/.test(value)
}

/** An item of a list or a value between braces, with quotation marks where it needs them. */
function mendItem(item: string): string {
  const text = item.trim()
  return parse(`[${text}]`).errors.length === 0 && !/(?:^|\s)#|:\s/.test(text) ? text : quoteText(text)
}

function describe({ name, value, isApart }: Field): Pick<Explained, 'found' | 'expected'> {
  if (!isApart) return { found: `value right after \`${name}:\``, expected: 'a space between them' }
  const expected = 'text in quotation marks, where YAML would read more into it'
  const of = `the value of \`${name}\``
  if (isOpen(value)) return { found: `beginning without an end in ${of}`, expected: 'both brackets' }
  const [first = ''] = value
  if (/^(?:\[.*\]|\{.*\})$/.test(value)) return { found: `sign of YAML in ${of}`, expected }
  if (/["']/.test(first)) return { found: `quotation that is only a part of ${of}`, expected: 'marks around all of it' }
  if (/[[\]{}@`%&*!|>?-]/.test(first))
    return { found: `${first === '`' ? 'backtick' : `\`${first}\``} at the head of ${of}`, expected }
  return { found: `${/:(?:\s|$)/.test(value) ? 'colon' : 'sign of YAML'} in ${of}`, expected }
}

/** Lines of the file in which YAML finds errors, each once. */
function errorLines(source: string): number[] {
  return [...new Set(parse(source).errors.map(({ pos }) => placeIn(source, pos[0]).line + 1))]
}
