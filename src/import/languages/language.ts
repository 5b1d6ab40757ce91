/** What the rules read of a language, and the languages there are. */
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import { type Lists, readLists } from './lists.ts'
import { uk } from './uk/index.ts'

export type Gender = 'm' | 'f' | 'p' | 'n'

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
  /** Whether a verb of saying names whom it is said to: `told reporters`. */
  takesAddressee: (word: string) => boolean
  /** Whether the subject follows its verb wherever a clause begins with something else: `sagte Anna Berg`. */
  inverts: boolean
  /** Verbs that say something by themselves, with what must follow: `ruled`, `out`. */
  acts: readonly (readonly [verb: RegExp, next: RegExp])[]
}

export interface Language extends LanguageParts {
  /** Whether a list has a word. */
  has: (list: ListName, word: string) => boolean
  pronoun: (word: string) => Gender | undefined
  /** `him` as `he`. */
  object: (word: string) => string | undefined
  givenName: (word: string) => 'm' | 'f' | null
  isGivenName: (word: string) => boolean
  isRole: (word: string) => boolean
  roleGender: (word: string) => 'm' | 'f' | null
  nation: (word: string) => string | undefined
  families: readonly ReadonlySet<string>[]
  according: readonly string[][]
  /** Days of the week from 0 on Sunday, months from 1, and days counted from today, each in its forms. */
  calendar: {
    weekdays: ReadonlyMap<string, number>
    months: ReadonlyMap<string, number>
    days: ReadonlyMap<string, number>
  }
  /** The commonest small words, by which the language is told. */
  small: ReadonlySet<string>
}

const listNames = [
  'saying',
  'judging',
  'reporting',
  'thinking',
  'nouns-too',
  'determiners',
  'definite',
  'prepositions',
  'breaks',
  'that',
  'and',
  'relative',
  'auxiliaries',
  'passive',
  'negations',
  'doubts',
  'refusing',
  'loose',
  'first',
  'audience',
  'never-inverted',
  'ahead',
  'times',
  'titles',
  'roles',
  'roles-m',
  'roles-f',
  'groups',
  'titles-m',
  'titles-f',
  'not-names',
  'bodies',
  'names-m',
  'names-f',
] as const
export type ListName = (typeof listNames)[number]

const unaccented = (word: string): string =>
  /^[a-z'-]*$/.test(word)
    ? word
    : word
        .normalize('NFD')
        .replace(/(?<=[a-z])\p{M}+/gu, '')
        .normalize('NFC')
const pairs = (words: readonly string[]): Map<string, string> =>
  new Map(words.map((word) => word.split('=') as [string, string]))

const numbered = (words: readonly string[]): Map<string, number> =>
  new Map([...pairs(words)].map(([word, number]) => [word, Number(number)]))

function toLanguage(parts: LanguageParts, lists: Lists): Language {
  const sets = new Map(listNames.map((name) => [name, new Set(lists(name))]))
  const has = (list: ListName, word: string) => sets.get(list)?.has(word) ?? false
  const genders = new Map<string, Gender>(
    (['m', 'f', 'p', 'n'] as const).flatMap((gender) =>
      lists(`pronouns-${gender}`).map((word) => [word, gender] as const),
    ),
  )
  const objects = pairs(lists('objects'))
  const nations = pairs(lists('nations'))
  const named = (list: 'names-m' | 'names-f', low: string) => has(list, low) || has(list, unaccented(low))
  const any = (word: string, test: (form: string) => boolean) => test(word) || parts.forms(word).some(test)
  return {
    ...parts,
    has,
    pronoun: (word) => genders.get(word),
    object: (word) => objects.get(word),
    givenName: (word) => {
      const low = word.toLowerCase()
      const m = named('names-m', low)
      return m === named('names-f', low) ? null : m ? 'm' : 'f'
    },
    isGivenName: (word) => any(word.toLowerCase(), (form) => named('names-m', form) || named('names-f', form)),
    isRole: (word) =>
      any(word.replace(/['’]s?$/, ''), (form) => has('roles', form) || has('roles-m', form) || has('roles-f', form)) ||
      /-year-old$|^spokes/.test(word),
    roleGender: (word) => (has('roles-m', word) ? 'm' : has('roles-f', word) ? 'f' : null),
    nation: (word) => nations.get(word),
    families: lists('families').map((family) => new Set(family.split('+'))),
    according: lists('according')
      .map((words) => words.split('_'))
      .sort((a, b) => b.length - a.length),
    calendar: {
      weekdays: numbered(lists('weekdays')),
      months: numbered(lists('months')),
      days: numbered(lists('days')),
    },
    small: new Set(['prepositions', 'breaks', 'auxiliaries', 'determiners'].flatMap((name) => lists(name))),
  }
}

const kept = new Map<string, Language>()
const known = { en, uk, de }

/** The language of that tag; null when the rules cannot read it. */
export function languageOf(tag: string): Language | null {
  const code = tag.slice(0, 2).toLowerCase() as keyof typeof known
  const parts = known[code]
  if (!parts) return null
  const before = kept.get(code)
  if (before) return before
  const language = toLanguage(parts, readLists(code))
  kept.set(code, language)
  return language
}

/** The codes of the languages whose speakers, reported speech and dates are read. */
export const readLanguages: readonly string[] = Object.keys(known)

/** The language a text reads as: the one that has most of its words for small ones; null when none has enough. */
export function tellLanguage(blocks: readonly string[]): Language | null {
  const words =
    blocks
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}’']+/gu) ?? []
  let best: { language: Language; share: number } | null = null
  for (const code of readLanguages) {
    const language = languageOf(code) as Language
    const share = words.filter((word) => language.small.has(word)).length / Math.max(words.length, 1)
    if (share > (best?.share ?? 0.15)) best = { language, share }
  }
  if (best || words.length >= 12) return best?.language ?? null
  return words.every((word) => /^[a-z’']+$/.test(word)) ? languageOf('en') : null
}
