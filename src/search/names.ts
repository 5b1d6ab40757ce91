/** Finds names in words, whatever their spelling, and gives the other names of who or what they name. */
import type { Views } from '../views/views.ts'
import { toWords } from './words.ts'

export interface NameIndex {
  /** The other names of every speaker, place and outlet that is named in these folded words. */
  findOthers(words: readonly string[]): string[]
}

interface Name {
  words: string[]
  /** All names of whoever bears this one. */
  all: string[]
}

/** Indexes every name of the record by its first word, so that a text is read once, whatever the number of names. */
export function indexNames({ speakers, places, outlets }: Pick<Views, 'speakers' | 'places' | 'outlets'>): NameIndex {
  const byFirst = new Map<string, Name[]>()
  for (const { name, aliases } of [...speakers, ...places, ...outlets]) {
    const all = [name, ...aliases]
    for (const one of all) {
      const words = toWords(one)
      const [first] = words
      if (first === undefined) continue
      const known = byFirst.get(first)
      if (known) known.push({ words, all })
      else byFirst.set(first, [{ words, all }])
    }
  }
  return {
    findOthers: (text) => {
      const found = new Set<string>()
      const look = (first: string, start: number): void => {
        for (const { words, all } of byFirst.get(first) ?? []) {
          if (words.every((one, index) => index === 0 || isSame(one, text[start + index])))
            for (const name of all) found.add(name)
        }
      }
      for (const [start, word] of text.entries()) {
        look(word, start)
        // `Zelenskys` is `Zelensky’s`.
        if (word.endsWith('s')) look(word.slice(0, -1), start)
      }
      return [...found]
    },
  }
}

const isSame = (name: string, word: string | undefined): boolean => word === name || word === `${name}s`
