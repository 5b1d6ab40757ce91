/** What HTML is told of words in a language. */

/**
 * The language of words and, where they run from right to left, their direction. Words of a language without one run from left to
 * right, in a page of either direction (`styles/base.css`).
 */
export function langOf(language: string): { lang: string; dir?: 'rtl' } {
  return { lang: language, ...(isRightToLeft(language) && { dir: 'rtl' }) }
}

/** Scripts that run from right to left and are in daily use (Unicode, `Bidi_Class=R` and `AL`). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'])

/** Whether a language is written from right to left, by the script that it is mostly written in (CLDR, likely subtags). */
export function isRightToLeft(language: string): boolean {
  return rightToLeft.has(scriptOf(language))
}

/** The script of a language, `Cyrl`. */
export function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? 'Latn'
  } catch {
    return 'Latn'
  }
}
