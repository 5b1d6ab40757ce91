/** Which files of citations there are. */
import type { Content } from '../../loaders/content.ts'
import type { LockedAddress } from '../../loaders/lock.ts'
import type { NewsRecord } from '../../record/types.ts'
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

/** All files, those of one thing after another. */
export function listCitationFiles(record: NewsRecord, lock: readonly LockedAddress[] = []): CitationFile[] {
  return thingsInFiles(record, lock).flatMap(({ of, cite }) => citationFormats.map((format) => ({ of, cite, format })))
}

/** `quotes/<speaker>/<fragment>`, `events/<id>` or `articles/<id>` itself when it has files of its own, else null. */
export function ifInFiles({ record, lock }: Pick<Content, 'record' | 'lock'>, of: string): string | null {
  let known = kept.get(record)
  if (!known) {
    known = new Set(thingsInFiles(record, lock).map((thing) => thing.of))
    kept.set(record, known)
  }
  return known.has(of) ? of : null
}

const kept = new WeakMap<NewsRecord, ReadonlySet<string>>()

interface Thing {
  of: string
  /** The day it came into the record. */
  added: string
  cite: () => Citation[]
}

function thingsInFiles(record: NewsRecord, lock: readonly LockedAddress[], most = mostInFiles): Thing[] {
  const things = listThings(record)
  if (things.length <= most) return things
  const first = things.toSorted((a, b) => compareText(a.added, b.added) || compareText(a.of, b.of)).slice(0, most)
  const chosen = new Set(first.map(({ of }) => of))
  // Files of what has moved since are made from those of its new address.
  const moves = new Map(record.moves.map(({ from, to }) => [from.slice(1, -1), to.slice(1, -1)]))
  for (const { address } of lock) {
    const [, of] = /^\/cite\/(.+)\.txt$/.exec(address) ?? []
    if (of) chosen.add(moves.get(of) ?? of)
  }
  return things.filter(({ of }) => chosen.has(of))
}

function listThings({ quotes, withdrawn, events, articles, story }: NewsRecord): Thing[] {
  return [
    ...quotes.map((quote): Thing => {
      const days = quote.wordings.map(({ article }) => article.added)
      return { of: `quotes/${quote.id}`, added: days.sort()[0] ?? '', cite: () => citeQuote(quote, story) }
    }),
    ...withdrawn.map(
      (quote): Thing => ({
        of: `quotes/${quote.id}`,
        added: quote.date.edtf,
        cite: () => citeWithdrawn(quote, story),
      }),
    ),
    ...events.map(
      (event): Thing => ({ of: `events/${event.id}`, added: event.added, cite: () => citeEvent(event, story) }),
    ),
    ...articles.map(
      (article): Thing => ({
        of: `articles/${article.id}`,
        added: article.added,
        cite: () => citeArticle(article, story),
      }),
    ),
  ]
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
