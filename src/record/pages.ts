/** Long lists in pages, so that a page stays small however large the record grows. */
import { urls } from '../urls.ts'

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

/** The pages as a route `[...page].astro` takes them, below an `[id]` where there is one: the first has the list's own address. */
export function toRoutes<Page extends { number: number }, Props extends object = object>(
  pages: readonly Page[],
  id?: string,
  props?: Props,
): { params: { id?: string; page: string | undefined }; props: Props & { page: Page } }[] {
  return pages.map((page) => ({
    params: { ...(id !== undefined && { id }), page: urls.listPage('', page.number).slice(0, -1) || undefined },
    props: { ...(props as Props), page },
  }))
}

/** What a page of a list is called, and its description: those of the list, with a number beyond the first page. */
export function describePage(
  { number, last }: Pick<ListPage<unknown>, 'number' | 'last'>,
  title: string,
  about: string,
): [title: string, description: string] {
  if (number === 1) return [title, about]
  const isEnded = (text: string): boolean => /[.?!]$/.test(text)
  return [
    `${title}${isEnded(title) ? ' Page' : ', page'} ${number}`,
    `${about}${isEnded(about) ? '' : '.'} Page ${number} of ${last}.`,
  ]
}
