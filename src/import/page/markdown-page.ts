/** Markdown as a capture: its front matter is left out, its marks are taken off, its paragraphs are the article's. */
import type { Nodes, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import type { Capture, Line } from './capture.ts'
import { cleanLines, type Given } from './plain-text.ts'

/** Reads Markdown. Throws `CaptureError` when it holds no article. */
export function readMarkdown(text: string, given: Given = {}): Capture {
  const front = /^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[0] ?? ''
  const before = front.split('\n').length - 1
  const tree = unified().use(remarkParse).parse(text.slice(front.length)) as Root
  const lines: Line[] = []
  let title: string | null = null
  const walk = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading') {
      const words = toText(node).replace(/\s+/g, ' ').trim()
      if (words === '') return
      if (node.type === 'heading' && node.depth === 1 && title === null && lines.length === 0) title = words
      const mark = node.type === 'heading' ? (words === title ? '# ' : '## ') : ''
      lines.push({ text: `${mark}${words}`, line: (node.position?.start.line ?? 1) + before })
    } else if ('children' in node) for (const child of node.children) walk(child)
  }
  walk(tree)
  return cleanLines(lines, given)
}

function toText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(toText).join('') : ''
}
