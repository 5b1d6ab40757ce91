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

/** Pairs of items that share at least half of the words of the shorter one, the earlier item first. */
export function* pairUp<Item>(
  items: readonly Item[],
  wordsOf: (item: Item) => ReadonlySet<string>,
): Generator<[one: Item, other: Item]> {
  const having = new Map<string, number[]>()
  for (const [index, item] of items.entries()) {
    const words = wordsOf(item)
    const shared = new Map<number, number>()
    for (const word of words) {
      const list = having.get(word)
      if (!list) having.set(word, [index])
      else {
        for (const other of list) shared.set(other, (shared.get(other) ?? 0) + 1)
        list.push(index)
      }
    }
    for (const [other, count] of shared) {
      const one = items[other] as Item
      if (count * 2 >= Math.min(words.size, wordsOf(one).size)) yield [one, item]
    }
  }
}
