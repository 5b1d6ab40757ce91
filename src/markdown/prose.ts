/** The pipeline of the editor's own prose, the bodies of speakers, events, topics and the story. */
import type { Element, Root } from 'hast'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { isOutside, type Target, toPage, toTarget } from './address.ts'
import { type ProseNode, toNodes } from './nodes.ts'
import type { Found } from './reading.ts'
import type { RenderOptions } from './rehype-render-quotes.ts'
import { remarkHtmlAsText } from './remark-html-as-text.ts'
import { rehypeSanitise } from './sanitise.ts'

/** A link in the editor's prose. */
interface ProseLink {
  address: string
  /** The file of the record it leads to; null when it leads elsewhere. */
  target: Target | null
  at: { line: number; column: number }
}

export interface Prose {
  nodes: ProseNode[]
  /** Its words, paragraphs parted by a blank line. */
  text: string
  links: ProseLink[]
  /** Raw HTML, which is shown as text. */
  rawHtml: Found[]
  /** Images, of which only the description is shown. */
  images: Found[]
  /** What sanitising took away besides. */
  refused: Found[]
}

/** The prose of a file without a body. */
const noProse: Prose = { nodes: [], text: '', links: [], rawHtml: [], images: [], refused: [] }

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
  .use(rehypeSanitise)
  .freeze()

/** Renders prose; links between files of the record become links between pages. */
export function renderProse(
  body: string,
  source: { path: string; linesBefore: number },
  options: RenderOptions,
): Prose {
  if (body.trim() === '') return noProse
  const file = new VFile({
    value: body,
    data: { source: { ...source, language: 'en', terms: [] }, options, links: [] },
  })
  const tree = processor.runSync(processor.parse(file), file) as Root
  const paragraphs = tree.children.filter((child) => child.type === 'element').map((child) => wordsOf(child))
  const { links = [], rawHtml = [], images = [], refused = [] } = file.data
  const inFile = ({ text, at }: Found): Found => ({
    text,
    at: { line: at.line + source.linesBefore, column: at.column },
  })
  return {
    nodes: toNodes(tree.children),
    text: paragraphs.join('\n\n'),
    links,
    rawHtml: rawHtml.map(inFile),
    images: images.map(inFile),
    refused: refused.map(inFile),
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
      // A title would be lost: sanitising says so.
      const { title } = element.properties
      const kept = title === undefined ? {} : { title }
      if (page) element.properties = { href: page, ...(className && { className: [className] }), ...kept }
      else if (isOutside(address) && /^(https?|mailto):/i.test(address)) {
        element.properties = { href: address, rel: ['external', 'noopener'], ...kept }
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
