/** A problem in words. */
import type { Problem } from '../../schema/problem.ts'

/** `Unexpected X, expected Y.`, and what comes next. */
export function toSentence({ found, expected, hint }: Problem): string {
  return `Unexpected ${shorten(found)}, expected ${shorten(expected)}.${hint ? ` ${shorten(hint)}` : ''}`
}

/** Content that is quoted may be as long as a file. */
export function shorten(text: string): string {
  return text.length > 500 ? `${text.slice(0, 499)}…` : text
}

/** Text whose controls can be seen: content that is quoted must neither move a cursor nor turn a line around. */
export function toVisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  )
}
