/** Which way the words of a picture run, and in which order they stand: satori knows it of words, of signs only roughly. */
import bidiFactory from 'bidi-js'

export type Way = 'ltr' | 'rtl'

/** Letters that run from right to left, of those that can be drawn. */
const fromRight = '[\\p{Script=Arabic}\\p{Script=Hebrew}]'
const others = '[^\\P{L}\\p{Script=Arabic}\\p{Script=Hebrew}]'
const anyFromRight = new RegExp(fromRight, 'u')

/** Names in letters that run the other way, as far as a comma; with their number, `24`. */
const names = { ltr: toNames(fromRight), rtl: toNames(others) }

/** Characters that have no width, and a direction. */
const marks = { ltr: '\u200e', rtl: '\u200f' } as const

const bidi = bidiFactory()

/** Whether a text has letters that run from right to left. */
export function hasFromRight(text: string): boolean {
  return anyFromRight.test(text)
}

/** Which way a text runs, as its first letter says (Unicode Bidirectional Algorithm, P2 and P3). */
export function wayOf(text: string): Way {
  return hasFromRight(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}

/** A text in which each sign and space has a mark of the direction that the Unicode Bidirectional Algorithm gives it. */
export function toOrdered(text: string, way: Way): string {
  if (way === 'ltr' && !hasFromRight(text)) return text
  const { levels } = bidi.getEmbeddingLevels(text, way)
  return text.replace(/[\p{P}\p{S}\s]/gu, (sign, at) => {
    const mark = marks[Number(levels[at]) % 2 === 0 ? 'ltr' : 'rtl']
    return /\s/.test(sign) ? mark + sign : sign + mark
  })
}

/** A sentence of ours, in which names that run the other way leave what is beside them where it is. */
export function setNamesApart(sentence: string, way: Way): string {
  return sentence.replace(names[way], `$&${marks[way]}`)
}

function toNames(letter: string): RegExp {
  return new RegExp(`${letter}\\p{M}*(?:[^\\p{L}·,،、]*${letter}\\p{M}*)*(?: \\p{N}+)?`, 'gu')
}
