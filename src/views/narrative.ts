/** An outlet's own words for use outside its copy. */
import type { Article, Part } from '../record/types.ts'

/** A quoted term loses its quotation marks, which are for speech. */
export function toNarrative({ verbatim }: Pick<Part, 'verbatim'>, { terms }: Pick<Article, 'terms'>): string {
  let words = verbatim
  for (const term of terms) words = words.replaceAll(markedTerm(term), '$1')
  return words
}

function markedTerm(term: string): RegExp {
  const literal = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`["“„«‟‘'‹「](${literal}[,.]?)["”“»’'›」]`, 'g')
}
