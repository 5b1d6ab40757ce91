/** English. */
import type { LanguageParts } from '../parts.ts'

const expert =
  /(?:(?:[aeiou]n|olog|art|ell|iv|nom|tour|ic|ation|onal)ist|grapher|maker|keeper|holder|worker|goer|owner|watcher|seller)$/

export const en: LanguageParts = {
  code: 'en',
  capitalNouns: false,
  // `spokesmen`, `advisers`, `biologist`: a plural, or an ending that only nouns for a person have.
  forms: (word) => [
    ...(/men$/.test(word) ? [word.replace(/men$/, 'man')] : []),
    ...(/s$/.test(word) ? [word.slice(0, -1)] : []),
    ...(expert.test(word) ? ['expert'] : []),
  ],
  isFinite: (word) => /^\p{Ll}{2,}ed$/u.test(word),
  isAdverb: (word) => /^\p{Ll}{3,}ly$/u.test(word) && !/^(?:family|elderly|assembly|ally|bully|early)$/.test(word),
  isParticiple: (word) => /^\p{Ll}{3,}(?:ed|ing)$/u.test(word),
  isPersonNoun: (word) => /(?:[^h]ers|[ct]ors|ists|ians|men|women|ees|ants|people|folk)$/.test(word),
  isPlural: (word) => /(?:[^s]s|men|women|people|police)$/.test(word),
  inverts: false,
}
