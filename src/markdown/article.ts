/** The pipeline of an article's body, made once: read, render, sanitise, write out block by block. */
import type { Root as HastRoot } from 'hast'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { allowed } from './allowed.ts'
import type { Reading } from './reading.ts'
import { type RenderOptions, rehypeAnchors, rehypeRenderQuotes } from './rehype-render-quotes.ts'
import { type ArticleSource, remarkReadQuotes } from './remark-read-quotes.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkReadQuotes)
  .use(remarkRehype)
  .use(rehypeRenderQuotes)
  .use(rehypeSanitize, allowed)
  .use(rehypeAnchors)
  .use(rehypeStringify)
  .freeze()

/** Reads and renders the body of an article. */
export function readArticle(body: string, source: ArticleSource, options: RenderOptions): Reading {
  const file = new VFile({ value: body, data: { source, options } })
  const tree = processor.runSync(processor.parse(file), file) as HastRoot
  const reading = file.data.reading
  if (!reading) throw new Error(`The reader has left no reading of ${source.path}.`)
  reading.blockHtml = tree.children
    .filter((child) => child.type === 'element')
    .map((child) => processor.stringify({ type: 'root', children: [child] }))
  return reading
}
