/** Names of files, made from words: the one place where words become small letters, digits and hyphens. */
import anyAscii from 'any-ascii'

const small = new Set(
  'a an the and or but of to in on at by for with from as that this these those it its he she his her they their we our i you your is are was were be been being has have had do does did will would can could should may might must so if than then there which who what when where how into about over very just also one said says after before up out more most'.split(
    ' ',
  ),
)

/** Accents, which Latin, Greek and Cyrillic letters are written without; in other scripts a mark is a vowel or a voice. */
const accents = /[\u0300-\u036f]+/g

/** Words as a file name: small Latin letters, digits and single hyphens, whatever their script. */
export function slug(words: string): string {
  const passport = words
    .normalize('NFC')
    .replace(/[\u0370-\u03ff\u0400-\u04ff]/g, inLatin)
    .normalize('NFD')
    .replace(accents, '')
    .normalize('NFC')
  // A letter that is a word or a syllable stands by itself.
  return anyAscii(passport.replace(/[\p{sc=Han}\p{sc=Hang}]/gu, ' $& '))
    .toLowerCase()
    .replace(/['\x60]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .replace(/-+$/, '')
}

/** Cyrillic (Ukrainian, Russian) and Greek letters in Latin ones, as passports have them (ICAO 9303; UN, 1987). */
const latin: { [letter: string]: string } = Object.fromEntries(
  'а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ъ= ы=y э=e ю=iu я=ia ё=e ѓ=g ј=j љ=lj њ=nj ћ=c џ=dz ђ=dj ў=u α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ά=a έ=e ή=i ί=i ό=o ύ=y ώ=o'
    .split(' ')
    .map((pair) => pair.split('=') as [string, string]),
)

function inLatin(letter: string): string {
  return latin[letter.toLowerCase()] ?? letter
}

/** A name for words whose letters make none, the same for the same words. */
export function orNumber(name: string, words: string, kind: string): string {
  if (name !== '') return name
  // FNV-1a, 32 bits: enough to tell the names of one day apart.
  let hash = 0x811c9dc5
  for (const sign of words.normalize('NFC')) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return `${kind}-${hash.toString(36)}`
}

/** A few telling words as a name; those of `taken` are avoided by a number. */
export function toFragment(words: string, taken: ReadonlySet<string>, most = 4): string {
  const all = slug(words)
    .split('-')
    .filter((word) => word.length > 0)
  const telling = all.filter((word) => !small.has(word) && word.length > 1)
  const base = (telling.length >= 2 ? telling : all).slice(0, most).join('-')
  return free(orNumber(base, words, 'quote'), taken)
}

export function free(base: string, taken: ReadonlySet<string>): string {
  if (!taken.has(base)) return base
  for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`
}

/** Name of an article's file: the day and a few words of its headline. */
export function toArticleId(published: string | null, words: string): string {
  const name = toFragment(words, new Set(), 5).replace(/^quote-(?=[a-z0-9]+$)/, 'article-')
  return published ? `${published}-${name}` : name
}
