/** How search reads words: alike in the index, in the query and in what is found. */
import { stemmer } from 'stemmer'

/** Letters that no Unicode decomposition takes to plain ones. */
const plain: Record<string, string> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ĸ: 'k',
  ſ: 's',
}
const special = new RegExp(`[${Object.keys(plain).join('')}]`, 'g')

/** Small letters without diacritics. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(special, (letter) => plain[letter] ?? letter)
}

/** Whether Pagefind, which folds diacritics only, would miss the folded form of a word. */
export function needsFolding(text: string): boolean {
  return text.toLowerCase().search(special) !== -1
}

/** What parts two words besides white space: dashes, slashes and dots in a row. */
const divider = /[\s\p{Pd}/…]+|\.{2,}/u

/** The folded words of a text, all punctuation gone: `U.S.-led` is `us`, `led`; `don’t` is `dont`; `3,000` is `3000`. */
export function toWords(text: string): string[] {
  return fold(text)
    .split(divider)
    .map((word) => word.replace(/[^\p{L}\p{N}]+/gu, ''))
    .filter(Boolean)
}

/** Whether a word of the record is what somebody asked for: it starts with it, or is another form of it. */
export function isForm(asked: string, found: string, language = 'en'): boolean {
  // Of a small number the beginning is another number.
  if (/^\d{1,2}$/.test(asked)) return found.replace(/\D.*/, '') === asked
  if (found.startsWith(asked)) return true
  if (found[0] !== asked[0] || asked.length < 3) return false
  if (language.startsWith('en')) return toStem(found).startsWith(toStem(asked))
  // Without the language's own stems: alike but for a short ending.
  let same = 0
  while (same < asked.length && asked[same] === found[same]) same++
  return same > 3 && asked.length - same < 3
}

const stems = new Map<string, string>()

function toStem(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = stemmer(word)
  stems.set(word, stem)
  return stem
}
