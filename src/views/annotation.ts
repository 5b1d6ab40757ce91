/** Wordings as Web Annotations (W3C, 2017): the words at the outlet’s and in our copy, each with what stands around them. */
import type { Article } from '../record/types.ts'
import { blockAnchor, urls } from '../urls.ts'
import { toPrintedBlocks } from './proof.ts'

interface TextQuote {
  type: 'TextQuoteSelector'
  exact: string
  prefix: string
  suffix: string
}

/** A block of our copy, and the words in it; positions count in code points, as the standard has them. */
interface InBlock {
  type: 'FragmentSelector'
  conformsTo: 'http://tools.ietf.org/rfc/rfc3236'
  value: string
  refinedBy: { type: 'TextPositionSelector'; start: number; end: number }
}

export interface AnnotationView {
  /** The words in our copy. */
  id: string
  type: 'Annotation'
  motivation: 'identifying'
  /** The page of the quote. */
  body: { id: string; type: 'Text'; format: 'text/html' }
  /** Part by part: at the outlet’s, then in our copy. */
  target: { source: string; language: string; selector: TextQuote | [TextQuote, InBlock] }[]
}

/** So many characters before and after. */
const around = 32

/** The wordings of an article. */
export function toAnnotations(article: Article): AnnotationView[] {
  const blocks = toPrintedBlocks(article)
  const { address, language } = article
  return article.wordings.map(({ parts, quote, url }) => ({
    id: url,
    type: 'Annotation',
    motivation: 'identifying',
    body: { id: quote.url, type: 'Text', format: 'text/html' },
    target: parts.flatMap(({ anchor }): AnnotationView['target'] => {
      const block = blocks.findIndex(({ anchors }) => anchors.has(anchor))
      const { anchors, text = '' } = blocks[block] ?? {}
      const [start, end] = anchors?.get(anchor) ?? [0, 0]
      const words: TextQuote = {
        type: 'TextQuoteSelector',
        exact: text.slice(start, end),
        prefix: cut(text.slice(0, start), -around),
        suffix: cut(text.slice(end), around),
      }
      const place: InBlock = {
        type: 'FragmentSelector',
        conformsTo: 'http://tools.ietf.org/rfc/rfc3236',
        value: blockAnchor(block),
        refinedBy: {
          type: 'TextPositionSelector',
          start: lengthOf(text.slice(0, start)),
          end: lengthOf(text.slice(0, end)),
        },
      }
      return [
        { source: address, language, selector: words },
        { source: urls.article(article.id), language, selector: [words, place] },
      ]
    }),
  }))
}

/** The beginning of a text, or its end, without half a character. */
function cut(text: string, length: number): string {
  return (length < 0 ? text.slice(length) : text.slice(0, length)).replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')
}

function lengthOf(text: string): number {
  return [...text].length
}
