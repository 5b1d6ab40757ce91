/** Which quotes may be one. */
import type { Content } from '../loaders/content.ts'

/** Words as they are compared: letters and digits, one case, one form, single spaces. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
}

/** Whether an editor has said of two quotes (`speaker#fragment`) that they are two. */
export function areDistinct({ entries }: Content): (one: string, other: string) => boolean {
  const refused = new Set(
    entries.quotes.flatMap(({ id, data }) => data.notSameAs.map((name) => `${id.replace('/', '#')} ${name}`)),
  )
  return (one, other) => refused.has(`${one} ${other}`) || refused.has(`${other} ${one}`)
}

/**
 * Pairs of items that share at least half of the words of the shorter one, the earlier item first. Whoever shares half of
 * its words with a longer one shares one of its rarer half: only those with one of these words are looked at.
 */
export function* pairUp<Item>(
  items: readonly Item[],
  wordsOf: (item: Item) => ReadonlySet<string>,
): Generator<[one: Item, other: Item]> {
  const words = items.map(wordsOf)
  const having = new Map<string, number[]>()
  for (const [index, own] of words.entries()) {
    for (const word of own) {
      const list = having.get(word)
      if (list) list.push(index)
      else having.set(word, [index])
    }
  }
  const partners = items.map((): number[] => [])
  const seen = new Int32Array(items.length).fill(-1)
  for (const [index, own] of words.entries()) {
    const lists = Array.from(own, (word) => having.get(word) ?? []).sort((a, b) => a.length - b.length)
    for (const list of lists.slice(0, Math.floor(own.size / 2) + 1)) {
      for (const other of list) {
        const size = words[other]?.size ?? 0
        if (seen[other] === index || size < own.size || (size === own.size && other >= index)) continue
        seen[other] = index
        if (sharesHalf(own, words[other] ?? own)) partners[Math.max(index, other)]?.push(Math.min(index, other))
      }
    }
  }
  for (const [index, others] of partners.entries()) {
    for (const other of others.sort((a, b) => a - b)) yield [items[other] as Item, items[index] as Item]
  }
}

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
