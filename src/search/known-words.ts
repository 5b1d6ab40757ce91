/** The words of the record's texts, each form read once: a record has the same words again and again. */
import { isLetter, toIndexed, toReadings, toRuns } from './words.ts'

/** What stands between white space, read. */
interface Form {
  words: readonly string[]
  /** These, and whatever else they may be. */
  all: readonly string[]
  /** As Pagefind is told of it: as it stands where it makes the same of it, else our words. */
  told: string
}

const known = new Map<string, Form>()

/** So many forms are kept, which is most of what a large record has. */
const most = 100_000

/** As `toWords`, for many texts. */
export const toKnownWords = (text: string): string[] => readAll(text, 'words')

/** The same, with what else each may be. */
export const toAllWords = (text: string): string[] => readAll(text, 'all')

function readAll(text: string, what: 'words' | 'all'): string[] {
  const words: string[] = []
  for (const form of toForms(text)) for (const word of readForm(form)[what]) words.push(word)
  return words
}

/** A text as Pagefind is told of it, so that it finds by the words that we make of it. */
export function toTold(text: string): string {
  return toForms(text)
    .map((form) => readForm(form).told)
    .join(' ')
}

/** The words of a name. */
interface Name {
  words: readonly string[]
  /** Of letters that part no words those of a name have to stand in a row, and not anywhere in a text. */
  row: string | null
}

/** As `toWords`, for a name, which stands beside many records. */
export function toWordsOfName(name: string): Name {
  const found = names.get(name)
  if (found) return found
  const words = toKnownWords(name)
  const made = { words, row: words.some(isLetter) ? words.join(' ') : null }
  if (names.size >= most) names.clear()
  names.set(name, made)
  return made
}

const names = new Map<string, Name>()

/** White space, but for what has no width: a form goes on behind that. */
const otherSpace = /[^\S\uFEFF ]/

const toForms = (text: string): string[] => (otherSpace.test(text) ? text.split(/[^\S\uFEFF]+/) : text.split(' '))

function readForm(form: string): Form {
  const found = known.get(form)
  if (found) return found
  const words = toRuns(form).flat()
  const readings = words.map((word) => toReadings(word, form))
  const made = { words, all: readings.flat(), told: isTakenAlike(form, readings) ? form : toToken(readings) }
  if (known.size >= most) known.clear()
  // A copy: a part of a text keeps the whole of it in memory.
  known.set(Buffer.from(form).toString(), made)
  return made
}

/** Whether Pagefind, which drops what is no letter and makes letters small, comes to the same; accents make it count a word twice. */
function isTakenAlike(form: string, readings: readonly (readonly string[])[]): boolean {
  const taken = form.toLowerCase().replace(/[^\p{Alphabetic}\p{N}]+/gu, '')
  const [[word, ...others] = [''], ...more] = readings
  return word === taken && others.length + more.length === 0 && toIndexed(taken) === taken
}

/** Pagefind takes what hyphens join for one word that is found by each of its parts. */
const toToken = (readings: readonly (readonly string[])[]): string =>
  readings.map((all) => all.map(toIndexed).join('-')).join(' ')
