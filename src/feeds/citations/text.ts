/** A citation as plain text. The day of access is the reader's to add. */
import { type Citation, toNote } from './citation.ts'

export function toText(citation: Citation): string {
  const { title, container, publishedWords, address, ours, siteName } = citation
  const note = toNote(citation)
  const source =
    address && address !== ours ? `${[container, publishedWords, address].filter(Boolean).join(', ')}; ` : ''
  return `${note ? `${toSentence(note)} ` : ''}${toSentence(title)} ${source}${siteName}, ${ours}`
}

/** With a full stop, unless it ends on a mark of its own. */
export function toSentence(text: string): string {
  return /[.?!…][”"]?$/u.test(text) ? text : `${text}.`
}
