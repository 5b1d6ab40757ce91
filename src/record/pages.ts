/** Long lists in pages, so that a page stays small however large the record grows. */

/** One page of a list. */
export interface ListPage<Item> {
  items: Item[]
  /** From 1; the list's own address shows the first page. */
  number: number
  /** How many pages there are. */
  last: number
}

/** How many quotes, articles, speakers, events, reports of an event, or entries of a topic’s story stand on one page; a page of them stays below 40 KB compressed. */
export const pageSize = { quotes: 100, articles: 100, speakers: 100, events: 40, reports: 60, story: 100 } as const

/** Splits a list into pages; an empty list has one page without items. */
export function toPages<Item>(list: readonly Item[], size: number): ListPage<Item>[] {
  const last = Math.max(1, Math.ceil(list.length / size))
  return Array.from({ length: last }, (_, index) => ({
    items: list.slice(index * size, (index + 1) * size),
    number: index + 1,
    last,
  }))
}

/** The pages beyond the first, which have addresses of their own. */
export function furtherPages<Item>(list: readonly Item[], size: number): ListPage<Item>[] {
  return toPages(list, size).slice(1)
}

/** The first page, as the list's own address shows it. */
export function firstPage<Item>(list: readonly Item[], size: number): ListPage<Item> {
  return { items: list.slice(0, size), number: 1, last: Math.max(1, Math.ceil(list.length / size)) }
}
