/** What stands around every page, and, apart from that, what the whole record consists of: that changes with every article. */
import { z } from 'zod'
import { take } from '../lists.ts'
import { type ProseNode, textOf } from '../markdown/nodes.ts'
import type { NewsRecord } from '../record/types.ts'
import type { Pair } from '../schema/colours.ts'
import { coloursOf, type SettingsData } from '../schema/index.ts'
import { slug } from '../schema/names.ts'
import { aboutId, urls } from '../urls.ts'
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
export type SiteView = z.output<typeof site> & { look: LookView; drawn: DrawnLook | null; favicon: string | null }

/** A link at the head or foot of each page. */
interface SiteLink {
  name: string
  url: string
  /** The part of the site that it leads to; null for a page of one's own, and elsewhere. */
  of: string | null
}

/** What is the story's own around every page. It is of the site, not of the record: no data file has it. */
interface LookView {
  paper: Pair
  /** File of the record's folder, and its address below the base. */
  logo: string | null
  /** In place of our links; null where the story has none of its own. */
  navigation: SiteLink[] | null
  /** Pages of one's own, by where their links stand. */
  pages: { navigation: SiteLink[]; foot: SiteLink[] }
  /** Parts of the page on the record itself to which the foot of each page leads, where it has them. */
  about: ('rights' | 'data')[]
  script: SettingsData['script']
  /** Whether text and labels are set in type of the story's own. */
  ownType: { text: boolean; labels: boolean }
}

/** How pictures for sharing are drawn, where that is not as ours are. */
export interface DrawnLook {
  colours: { [name: string]: string }
  fonts: NonNullable<SettingsData['fonts']>
}

/** What stands around every page: no more of the record than each of them shows. */
export type AroundView = z.output<typeof story> & Pick<Reach, 'following'> & { look: LookView }

export function toAroundView(site: SiteView): AroundView {
  return take(site, 'name', 'subject', 'language', 'url', 'contact', 'following', 'look')
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
    look: toLookView(record),
    drawn: toDrawnLook(record.settings),
    favicon: record.settings.favicon,
  }
}

export function toReach({ asOf, extent, story }: Pick<NewsRecord, 'asOf' | 'extent' | 'story'>): Reach {
  return { extent: extent && { first: extent.first.edtf, last: extent.last.edtf }, asOf, following: story.following }
}

function toLookView({ pages, settings }: Pick<NewsRecord, 'pages' | 'settings'>): LookView {
  const navigation = settings.navigation.map(toSiteLink)
  const linked = (where: string) =>
    pages.flatMap(({ id, linked, title, url }) =>
      linked === where && id !== aboutId && !navigation.some((link) => link.url === url)
        ? [{ name: title, url, of: null }]
        : [],
    )
  const about = pages.find(({ id }) => id === aboutId)
  const parts = about && new Set(about.bodyNodes.map(toSectionId))
  return {
    paper: coloursOf(settings).paper,
    logo: settings.logo,
    navigation: navigation.length > 0 ? navigation : null,
    pages: { navigation: linked('navigation'), foot: linked('foot') },
    about: (['rights', 'data'] as const).filter((part) => !parts || parts.has(part)),
    script: settings.script,
    ownType: { text: Boolean(settings.fonts?.text.length), labels: Boolean(settings.fonts?.labels.length) },
  }
}

/** The id of what stands below a heading, made of its words; none for another node. */
export function toSectionId(node: ProseNode): string {
  return typeof node === 'object' && node.tag === 'h2' ? slug(textOf(node.children)) : ''
}

function toSiteLink({ name, to }: SettingsData['navigation'][number]): SiteLink {
  if (/^https?:/.test(to)) return { name, url: to, of: null }
  const [, page] = /^pages\/(.+)/.exec(to) ?? []
  if (page) return { name, url: urls.ownPage(page), of: null }
  return { name, url: urls.page(`${to}/`), of: to === 'articles' ? 'archive' : to }
}

function toDrawnLook(settings: SettingsData): DrawnLook | null {
  const { colours, fonts } = settings
  if (!colours && !fonts) return null
  const byDay = Object.entries(coloursOf(settings)).map(([name, { light }]) => [name, light])
  return { colours: Object.fromEntries(byDay), fonts: fonts ?? { text: [], labels: [] } }
}
