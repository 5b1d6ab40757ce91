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

/**
 * A page of a list to which newer things are added in front: the first holds the newest at the list's own address, the others are
 * numbered from the oldest, 2 and on, and stay as they are (as archives of feeds do, RFC 5005, section 4).
 */
export interface ArchivePageOf extends Pick<PageOf, 'list' | 'number'> {
  newer: number | null
  older: number | null
}

/**
 * Splits a list, newest first, into such pages: each of half a page's size, the first of half to a whole one. There are
 * never fewer than whole pages would be, so that each address goes on.
 */
export function toArchivePages<Item>(
  newest: readonly Item[],
  size: number,
  list: string,
): { items: Item[]; page: ArchivePageOf }[] {
  const half = size / 2
  const last = Math.max(1, Math.floor(newest.length / half))
  return Array.from({ length: last }, (_, index) => {
    const number = index + 1
    const end = number === 1 ? newest.length - (last - 1) * half : newest.length - (number - 2) * half
    const items = newest.slice(number === 1 ? 0 : end - half, end)
    const newer = number === 1 ? null : number === last ? 1 : number + 1
    const older = number === 1 ? (last > 1 ? last : null) : number > 2 ? number - 1 : null
    return { items, page: { list, number, newer, older } }
  })
}
