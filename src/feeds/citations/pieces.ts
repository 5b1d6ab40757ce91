/** A quote to paste, with its attribution. */
import { type QuoteView, toSpoken } from '../../views/quote.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'

export interface Piece {
  name: 'Markdown' | 'HTML'
  text: string
}

/** Both forms of every wording, in the order of the wordings. */
export function toPieces(quote: QuoteView, site: { name: string }): Piece[][] {
  return quote.wordings.map((wording) => {
    const spoken = toSpoken(quote, wording)
    return [
      { name: 'Markdown', text: toMarkdown(spoken, site) },
      { name: 'HTML', text: toHtml(spoken, site) },
    ]
  })
}
