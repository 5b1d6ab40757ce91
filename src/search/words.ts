/** How search reads words: alike in the index, in the query and in what is found. */
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

/** Whether a word begins with what somebody asked for; of a small number the beginning is another number. */
export function isBeginning(asked: string, found: string): boolean {
  return /^\d{1,2}$/.test(asked) ? found.replace(/\D.*/, '') === asked : found.startsWith(asked)
}

/** Whether a word of the record looks like another form of what somebody asked for: alike but for a short ending. */
export function isForm(asked: string, found: string): boolean {
  if (isBeginning(asked, found)) return true
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
