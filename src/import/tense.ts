/** Whether the verbs around a date speak of what is to come. */
import type { Language } from './languages/language.ts'

/** `would have`, `is due to be published`, `will be lifted`: the helping verb decides. */
const helped =
  /(?:\b(?:will|would|could|should|may|might|must|can|to|shall|won['’]t)\s+(?:\w+ly\s+|not\s+|also\s+)?(?:be\s+|have\s+)?(?:\w+ly\s+)?|['’]ll\s+(?:be\s+|have\s+)?)$/i

/** Whether the verb nearest to a date speaks of what is to come; null when none tells. */
export function isFuture(before: string, after: string, language: Language): boolean | null {
  const words = before.toLowerCase().match(/[\p{L}'’]+/gu) ?? []
  if (!language.cues) return words.some((word) => language.isIn(word, 'doubts', 'ahead')) || null
  return lastVerb(before, language) ?? cues(after, language)[0]?.future ?? null
}

/** Whether the last verb of some words speaks of what is to come; null when there is none. */
export function lastVerb(words: string, language: Language): boolean | null {
  return cues(words, language).at(-1)?.future ?? null
}

function cues(text: string, { has, cues }: Language): { at: number; end: number; future: boolean }[] {
  if (!cues) return []
  const toCue = ({ index: at, 0: word }: RegExpExecArray, future: boolean) => {
    const end = at + word.length
    // `should have resigned in January`
    const isPast = /^(?:should|could|might|must|may)$/i.test(word) && /^\s(?:not\s)?have\b/.test(text.slice(end))
    return { at, end, future: future && !isPast }
  }
  // `the next vote`, `an anxious start`
  const isNoun = ({ index, 0: word }: RegExpExecArray) => {
    const lead = /(?:\p{L}+|['’]s)(?=\s+$)/u.exec(text.slice(0, index))?.[0].toLowerCase().replace('’', "'") ?? ''
    return (
      has('cue-nouns', word.toLowerCase()) && (has('before-nouns', lead) || /\p{L}{3}(?:ous|ful|al|ive)$/u.test(lead))
    )
  }
  const ahead = [...text.matchAll(cues.toCome)].filter((match) => !isNoun(match)).map((match) => toCue(match, true))
  const isAhead = (place: number) => ahead.some(({ future, at, end }) => future && place >= at && place < end)
  const isGone = ({ index, 0: word }: RegExpExecArray) =>
    !has('not-gone', word.toLowerCase()) && !isAhead(index) && !helped.test(text.slice(0, index))
  const gone = [...text.matchAll(cues.gone)].filter(isGone).map((match) => toCue(match, false))
  return [...ahead, ...gone].sort((a, b) => a.at - b.at)
}
