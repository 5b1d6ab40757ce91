/** Which text a picture can show: what the fonts it is drawn with have a glyph for. */

/**
 * Latin, Greek, Cyrillic, Hebrew, Arabic, Devanagari and Thai with the usual punctuation, in composed form. Type for Chinese is
 * 76 MB, and that for Japanese and Korean no smaller. A test draws every one of these characters and finds each in a font.
 */
const drawable =
  /^[\u0020-\u007e\u00a0-\u0148\u014a-\u017e\u0218-\u021b\u1e9e\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u0591-\u05c7\u05d0-\u05ea\u05ef-\u05f4\u0606-\u061b\u061d-\u06dc\u06de-\u06ff\u0750-\u077f\u0900-\u097f\u0e01-\u0e3a\u0e3f-\u0e5b\u200c-\u200f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac\u2116\u2122\u2212]*$/

export function isDrawable(text: string): boolean {
  return drawable.test(toDrawable(text))
}

/** Composed, in one line. */
export function toDrawable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
