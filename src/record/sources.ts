/** Whose words an article's words are, for print. */
import type { Article, Part, Quote, Wording } from './types.ts'

/** `NDTV Profit`, or `Bloomberg, via NDTV Profit` when the article comes from a wire. */
export function describeOutlet({ agency, outlet }: Article): string {
  return agency && agency !== outlet.name ? `${agency}, via ${outlet.name}` : outlet.name
}

/** Words of an outlet's own for use outside its copy: a quoted term loses its quotation marks, which are for speech. */
export function toNarrative({ verbatim }: Part, { terms }: Article): string {
  let words = verbatim
  for (const term of terms) words = words.replaceAll(markedTerm(term), '$1')
  return words
}

function markedTerm(term: string): RegExp {
  const literal = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`["“„«‟‘'](${literal}[,.]?)["”“»’']`, 'g')
}

/** What a kind of words is called on the page. */
export const kindWords = {
  direct: 'direct words',
  mixed: 'reported speech with quoted words',
  indirect: 'reported speech',
} as const

/** The kind in words, beginning with its usual term. */
export const kindLabels = {
  direct: 'direct words',
  mixed: 'mixed: reported speech with quoted words',
  indirect: 'indirect: reported speech',
} as const

/** The outlets that carry a quote, each once. */
export function outletsOf({ wordings }: Quote): string[] {
  return [...new Set(wordings.map(({ article }) => article.outlet.name))]
}

/** The wordings of the same quote in other articles. */
export function otherWordings(wording: Wording): Wording[] {
  return wording.quote.wordings.filter(({ article }) => article !== wording.article)
}

/** `also in Daily8, worded differently`; null when no other article has it. */
export function describeElsewhere(wording: Wording): string | null {
  const others = otherWordings(wording)
  if (others.length === 0) return null
  const names = [...new Set(others.map(({ article }) => article.outlet.name))].join(' and ')
  const same = others.every(({ kind, text }) => kind === wording.kind && text === wording.text)
  return `also in ${names}, ${same ? 'in the same words' : 'worded differently'}`
}
