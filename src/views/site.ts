/** What stands around every page, and, apart from that, what the whole record consists of: that changes with every article. */
import { z } from 'zod'
import { take } from '../lists.ts'
import type { NewsRecord } from '../record/types.ts'
import { urls } from '../urls.ts'
import { address, count, date, day, language, words } from './shapes.ts'

export const story = z.strictObject({
  name: words.describe('Name of the site.'),
  subject: z.string().describe('What the story is about, in a few words.'),
  language: language.describe('Language of the site (BCP 47).'),
  url: address.describe('The front page.'),
  contact: z.string().nullable().describe('Where corrections go; null when the story gives no address.'),
})

/** How far the record reaches. */
export const reach = z.strictObject({
  extent: z
    .strictObject({ first: date, last: date })
    .nullable()
    .describe('First and last publication day; null in an empty record.'),
  asOf: day
    .nullable()
    .describe('The newest day on which anything came into the record or was changed in it; null in an empty record.'),
  following: z.boolean().describe('Whether the story is still being followed.'),
})
export type Reach = z.output<typeof reach>

const site = z.strictObject({
  ...story.shape,
  ...reach.shape,
  articles: count.describe('How many articles are on record.'),
  quotes: count.describe('How many quotes.'),
  events: count.describe('How many events.'),
})
export type SiteView = z.output<typeof site>

/** What stands around every page: no more of the record than each of them shows. */
export type AroundView = z.output<typeof story> & Pick<Reach, 'following'>

export function toAroundView(site: SiteView): AroundView {
  return take(site, 'name', 'subject', 'language', 'url', 'contact', 'following')
}

/** What the whole record consists of. */
export function toSiteView(record: NewsRecord): SiteView {
  return {
    ...take(record.story, 'name', 'subject', 'language', 'contact'),
    url: urls.home(),
    ...toReach(record),
    articles: record.articles.length,
    quotes: record.quotes.length,
    events: record.events.length,
  }
}

export function toReach({ asOf, extent, story }: Pick<NewsRecord, 'asOf' | 'extent' | 'story'>): Reach {
  return { extent: extent && { first: extent.first.edtf, last: extent.last.edtf }, asOf, following: story.following }
}
