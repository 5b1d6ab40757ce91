/** Wordings where they stand: the captured sentence, with their words told apart from the rest. */
import type { Part, Wording } from './types.ts'

export interface Stretch {
  text: string
  /** The part whose words these are, and its wording; null for what stands around them. */
  part: Part | null
  wording: Wording | null
}

/** The sentence as captured, in stretches that make it up without a gap. */
export function toStretches(sentence: string, wordings: readonly Wording[]): Stretch[] {
  const found = wordings.flatMap((wording) => {
    let from = 0
    return wording.parts.flatMap((part) => {
      const start = sentence.indexOf(part.verbatim, from)
      if (start === -1) return []
      from = start + part.verbatim.length
      return [{ start, end: from, part, wording }]
    })
  })
  const stretches: Stretch[] = []
  let at = 0
  for (const { start, end, part, wording } of found.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    const before = { text: sentence.slice(at, start), part: null, wording: null }
    stretches.push(before, { text: part.verbatim, part, wording })
    at = end
  }
  stretches.push({ text: sentence.slice(at), part: null, wording: null })
  return stretches.filter(({ text }) => text !== '')
}

/** Words after which reported speech is a clause with a subject of its own: `that`, a verb of saying. */
const introducing: { readonly [language: string]: RegExp } = {
  de: /\b(?:dass|sagte|erklärte)$/i,
  en: /\b(?:that|sa(?:id|ys|ying)|add(?:ed|ing))$/i,
  es: /\bque$/i,
  fr: /\bqu(?:e|['’])$/i,
  it: /\bche$/i,
  nl: /\bdat$/i,
  pl: /(?:^|\s)że$/i,
  pt: /\bque$/i,
  ru: /(?:^|\s)что$/i,
  uk: /(?:^|\s)що$/i,
}

/**
 * Whether reported speech can be read by itself, given what stands before it in its sentence. What begins its sentence can,
 * and what follows `that`; of anything else the subject may be missing: `… Zelensky [ruled out any summit]`.
 */
export function standsAlone(before: string, language: string): boolean {
  const text = before.trimEnd()
  return text === '' || /[.!?]["”’»)]*$/.test(text) || (introducing[language.split('-')[0] ?? '']?.test(text) ?? false)
}
