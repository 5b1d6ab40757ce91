/** How search reads words: alike in the index, in the query and in what is found. */

/** Letters that no Unicode decomposition takes to plain ones, and those that are not always written alike. */
const alike: Record<string, string> = {
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
  ς: 'σ',
  // Arabic ta marbuta and alef maqsura, and Persian letters that look the same.
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ٱ: 'ا',
  // Hindi chandrabindu.
  '\u0901': '\u0902',
  // The sign before a fraction in Arabic and Persian numbers.
  '\u066B': '.',
}
const special = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu')

/** The zeros of Arabic, Persian, Devanagari, Bengali and Thai digits. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50]

/**
 * Marks that a word is found without: accents, Arabic and Hebrew points, the Indian dot below, and the Arabic line that only
 * stretches. Vowels and tones of Indian and South-East Asian scripts are marks too and tell words apart, as the voicing of kana does.
 */
const loose =
  /ـ|\u093C|(?![\u3099\u309A])(?=[\p{sc=Zinh}\p{sc=Arab}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Hebr}\p{sc=Latn}\p{sc=Syrc}])\p{M}/gu

/** Small letters without diacritics, one form for each letter and digit, as Unicode composes them (NFC). */
export function fold(text: string): string {
  const small = text.toLowerCase()
  if (/^\p{ASCII}*$/u.test(small)) return small
  return small
    .normalize('NFKD')
    .toLowerCase()
    .replace(loose, '')
    .replace(special, (letter) => alike[letter] ?? letter)
    .replace(/(?!\d)\p{Nd}/gu, toDigit)
    .normalize('NFC')
}

function toDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  const zero = zeros.find((one) => code >= one && code < one + 10)
  return zero === undefined ? digit : String(code - zero)
}

