/** RIS: a tag a line, so a value must be one line. */
import { toLine } from '../feeds/plain.ts'
import type { Citation } from './citation.ts'
import { authorOf, containerOf, toNote } from './note.ts'

/** `accessed` is the day on which it is copied; a remark is the reader's own. */
export function toRis(citation: Citation, accessed: string | null = null, remark = ''): string {
  const { archived, key, is, title, published, language, address, ours, siteName } = citation
  const fields: [tag: string, value: string | null][] = [
    ['TY', is === 'newspaper article' ? 'NEWS' : 'ELEC'],
    ['ID', key],
    // A comma would part it into family and given name.
    ['AU', authorOf(citation)?.replace(/,\s*/g, ' ') ?? null],
    ['TI', title],
    ['T2', containerOf(citation)],
    ['DA', published?.replaceAll('-', '/') ?? null],
    ['PY', published?.slice(0, 4) ?? null],
    ['LA', language],
    ['UR', address],
    // Where a copy of it is kept: `location in archives`.
    ['AV', archived?.address ?? null],
    ['Y2', accessed?.replaceAll('-', '/') ?? null],
    ['N1', toNote(citation)],
    // Notes on one's reading, apart from those of the record.
    ['RN', remark],
    ['DB', siteName],
    ['LK', ours],
  ]
  const lines = fields.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${escapeLine(value ?? '')}\r\n`)
  return `${lines.join('')}ER  - \r\n`
}

/** One line, and none of the marks that some readers take for the end of a line. */
function escapeLine(text: string): string {
  return toLine(text)
}
