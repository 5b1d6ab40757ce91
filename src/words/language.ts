/** What HTML is told of words in a language. */

/**
 * The language of words and, where they run from right to left, their direction. Words of a language without one run from left to
 * right, in a page of either direction (`styles/base.css`).
 */
export function langOf(language: string): { lang: string; dir?: 'rtl' } {
  return { lang: language, ...(rightToLeft.has(scriptOf(language)) && { dir: 'rtl' }) }
}

/** Scripts that run from right to left and are in daily use (Unicode, `Bidi_Class=R` and `AL`). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

/** The script that a language is mostly written in, `Cyrl` (CLDR, likely subtags). */
export function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? 'Latn'
  } catch {
    return 'Latn'
  }
}
