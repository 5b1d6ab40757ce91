/** RIS: a tag a line, so a value must be one line. */
import { toLine } from '../plain.ts'
import { type Citation, toNote } from './citation.ts'

export function toRis(citation: Citation): string {
  const { key, is, title, container, published, language, address, ours, siteName } = citation
  const fields: [tag: string, value: string | null][] = [
    ['TY', is === 'newspaper article' ? 'NEWS' : 'ELEC'],
    ['ID', key],
    ['TI', title],
    ['T2', container],
    ['DA', published?.replaceAll('-', '/') ?? null],
    ['PY', published?.slice(0, 4) ?? null],
    ['LA', language],
    ['UR', address],
    ['N1', toNote(citation)],
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
