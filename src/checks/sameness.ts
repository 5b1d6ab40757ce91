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
 * Pairs of items that share at least half of their words, the earlier one first. Words are looked up from the rarest on,
 * so that most items are never compared.
 */
export function* pairUp<Item>(
  items: readonly Item[],
  wordsOf: (item: Item) => ReadonlySet<string>,
): Generator<[one: Item, other: Item]> {
  const counts = new Map<string, number>()
  for (const item of items) for (const word of wordsOf(item)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const having = new Map<string, number[]>()
  for (const [index, item] of items.entries()) {
    const words = [...wordsOf(item)].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0))
    const seen = new Set<number>()
    // Of items that share half of their words, one of the rarer half is shared.
    for (const word of words.slice(0, Math.ceil(words.length / 2) + 1)) {
      for (const other of having.get(word) ?? []) seen.add(other)
    }
    for (const other of seen) yield [items[other] as Item, item]
    for (const word of words) {
      const list = having.get(word)
      if (list) list.push(index)
      else having.set(word, [index])
    }
  }
}
