/** What HTML is told of words in a language. */
import { getOrMake } from '../lists.ts'

/**
 * The language of words and, where they run from right to left, their direction. Words of a language without one run from left to
 * right, in a page of either direction (`styles/base.css`).
 */
export function langOf(language: string): { lang: string; dir?: 'rtl' } {
  return { lang: language, ...(rightToLeft.has(scriptOf(language)) && { dir: 'rtl' }) }
}

/** Scripts that languages write together, as CLDR names them. */
const together: { readonly [script: string]: string[] } = {
  Hans: ['Hani'],
  Hant: ['Hani'],
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang'],
}

/** The scripts whose letters a language is mostly written in (ISO 15924), of those that Unicode has: `['Hani', 'Hira', 'Kana']`. */
export function scriptsOf(language: string): string[] {
  const script = scriptOf(language)
  return together[script] ?? [script]
}

const letters = new Map<string, RegExp>()

/** Whether a text has a letter of a script. */
export function hasLettersOf(script: string, text: string): boolean {
  const pattern = getOrMake(letters, script, () => {
    const parts = (together[script] ?? [script]).map((one) => `\\p{Script=${one}}`)
    return new RegExp(`[${parts.join('')}]`, 'u')
  })
  return pattern.test(text)
}

/** Scripts that run from right to left and are in daily use (Unicode, `Bidi_Class=R` and `AL`). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

// Asked of every piece of text, and some microseconds each: 1.8 s of a build of a thousand articles.
const scripts = new Map<string, string>()

/** The script that a language is mostly written in, `Cyrl` (CLDR, likely subtags). */
export function scriptOf(language: string): string {
  return getOrMake(scripts, language, () => {
    try {
      return new Intl.Locale(language).maximize().script ?? 'Latn'
    } catch {
      return 'Latn'
    }
  })
}
