/** A content file in two: its front matter as YAML 1.2 with positions kept, and its body with its place in the file. */
import { type Document, isNode, LineCounter, parseDocument, type YAMLError } from 'yaml'

export interface SplitFile {
  data: unknown
  body: string
  /** Lines of the file before the body. */
  linesBefore: number
  yaml: Yaml | null
}

export interface Yaml {
  document: Document
  errors: YAMLError[]
  /** Where the value at a path stands in the file (or the nearest one above it), from 1; null when nowhere. */
  toPlace: (path: readonly PropertyKey[]) => { line: number; column: number } | null
  /** Where an offset of the front matter stands in the file. */
  offsetToPlace: (offset: number) => { line: number; column: number }
}

const fence = /^---[ \t]*\n([\s\S]*?)(?:^---[ \t]*(?:\n|$)|$(?![\s\S]))/m

/** Splits and parses; days stay text, as YAML 1.2 has no dates. Line ends become `\n`, a byte order mark goes. */
export function splitFile(text: string): SplitFile {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const match = source.startsWith('---') ? fence.exec(source) : null
  if (match?.index !== 0) return { data: null, body: source, linesBefore: 0, yaml: null }
  const body = source.slice(match[0].length)
  const linesBefore = countLines(match[0])
  const lines = new LineCounter()
  const document = parseDocument(match[1] ?? '', {
    version: '1.2',
    schema: 'core',
    lineCounter: lines,
    prettyErrors: false,
  })
  const offsetToPlace = (offset: number) => {
    const { line, col } = lines.linePos(offset)
    // One for the fence above; an offset past the end has line 0.
    return { line: Math.max(line, 1) + 1, column: Math.max(col, 1) }
  }
  const toPlace = (path: readonly PropertyKey[]) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true)
      if (isNode(node) && node.range) return offsetToPlace(node.range[0])
    }
    return null
  }
  return {
    data: document.errors.length > 0 ? null : (document.toJS() ?? {}),
    body,
    linesBefore,
    yaml: { document, errors: document.errors, toPlace, offsetToPlace },
  }
}

function countLines(text: string): number {
  return text.split('\n').length - 1
}
