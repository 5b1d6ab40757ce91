/** What somebody may have meant whose words are nowhere on record, or not together. */
import { replaceWord, simplify } from '../edit.ts'
import { isEmpty, type Query, readQuery } from '../query.ts'
import { isNameForm, toWords } from '../words.ts'
import { countWith, find, isChosen, keepPresent, widen } from './find.ts'
import type { FoundRecord, Index } from './pagefind.ts'

/** A query that finds more than the one that was typed, and why. */
export interface Nearest {
  query: Query
  /** As it could be typed; null when it is the same. */
  showing: string | null
  /** Words that were typed and are nowhere. */
  absent: string[]
}

/** Puts right or leaves out what is nowhere on record, given what was typed in all its choices; a phrase stays as it is. */
export async function toNearest(index: Index, wide: Query, kept: Query): Promise<Nearest> {
  // A compound may be one word here.
  const joined = wide.text.replace(/(?<=\p{L})\p{Pd}(?=\p{L})/gu, '')
  if (joined !== wide.text) {
    const query = await keepPresent(index, widen(index, readQuery(joined)))
    if (query.terms.every(({ length }) => length > 0)) return { query, showing: joined, absent: [] }
  }
  const nearest: Nearest = { query: { ...kept, terms: [] }, showing: wide.text, absent: [] }
  const { absent, query } = nearest
  for (const [at, term] of kept.terms.entries()) {
    const [asked] = wide.terms[at] ?? []
    const [word = '', ...more] = asked?.words ?? []
    // Of a number nothing else will do.
    if (term.length > 0 || !asked || asked.isExact || more.length > 0 || /\d/.test(word)) {
      query.terms.push(term)
      continue
    }
    const form = allNames(index).find((name) => isNameForm(word, name))
    const other = form ?? (await suggest(index, word))
    if (other === null) absent.push(asked.text)
    else query.terms.push([{ words: [other], text: other }])
    if (!form) nearest.showing = replaceWord(nearest.showing ?? '', word, other ?? '')
  }
  if (query.terms.length === 0) return { query: kept, showing: null, absent }
  return { ...nearest, showing: nearest.showing === wide.text ? null : nearest.showing }
}

/** Records with most of what a query asks for, where none has all of it; at least half. */
export async function findMost(index: Index, query: Query): Promise<FoundRecord[]> {
  const { terms } = query
  if (terms.length < 2 || terms.some((term) => term.length === 0 || term.some(({ isExact }) => isExact))) return []
  const lists = await Promise.all(terms.map(async (term) => (await find(index, { ...query, terms: [term] })).records))
  const byId = Map.groupBy(lists.flat(), ({ id }) => id)
  const most = Math.max(0, ...Array.from(byId.values(), ({ length }) => length))
  const best = [...byId.values()].flatMap((own) => (own.length === most && own[0] ? own[0] : []))
  return most >= terms.length / 2 ? best.sort((a, b) => b.score - a.score) : []
}

/** What to search for in place of a phrase that is nowhere; null when nothing near it is anywhere. */
export async function findInstead(index: Index, query: Query): Promise<string | null> {
  const words = [...new Set(query.terms.flat().flatMap((choice) => choice.words))]
  if (words.length < 2) return null
  const counts = await Promise.all(words.map((word) => countWith(index, word)))
  const absent = words.filter((_, at) => counts[at] === 0)
  const rarest = words.filter((_, at) => counts[at] === Math.min(...counts)).slice(0, 1)
  const inTheWay = absent.length > 0 ? absent : rarest
  const without = (text: string): string => inTheWay.reduce((rest, word) => replaceWord(rest, word), text)
  const loose = simplify(query.text, true)
  // Words of a phrase that is nowhere may be found beside each other all the same.
  for (const text of [...(absent.length > 0 ? [] : [loose]), simplify(without(query.text), false), without(loose)])
    if (await isAnswered(index, text)) return readQuery(text).text
  return null
}

async function isAnswered(index: Index, text: string): Promise<boolean> {
  const query = await keepPresent(index, widen(index, readQuery(text)))
  return !isEmpty(query) && (await find(index, query)).records.some((record) => isChosen(index, query, record))
}

function allNames({ start: { names } }: Index): string[] {
  return Object.values(names).flatMap((list) => list.flatMap((one) => one.names.flatMap(toWords)))
}

/** The word on record that is nearest to this one, by slips of the keys; null when none is near. */
async function suggest(index: Index, word: string): Promise<string | null> {
  if (word.length < 4 || /\d/.test(word)) return null
  const lists = await Promise.all(index.parts.map((part) => part.wordsLike(word)))
  const candidates = new Map(lists.flatMap(Object.entries<number>).filter(([other]) => other.length > 3))
  // A slip at the first letter is found among the names alone, and a name is more likely to be spelt in another way.
  const names = new Set(allNames(index))
  for (const name of names) candidates.set(name, candidates.get(name) ?? 1)
  const toMost = (other: string): number => {
    const isName = names.has(other)
    if (word.length > 7 || (word.length > 5 && isName)) return 2
    // Of a short word too many are one letter off, but with its own letters it is hardly another.
    return word.length > 4 || isName || toSorted(word) === toSorted(other) ? 1 : 0
  }
  const near = Array.from(candidates, ([other, count]) => {
    const most = toMost(other)
    return { other, count, most, far: other.length > 3 ? countSlips(word, other, most) : most + 1 }
  })
    .filter(({ far, most }) => far <= most)
    .sort((a, b) => a.far - b.far || b.count - a.count)
  return near[0]?.other ?? null
}

const toSorted = (word: string): string => [...word].sort().join('')

/** Letters wrong, missing, too many or swapped, at most one more than `most` (optimal string alignment). */
export function countSlips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const line = [row]
    for (let column = 1; column <= b.length; column++) {
      const wrong = a[row - 1] === b[column - 1] ? 0 : 1
      let least = Math.min((last[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + wrong)
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        least = Math.min(least, (before[column - 2] ?? 0) + 1)
      }
      line.push(least)
    }
    if (Math.min(...line) > most) return most + 1
    before = last
    last = line
  }
  return last[b.length] ?? most + 1
}
