/** A problem in words. */
import { type Problem, shorten } from '../../schema/problem.ts'

/** Characters of a part that are told: content that is quoted may be as long as a file. */
export const most = 500

/** `Unexpected X, expected Y.`, and what comes next. */
export function toSentence({ found, expected, hint }: Problem): string {
  return `Unexpected ${shorten(found, most)}, expected ${shorten(expected, most)}.${hint ? ` ${shorten(hint, most)}` : ''}`
}

/** Text whose controls can be seen: content that is quoted must neither move a cursor nor turn a line around. */
export function toVisible(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}}`,
  )
}
