/** Which feeds there are: everything, quotes, events, and one for each speaker and each topic. */
import { compare } from '../lists.ts'
import { toWhen } from '../record/when.ts'
import { urls } from '../urls.ts'
import type { ArticleView } from '../views/article.ts'
import type { CorrectionView } from '../views/correction.ts'
import type { EventView } from '../views/event.ts'
import type { QuoteView } from '../views/quote.ts'
import type { Views } from '../views/views.ts'
import { joinWords } from '../words/count.ts'
import { say } from '../words/say.ts'
import { daysOf, type FeedEntry, type Told, toEntry, toMoment, viewOf } from './entries.ts'
import { feedFormats } from './formats.ts'
import { toPermanentId } from './permanent-id.ts'
import { toLine } from './plain.ts'

/** Entries of a feed at most; what is older is on the site. */
export const feedLength = 200

export interface Feed {
  /** `quotes`, `speakers/mara-lodzinska`: its folder below `/feeds/`. */
  name: string
  /** What it holds, for links and lists: `Statements`, `Mara Łodzińska`. */
  label: string
  title: string
  description: string
  id: string
  /** Path of the page that shows the same. */
  page: string
  language: string
  siteName: string
  updated: string
  entries: FeedEntry[]
}

/** Names of the feeds of a page, in the order in which a page lists them. */
export const feedNames = {
  everything: 'everything',
  quotes: 'quotes',
  events: 'events',
  corrections: 'corrections',
  speaker: (id: string) => `speakers/${id}`,
  topic: (id: string) => `topics/${id}`,
}

/** A feed before its entries are made. */
interface Outline extends Pick<Feed, 'name' | 'label' | 'page' | 'description'> {
  told: () => Told[]
}

/** The feeds as a page lists them. */
export function toFeedGroups(views: Views) {
  const feeds = outline(views).map(({ name, label, page }) => ({ name, label, page, formats: toFormats(name) }))
  const isOf = (folder: string) => (feed: { name: string }) => feed.name.startsWith(`${folder}/`)
  const groups = [
    { name: say('feeds.whole'), feeds: feeds.filter(({ name }) => !name.includes('/')) },
    { name: say('feeds.speaker'), feeds: feeds.filter(isOf('speakers')) },
    { name: say('feeds.topic'), feeds: feeds.filter(isOf('topics')) },
  ]
  return groups.filter((group) => group.feeds.length > 0)
}

/** A feed for the head of a page, in the one format that every reader knows: the page of the feeds has the others. */
export function toFeedLinks(name: string, label: string): { type: string; title: string; href: string }[] {
  const [first] = toFormats(name)
  return first ? [{ type: first.type, title: label, href: urls.absolute(first.url) }] : []
}

function toFormats(name: string): { name: string; type: string; url: string }[] {
  return feedFormats.map((format) => ({ name: format.name, type: format.type, url: urls.feed(name, format.file) }))
}

/** All feeds, the newest entries first. */
export function toFeeds(views: Views): Feed[] {
  const { site } = views
  const entries = new Map<object, FeedEntry>()
  const quotes = new Map(views.quotes.map((quote) => [quote.id, quote]))
  const recordUpdated = newestDay([
    ...views.articles.map((article): Told => ({ is: 'article', article, quotes })),
    ...views.events.map(fromEvent),
  ])
  return outline(views).map(({ told, name, label, page, description }) => {
    const newest = told()
      .map((one) => ({ one, added: daysOf(one).last, day: dayOf(one) }))
      .sort((a, b) => compare(b.added, a.added) || b.day - a.day)
      .slice(0, feedLength)
      .map(({ one }) => one)
    return {
      name,
      label,
      page,
      description: toLine(description),
      title: toLine(joinWords([site.name, label], 'colon')),
      id: toPermanentId(urls.feed(name)),
      language: site.language,
      siteName: toLine(site.name),
      updated: toMoment(newestDay(newest) ?? recordUpdated ?? '1970-01-01'),
      entries: newest.map((one) => recall(entries, one)),
    }
  })
}

function outline({ articles, corrections, events, quotes, site, speakers, topics }: Views): Outline[] {
  const quoteOf = new Map(quotes.map((quote) => [quote.id, quote]))
  const eventOf = new Map(events.map((event) => [event.id, event]))
  const fromArticle = (article: ArticleView): Told => ({ is: 'article', article, quotes: quoteOf })
  const ofBoth = (ids: { events: string[]; quotes: string[] }): Told[] => [
    ...ids.events.flatMap((id) => eventOf.get(id) ?? []).map(fromEvent),
    ...ids.quotes.flatMap((id) => quoteOf.get(id) ?? []).map(fromQuote),
  ]
  return [
    {
      name: feedNames.everything,
      label: say('feeds.everything'),
      page: urls.home(),
      description: say('feeds.everythingIs', { subject: site.subject }),
      told: () => [
        ...corrections.map(fromCorrection),
        ...articles.map(fromArticle),
        ...events.map(fromEvent),
        ...quotes.map(fromQuote),
      ],
    },
    {
      name: feedNames.quotes,
      label: say('nav.quotes'),
      page: urls.quotes(),
      description: say('feeds.statementsIs'),
      told: () => quotes.map(fromQuote),
    },
    {
      name: feedNames.events,
      label: say('field.events'),
      page: urls.timeline(),
      description: say('feeds.eventsIs'),
      told: () => events.map(fromEvent),
    },
    ...(corrections.length > 0
      ? [
          {
            name: feedNames.corrections,
            label: say('corrections.title'),
            page: urls.corrections(),
            description: say('feeds.correctionsIs'),
            told: () => corrections.map(fromCorrection),
          },
        ]
      : []),
    ...speakers.map((speaker) => ({
      name: feedNames.speaker(speaker.id),
      label: speaker.name,
      page: speaker.url,
      description: say('feeds.speakerIs', { name: speaker.name }),
      told: () => ofBoth(speaker),
    })),
    ...topics.map((topic) => ({
      name: feedNames.topic(topic.id),
      label: topic.name,
      page: topic.url,
      description: say('feeds.topicIs', { name: topic.name }),
      told: () => ofBoth(topic),
    })),
  ]
}

const fromQuote = (quote: QuoteView): Told => ({ is: 'quote', quote })
const fromEvent = (event: EventView): Told => ({ is: 'event', event })
const fromCorrection = (correction: CorrectionView): Told => ({ is: 'correction', correction })

/** The day it was said, or happened, or was published; events without a bound come last. */
function dayOf(told: Told): number {
  const when = toWhen(dateOf(told) ?? '')
  if (!when) return 0
  return Number.isFinite(when.latest) ? when.latest : Number.isFinite(when.earliest) ? when.earliest : 0
}

function dateOf(told: Told): string | null {
  switch (told.is) {
    case 'quote':
      return told.quote.said ?? told.quote.reported
    case 'event':
      return told.event.date
    case 'article':
      return told.article.published
    case 'correction':
      return told.correction.date
  }
}

function newestDay(told: readonly Told[]): string | null {
  let newest: string | null = null
  for (const one of told) {
    const { last } = daysOf(one)
    if (newest === null || last > newest) newest = last
  }
  return newest
}

/** An entry is made once, though several feeds have it. */
function recall(entries: Map<object, FeedEntry>, told: Told): FeedEntry {
  const key = viewOf(told)
  const known = entries.get(key)
  if (known) return known
  const entry = toEntry(told)
  entries.set(key, entry)
  return entry
}
