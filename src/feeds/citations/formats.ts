/** The formats of a citation; each is a file for every quote, event and article. */
import { toBibtex } from './bibtex.ts'
import type { Citation } from './citation.ts'
import { toCsl } from './csl.ts'
import { toRis } from './ris.ts'
import { toText } from './text.ts'
import { toWiki } from './wiki.ts'

export interface CitationFormat {
  name: string
  /** Ending of its files. */
  ending: string
  type: string
  /** One citation, as a page shows it. */
  toOne: (citation: Citation) => string
  /** Several, as a file holds them. */
  toFile: (citations: readonly Citation[]) => string
}

const inLines =
  (toOne: (citation: Citation) => string) =>
  (citations: readonly Citation[]): string =>
    `${citations.map(toOne).join('\n')}\n`

const joined =
  (toOne: (citation: Citation) => string) =>
  (citations: readonly Citation[]): string =>
    citations.map(toOne).join('')

export const citationFormats: CitationFormat[] = [
  { name: 'Plain text', ending: 'txt', type: 'text/plain', toOne: toText, toFile: inLines(toText) },
  { name: 'BibTeX', ending: 'bib', type: 'application/x-bibtex', toOne: toBibtex, toFile: joined(toBibtex) },
  { name: 'RIS', ending: 'ris', type: 'application/x-research-info-systems', toOne: toRis, toFile: joined(toRis) },
  {
    name: 'CSL-JSON',
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    toOne: (citation) => JSON.stringify([toCsl(citation)]),
    toFile: (citations) => `${JSON.stringify(citations.map(toCsl), null, 1)}\n`,
  },
  { name: 'Wiki template', ending: 'wiki.txt', type: 'text/plain', toOne: toWiki, toFile: inLines(toWiki) },
]
