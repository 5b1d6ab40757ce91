/** What somebody may have meant whose words are nowhere on record, or not together. */
import { type Choice, isEmpty, type Query, readQuery, replaceWord, simplify } from '../query.ts'
import { toWords } from '../words.ts'
import { find, findAny, isChosen, isNameForm, keepPresent, widen } from './find.ts'
import type { FoundRecord, Index } from './pagefind.ts'

/** A query that finds more than the one that was typed, and why. */
export interface Nearest {
  query: Query
  /** As it could be typed; null when it is the same. */
  showing: string | null
  /** Words that were typed and are nowhere. */
  absent: string[]
}

/** Puts right or leaves out what is nowhere on record; a phrase stays as it is. */
export async function toNearest(index: Index, typed: Query): Promise<Nearest> {
  const query = await keepPresent(index, widen(index, typed))
  let showing = typed.text
  const absent: string[] = []
  const terms: Choice[][] = []
  const wide = widen(index, typed).terms
  // A compound may be one word here.
  const joined = typed.text.replace(/(?<=\p{L})\p{Pd}(?=\p{L})/gu, '')
  if (joined !== typed.text && query.terms.some(({ length }) => length === 0)) {
    const other = await keepPresent(index, widen(index, readQuery(joined)))
    if (other.terms.every(({ length }) => length > 0)) return { query: other, showing: joined, absent: [] }
  }
  for (const [at, term] of query.terms.entries()) {
    const [asked] = wide[at] ?? []
    if (term.length > 0 || !asked || asked.isExact || asked.words.length !== 1) {
      terms.push(term)
      continue
    }
    const [word = ''] = asked.words
    const form = allNames(index).find((name) => isNameForm(word, name))
    const other = form ?? (await suggest(index, word))
    if (other === null && !/\d/.test(word)) absent.push(asked.text)
    else if (other === null) terms.push(term)
    else {
      if (!form) showing = replaceWord(showing, word, other)
      terms.push([{ words: [other], text: other }])
    }
  }
  for (const text of terms.length > 0 ? absent : []) showing = replaceWord(showing, toWords(text)[0] ?? '')
  const put = terms.length > 0 || query.terms.length === 0 ? terms : query.terms
  return { query: { ...query, terms: put }, showing: showing === typed.text ? null : showing, absent }
}

/** Records with most of what a query asks for, where none has all of it; at least half. */
export async function findMost(index: Index, query: Query): Promise<FoundRecord[]> {
  if (query.terms.length < 2 || query.terms.some((term) => term.length === 0 || term.some(({ isExact }) => isExact)))
    return []
  const counts = new Map<string, number>()
  const all = await Promise.all(
    query.terms.map(async (term) => {
      const { records } = await find(index, { ...query, terms: [term] })
      for (const { id } of records) counts.set(id, (counts.get(id) ?? 0) + 1)
      return records
    }),
  )
  const most = Math.max(0, ...counts.values())
  const best = new Map(all.flat().flatMap((record) => (counts.get(record.id) === most ? [[record.id, record]] : [])))
  return most >= query.terms.length / 2 ? [...best.values()].sort((a, b) => b.score - a.score) : []
}

/** What to search for in place of a phrase that is nowhere; null when nothing near it is anywhere. */
export async function findInstead(index: Index, query: Query): Promise<string | null> {
  const words = [...new Set(query.terms.flat().flatMap((choice) => choice.words))]
  if (words.length < 2) return null
  const known = await Promise.all(words.map((word) => index.isOnRecord(word)))
  const absent = words.filter((_, at) => !known[at])
  const counts = await Promise.all(
    words.map(async (word) => (await findAny(index, [{ words: [word], text: word }])).length),
  )
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

function allNames({ names: { names } }: Index): string[] {
  return Object.values(names).flatMap((list) => list.flatMap((one) => one.names.flatMap(toWords)))
}

/** The word on record that is nearest to this one, by slips of the keys; null when none is near. */
export async function suggest(index: Index, word: string): Promise<string | null> {
  if (word.length < 4 || /\d/.test(word)) return null
  const candidates = new Map(Object.entries(await index.wordsLike(word)).filter(([other]) => other.length > 3))
  // A slip at the first letter is found among the names alone, and a name is more likely to be spelt in another way.
  const names = new Set(allNames(index))
  for (const name of names) candidates.set(name, candidates.get(name) ?? 1)
  const toMost = (other: string): number => (word.length > 7 || (word.length > 5 && names.has(other)) ? 2 : 1)
  const near = Array.from(candidates, ([other, count]) => {
    const most = toMost(other)
    return { other, count, most, far: other.length > 3 ? countSlips(word, other, most) : most + 1 }
  })
    .filter(({ far, most }) => far <= most)
    .sort((a, b) => a.far - b.far || b.count - a.count)
  return near[0]?.other ?? null
}

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
