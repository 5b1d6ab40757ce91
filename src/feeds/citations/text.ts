/** A citation as plain text. The day of access is the reader's to add. */
import { type Citation, toNote } from './citation.ts'

export function toText(citation: Citation): string {
  const { is, title, container, publishedWords, address, ours, siteName } = citation
  const note = toNote(citation)
  const source = [container, publishedWords, address].filter(Boolean).join(', ')
  const where = is === 'web page' ? '' : `${source}; `
  return `${note ? `${toSentence(note)} ` : ''}${toSentence(title)} ${where}${siteName}, ${ours}`
}

/** With a full stop, unless it ends on a mark of its own. */
export function toSentence(text: string): string {
  return /[.?!…][”"]?$/u.test(text) ? text : `${text}.`
}
