/** The formats of a citation. */

import { say } from '../words/say.ts'
import { toBibtex } from './bibtex.ts'
import type { Citation } from './citation.ts'
import { toCsl } from './csl.ts'
import { toHtml } from './html.ts'
import { toMarkdown } from './markdown.ts'
import { toRis } from './ris.ts'
import { toApa, toChicago, toMla } from './styles.ts'
import { toText } from './text.ts'
import { toWiki } from './wiki.ts'

export interface CitationFormat {
  name: () => string
  /** Of a citation that is copied on a day (`2026-11-28`, or null while nobody copies it); empty where there is none. */
  write: (citation: Citation, accessed: string | null) => string
  /** Ending and type of a file of it, for programs that read one. */
  file?: { ending: string; type: string }
}

/** What people copy by hand: printed on the page. */
export const printedFormats: readonly CitationFormat[] = [
  { name: () => say('cite.text'), write: toText },
  { name: () => 'Wikipedia', write: toWiki },
  { name: () => 'Markdown', write: toMarkdown },
]

/** What is made in the browser when somebody asks; the first of them is shown. */
export const furtherFormats: readonly CitationFormat[] = [
  { name: () => say('cite.embed'), write: toHtml },
  { name: () => 'APA', write: toApa },
  { name: () => 'MLA', write: toMla },
  { name: () => 'Chicago', write: toChicago },
  { name: () => 'BibTeX', write: toBibtex, file: { ending: 'bib', type: 'application/x-bibtex' } },
  { name: () => 'RIS', write: toRis, file: { ending: 'ris', type: 'application/x-research-info-systems' } },
  {
    name: () => 'CSL-JSON',
    write: (citation, accessed) => JSON.stringify([toCsl(citation, accessed)], null, 1),
    file: { ending: 'csl.json', type: 'application/vnd.citationstyles.csl+json' },
  },
]
