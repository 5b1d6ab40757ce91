/** Finds names in words, whatever their spelling: the other names of who or what they name, and the places. */
import type { Views } from '../views/views.ts'
import { equalsIn } from './equals.ts'
import { isCapitals } from './query.ts'
import { toWords } from './words.ts'

export interface NameIndex {
  /** All names of every speaker, place and outlet that is named in this text, and the places, as filters have them. */
  find(words: readonly string[], text: string): { names: string[]; places: string[] }
}

interface Name {
  words: string[]
  /** All names of whoever bears this one. */
  all: string[]
  /** `id name` of a place. */
  place: string | null
}

/** Indexes every name of the record by its first word, so that a text is read once, whatever the number of names. */
export function indexNames({ equals, outlets, places, site, speakers }: Views): NameIndex {
  const capitals = [...equalsIn(site.language), ...equals].flatMap(([name = '', other = '']) => {
    const letters = [...name].join('\\.?')
    return isCapitals(name)
      ? { other, pattern: new RegExp(`(?<![\\p{L}\\p{N}.])${letters}(?![\\p{L}\\p{N}])`, 'u') }
      : []
  })
  const byFirst = new Map<string, Name[]>()
  const nouns = [
    ...[...speakers, ...outlets].map(({ name, aliases }) => ({ all: [name, ...aliases], place: null })),
    ...places.map(({ aliases, id, name }) => ({ all: [name, ...aliases], place: `${id} ${name}` })),
  ]
  for (const { all, place } of nouns) {
    for (const one of all) {
      const words = toWords(one)
      const [first] = words
      if (first === undefined) continue
      const known = byFirst.get(first)
      if (known) known.push({ words, all, place })
      else byFirst.set(first, [{ words, all, place }])
    }
  }
  return {
    find: (words, text) => {
      const found = new Set(capitals.flatMap(({ other, pattern }) => (pattern.test(text) ? other : [])))
      const foundPlaces = new Set<string>()
      const look = (first: string, start: number): void => {
        for (const { words: name, all, place } of byFirst.get(first) ?? []) {
          if (!name.every((one, index) => index === 0 || isSame(one, words[start + index]))) continue
          for (const one of all) found.add(one)
          if (place) foundPlaces.add(place)
        }
      }
      for (const [start, word] of words.entries()) {
        look(word, start)
        // `Zelenskys` is `Zelensky’s`.
        if (word.endsWith('s')) look(word.slice(0, -1), start)
      }
      return { names: [...found], places: [...foundPlaces] }
    },
  }
}

const isSame = (name: string, word: string | undefined): boolean => word === name || word === `${name}s`
