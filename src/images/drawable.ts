/** Which text a picture can show: what the fonts it is drawn with have a glyph for. */

/**
 * Latin, Greek, Cyrillic, Devanagari and Thai with the usual punctuation, in composed form. Satori gives a line the direction
 * from left to right and joins no Arabic letters as they should be, so scripts that run the other way are left out (resvg does
 * both, a line within U+2067 and U+2069, but breaks no lines and tells of no glyph that is missing); type for Chinese is 76 MB.
 * A test draws every one of these characters
 * and finds each in a font.
 */
const drawable =
  /^[\u0020-\u007e\u00a0-\u0148\u014a-\u017e\u0218-\u021b\u1e9e\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490\u0491\u0900-\u097f\u0e01-\u0e3a\u0e3f-\u0e5b\u2013\u2014\u2018-\u201a\u201c-\u201e\u2022\u2026\u2039\u203a\u20ac\u2116\u2122\u2212]*$/

export function isDrawable(text: string): boolean {
  return drawable.test(toDrawable(text))
}

/** Composed, in one line. */
export function toDrawable(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
