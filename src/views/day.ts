/** The days of the record: what happened on each, what was said, and what was published. */
import { compare, getOrMake } from '../lists.ts'
import type { Article, NewsEvent, NewsRecord, Quote, When } from '../record/types.ts'
import { daysIn, toIsoDay } from '../record/when.ts'
import { urls } from '../urls.ts'
import { type ArticleLine, toArticleLine } from './archive.ts'
import { type EventLine, toEventLine } from './event.ts'
import { neighboursOf } from './neighbours.ts'
import { groupBySpeaker, type OccasionView, toOccasions } from './occasions.ts'
import { type PageOf, pageSize } from './pages.ts'

/** A day, with how much of each there is; what only may have been on that day is counted too. */
export interface DayLine {
  /** `2025-08-21` */
  day: string
  url: string
  events: number
  quotes: number
  articles: number
}

/** How something belongs to a day: it is of that day, it may be, it was put off to it, or it was only reported then. */
export type DayTie = 'on' | 'perhaps' | 'slipped' | 'reported'

/** One page of a day. */
export interface DayView {
  page: PageOf
  line: DayLine
  /** The days with something on record before and after. */
  previous: string | null
  next: string | null
  events: { as: DayTie; lines: EventLine[] }[]
  quotes: { as: DayTie; occasions: OccasionView[] }[]
  articles: ArticleLine[]
}

interface Tied<Thing> {
  as: DayTie
  thing: Thing
}

interface Day {
  day: string
  events: Tied<NewsEvent>[]
  quotes: Tied<Quote>[]
  articles: Article[]
}

const ties: readonly DayTie[] = ['on', 'perhaps', 'slipped', 'reported']

/** Every day on which something is on record, oldest first; those whose address was published (`kept`) stay, whatever they have. */
export function toDayViews(record: NewsRecord, kept: readonly string[] = []): DayView[] {
  const known = daysOf(record)
  const names = new Set(known.map(({ day }) => day))
  const gone = kept.flatMap((address) => /^\/days\/(\d{4}-\d\d-\d\d)\/$/.exec(address)?.[1] ?? [])
  const empty = gone.filter((day) => !names.has(day)).map((day): Day => ({ day, events: [], quotes: [], articles: [] }))
  return [...known, ...empty].flatMap((one) => toPageViews(one, neighboursOf(known, one)))
}

/** Every day on which something is on record, in short, oldest first. */
export function toDayLines(record: NewsRecord): DayLine[] {
  return daysOf(record).map(toLine)
}

function toPageViews(one: Day, { previous, next }: { previous: Day | null; next: Day | null }): DayView[] {
  const { articles, day, events, quotes } = one
  const size = pageSize.reports
  const last = Math.max(1, Math.ceil(Math.max(articles.length, events.length, quotes.length) / size))
  return Array.from({ length: last }, (_, index) => {
    const part = <Item>(list: readonly Item[]): Item[] => list.slice(index * size, (index + 1) * size)
    return {
      page: { list: urls.day(day), number: index + 1, last },
      line: toLine(one),
      previous: previous?.day ?? null,
      next: next?.day ?? null,
      events: byTie(part(events), (things) => ({ lines: things.map(toEventLine) })),
      quotes: byTie(part(quotes), (things) => ({
        occasions: groupBySpeaker(things).flatMap((own) => toOccasions(own.quotes)),
      })),
      articles: part(articles).map(toArticleLine),
    }
  })
}

function byTie<Thing, Shown>(tied: readonly Tied<Thing>[], toShown: (things: Thing[]) => Shown) {
  return ties.flatMap((as) => {
    const things = tied.filter((one) => one.as === as).map(({ thing }) => thing)
    return things.length > 0 ? [{ as, ...toShown(things) }] : []
  })
}

function toLine({ articles, day, events, quotes }: Day): DayLine {
  return { day, url: urls.day(day), events: events.length, quotes: quotes.length, articles: articles.length }
}

/** The timeline needs them for each of its pages. */
const made = new WeakMap<NewsRecord, Day[]>()

function daysOf(record: NewsRecord): Day[] {
  return getOrMake(made, record, () => findDays(record))
}

function findDays(record: NewsRecord): Day[] {
  const days = new Map<string, Day>()
  const put = (when: When | null, add: (day: Day, as: DayTie) => void): void => {
    if (!when) return
    const as = toIsoDay(when) === null ? 'perhaps' : 'on'
    for (const day of daysIn(when)) {
      add(
        getOrMake(days, day, () => ({ day, events: [], quotes: [], articles: [] })),
        as,
      )
    }
  }
  for (const event of record.events) {
    put(event.date, ({ events }, as) => events.push({ as, thing: event }))
    put(event.slippedTo, ({ events }) => events.push({ as: 'slipped', thing: event }))
  }
  for (const quote of record.quotes) {
    const others = quote.wordings.flatMap(({ said }) => (said ? [said] : []))
    if (quote.said) put(quote.said, ({ quotes }, as) => quotes.push({ as, thing: quote }))
    else if (others.length === 0) put(quote.reported, ({ quotes }) => quotes.push({ as: 'reported', thing: quote }))
    // Wordings that contradict each other; of those that agree, each has a page for the days that it prints.
    for (const said of others)
      put(said, ({ quotes }) => {
        if (!quote.said && !quotes.some(({ thing }) => thing === quote)) quotes.push({ as: 'perhaps', thing: quote })
      })
  }
  for (const article of record.articles) put(article.published, ({ articles }) => articles.push(article))
  const sorted = [...days.values()].toSorted((a, b) => compare(a.day, b.day))
  return sorted.map((day) => ({
    ...day,
    events: day.events.toSorted(compareTies),
    quotes: day.quotes.toSorted(compareTies),
  }))
}

function compareTies(a: Tied<unknown>, b: Tied<unknown>): number {
  return ties.indexOf(a.as) - ties.indexOf(b.as)
}
