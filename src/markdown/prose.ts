/** The pipeline of the editor's own prose, the bodies of speakers, events, topics and the story. */
import type { Element, Root } from 'hast'
import type { Root as MdastRoot, Text } from 'mdast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { isOutside, type Target, toPage, toTarget } from './address.ts'
import { allowed } from './allowed.ts'
import type { RenderOptions } from './rehype-render-quotes.ts'

/** A link in the editor's prose. */
export interface ProseLink {
  address: string
  /** The file of the record it leads to; null when it leads elsewhere. */
  target: Target | null
  at: { line: number; column: number }
}

export interface Prose {
  html: string
  /** Its words, paragraphs parted by a blank line. */
  text: string
  links: ProseLink[]
}

declare module 'vfile' {
  interface DataMap {
    links: ProseLink[]
  }
}

const processor = unified()
  .use(remarkParse)
  .use(remarkHtmlAsText)
  .use(remarkRehype)
  .use(rehypeRecordLinks)
  .use(rehypeSanitize, allowed)
  .use(rehypeStringify)
  .freeze()

/** Renders prose; links between files of the record become links between pages. */
export function renderProse(
  body: string,
  source: { path: string; linesBefore: number },
  options: RenderOptions,
): Prose {
  if (body.trim() === '') return { html: '', text: '', links: [] }
  const file = new VFile({
    value: body,
    data: { source: { ...source, language: 'en', terms: [] }, options, links: [] },
  })
  const tree = processor.runSync(processor.parse(file), file) as Root
  const paragraphs = tree.children.filter((child) => child.type === 'element').map((child) => wordsOf(child))
  return { html: processor.stringify(tree), text: paragraphs.join('\n\n'), links: file.data.links ?? [] }
}

/** Raw HTML is shown, not dropped: an editor sees what does not work. */
function remarkHtmlAsText() {
  return (tree: MdastRoot): void => {
    visit(tree, 'html', (node, index, parent) => {
      if (!parent || index === undefined) return
      const text: Text = { type: 'text', value: node.value }
      const isFlow = parent.type === 'root' || parent.type === 'listItem' || parent.type === 'blockquote'
      parent.children[index] = isFlow ? { type: 'paragraph', children: [text] } : text
    })
  }
}

function rehypeRecordLinks() {
  return (tree: Root, file: VFile): void => {
    visit(tree, 'element', (element, index, parent) => {
      if (/^h[1-6]$/.test(element.tagName)) element.tagName = 'h2'
      if (element.tagName !== 'a' || !parent || index === undefined) return
      const address = String(element.properties['href'] ?? '')
      const target = toTarget(address, file.data.source?.path ?? '')
      const start = element.position?.start
      file.data.links?.push({
        address,
        target,
        at: { line: (start?.line ?? 1) + (file.data.source?.linesBefore ?? 0), column: start?.column ?? 1 },
      })
      const page = target ? toPage(target) : null
      const className = target ? toClass(target, file.data.options) : null
      if (page) element.properties = { href: page, ...(className && { className: [className] }) }
      else if (isOutside(address) && /^(https?|mailto):/i.test(address)) {
        element.properties = { href: address, rel: ['external', 'noopener'] }
      } else parent.children.splice(index, 1, ...element.children)
    })
  }
}

function toClass(target: Target, options: RenderOptions | undefined): string | null {
  if (target.folder === 'events') return options?.isExpected(target.id) ? 'expected' : 'happened'
  return target.folder === 'quotes' || (target.folder === 'speakers' && target.fragment) ? 'said' : null
}

function wordsOf(element: Element): string {
  let text = ''
  visit(element, (node) => {
    if (node.type === 'text') text += node.value
  })
  return text.replace(/\s+/g, ' ').trim()
}
