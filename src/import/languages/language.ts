/** What the rules read of a language, and the languages there are. */

import { getOrMake } from '../../lists.ts'
import { fold } from '../who/text.ts'
import { de } from './de/index.ts'
import { en } from './en/index.ts'
import { type Lists, pairs, readLists } from './lists.ts'
import type { LanguageParts } from './parts.ts'
import { uk } from './uk/index.ts'

type Gender = 'm' | 'f' | 'p' | 'n'

export interface Language extends LanguageParts {
  /** Whether a list has a word. */
  has: (list: ListName, word: string) => boolean
  /** Whether one of some lists has a word. */
  isIn: (word: string, ...names: ListName[]) => boolean
  /** Whether a word is a helping verb, or reads as a verb. */
  isVerb: (word: string) => boolean
  pronoun: (word: string) => Gender | undefined
  /** `him` as `he`. */
  object: (word: string) => string | undefined
  givenName: (word: string) => 'm' | 'f' | null
  isGivenName: (word: string) => boolean
  isRole: (word: string) => boolean
  /** Whether a word is a role or a title. */
  isOffice: (word: string) => boolean
  roleGender: (word: string) => 'm' | 'f' | null
  nation: (word: string) => string | undefined
  families: readonly ReadonlySet<string>[]
  according: readonly string[][]
  /** Verbs that say something by themselves, with what must follow: `ruled`, `out`. */
  acts: readonly (readonly [verb: RegExp, next: RegExp])[]
  /** Days of the week from 0 on Sunday, months from 1, and days counted from today, each in its forms. */
  calendar: { [list in 'weekdays' | 'months' | 'days']: ReadonlyMap<string, number> }
  /** The verbs that tell of what is to come, and of what is gone; null where no list has any. */
  cues: { toCome: RegExp; gone: RegExp } | null
  /** The commonest small words, by which the language is told. */
  small: ReadonlySet<string>
}

const listNames =
  'saying judging reporting thinking nouns-too determiners definite prepositions breaks that and relative auxiliaries passive negations doubts refusing loose first audience never-inverted ahead times titles roles roles-m roles-f groups titles-m titles-f not-names bodies names-m names-f phrasal short papers things firms holders bearers naming near unreal told leading indefinite shares particles subordinate openings asides finite addressee posts title-words cue-nouns before-nouns not-gone'
/** The words of a row. */
type Words<Row extends string, Found = never> = Row extends `${infer First} ${infer Rest}`
  ? Words<Rest, Found | First>
  : Found | Row
type ListName = Words<typeof listNames>

const unaccented = (word: string): string => (/^[a-z'-]*$/.test(word) ? word : fold(word))

function toLanguage(parts: LanguageParts, lists: Lists): Language {
  const sets = new Map(listNames.split(' ').map((name) => [name, new Set(lists(name))]))
  const has = (list: ListName, word: string) => sets.get(list)?.has(word) ?? false
  const numbered = (name: string) => new Map([...pairs(lists(name))].map(([word, value]) => [word, Number(value)]))
  const genders = new Map<string, Gender>()
  for (const gender of ['m', 'f', 'p', 'n'] as const)
    for (const word of lists(`pronouns-${gender}`)) genders.set(word, gender)
  const objects = pairs(lists('objects'))
  const nations = pairs(lists('nations'))
  const named = (list: 'names-m' | 'names-f', low: string) => has(list, low) || has(list, unaccented(low))
  const any = (word: string, test: (form: string) => boolean) => test(word) || parts.forms(word).some(test)
  const isRole = (word: string) =>
    any(word.replace(/['’]s?$/, ''), (form) => has('roles', form) || has('roles-m', form) || has('roles-f', form)) ||
    /-year-old$|^spokes/.test(word)
  const isAnyVerb = (word: string) => has('finite', word) || parts.isFinite(word)
  const cues = (name: string) => new RegExp(`\\b(?:${lists(name).join('|').replaceAll('_', ' ')})\\b`, 'giu')
  return {
    ...parts,
    has,
    // `Tilly`, `Molly`
    isAdverb: (word) => parts.isAdverb(word) && !named('names-m', word) && !named('names-f', word),
    isIn: (word, ...names) => names.some((name) => has(name, word)),
    isFinite: isAnyVerb,
    isVerb: (word) => has('auxiliaries', word) || isAnyVerb(word),
    pronoun: (word) => genders.get(word),
    object: (word) => objects.get(word),
    givenName: (word) => {
      const low = word.toLowerCase()
      const m = named('names-m', low)
      return m === named('names-f', low) ? null : m ? 'm' : 'f'
    },
    isGivenName: (word) => any(word.toLowerCase(), (form) => named('names-m', form) || named('names-f', form)),
    isRole,
    isOffice: (word) => isRole(word) || has('titles', word),
    roleGender: (word) => (has('roles-m', word) ? 'm' : has('roles-f', word) ? 'f' : null),
    nation: (word) => nations.get(word),
    families: lists('families').map((family) => new Set(family.split('+'))),
    according: lists('according')
      .map((words) => words.split('_'))
      .sort((a, b) => b.length - a.length),
    acts: [...pairs(lists('acts'))].map(([verb, next]) => [toForm(`${verb}$`), toForm(`${next}\\b`)]),
    calendar: { weekdays: numbered('weekdays'), months: numbered('months'), days: numbered('days') },
    cues: lists('gone').length > 0 ? { toCome: cues('to-come'), gone: cues('gone') } : null,
    small: new Set(['prepositions', 'breaks', 'auxiliaries', 'determiners'].flatMap((name) => lists(name))),
  }
}

const toForm = (text: string) => new RegExp(`^${text.replaceAll('_', ' ').replace('*', '\\S+(?: \\S+){0,6}?')}`, 'u')

const kept = new Map<string, Language>()
const known = { en, uk, de }

/** The language of that tag; null when the rules cannot read it. */
export function languageOf(tag: string): Language | null {
  const code = tag.slice(0, 2).toLowerCase() as keyof typeof known
  const parts = known[code]
  return parts ? getOrMake(kept, code, () => toLanguage(parts, readLists(code))) : null
}

/** The codes of the languages whose speakers, reported speech and dates are read. */
export const readLanguages: readonly string[] = Object.keys(known)

/**
 * The language a text reads as: the one that has most of its words for small ones; null when none has enough. What its page
 * states needs fewer of them.
 */
export function tellLanguage(blocks: readonly string[], stated: string | null = null): Language | null {
  const text = blocks.join(' ').toLowerCase()
  const words = Array.from(text.matchAll(/[\p{L}’']+/gu), ([word]) => word)
  const own = stated === null ? null : languageOf(stated)
  if (words.length < 12) return own ?? (words.every((word) => /^[a-z’']+$/.test(word)) ? languageOf('en') : null)
  let best: { language: Language; share: number } | null = null
  for (const code of readLanguages) {
    const language = languageOf(code) as Language
    const share = words.filter((word) => language.small.has(word)).length / words.length
    if (share > Math.max(best?.share ?? 0, language === own ? 0.05 : 0.15)) best = { language, share }
  }
  return best?.language ?? null
}
