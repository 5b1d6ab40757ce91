/** CSL-JSON 1.0, for Zotero, pandoc and citeproc. */
import type { Citation } from './citation.ts'
import { authorOf, containerOf, toNote } from './note.ts'

export interface CslItem {
  id: string
  type: 'article-newspaper' | 'webpage'
  title: string
  author?: { literal: string }[]
  'container-title': string
  issued?: { 'date-parts': [number[]] }
  accessed?: { 'date-parts': [number[]] }
  language: string
  URL?: string
  note?: string
  annote?: string
  archive: string
  archive_location: string
}

/** `accessed` is the day on which it is copied; a remark is the reader's own. */
export function toCsl(citation: Citation, accessed: string | null = null, remark = ''): CslItem {
  const { archived, key, is, title, published, language, address, ours, siteName } = citation
  // Of an archived copy the archive is named; our own page is then told in the note.
  const note = [toNote(citation), archived && `${siteName}: ${ours}`].filter(Boolean).join('; ')
  const author = authorOf(citation)
  return {
    id: key,
    type: is === 'newspaper article' ? 'article-newspaper' : 'webpage',
    title,
    ...(author ? { author: [{ literal: author }] } : {}),
    'container-title': containerOf(citation),
    ...(published ? { issued: toParts(published) } : {}),
    ...(accessed ? { accessed: toParts(accessed) } : {}),
    language,
    ...(address ? { URL: address } : {}),
    ...(note ? { note } : {}),
    ...(remark ? { annote: remark } : {}),
    archive: archived ? new URL(archived.address).host : siteName,
    archive_location: archived ? archived.address : ours,
  }
}

function toParts(day: string): { 'date-parts': [number[]] } {
  return { 'date-parts': [day.split('-').map(Number)] }
}
