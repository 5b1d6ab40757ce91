/** The formats of a dossier: those of citations, each with the reader's own note. */
import { toCsv } from '../feeds/table.ts'
import { toBibtex } from './bibtex.ts'
import type { Citation } from './citation.ts'
import { type CslItem, toCsl } from './csl.ts'
import { toMarkdown, toMarkdownLine } from './markdown.ts'
import { toRis } from './ris.ts'

/** What is written of a thing: its citation, and the reader's own note. */
interface Entry {
  citation: Citation
  note: string
}

interface DossierFormat {
  name: string
  ending: string
  type: string
  /** `accessed` is the day on which it is saved. */
  write: (entries: readonly Entry[], accessed: string) => string
}

/** The formats of a dossier. */
export const dossierFormats: readonly DossierFormat[] = [
  { name: 'Markdown', ending: 'md', type: 'text/markdown', write: (entries) => entries.map(toPart).join('\n\n') },
  { name: 'CSV', ending: 'csv', type: 'text/csv', write: toTable },
  {
    name: 'BibTeX',
    ending: 'bib',
    type: 'application/x-bibtex',
    write: (entries, accessed) => entries.map(({ citation, note }) => toBibtex(citation, accessed, note)).join('\n'),
  },
  {
    name: 'RIS',
    ending: 'ris',
    type: 'application/x-research-info-systems',
    write: (entries, accessed) => entries.map(({ citation, note }) => toRis(citation, accessed, note)).join(''),
  },
  {
    name: 'CSL-JSON',
    ending: 'csl.json',
    type: 'application/vnd.citationstyles.csl+json',
    write: (entries, accessed) =>
      JSON.stringify(
        entries.map(({ citation, note }): CslItem => toCsl(citation, accessed, note)),
        null,
        1,
      ),
  },
]

/** The reader's note is theirs, Markdown and all; of what nobody said there is a line. */
function toPart({ citation, note }: Entry): string {
  return [toMarkdown(citation) || toMarkdownLine(citation), note].filter(Boolean).join('\n\n')
}

function toTable(entries: readonly Entry[], accessed: string): string {
  const head = ['id', 'words', 'quoted', 'speaker', 'about', 'title', 'source', 'published', 'address', 'archived']
  return toCsv([
    [...head, 'page', 'note', 'accessed'],
    ...entries.map(({ citation, note }) => {
      const { about, address, archived, credit, direct, key, ours, published, speaker, title, words } = citation
      const quoted = words === null ? '' : direct === null ? 'no' : 'yes'
      const row = [key, direct ?? words, quoted, speaker?.name, about, title, credit, published, address]
      return [...row, archived?.address, ours, note, accessed]
    }),
  ])
}
