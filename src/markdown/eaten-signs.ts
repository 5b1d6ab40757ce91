/**
 * What Markdown makes of a pasted copy that nobody meant: asterisks within words become emphasis, a year at the head of a
 * paragraph the number of a list. The signs are gone from the page, so the copy is no copy any more.
 */
import type { Nodes, Root } from 'mdast'
import { toCode } from '../schema/problem.ts'

export interface Eaten {
  /** What was found, in words. */
  found: string
  expected: string
  hint: string
  /** In the text, both from 1. */
  line: number
  column: number
}

const letterOrDigit = /[\p{L}\p{N}]/u

/** Signs of a text that its tree has no more. */
export function findEaten(tree: Root, text: string): Eaten[] {
  const found = findEmptyLines(text)
  // Walked without recursion: lists and quotations nest as deep as a file says.
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node; node = stack.pop()) {
    const eaten = judge(node, text)
    const { line = 1, column = 1 } = node.position?.start ?? {}
    if (eaten) found.push({ line, column, ...eaten })
    // Emphasis within emphasis that was not meant is told with it.
    else if ('children' in node) for (const child of node.children) stack.push(child)
  }
  return found.sort((a, b) => a.line - b.line || a.column - b.column)
}

function judge(node: Nodes, text: string): Omit<Eaten, 'line' | 'column'> | null {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  switch (node.type) {
    case 'emphasis':
    case 'strong':
    case 'inlineCode': {
      const sign = text[start] ?? ''
      // More of the same sign may have stayed.
      let [before, after] = [start - 1, end]
      while (text[before] === sign) before -= 1
      while (text[after] === sign) after += 1
      if (!letterOrDigit.test(text[before] ?? '') && !letterOrDigit.test(text[after] ?? '')) return null
      const around = wordAround(text, start)
      return {
        found: `\`${sign}\` in \`${around}\`, which Markdown takes for ${node.type === 'inlineCode' ? 'code' : 'emphasis'}`,
        expected: `\`\\${sign}\` for a sign of the copy`,
        hint: `Write \`${around.replace(/[*_`]/g, '\\$&')}\`.`,
      }
    }
    case 'list': {
      const isOne = node.children.length === 1
      if (!isOne && (!node.ordered || node.start === 1)) return null
      const [mark = ''] = /^(?:\d+[.)]|[-+*])/.exec(text.slice(start, start + 12)) ?? []
      if (mark === '') return null
      return {
        found: `\`${mark}\` at the head of a paragraph, which Markdown takes for a list`,
        expected: 'a list of several, from 1, or the sign itself',
        hint: `Write \`${mark.replace(/.$/, '\\$&')}\`.`,
      }
    }
    case 'heading': {
      if (text[start] === '#') return null
      const [, line = ''] = /\n[ \t]*([-=]+)[ \t]*$/.exec(text.slice(start, end)) ?? []
      return {
        found: `\`${line.slice(0, 20)}\` under a paragraph, which makes it a heading`,
        expected: 'a blank line between them, or `## ` at the head of a subheading',
        hint: line.startsWith('=') ? 'Write `\\=` for a sign of the copy.' : 'Put a blank line before it.',
      }
    }
    case 'code':
      if (/[`~]/.test(text[start] ?? '')) return null
      return {
        found: 'blanks at the head of a paragraph, which Markdown takes for code',
        expected: 'none, or three at most',
        hint: 'Take them away.',
      }
    default:
      return null
  }
}

/** Lines that look empty and are not: they do not part paragraphs. */
function findEmptyLines(text: string): Eaten[] {
  if (!/[^\n -~\p{L}]/u.test(text)) return []
  return text.split('\n').flatMap((line, index): Eaten[] => {
    const [sign] = /[^ \t\r]/u.exec(line) ?? []
    if (!sign || !/^[\s\u00AD\u200B-\u200F\u2060\uFEFF]*$/.test(line)) return []
    return [
      {
        found: `line that looks empty and holds ${toCode(sign)}`,
        expected: 'an empty line, which parts paragraphs',
        hint: 'Take away what it holds.',
        line: index + 1,
        column: line.indexOf(sign) + 1,
      },
    ]
  })
}

/** The word in which a sign stands, as it is written. */
function wordAround(text: string, at: number): string {
  const before = /[^\s“”"‘’([\]]{0,20}$/u.exec(text.slice(Math.max(0, at - 20), at))?.[0] ?? ''
  const after = /^[^\s“”"‘’)[\],]{0,30}/u.exec(text.slice(at, at + 30))?.[0] ?? ''
  return before + after
}
