/** Citations as a page shows them: each in every format, and the files that have all of them. */
import { urls } from '../../urls.ts'
import type { Citation } from './citation.ts'
import { citationFormats } from './formats.ts'
import type { Piece } from './pieces.ts'

export interface CiteForm {
  name: string
  text: string
  /** Whether it is code, in which straight quotation marks are nobody's words. */
  isCode: boolean
}

/** Each citation with its forms; `pieces` are what can be pasted besides. */
export function toCiteForms(
  citations: readonly Citation[],
  pieces: readonly Piece[][] = [],
): { label: string; forms: CiteForm[] }[] {
  return citations.map((citation, index) => {
    const texts = citationFormats.map(({ name, toOne }) => ({ name, text: toOne(citation).trim() }))
    const forms = [...texts, ...(pieces[index] ?? [])]
    return {
      label: citation.label,
      forms: forms.map(({ name, text }) => ({ name, text, isCode: name === 'CSL-JSON' || name === 'HTML' })),
    }
  })
}

/** The files of citations of a thing, `quotes/<speaker>/<fragment>`; none without a name. */
export function toCiteFiles(of: string | null): { name: string; url: string }[] {
  return of === null ? [] : citationFormats.map(({ name, ending }) => ({ name, url: urls.citations(of, ending) }))
}
