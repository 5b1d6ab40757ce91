/** Words as they are compared, and which things share many of them. */
import { getOrMake } from '../lists.ts'

/** Words as they are compared: letters and digits, one case, one form, single spaces. */
export function foldWords(text: string): string {
  const bare = text.replace(/['’ʼ]/g, '')
  // Most texts need nothing of Unicode, which takes several times as long.
  if (!beyondPlain.test(bare))
    return bare
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

const beyondPlain = /[^\0-\x7F“”„«»–—…]/

/** How far each item is looked about for others: so far, time grows with their number and not with its square. */
const reach = {
  /** Of the others that have a word, so many are seen: those nearest in length. */
  ofWord: 300,
  /** So many that share most of the rarer words are held against the item … */
  tried: 200,
  /** … and so many of them are paired with it. */
  paired: 25,
}

/**
 * Pairs of items that share at least half of the words of the shorter one, the earlier item first. Whoever shares half of
 * its words with a longer one shares one of its rarer half, and two or three of a few more: only those with as many of
 * these words are looked at. Among very many alike an item is paired with the likest.
 */
export function* pairUp<Item>(
  items: readonly Item[],
  wordsOf: (item: Item) => ReadonlySet<string>,
  mayPair: (one: Item, other: Item) => boolean = () => true,
): Generator<[one: Item, other: Item]> {
  const words = items.map(wordsOf)
  const partners = items.map((): number[] => [])
  /** Those as long or longer that have a word. */
  const having = new Map<string, number[]>()
  /** How many of the words looked up another has, and how much they weigh: the rarer the more. */
  const shared = new Uint16Array(items.length)
  const weights = new Float64Array(items.length)
  const longestFirst = [...words.entries()].sort(([, a], [, b]) => b.size - a.size)
  for (const [index, own] of longestFirst) {
    const item = items[index] as Item
    const half = Math.ceil(own.size / 2)
    const enough = Math.min(half, most)
    const lists = Array.from(own, (word) => getOrMake(having, word, (): number[] => []))
    const rarer = lists.toSorted((a, b) => a.length - b.length).slice(0, own.size - half + enough)
    const seen: number[] = []
    // Where not all that have a word are seen, nobody can be told by the number of words in common.
    const least = rarer.some((list) => list.length > reach.ofWord) ? 1 : enough
    for (const list of rarer) {
      const weight = 1 / list.length
      for (let at = Math.max(0, list.length - reach.ofWord); at < list.length; at += 1) {
        const other = list[at] as number
        const count = (shared[other] as number) + 1
        shared[other] = count
        weights[other] = (weights[other] as number) + weight
        if (count === 1) seen.push(other)
      }
    }
    const near = seen.filter((other) => (shared[other] as number) >= least && mayPair(item, items[other] as Item))
    if (near.length > reach.tried) near.sort((a, b) => (weights[b] as number) - (weights[a] as number))
    let paired = 0
    for (const other of near.slice(0, reach.tried)) {
      if (!sharesHalf(own, words[other] ?? own)) continue
      partners[Math.max(index, other)]?.push(Math.min(index, other))
      paired += 1
      if (paired === reach.paired) break
    }
    for (const other of seen) {
      shared[other] = 0
      weights[other] = 0
    }
    for (const list of lists) list.push(index)
  }
  for (const [index, others] of partners.entries()) {
    for (const other of others.sort((a, b) => a - b)) yield [items[other] as Item, items[index] as Item]
  }
}

/** So many words in common at most are waited for. */
const most = 3

/** Whether half of the words are among the others, at least. */
function sharesHalf(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  let shared = 0
  let left = words.size
  for (const word of words) {
    if (others.has(word)) shared += 1
    left -= 1
    if (shared * 2 >= words.size) return true
    if ((shared + left) * 2 < words.size) return false
  }
  return false
}
