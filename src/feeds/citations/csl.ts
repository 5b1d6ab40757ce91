/** CSL-JSON 1.0, for Zotero, pandoc and citeproc. */
import { type Citation, toNote } from './citation.ts'

export interface CslItem {
  id: string
  type: 'article-newspaper' | 'webpage'
  title: string
  'container-title': string
  issued?: { 'date-parts': [number[]] }
  language: string
  URL?: string
  note?: string
  archive: string
  archive_location: string
}

export function toCsl(citation: Citation): CslItem {
  const { key, is, title, container, published, language, address, ours, siteName } = citation
  const note = toNote(citation)
  return {
    id: key,
    type: is === 'newspaper article' ? 'article-newspaper' : 'webpage',
    title,
    'container-title': container,
    ...(published ? { issued: { 'date-parts': [published.split('-').map(Number)] } } : {}),
    language,
    ...(address ? { URL: address } : {}),
    ...(note ? { note } : {}),
    archive: siteName,
    archive_location: ours,
  }
}
