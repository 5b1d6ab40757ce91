/** A quote to paste, with its attribution. */
import type { Quote } from '../../record/types.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'

export interface Piece {
  name: 'Markdown' | 'HTML'
  text: string
}

/** Both forms of every wording, in the order of the wordings. */
export function toPieces({ wordings }: Quote, site: { name: string }): Piece[][] {
  return wordings.map((wording) => [
    { name: 'Markdown', text: toMarkdown(wording, site) },
    { name: 'HTML', text: toHtml(wording, site) },
  ])
}
