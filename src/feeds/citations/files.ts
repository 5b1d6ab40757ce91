/** Which files of citations there are. */
import type { Views } from '../../views/views.ts'
import { type Citation, citeArticle, citeEvent, citeQuote, citeWithdrawn } from './citation.ts'
import { type CitationFormat, citationFormats } from './formats.ts'

export interface CitationFile {
  /** Path below `/cite/`, without the ending. */
  of: string
  format: CitationFormat
  cite: () => Citation[]
}

/**
 * Quotes, events and articles with files of their own: the first of a record to be added, and those whose files are in
 * the lock. Five files for each of many thousands are more than hosts take; later ones have their citations on their
 * pages alone. It is the first, not the newest, so that an address that was published stays.
 */
export const mostInFiles = 2000

/** All files, those of one thing after another; `published` are the addresses that were. */
export function listCitationFiles(views: Views, published: readonly string[] = []): CitationFile[] {
  return thingsInFiles(views, published).flatMap(({ of, cite }) =>
    citationFormats.map((format) => ({ of, cite, format })),
  )
}

/** What has files of its own: `quotes/<speaker>/<fragment>`, `events/<id>`, `articles/<id>`. */
export function namesInFiles(views: Views, published: readonly string[]): Set<string> {
  return new Set(thingsInFiles(views, published).map(({ of }) => of))
}

interface Thing {
  of: string
  /** The day it came into the record. */
  added: string
  cite: () => Citation[]
}

function thingsInFiles(views: Views, published: readonly string[], most = mostInFiles): Thing[] {
  const things = listThings(views)
  if (things.length <= most) return things
  const first = things.toSorted((a, b) => compareText(a.added, b.added) || compareText(a.of, b.of)).slice(0, most)
  const chosen = new Set(first.map(({ of }) => of))
  // Files of what has moved since are made from those of its new address.
  const moves = new Map(views.moves.map(({ from, to }) => [from.slice(1, -1), to.slice(1, -1)]))
  for (const address of published) {
    const [, of] = /^\/cite\/(.+)\.txt$/.exec(address) ?? []
    if (of) chosen.add(moves.get(of) ?? of)
  }
  return things.filter(({ of }) => chosen.has(of))
}

function listThings({ articles, events, quotes, site, withdrawn }: Views): Thing[] {
  return [
    ...quotes.map((quote): Thing => {
      return { of: `quotes/${quote.id}`, added: quote.added, cite: () => citeQuote(quote, site) }
    }),
    ...withdrawn.map((quote): Thing => {
      return { of: `quotes/${quote.id}`, added: quote.date, cite: () => citeWithdrawn(quote, site) }
    }),
    ...events.map((event): Thing => {
      return { of: `events/${event.id}`, added: event.added, cite: () => citeEvent(event, site) }
    }),
    ...articles.map((article): Thing => {
      return { of: `articles/${article.id}`, added: article.added, cite: () => citeArticle(article, site) }
    }),
  ]
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
