/** German. */
import type { LanguageParts } from '../parts.ts'

/** Nouns for a person that longer words end in: `Verkehrsminister`, `Hafensprecherin`. */
const ends =
  /(?:präsident|kanzler|minister|meister|sprecher|leiter|chef|direktor|vorsitzende|trainer|richter|anwalt|forscher|lehrer|arzt|autor|berater|mitarbeiter|spieler|händler|besitzer|führer)(?:in)?$/

export const de: LanguageParts = {
  code: 'de',
  capitalNouns: true,
  forms: (word) => [
    ...(ends.test(word)
      ? [ends.exec(word)?.[0] ?? ''].map((end) => (/in$/.test(end) ? 'sprecherin' : 'sprecher'))
      : []),
    ...(/(?:s|n|en)$/.test(word) && word.length > 4 ? [word.replace(/(?:s|en|n)$/, '')] : []),
  ],
  isFinite: (word) => /^\p{Ll}{2,}(?:t|te|ten|tet|e|en)$/u.test(word),
  isAdverb: (word) => /^\p{Ll}{4,}(?:weise|lich)$/u.test(word),
  isParticiple: () => false,
  isPersonNoun: (word) => /(?:innen|leute|ler|iker)$/.test(word),
  isPlural: (word) => /(?:innen|leute|eltern)$/.test(word),
  inverts: true,
}
