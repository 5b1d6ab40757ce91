/** Words as they are compared, and which things share many of them. */

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

/**
 * Pairs of items that share at least half of the words of the shorter one, the earlier item first. Whoever shares half of
 * its words with a longer one shares one of its rarer half, and two or three of a few more: only those with as many of
 * these words are looked at.
 */
export function* pairUp<Item>(
  items: readonly Item[],
  wordsOf: (item: Item) => ReadonlySet<string>,
): Generator<[one: Item, other: Item]> {
  const words = items.map(wordsOf)
  const partners = items.map((): number[] => [])
  /** Those as long or longer that have a word. */
  const having = new Map<string, number[]>()
  /** How many of the words looked up another has: counted up from a number that is the item's own. */
  const shared = new Int32Array(items.length)
  let start = 0
  const longestFirst = [...words.entries()].sort(([, a], [, b]) => b.size - a.size)
  for (const [index, own] of longestFirst) {
    const half = Math.ceil(own.size / 2)
    const enough = Math.min(half, most)
    const lists = Array.from(own, (word) => {
      const list = having.get(word) ?? []
      if (list.length === 0) having.set(word, list)
      return list
    })
    const rarer = lists.toSorted((a, b) => a.length - b.length).slice(0, own.size - half + enough)
    for (const list of rarer) {
      for (const other of list) {
        const count = Math.max(shared[other] as number, start)
        if (count === start + enough) continue
        shared[other] = count + 1
        if (count + 1 < start + enough || !sharesHalf(own, words[other] ?? own)) continue
        partners[Math.max(index, other)]?.push(Math.min(index, other))
      }
    }
    start += enough
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
