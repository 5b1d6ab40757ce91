/** BibTeX, for BibTeX and biblatex alike: `@online` is `@misc` to the former. */
import { toLine } from '../feeds/plain.ts'
import type { Citation } from './citation.ts'
import { authorOf, containerOf, toNote, toSentence } from './note.ts'

/** `accessed` is the day on which it is copied; a remark is the reader's own. */
export function toBibtex(citation: Citation, accessed: string | null = null, remark = ''): string {
  const { archived, key, title, published, language, address, ours, siteName } = citation
  const words = toNote(citation)
  const author = authorOf(citation)
  const copy = archived ? `Archived ${archived.date}: ${archived.address} ` : ''
  const note = `${words ? `${toSentence(words)} ` : ''}${copy}${siteName}: ${ours}`
  const fields: [name: string, value: string | null][] = [
    // In braces of its own it is one name, whatever its parts are.
    ['author', author && `{${escapeTex(author)}}`],
    ['title', `{${escapeTex(title)}}`],
    ['organization', `{${escapeTex(containerOf(citation))}}`],
    ['date', published],
    // For BibTeX, which does not know `date`.
    ['year', published?.slice(0, 4) ?? null],
    ['month', published?.slice(5, 7) ?? null],
    ['day', published?.slice(8, 10) ?? null],
    ['language', language],
    ['url', address && escapeAddress(address)],
    ['urldate', accessed],
    ['note', escapeTex(note)],
    ['annotation', escapeTex(remark)],
  ]
  const lines = fields.filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}},\n`)
  return `@online{${key},\n${lines.join('')}}\n`
}

/**
 * Text with nothing that TeX would run or change. Braces become words, for BibTeX counts them even when escaped; the
 * ligatures that make dashes and quotation marks are parted.
 */
function escapeTex(text: string): string {
  return toLine(text)
    .replace(/[\\{}~^#$%&_]/g, (character) => commands[character] ?? `\\${character}`)
    .replace(/(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)/g, '{}')
}

const commands: { [character: string]: string } = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
}

/** The field is taken as it is; only braces and backslashes would end it. */
function escapeAddress(address: string): string {
  return address.replace(/[{}\\\s]/g, encodeURIComponent)
}
