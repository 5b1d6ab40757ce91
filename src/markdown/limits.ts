/**
 * How much a text may hold of what costs more than it is long. A reader of Markdown looks back from every mark at those
 * before it, so time grows with the square of the marks of a paragraph, and of the lists and headings of a file; and what
 * stands within another is read by a function within a function, until there is no room. The limits are far above what an
 * article has. They are held before the text is read, line by line, in one pass.
 */
export const limits = {
  /** Lines of a text. */
  lines: 20_000,
  /** Characters of a paragraph, and so of a line. */
  characters: 20_000,
  /** Quotation marks, brackets and other signs of Markdown in a paragraph … */
  marks: 1000,
  /** … and in all. */
  allMarks: 20_000,
  /** List items, headings, and lines that begin as a quotation. */
  parts: 1000,
  /** Lists and quotations within one another. */
  depth: 20,
}

/** The first thing that a text has too much of. Lines and columns count from 1, in the text. */
export interface Excess {
  found: string
  expected: string
  line: number
  column: number
}

/** What begins something in which other things stand: `>`, `-`, `1.`. */
const container = /[ \t]*(?:>|(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|$))/y
/** A line that is a heading, or makes one of the line before it, or begins or ends code. */
const leaf = /^ {0,3}(?:#{1,6}(?:[ \t]|$)|=+[ \t]*$|-+[ \t]*$|`{3}|~{3})/
/** A whole definition in one line. */
const definition = /^ {0,3}\[[^\\[\]]{1,200}\]: ?[^\s<>"'()]+(?: (?:"[^"\\]*"|'[^'\\]*'))?$/

/** Finds the first thing that is more than a text may have; null when there is none. */
export function findExcess(text: string): Excess | null {
  const paragraph = { characters: 0, marks: 0, line: 1 }
  let [allMarks, parts, line] = [0, 0, 0]
  /** What the line before was, where that matters for whether this one begins a paragraph. */
  let before: 'blank' | 'definition' | 'ordered' | 'other' = 'blank'
  for (let from = 0; from < text.length; ) {
    const found = text.indexOf('\n', from)
    const end = found === -1 ? text.length : found
    line += 1
    if (line > limits.lines) return toExcess('lines', limits.lines, 'lines in a text', line)
    if (end - from > limits.characters)
      return toExcess(`line of ${number(end - from)} characters`, limits.characters, 'characters in a line', line)
    const source = text.slice(from, end)
    from = end + 1
    const { markers, depth, first, indented } = readStart(source)
    if (depth > limits.depth) {
      const expected = `lists and quotations within one another`
      return toExcess(`${number(depth)} beginnings of lists and quotations`, limits.depth, expected, line)
    }
    parts += Math.max(markers, leaf.test(source) ? 1 : 0)
    if (parts > limits.parts)
      return toExcess('list items, headings and quotations', limits.parts, 'of them in a text', line)
    const isBlank = /^ {0,3}(?:>[> \t]*)?$/.test(source) || source.trim() === ''
    const isDefinition = (before === 'blank' || before === 'definition') && definition.test(source)
    const begins = isBlank || isDefinition || (!indented && beginsPart(source, first, before === 'ordered'))
    if (begins) Object.assign(paragraph, { characters: 0, marks: 0, line })
    if (isBlank) before = 'blank'
    else if (isDefinition) before = 'definition'
    else if (begins) before = first === 'ordered' ? 'ordered' : 'other'
    else if (before !== 'ordered') before = 'other'
    const marks = countMarks(source)
    allMarks += marks
    paragraph.marks += marks
    paragraph.characters += source.length + 1
    const ofParagraph = paragraph.line === line ? 'line' : 'paragraph'
    if (paragraph.marks > limits.marks)
      return toExcess('quotation marks, brackets and other signs', limits.marks, `of them in a ${ofParagraph}`, line)
    if (paragraph.characters > limits.characters + 1)
      return toExcess('paragraph', limits.characters, 'characters in a paragraph', line)
    if (allMarks > limits.allMarks)
      return toExcess('quotation marks, brackets and other signs', limits.allMarks, 'of them in a text', line)
  }
  return null
}

function toExcess(what: string, limit: number, of: string, line: number): Excess {
  return { found: what, expected: `at most ${number(limit)} ${of}`, line, column: 1 }
}

function number(value: number): string {
  return value.toLocaleString('en')
}

interface Start {
  /** How many containers begin. */
  markers: number
  /** In how many it stands, those that its blanks may reach into counted with them. */
  depth: number
  first: 'ordered' | 'other' | null
  /** Whether four columns stand before it. */
  indented: boolean
}

function readStart(line: string): Start {
  let [markers, blanks, indent] = [0, 0, 0]
  let first: Start['first'] = null
  for (container.lastIndex = 0; ; ) {
    const start = container.lastIndex
    const match = container.exec(line)
    if (!match) break
    const before = match[0].length - match[0].trimStart().length
    const columns = line.slice(start, start + before).replaceAll('\t', '    ').length
    if (markers === 0) [indent, first] = [columns, match[1] === undefined ? 'other' : 'ordered']
    // One blank parts two markers; more may reach into what an item before has begun.
    blanks += markers === 0 ? columns : Math.max(0, columns - 1)
    markers += 1
  }
  // An item within another stands two columns to its right, at least.
  const depth = markers === 0 ? 0 : markers + Math.floor(blanks / 2)
  return { markers, depth, first, indented: indent > 3 || /^(?: {0,3}\t| {4})/.test(line) }
}

/** Whether a line begins something of its own wherever it stands: an item with words, or a heading. */
function beginsPart(line: string, first: Start['first'], afterOrdered: boolean): boolean {
  if (/^ {0,3}#{1,6}[ \t]/.test(line)) return true
  if (first === 'other') return /^ {0,3}[-+*][ \t]+\S/.test(line)
  return first === 'ordered' && (afterOrdered || /^ {0,3}1[.)]/.test(line)) && /^ {0,3}\d+[.)][ \t]+\S/.test(line)
}

/** 1 for a code that is a sign: looked up for every character of a record. */
const isSign = new Uint8Array(0x10000)
for (const sign of '[]*_`<&\\"＂“”„‟«»‹›「」『』‘’‚\'\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069')
  isSign[sign.charCodeAt(0)] = 1

function countMarks(line: string): number {
  let count = 0
  for (let at = 0; at < line.length; at += 1) count += isSign[line.charCodeAt(at)] as number
  return count
}
