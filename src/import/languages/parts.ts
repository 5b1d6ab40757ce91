/** What a language adds to its lists: what no list can say. */
export interface LanguageParts {
  code: string
  /** Nouns are written with a capital, so that a capital does not make a name. */
  capitalNouns: boolean
  /** The forms under which a word of the text may stand in the lists or in another sentence: `Кальдером` for `Кальдер`. */
  forms: (word: string) => string[]
  /** Whether a word reads as a verb in the past or present, when it is in no list. */
  isFinite: (word: string) => boolean
  /** Whether a word says how, not who. */
  isAdverb: (word: string) => boolean
  /** Whether a word opens an aside: `accused of theft`, `speaking on television`. */
  isParticiple: (word: string) => boolean
  /** Whether a noun that is in no list reads as one for people. */
  isPersonNoun: (word: string) => boolean
  /** Whether a noun is of several. */
  isPlural: (word: string) => boolean
  /** Whether the subject follows its verb wherever a clause begins with something else: `sagte Anna Berg`. */
  inverts: boolean
}
