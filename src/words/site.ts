/** What the record consists of and where it ends. Every figure is computed. */
import type { ContentsView } from '../views/front.ts'
import type { Reach, SiteView } from '../views/site.ts'
import { count, joinWords } from './count.ts'
import { type DateStyle, toWords } from './dates.ts'
import { say } from './say.ts'

type Size = Pick<SiteView, 'articles' | 'quotes' | 'events'>

/** `2 articles, 31 statements, 20 events` */
export function describeSize({ articles, quotes, events }: Size): string {
  return joinWords([count(articles, 'articles'), count(quotes, 'statements'), count(events, 'events')])
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
  if (!extent) return say('site.empty')
  const isOneDay = site.extent?.first === site.extent?.last
  return say(isOneDay ? 'site.drawnOn' : 'site.drawnOver', { size: describeSize(site), extent })
}

/** What a search goes through. */
export function describeSearched(site: SiteView): string {
  const extent = describeExtent(site)
  if (!extent) return say('site.nothing')
  return say('site.searched', {
    articles: count(site.articles, 'articles'),
    statements: count(site.quotes, 'statements'),
    extent,
  })
}

/** A count that leads to what is counted, with what is said of some of them. */
export interface Content {
  what: 'articles' | 'quotes' | 'speakers' | 'events'
  words: string
  note: string | null
}

/** What the record consists of, for one line: `2 articles`, `31 statements`, of which `7 quoted`, … */
export function describeContents({ articles, events, quoted, quotes, speakers, unnamed }: ContentsView): Content[] {
  return [
    { what: 'articles', words: count(articles, 'articles'), note: null },
    { what: 'quotes', words: count(quotes, 'statements'), note: quoted > 0 ? say('site.quoted', { n: quoted }) : null },
    {
      what: 'speakers',
      words: count(speakers, 'speakers'),
      note: unnamed > 0 ? say('site.unnamed', { n: unnamed }) : null,
    },
    { what: 'events', words: count(events, 'events'), note: null },
  ]
}

/** The story's name and subject, for the front page and where no other title is known. */
export function toFrontTitle({ name, subject }: Pick<SiteView, 'name' | 'subject'>): string {
  return joinWords([name, subject], 'colon')
}
