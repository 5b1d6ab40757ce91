/** Why nothing was found, and what may help. */
import { allWords, isEmpty, type Query, readQuery, replaceWord } from '../query.ts'
import { find, isChosen, isOnRecord, toPlan } from './find.ts'
import { has, load } from './hits.ts'
import type { Index } from './pagefind.ts'
import { suggest } from './suggest.ts'

export interface Help {
  /** Words asked for that no record has. */
  absent: string[]
  /** The query with a word put right, when that finds something. */
  meant: string | null
  /** And the query without the word that stands in its way. */
  instead: string | null
}

/** Looks up each word by itself, and what the query would find with another in its place, or without it. */
export async function findHelp(index: Index, query: Query, language: string): Promise<Help> {
  const words = await Promise.all(
    allWords(query).map(async (word) => {
      const { results } = await index.search(word)
      return { word, count: results.length, isThere: await isOnRecord(results, word, query, language) }
    }),
  )
  const absent = words.filter(({ isThere }) => !isThere).map(({ word }) => word)
  const rarest = words.toSorted((a, b) => a.count - b.count).slice(0, 1)
  const inTheWay = absent.length > 0 ? absent : rarest.map(({ word }) => word)
  const rest = inTheWay.reduce((text, word) => replaceWord(text, word), query.text)
  const [meant, instead] = await Promise.all([
    putRight(index, query.text, absent, language),
    words.length > 1 ? tryInstead(index, rest, language) : null,
  ])
  index.checkArrived()
  return { absent, meant, instead }
}

async function putRight(
  index: Index,
  text: string,
  absent: readonly string[],
  language: string,
): Promise<string | null> {
  const others = await Promise.all(absent.map((word) => suggest(index, word)))
  if (absent.length === 0 || others.includes(null)) return null
  return tryInstead(
    index,
    absent.reduce((put, word, at) => replaceWord(put, word, others[at] ?? ''), text),
    language,
  )
}

/** The text, when it finds something. */
async function tryInstead(index: Index, text: string, language: string): Promise<string | null> {
  const query = readQuery(text)
  if (isEmpty(query)) return null
  const all = await find(index, await toPlan(index, query), query, language)
  const found = all.filter((record) => isChosen(index, query, record)).slice(0, 3)
  const hits = await load(found, query, language)
  const isFound = allWords(query).every((word) => hits.some(({ words }) => has(words, word, language)))
  return hits.length > 0 && isFound ? query.text : null
}
