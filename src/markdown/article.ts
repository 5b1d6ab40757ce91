/** The pipeline of an article's body, made once: read, render, sanitise. */
import type { Root as HastRoot } from 'hast'
import type { Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { type MendedBody, mendLedger } from './ledger.ts'
import { toNodes } from './nodes.ts'
import type { Reading } from './reading.ts'
import { type RenderOptions, rehypeAnchors, rehypeRenderQuotes } from './rehype-render-quotes.ts'
import { remarkHtmlAsText } from './remark-html-as-text.ts'
import { type ArticleSource, remarkReadQuotes } from './remark-read-quotes.ts'
import { rehypeSanitise } from './sanitise.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkHtmlAsText)
  .use(remarkReadQuotes)
  .use(remarkRehype)
  .use(rehypeRenderQuotes)
  .use(rehypeSanitise)
  .use(rehypeAnchors)
  .freeze()

/** The same without rendering. */
const plainReader = unified().use(remarkParse).use(remarkHtmlAsText).use(remarkReadQuotes).freeze()

/** Reads and renders the body of an article; with `options.unrendered` it is read only, and `copy` is empty. */
export function readArticle(body: string, source: ArticleSource, options: RenderOptions): Reading {
  const mended = source.added ? null : mendLedger(body)
  if (mended && mended.faults.length > 0) return readMended(mended, source, options)
  const file = new VFile({ value: body, data: { source, options } })
  if (options.unrendered) {
    const tree = plainReader.parse(file)
    plainReader.runSync(tree, file)
    const reading = readingOf(file, source)
    // What sanitising would take away is known when it is tried; of most texts it is known that there is nothing.
    if (!isPlain(tree)) reading.refused = readArticle(body, source, { ...options, unrendered: false }).refused
    return reading
  }
  const tree = processor.runSync(processor.parse(file), file) as HastRoot
  const reading = readingOf(file, source)
  reading.copy = toNodes(tree.children.filter((child) => child.type === 'element'))
  reading.refused = (file.data.refused ?? []).map(({ text, at }) => ({
    text,
    at: { line: at.line + source.linesBefore, column: at.column },
  }))
  return reading
}

/** Reads what was meant, and says what was mended. */
function readMended({ body, faults, added }: MendedBody, source: ArticleSource, options: RenderOptions): Reading {
  const reading = readArticle(body, { ...source, added }, options)
  reading.ledgerFaults = faults.map(({ what, right, line, column }) => {
    return { what, right, at: { line: line + source.linesBefore, column } }
  })
  return reading
}

function readingOf({ data }: VFile, { path }: ArticleSource): Reading {
  if (!data.reading) throw new Error(`The reader has left no reading of ${path}.`)
  return data.reading
}

/** What Markdown makes of these has no attributes but those that may reach a page. */
const plain: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'paragraph',
  'heading',
  'text',
  'emphasis',
  'strong',
  'inlineCode',
  'break',
  'blockquote',
  'list',
  'listItem',
  'thematicBreak',
  'definition',
])

/** Whether a tree, once read, surely has nothing that sanitising takes away. */
function isPlain(node: Nodes): boolean {
  // A link of the record has nothing left of what its author wrote but its words.
  const isOurs = (node.type === 'link' || node.type === 'linkReference') && node.data?.hProperties !== undefined
  return (isOurs || plain.has(node.type)) && (!('children' in node) || node.children.every(isPlain))
}
