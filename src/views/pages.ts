/** Long lists in pages, so that a page stays small however large the record grows. */

/** Which page of a list, and where the list stands. */
export interface PageOf {
  /** Address of the list, which is that of its first page. */
  list: string
  /** From 1. */
  number: number
  /** How many pages there are. */
  last: number
}

/** One page of a list. */
export interface ListPage<Item> extends Omit<PageOf, 'list'> {
  items: Item[]
}

/** How many of each stand on one page; a page of them stays below 40 KB compressed. */
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
