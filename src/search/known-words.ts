/** The words of the record's texts, each form folded once: a record has the same words again and again. */
import { toWords } from './words.ts'

const known = new Map<string, readonly string[]>()

/** So many forms are kept, which is most of what a large record has. */
const most = 100_000

/** As `toWords`, for many texts. */
export function toKnownWords(text: string): string[] {
  const words: string[] = []
  const forms = otherSpace.test(text) ? text.split(/[^\S\uFEFF]+/) : text.split(' ')
  for (const form of forms) for (const word of wordsOf(form)) words.push(word)
  return words
}

/** As `toWords`, for a name, which stands beside many records. */
export function toWordsOfName(name: string): readonly string[] {
  const found = names.get(name)
  if (found) return found
  const words = toKnownWords(name)
  if (names.size >= most) names.clear()
  names.set(name, words)
  return words
}

const names = new Map<string, readonly string[]>()

/** White space, but for what has no width: a form goes on behind that. */
const otherSpace = /[^\S\uFEFF ]/

function wordsOf(form: string): readonly string[] {
  const found = known.get(form)
  if (found) return found
  const words = toWords(form)
  if (known.size >= most) known.clear()
  // A copy: a part of a text keeps the whole of it in memory.
  known.set(Buffer.from(form).toString(), words)
  return words
}
