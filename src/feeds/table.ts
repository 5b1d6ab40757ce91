/**
 * A table as CSV.
 *
 * RFC 4180: comma, CRLF, quotation marks doubled; UTF-8 with a byte order mark, without which Excel reads it as Latin-1.
 * A cell that a spreadsheet would run as a formula (OWASP, "CSV Injection") gets an apostrophe in front, which
 * spreadsheets take as "this is text"; no other cell is touched. To undo it, take one apostrophe off every cell that
 * starts with apostrophes followed by such a character.
 */

export type Cell = string | null | undefined

/** Rows as a CSV file; null and undefined are empty cells. */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(escapeCell).join(',')}\r\n`).join('')}`
}

/** What a spreadsheet may take for the start of a formula, white space before it included, and its full-width twins. */
const formula = /^'*\s*[=+\-@＝＋－＠]|^'*[\t\r\n]/

function escapeCell(value: Cell): string {
  if (!value) return ''
  const text = formula.test(value) ? `'${value}` : value
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
