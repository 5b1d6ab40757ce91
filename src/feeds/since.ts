/**
 * What last came into the record or changed in it, for a returning reader of a story that is being followed. The browser
 * compares it with what it saw at the last visit; every day in it is one of the content.
 */
import { compare } from '../lists.ts'
import { toWhen } from '../record/when.ts'
import type { Change, Changes } from '../views/changes.ts'
import { toDay } from '../views/links.ts'
import { toneOf } from '../views/tone.ts'
import type { Views } from '../views/views.ts'
import { toWords } from '../words/dates.ts'
import { saidOrReported } from '../words/quotes.ts'
import { say } from '../words/say.ts'
import { daysOf, type Told, toEntry, viewOf } from './entries.ts'

/** How many changes the file holds: some 5 KB compressed. */
export const mostChanges = 100

/** The newest changes, newest first. */
export function toChanges({ articles, corrections, events, quotes }: Views, most: number = mostChanges): Changes {
  const quoteOf = new Map(quotes.map((quote) => [quote.id, quote]))
  const told: Told[] = [
    ...corrections.map((correction): Told => ({ is: 'correction', correction })),
    ...events.map((event): Told => ({ is: 'event', event })),
    ...quotes.map((quote): Told => ({ is: 'quote', quote })),
    ...articles.map((article): Told => ({ is: 'article', article, quotes: quoteOf })),
  ]
  const dated = told.map((one) => ({ one, days: daysOf(one) }))
  const newest = dated.sort((a, b) => compare(b.days.last, a.days.last)).slice(0, most)
  return {
    whole: told.length <= most,
    changes: newest.map(({ one, days }) => ({
      url: viewOf(one).url,
      is: one.is,
      title: toEntry(one).title,
      ...toTime(one),
      ...days,
    })),
  }
}

function toTime(told: Told): Pick<Change, 'when' | 'from'> {
  switch (told.is) {
    case 'event': {
      const { date } = told.event
      return { when: date ? toWords(date) : '', from: toneOf(told.event) === 'happened' ? firstDay(date) : null }
    }
    case 'quote':
      return { when: saidOrReported(told.quote), from: firstDay(told.quote.said) }
    case 'article':
      return {
        when: say('wording.published', { date: toWords(told.article.published) }),
        from: firstDay(told.article.published),
      }
    case 'correction':
      return { when: toWords(told.correction.date), from: null }
  }
}

function firstDay(date: string | null): string | null {
  const when = date === null ? null : toWhen(date)
  return when && toDay(when.earliest)
}
