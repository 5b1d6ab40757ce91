/** Names of files, made from words. */

const small = new Set(
  'a an the and or but of to in on at by for with from as that this these those it its he she his her they their we our i you your is are was were be been being has have had do does did will would can could should may might must so if than then there which who what when where how into about over very just also one said says after before up out more most'.split(
    ' ',
  ),
)

/** Words as a file name: small Latin letters, digits and single hyphens. */
export function slug(words: string): string {
  return words
    .replace(/[ßẞ]/g, 'ss')
    .replace(/[æÆ]/g, 'ae')
    .replace(/[œŒ]/g, 'oe')
    .replace(/[øØ]/g, 'o')
    .replace(/[łŁ]/g, 'l')
    .replace(/[đĐðÐ]/g, 'd')
    .replace(/[ıİ]/g, 'i')
    .replace(/[þÞ]/g, 'th')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[’'‘]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
}

/** A few telling words as a name; those of `taken` are avoided by a number. */
export function toFragment(words: string, taken: ReadonlySet<string>, most = 4): string {
  const all = slug(words)
    .split('-')
    .filter((word) => word.length > 0)
  const telling = all.filter((word) => !small.has(word) && word.length > 1)
  const base = (telling.length >= 2 ? telling : all).slice(0, most).join('-') || 'quote'
  return free(base, taken)
}

export function free(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`
}

/** Name of an article's file: the day and a few words of its headline. */
export function toArticleId(published: string | null, words: string): string {
  const name = toFragment(words, new Set(), 5)
  return published ? `${published}-${name}` : name
}
