/** Names in every spelling: those that a text names, and the list of all of them that a search starts with. */
import { urls } from '../urls.ts'
import type { Views } from '../views/views.ts'
import { capital, count } from '../words/count.ts'
import { describeDay } from '../words/days.ts'
import { nameOf, say } from '../words/say.ts'
import { equalsIn } from './equals.ts'
import type { DaysFile, Names, StartFile } from './lists.ts'
import { isCapitals, toLooseWords } from './query.ts'
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

/** Every name of the record, and the words that mean the same in its language. */
export function toNames(views: Views): Names {
  const { articles, outlets, places, speakers, topics } = views
  const value = ({ id, name }: { id: string; name: string }): string => `${id} ${name}`
  const agencies = Map.groupBy(articles, ({ agency }) => agency ?? '')
  return {
    names: {
      speaker: speakers.map((one) => {
        const names = [one.name, ...one.aliases]
        // Of a person a part of the name is a name.
        const parts =
          one.kind === 'person' ? names.flatMap((name) => name.split(' ')).filter((part) => part.length > 2) : []
        const titles = one.roles.map(({ title }) => title)
        return {
          value: value(one),
          names: [...new Set([...names, ...parts, ...titles, one.id])],
          url: one.url,
          about: titles.join(', '),
        }
      }),
      outlet: [
        ...outlets.map((one) => ({
          value: value(one),
          names: [one.name, ...one.aliases, one.id],
          url: null,
          about: say('comma', {
            before: capital(nameOf('outletKind', one.kind)),
            after: count(one.articles.length, 'articles'),
          }),
        })),
        ...[...agencies].flatMap(([name, own]) => {
          const label = toAgency(name, outlets)
          const isKnown = name === '' || outlets.some((outlet) => value(outlet) === label)
          return isKnown
            ? []
            : {
                value: label,
                names: [name],
                url: null,
                about: say('comma', {
                  before: capital(say('outletKind.agency')),
                  after: count(own.length, 'articles'),
                }),
              }
        }),
      ],
      topic: topics.map((one) => ({
        value: value(one),
        names: [one.name, ...one.aliases, one.id],
        url: one.url,
        about: one.summary,
      })),
      place: places.map((one) => ({ value: value(one), names: [one.name, ...one.aliases], url: null, about: '' })),
    },
    equals: toEquals([...equalsIn(views.site.language), ...views.equals]),
  }
}

/** An agency as an outlet, `id name`: it writes for others, and seldom has a file of its own. */
export function toAgency(name: string, outlets: Views['outlets']): string {
  const own = outlets.find((outlet) => [outlet.name, ...outlet.aliases].includes(name))
  return own ? `${own.id} ${own.name}` : `${toWords(name).join('-')} ${name}`
}

/**
 * Each of the words, as a query has it: without those that say nothing; and what else finds the same. Capitals that are another
 * word in small letters are left out.
 */
function toEquals(lists: readonly (readonly string[])[]): StartFile['equals'] {
  const equals: StartFile['equals'] = {}
  for (const list of lists) {
    const folded = list.map((name) => ({ name, words: toWords(name).join(' ') }))
    const kept = folded.flatMap(({ name, words }) => (isCapitals(name) ? [] : words))
    for (const { name, words } of folded) {
      const asked = toLooseWords(name).telling.join(' ') || words
      equals[asked] = kept.filter((other) => other !== asked)
    }
  }
  return equals
}

/** Every day of the record, with what there is for it. */
export function toDaysFile({ days }: Pick<Views, 'days'>): DaysFile {
  return { url: urls.day('*'), days: Object.fromEntries(days.map((line) => [line.day, describeDay(line)])) }
}
