/** What somebody typed, read into words and phrases. Pure: the language of search grows here. */
import { toWords } from './words.ts'

export interface Query {
  /** As typed, trimmed. */
  text: string
  /** Folded words that a result must have, each once. */
  words: string[]
  /** Folded words of each quoted phrase, in order. */
  phrases: string[][]
}

/** Words of questions, which say nothing of what is looked for. */
const small = new Set(
  `a about am an and any are as at be been but by can could did do does for from had has have he her him his how i if in
  into is it its many me much my not of on or our say said says she should so than that the their them they this to us
  was we were what when where which who whom whose why will with would you your`.split(/\s+/),
)

/** Below this many letters nothing is looked for while typing. */
export const fewestLetters = 3

/** Reads a query. Quotation marks of any shape enclose a phrase; one left open runs to the end. */
export function readQuery(input: string): Query {
  const text = input.trim().replace(/\s+/g, ' ')
  const pieces = text.replace(/[“”„‟«»❝❞＂]/g, '"').split('"')
  const phrases: string[][] = []
  const loose: string[] = []
  pieces.forEach((piece, index) => {
    const words = toWords(piece)
    if (index % 2 === 1 && words.length > 1) phrases.push(words)
    else loose.push(...words)
  })
  const telling = loose.filter((word) => !small.has(word))
  const words = telling.length > 0 || phrases.length > 0 ? telling : loose
  return { text, words: [...new Set(words)], phrases }
}

/** Whether there is enough to look for while somebody types. */
export function isEnough({ words, phrases }: Query): boolean {
  return [...words, ...phrases.flat()].join('').length >= fewestLetters
}

/** Whether there is anything to look for. */
export function isEmpty({ words, phrases }: Query): boolean {
  return words.length === 0 && phrases.length === 0
}

/** All that a result must have, for looking it up and for marking it. */
export function allWords({ words, phrases }: Query): string[] {
  return [...new Set([...words, ...phrases.flat()])]
}

/** The query as typed without a folded word, to search for the rest. */
export function leaveOut(text: string, word: string): string {
  return text
    .split(' ')
    .filter((token) => !toWords(token).includes(word))
    .join(' ')
}
