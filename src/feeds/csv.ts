/**
 * `/data/quotes.csv`, one row a wording, for people with a spreadsheet (programs have `quotes.json`).
 *
 * RFC 4180: comma, CRLF, quotation marks doubled; UTF-8 with a byte order mark, without which Excel reads it as Latin-1.
 * A cell that a spreadsheet would run as a formula (OWASP, "CSV Injection") gets an apostrophe in front, which
 * spreadsheets take as "this is text"; no other cell is touched. To undo it, take one apostrophe off every cell that
 * starts with apostrophes followed by such a character.
 */
import type { NewsRecord } from '../record/types.ts'
import { urls } from '../urls.ts'

export const csvColumns = [
  'quote',
  'speaker',
  'speaker_name',
  'role',
  'quote_kind',
  'said',
  'context',
  'topics',
  'url',
  'article',
  'article_title',
  'outlet',
  'outlet_name',
  'published',
  'kind',
  'text',
  'sentence',
  'said_basis',
  'words_url',
  'source_url',
  'rights',
] as const

const rights =
  'Names, dates and links: CC0-1.0. article_title, text and sentence: their publisher’s, not ours to license.'

/** Every wording of every quote, as a CSV file. */
export function toQuotesCsv(record: NewsRecord): string {
  const rows = record.quotes.flatMap((quote) =>
    quote.wordings.map((wording) => [
      quote.id,
      quote.speaker.id,
      quote.speaker.name,
      quote.role,
      quote.kind,
      quote.said?.edtf,
      quote.context,
      quote.topics.map(({ id }) => id).join(' '),
      urls.absolute(quote.url),
      wording.article.id,
      wording.article.title,
      wording.article.outlet.id,
      wording.article.outlet.name,
      wording.article.published.edtf,
      wording.kind,
      wording.text,
      wording.sentence,
      wording.saidBasis,
      urls.absolute(wording.url),
      wording.sourceUrl,
      rights,
    ]),
  )
  return toCsv([[...csvColumns], ...rows])
}

/** Rows as a CSV file; null and undefined are empty cells. */
export function toCsv(rows: (string | null | undefined)[][]): string {
  return `\uFEFF${rows.map((row) => `${row.map(escapeCell).join(',')}\r\n`).join('')}`
}

/** What a spreadsheet may take for the start of a formula, white space before it included, and its full-width twins. */
const formula = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/

function escapeCell(value: string | null | undefined): string {
  if (!value) return ''
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
