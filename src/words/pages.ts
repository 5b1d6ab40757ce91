/** What a page of a long list is called. */
import type { PageOf } from '../views/pages.ts'

/** Its title and its description: those of the list, with a number beyond the first page. */
export function describePage(
  { number, last }: Pick<PageOf, 'number' | 'last'>,
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
