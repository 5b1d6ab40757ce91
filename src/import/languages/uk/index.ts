/** Ukrainian. */
import type { LanguageParts } from '../parts.ts'

/** Endings of the cases of names and nouns, with what the nominative may end in instead. */
const cases: readonly [ending: RegExp, nominatives: readonly string[]][] = [
  [/(?:ом|ем|єм|ові|еві|у|ю|ем)$/, ['', 'й', 'ь', 'о']],
  [/(?:ою|ею|єю|ої|ій|у|ю|и|і|ї)$/, ['а', 'я']],
  [/[ая]$/, ['', 'й', 'ь']],
]

export const uk: LanguageParts = {
  code: 'uk',
  capitalNouns: false,
  forms: (word) =>
    cases.flatMap(([ending, all]) =>
      word.length > 4 && ending.test(word) ? all.map((end) => word.replace(ending, end)) : [],
    ),
  isFinite: (word) => /\p{Ll}(?:[аиіуюя](?:в|ла|ло|ли)|вся|лася|лось|лися|ть|ться|є|име|уть|ено|ано)$/u.test(word),
  isAdverb: (word) => /^\p{Ll}{4,}(?:ьно|ово|ено|ливо)$/u.test(word),
  isParticiple: (word) => /^\p{Ll}{4,}(?:чи|вши)$/u.test(word),
  isPersonNoun: (word) => /(?:ники|ниця|ник|тель|телі|ець|ці|истка|ист)$/.test(word),
  isPlural: (word) => /(?:и|і|ї)$/.test(word),
  inverts: true,
}
