/** The pipeline of an article's body, made once: read, render, sanitise. */
import type { Root as HastRoot } from 'hast'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { toNodes } from './nodes.ts'
import type { Reading } from './reading.ts'
import { type RenderOptions, rehypeAnchors, rehypeRenderQuotes } from './rehype-render-quotes.ts'
import { type ArticleSource, remarkReadQuotes } from './remark-read-quotes.ts'
import { rehypeSanitise } from './sanitise.ts'

const processor = unified()
  .use(remarkParse)
  .use(remarkReadQuotes)
  .use(remarkRehype)
  .use(rehypeRenderQuotes)
  .use(rehypeSanitise)
  .use(rehypeAnchors)
  .freeze()

/** The same without rendering, which takes most of the time. */
const plainReader = unified().use(remarkParse).use(remarkReadQuotes).freeze()

/** Reads and renders the body of an article; with `options.unrendered` it is read only, and `copy` is empty. */
export function readArticle(body: string, source: ArticleSource, options: RenderOptions): Reading {
  const file = new VFile({ value: body, data: { source, options } })
  if (options.unrendered) {
    plainReader.runSync(plainReader.parse(file), file)
    if (!file.data.reading) throw new Error(`The reader has left no reading of ${source.path}.`)
    return file.data.reading
  }
  const tree = processor.runSync(processor.parse(file), file) as HastRoot
  const reading = file.data.reading
  if (!reading) throw new Error(`The reader has left no reading of ${source.path}.`)
  reading.copy = toNodes(tree.children.filter((child) => child.type === 'element'))
  reading.refused = (file.data.refused ?? []).map(({ text, at }) => ({
    text,
    at: { line: at.line + source.linesBefore, column: at.column },
  }))
  return reading
}
