/** What the record consists of and where it ends. Every figure is computed. */
import type { ContentsView } from '../views/front.ts'
import type { Reach, SiteView } from '../views/site.ts'
import { count, tally, toNumber } from './count.ts'
import { type DateStyle, toWords } from './dates.ts'

type Size = Pick<SiteView, 'articles' | 'quotes' | 'events'>

/** `2 articles, 31 quotes, 20 events` */
export function describeSize({ articles, quotes, events }: Size): string {
  return [count(articles, 'article'), count(quotes, 'quote'), count(events, 'event')].join(', ')
}

/** The days on which its articles were published: `21 August 2025`, `20–21 August 2025`; null in an empty record. */
export function describeExtent({ extent }: Pick<Reach, 'extent'>): string | null {
  if (!extent) return null
  const { first, last } = extent
  return first === last ? toWords(first) : toWords(`${first}/${last}`)
}

/** The last day of the record; null in an empty one. */
export function describeEnd({ extent }: Pick<Reach, 'extent'>, style: DateStyle = 'long'): string | null {
  return extent ? toWords(extent.last, style) : null
}

/** What a page is drawn from, with the reminder that a record is never whole. */
export function describeSource(site: SiteView): string {
  const extent = describeExtent(site)
  if (!extent) return 'The record is empty.'
  const isOneDay = site.extent?.first === site.extent?.last
  return `Drawn from ${describeSize(site)}; the articles were published ${isOneDay ? 'on ' : ''}${extent}. Not found here does not mean not said.`
}

/** What a search goes through. */
export function describeSearched(site: SiteView): string {
  const extent = describeExtent(site)
  if (!extent) return 'There is nothing on record yet.'
  return `Searched: ${count(site.articles, 'article')} with ${count(site.quotes, 'quote')}, published ${extent}. Not found here does not mean not said.`
}

/** One line of what the record consists of. */
export interface Content {
  what: 'articles' | 'quotes' | 'speakers' | 'events'
  number: string
  noun: string
  /** How many of which sort. */
  detail: string
}

/** What the record consists of, each sort with what it is made up of. */
export function describeContents({ articles, events, outlets, quotes, speakers, unnamed }: ContentsView): Content[] {
  const line = (what: Content['what'], number: number, detail: string): Content => {
    const noun = what.slice(0, number === 1 ? -1 : undefined)
    return { what, number: toNumber(number), noun, detail }
  }
  return [
    line('articles', articles, `from ${count(outlets, 'outlet')}`),
    line('quotes', quotes.direct + quotes.mixed + quotes.indirect, tally(quotes)),
    line('speakers', speakers, unnamed > 0 ? `${toNumber(unnamed)} of them not named` : 'with words on record'),
    line(
      'events',
      Object.values(events).reduce((sum, number) => sum + number, 0),
      tally(events),
    ),
  ]
}

/** The story's name and subject, for the front page and where no other title is known. */
export function toFrontTitle({ name, subject }: Pick<SiteView, 'name' | 'subject'>): string {
  return `${name}: ${subject}`
}
