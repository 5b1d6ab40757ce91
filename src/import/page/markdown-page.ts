/** Markdown as a capture: its front matter is left out, its marks are taken off, its paragraphs are the article's. */
import type { Nodes, Root } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Capture, Line } from './capture.ts'
import { cleanLines, type Given } from './plain-text.ts'

/** Reads Markdown. Throws `CaptureError` when it holds no article. */
export function readMarkdown(text: string, given: Given = {}): Capture {
  const front = /^---\n[\s\S]*?\n---[ \t]*(?:\n|$)/.exec(text)?.[0] ?? ''
  const before = front.split('\n').length - 1
  const tree = unified().use(remarkParse).parse(text.slice(front.length)) as Root
  const lines: Line[] = []
  visit(tree, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return
    const text = toText(node).replace(/\s+/g, ' ').trim()
    const isTitle = node.type === 'heading' && node.depth === 1 && lines.length === 0
    const mark = node.type === 'paragraph' ? '' : isTitle ? '# ' : '## '
    if (text !== '') lines.push({ text: `${mark}${text}`, line: (node.position?.start.line ?? 1) + before })
  })
  return cleanLines(lines, given)
}

function toText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(toText).join('') : ''
}