/** What parts two words besides white space: dashes, slashes, quotation marks and dots in a row. */
const divider = /[\s\p{Pd}/…"“”„«»「」『』]+|\.{2,}/u

/**
 * A letter of a script that parts no words. Each is a word here and what is asked for is a row of them, so that any part of a
 * text is found: where words end, browsers' dictionaries do not agree (`Intl.Segmenter`), and a reader may ask for less than one.
 */
const letter = '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}]\\p{M}*'
const unparted = new RegExp(`^${letter}`, 'u')
const runs = new RegExp(`(?:${letter})+|(?:(?!${letter}).)+`, 'gu')
const letters = new RegExp(letter, 'gu')

/** Whether a word is a letter of a script that parts no words. */
export const isLetter = (word: string): boolean => unparted.test(word)

/** What of a text is shown with a mark when it was asked for: a letter of such a script, else a word with what is inside it. */
export const shownWord = new RegExp(
  `${letter}|(?:(?!${letter})[\\p{L}\\p{N}\\p{M}])+(?:['’.,](?:(?!${letter})[\\p{L}\\p{N}\\p{M}])+)*`,
  'gu',
)

/** What French, Italian and Catalan put before a vowel, with its apostrophe: `d’Odessa` is `odessa`. */
const elided =
  /^[^\p{L}\p{N}]*(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|un|gl|all|dall|dell|nell|coll|sull|bell|quell|quest|sant)['’‘ʼ]+(?=\p{L}{2})/u

/** The Arabic article, with the particles that are written onto it. */
const article = /^(?:(?:[وفبك]?ال|لل)(?=\p{sc=Arab}{3}))+/u

/** The sign before the fraction of a number, `3.5` or `3,5`: one or two digits follow, where three follow a sign of thousands. */
const decimal = /(?<=^[^\p{L}\p{N}]*\d+(?:[.,]\d{3})*)[.,](?=\d{1,2}(?!\d|[.,:]\d))/u

/** Stands for it while all other signs go: a character of private use. */
const point = '\uE000'

/** The folded words of a text, all punctuation gone but in `3.5`: `U.S.-led` is `us`, `led`; `don’t` is `dont`; `3,000` is `3000`. */
export function toWords(text: string): string[] {
  return toRuns(text).flat()
}

/** The same, the letters of scripts that part no words in one row as they stand. */
export function toRuns(text: string): string[][] {
  return fold(text)
    .split(divider)
    .flatMap((token) => {
      const bare = token
        .replace(elided, '')
        .replace(decimal, point)
        .replace(/[^\p{L}\p{N}\p{M}\uE000]+|[ʼʻʹʾʿ]+/gu, '')
        .replace(point, '.')
      if (bare.search(letters) === -1) return bare ? [[bare.replace(article, '')]] : []
      return (bare.match(runs) ?? []).map((run) => (isLetter(run) ? (run.match(letters) ?? []) : [run]))
    })
}

/** A folded word, then what else it may be in its text: a name without its `O’`, a word without the particles in front of it. */
export function toReadings(word: string, token: string): string[] {
  if (/^[^\p{L}]*o['’‘ʼ]\p{L}{2}/iu.test(token) && word.startsWith('o')) return [word, word.slice(1)]
  // Persian joins what belongs together by a sign without width.
  const joined = token.includes('\u200C') ? toWords(token.replaceAll('\u200C', ' ')).slice(1) : []
  if (joined.length > 0) return [word, ...joined.filter(({ length }) => length > 2)]
  if (/^[وفبلك]\p{sc=Arab}{3}/u.test(word)) return [word, word.slice(1)]
  const [particles = ''] = /^[והבלכמש]{1,2}(?=\p{sc=Hebr}{3})/u.exec(word) ?? []
  return [word, ...Array.from(particles, (_, index) => word.slice(index + 1))]
}

/**
 * A folded word as Pagefind is told of it and asked for it: Pagefind drops every mark and point, so each that is left stands as
 * a letter that no text has (CJK Extension A).
 */
export function toIndexed(word: string): string {
  const open = word.normalize('NFD')
  if (!/[\p{M}.]/u.test(open)) return word
  return open.replace(/[\p{M}.]/gu, (mark) => String.fromCodePoint(0x3400 + ((mark.codePointAt(0) ?? 0) % 0x19c0)))
}

/** Whether a word begins with what somebody asked for; of a small number the beginning is another number. */
export function isBeginning(asked: string, found: string): boolean {
  return /^\d{1,2}$/.test(asked) ? found.replace(/[^\d.].*/, '') === asked : found.startsWith(asked)
}

/** Whether a word of the record looks like another form of what somebody asked for: alike but for a short ending. */
export function isForm(asked: string, found: string): boolean {
  if (isBeginning(asked, found) || (isCyrillic(asked) && isInflected(asked, found))) return true
  if (/\d/.test(asked)) return false
  const [a, b] = [asked, found].map((word) => word.replace(/ies$/, 'y').replace(/(?<=..)(?:ings?|e[sd]|s)$/, '')) as [
    string,
    string,
  ]
  return (
    a === b ||
    (a.length > 4 && a.length - b.length === 1 && a.startsWith(b)) ||
    (a.length > 2 && b.startsWith(a) && b.length - a.length < 2)
  )
}

const isCyrillic = (word: string): boolean => /^\p{sc=Cyrl}+$/u.test(word)

/** Most letters that an ending has, and of a word the part that stays. */
const longestEnding = 3
const leastStem = 0.6

/**
 * Whether two words look like forms of one, in languages that put endings to names and words and have no stemmer here:
 * alike but for the end. Ukrainian puts another vowel before it too: `Києва` of `Київ`.
 */
export function isInflected(asked: string, found: string): boolean {
  const [a, b] = [asked, found].map((word) => word.replace(/[іїєо]/g, 'е')) as [string, string]
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return (
    same >= 3 &&
    short.length - same <= longestEnding &&
    long.length - same <= longestEnding &&
    same >= long.length * leastStem
  )
}

/** Other scripts put endings to names, and Ukrainian puts another vowel before them: `Зеленського`, `Києва` of `Київ`. */
export function isNameForm(asked: string, name: string): boolean {
  return name.startsWith(asked) || (/^\p{sc=Cyrl}{3,}$/u.test(asked) && isInflected(asked, name))
}
