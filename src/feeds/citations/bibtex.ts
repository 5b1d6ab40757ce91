/** BibTeX, for BibTeX and biblatex alike: `@online` is `@misc` to the former. */
import { toLine } from '../plain.ts'
import { type Citation, toNote } from './citation.ts'
import { toSentence } from './text.ts'

export function toBibtex(citation: Citation): string {
  const { key, title, container, published, language, address, ours, siteName } = citation
  const words = toNote(citation)
  const note = `${words ? `${toSentence(words)} ` : ''}${siteName}: ${ours}`
  const fields: [name: string, value: string | null][] = [
    ['title', `{${escapeTex(title)}}`],
    ['organization', `{${escapeTex(container)}}`],
    ['date', published],
    // For BibTeX, which does not know `date`.
    ['year', published?.slice(0, 4) ?? null],
    ['month', published?.slice(5, 7) ?? null],
    ['day', published?.slice(8, 10) ?? null],
    ['language', language],
    ['url', address && escapeAddress(address)],
    ['note', escapeTex(note)],
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
