/** What a page of a long list is called. */
import type { ArchivePageOf, PageOf } from '../views/pages.ts'
import { isSentence, toSentence } from './count.ts'
import { say } from './say.ts'

/** Its title and its description: those of the list, with a number beyond the first page. */
export function describePage(
  page: Pick<PageOf, 'number' | 'last'> | ArchivePageOf,
  title: string,
  about: string,
): [title: string, description: string] {
  const { number } = page
  if (number === 1) return [title, about]
  const whole = toSentence(about)
  return [
    say(isSentence(title) ? 'page.titleEnded' : 'page.title', { title, number }),
    'last' in page
      ? say('page.aboutOf', { about: whole, number, last: page.last })
      : toSentence(say('page.titleEnded', { title: whole, number })),
  ]
}
