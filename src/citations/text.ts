/** A citation as plain text. */
import type { Citation } from './citation.ts'
import { toNote, toSentence } from './note.ts'

export function toText(citation: Citation): string {
  const { archived, is, title, credit, publishedWords, address, ours, siteName } = citation
  const note = toNote(citation)
  const copy = archived && `archived ${archived.dateWords} at ${archived.address}`
  const source = [credit, publishedWords, address, copy].filter(Boolean).join(', ')
  const where = is === 'web page' ? '' : `${source}; `
  return `${note ? `${toSentence(note)} ` : ''}${toSentence(title)} ${where}${siteName}, ${ours}`
}
