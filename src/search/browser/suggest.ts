/** What somebody may have meant whose word is nowhere on record. */
import { type NamesFile, namesFile, toWordsFile, type WordsFile } from '../lists.ts'
import { toWords } from '../words.ts'
import type { Index } from './pagefind.ts'

/** The word on record that is nearest to this one, by slips of the keys; null when none is near. */
export async function suggest(index: Index, word: string): Promise<string | null> {
  if (word.length < 4) return null
  const { names, words: files } = await index.read<NamesFile>(namesFile)
  const file = toWordsFile(word)
  const words = files.includes(file) ? await index.read<WordsFile>(file) : {}
  const candidates = new Map(Object.entries(words))
  // A slip at the first letter is found among the names alone.
  for (const { names: all } of Object.values(names).flat()) {
    for (const one of all.flatMap(toWords)) candidates.set(one, candidates.get(one) ?? 1)
  }
  const most = word.length > 7 ? 2 : 1
  const near = Array.from(candidates, ([other, count]) => ({ other, count, far: countSlips(word, other, most) }))
    .filter(({ far }) => far <= most)
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
