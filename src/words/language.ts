/** What HTML is told of words in a language. */
import { getOrMake } from '../lists.ts'
import { spokenLanguage } from './say.ts'

/**
 * The language of words and, where they run from right to left, their direction. Words of a language without one run from left to
 * right, in a page of either direction (`styles/base.css`).
 */
export function langOf(language: string): { lang: string; dir?: 'rtl' } {
  return { lang: language, ...(rightToLeft.has(scriptOf(language)) && { dir: 'rtl' }) }
}

/**
 * What HTML is told of a name, of whose language only the script is certain (BCP 47, `und-Cyrl`): nothing where it has a letter of
 * the script of the page.
 */
export function langOfName(name: string): { lang?: string; dir?: 'rtl' } {
  if (hasLettersOf(scriptOf(spokenLanguage()), name)) return {}
  const script = namedScripts.find((one) => hasLettersOf(one, name))
  return script ? langOf(`und-${script}`) : {}
}

/** Those that a name is looked at for, in this order. */
const namedScripts = 'Latn Cyrl Grek Arab Hebr Deva Thai Armn Geor Hang Hira Kana Hani'.split(' ')

/** Letters of scripts that languages write together, as CLDR names them. */
const together: { readonly [script: string]: string } = {
  Hans: 'Han',
  Hant: 'Han',
  Jpan: 'Han|Hiragana|Katakana',
  Kore: 'Hangul',
}

const letters = new Map<string, RegExp>()

/** Whether a text has a letter of a script. */
export function hasLettersOf(script: string, text: string): boolean {
  const pattern = getOrMake(letters, script, () => {
    const parts = (together[script] ?? script).split('|').map((one) => `\\p{Script=${one}}`)
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
