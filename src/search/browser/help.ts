/** Why nothing was found, and what may help. */
import { allWords, isEmpty, type Query, readQuery, replaceWord, simplify } from '../query.ts'
import { find, isChosen, isOnRecord, toPlan } from './find.ts'
import { has, load } from './hits.ts'
import type { Index } from './pagefind.ts'
import { suggest } from './suggest.ts'

export interface Help {
  /** Words asked for that no record has. */
  absent: string[]
  /** The query with a word put right, when that finds something. */
  meant: string | null
  /** And the query without the word that stands in its way, or with its phrases as loose words. */
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
  const without = (text: string): string => inTheWay.reduce((rest, word) => replaceWord(rest, word), text)
  const loose = simplify(query.text, true)
  // Words of a phrase that is nowhere may be found beside each other all the same.
  const others = [...(absent.length > 0 ? [] : [loose]), simplify(without(query.text), false), without(loose)]
  const [meant, instead] = await Promise.all([
    putRight(index, query.text, absent, language),
    words.length > 1 ? tryEach(index, others, language) : null,
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
  // A compound may be one word here.
  const joined = text.replace(/(?<=\p{L})\p{Pd}(?=\p{L})/gu, '')
  const corrected = others.includes(null)
    ? ''
    : absent.reduce((put, word, at) => replaceWord(put, word, others[at] ?? ''), text)
  return absent.length > 0 ? tryEach(index, [joined === text ? '' : joined, corrected], language) : null
}

/** The first of these texts that finds something. */
async function tryEach(index: Index, texts: readonly string[], language: string): Promise<string | null> {
  for (const text of texts) if (await isAnswered(index, text, language)) return readQuery(text).text
  return null
}

async function isAnswered(index: Index, text: string, language: string): Promise<boolean> {
  const query = readQuery(text)
  if (isEmpty(query)) return false
  const all = await find(index, await toPlan(index, query), query, language)
  const found = all.filter((record) => isChosen(index, query, record)).slice(0, 3)
  const hits = await load(found, query, language)
  return hits.length > 0 && allWords(query).every((word) => hits.some(({ words }) => has(words, word, language)))
}
