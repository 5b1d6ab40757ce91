/** Which files of citations there are. */
import type { NewsRecord } from '../../record/types.ts'
import { type Citation, citeArticle, citeEvent, citeQuote } from './citation.ts'
import { type CitationFormat, citationFormats } from './formats.ts'

export interface CitationFile {
  /** Path below `/cite/`, without the ending. */
  of: string
  format: CitationFormat
  cite: () => Citation[]
}

export function listCitationFiles({ quotes, events, articles, story }: NewsRecord): CitationFile[] {
  const things = [
    ...quotes.map((quote) => ({ of: `quotes/${quote.id}`, cite: () => citeQuote(quote, story) })),
    ...events.map((event) => ({ of: `events/${event.id}`, cite: () => citeEvent(event, story) })),
    ...articles.map((article) => ({ of: `articles/${article.id}`, cite: () => citeArticle(article, story) })),
  ]
  return things.flatMap((thing) => citationFormats.map((format) => ({ ...thing, format })))
}
