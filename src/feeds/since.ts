/**
 * What last came into the record or changed in it, for a returning reader of a story that is being followed. The browser
 * compares it with what it saw at the last visit; every day in it is one of the content.
 */
import type { NewsRecord, When } from '../record/types.ts'
import { toWords } from '../record/when.ts'
import { daysOf, type Told, toEntry } from './entries.ts'

/** One thing on record, with what the reader is told of it. */
export interface Change {
  /** Path of its page. */
  url: string
  is: 'event' | 'quote' | 'article' | 'correction'
  title: string
  /** When it happened, was said or was published, in words; empty where that is no matter or not known. */
  when: string
  /** The first day on which that can have been, `2031-03-18`; null for what has not happened. */
  from: string | null
  /** The days on which it came into the record and last changed there. */
  first: string
  last: string
}

export interface Changes {
  /** Whether the list goes back to the beginning of the record. */
  whole: boolean
  changes: Change[]
}

/** How many changes the file holds: some 5 KB compressed. */
export const mostChanges = 100

/** The newest changes, newest first. */
export function toChanges({ events, quotes, articles, corrections }: NewsRecord, most: number = mostChanges): Changes {
  const told: { one: Told; url: string; days: ReturnType<typeof daysOf> }[] = []
  const add = (one: Told, url: string): void => {
    told.push({ one, url, days: daysOf(one) })
  }
  for (const correction of corrections) add({ is: 'correction', correction }, correction.url)
  for (const event of events) add({ is: 'event', event }, event.url)
  for (const quote of quotes) add({ is: 'quote', quote }, quote.url)
  for (const article of articles) add({ is: 'article', article }, article.url)
  const newest = told.sort((a, b) => compareText(b.days.last, a.days.last)).slice(0, most)
  return {
    whole: told.length <= most,
    changes: newest.map(({ one, url, days }) => ({
      url,
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
      const { status, date } = told.event
      const took = status === 'happened' || status === 'held'
      return { when: date ? toWords(date) : '', from: took ? firstDay(date) : null }
    }
    case 'quote': {
      const { said, reported } = told.quote
      return said
        ? { when: `said ${toWords(said)}`, from: firstDay(said) }
        : { when: `reported ${toWords(reported)}`, from: null }
    }
    case 'article':
      return { when: `published ${toWords(told.article.published)}`, from: firstDay(told.article.published) }
    case 'correction':
      return { when: toWords(told.correction.date), from: null }
  }
}

function firstDay(when: When | null): string | null {
  return when && Number.isFinite(when.earliest) ? new Date(when.earliest).toISOString().slice(0, 10) : null
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
