/** What a page of a long list is called. */
import type { ArchivePageOf, PageOf } from '../views/pages.ts'

/** Its title and its description: those of the list, with a number beyond the first page. */
export function describePage(
  page: Pick<PageOf, 'number' | 'last'> | ArchivePageOf,
  title: string,
  about: string,
): [title: string, description: string] {
  const { number } = page
  if (number === 1) return [title, about]
  const isEnded = (text: string): boolean => /[.?!]$/.test(text)
  return [
    `${title}${isEnded(title) ? ' Page' : ', page'} ${number}`,
    `${about}${isEnded(about) ? '' : '.'} Page ${number}${'last' in page ? ` of ${page.last}` : ''}.`,
  ]
}
