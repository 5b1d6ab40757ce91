/** Which feeds there are: everything, quotes, events, and one for each speaker and each topic. */
import type { Article, Correction, NewsEvent, NewsRecord, Quote, When } from '../record/types.ts'
import { urls } from '../urls.ts'
import { daysOf, type FeedEntry, type Told, toEntry, toMoment } from './entries.ts'
import { toPermanentId } from './permanent-id.ts'
import { toLine } from './plain.ts'

/** Entries of a feed at most; what is older is on the site. */
export const feedLength = 200

export interface Feed {
  /** `quotes`, `speakers/mara-lodzinska`: its folder below `/feeds/`. */
  name: string
  /** What it holds, for links and lists: `Quotes`, `Mara Łodzińska`. */
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

/** A feed without its entries: what a list of feeds needs. */
export type FeedHead = Pick<Feed, 'name' | 'label' | 'page' | 'description'>

interface Outline extends FeedHead {
  told: () => Told[]
}

/** All feeds, without their entries. */
export function listFeeds(record: NewsRecord): FeedHead[] {
  return outline(record).map(({ name, label, page, description }) => ({ name, label, page, description }))
}

/** All feeds, the newest entries first. */
export function toFeeds(record: NewsRecord): Feed[] {
  const { story } = record
  const entries = new Map<object, FeedEntry>()
  const recordUpdated = newestDay([...record.articles.map(fromArticle), ...record.events.map(fromEvent)])
  const moment = (a: Told) => daysOf(a).last
  return outline(record).map(({ told, name, label, page, description }) => {
    const newest = told()
      .map((one) => ({ one, added: moment(one), day: dayOf(one) }))
      .sort((a, b) => compareText(b.added, a.added) || b.day - a.day)
      .slice(0, feedLength)
      .map(({ one }) => one)
    return {
      name,
      label,
      page,
      description: toLine(description),
      title: toLine(`${story.name}: ${label}`),
      id: toPermanentId(urls.feed(name)),
      language: story.language,
      siteName: toLine(story.name),
      updated: toMoment(newestDay(newest) ?? recordUpdated ?? '1970-01-01'),
      entries: newest.map((one) => recall(entries, one)),
    }
  })
}

function outline({ story, quotes, events, articles, speakers, topics, corrections }: NewsRecord): Outline[] {
  return [
    {
      name: feedNames.everything,
      label: 'Everything',
      page: urls.home(),
      description: `Quotes, events, articles and corrections: ${story.subject}`,
      told: () => [
        ...corrections.map(fromCorrection),
        ...articles.map(fromArticle),
        ...events.map(fromEvent),
        ...quotes.map(fromQuote),
      ],
    },
    {
      name: feedNames.quotes,
      label: 'Quotes',
      page: urls.quotes(),
      description: 'Every quote, with who said it and which outlet has it in which words',
      told: () => quotes.map(fromQuote),
    },
    {
      name: feedNames.events,
      label: 'Events',
      page: urls.timeline(),
      description: 'What happened and what is expected, as the articles report it',
      told: () => events.map(fromEvent),
    },
    ...(corrections.length > 0
      ? [
          {
            name: feedNames.corrections,
            label: 'Corrections',
            page: urls.corrections(),
            description: 'What this record said, what it says now, and why',
            told: () => corrections.map(fromCorrection),
          },
        ]
      : []),
    ...speakers.map((speaker) => ({
      name: feedNames.speaker(speaker.id),
      label: speaker.name,
      page: speaker.url,
      description: `What ${speaker.name} said, and the events with ${speaker.name}`,
      told: () => [...speaker.events.map(fromEvent), ...speaker.quotes.map(fromQuote)],
    })),
    ...topics.map((topic) => ({
      name: feedNames.topic(topic.id),
      label: topic.name,
      page: topic.url,
      description: `Quotes and events on this question: ${topic.name}`,
      told: () => [...topic.events.map(fromEvent), ...topic.quotes.map(fromQuote)],
    })),
  ]
}

const fromQuote = (quote: Quote): Told => ({ is: 'quote', quote })
const fromEvent = (event: NewsEvent): Told => ({ is: 'event', event })
const fromCorrection = (correction: Correction): Told => ({ is: 'correction', correction })
const fromArticle = (article: Article): Told => ({ is: 'article', article })

/** The day it was said, or happened, or was published; events without a bound come last. */
function dayOf(told: Told): number {
  const when = whenOf(told)
  return Number.isFinite(when?.latest)
    ? (when?.latest ?? 0)
    : Number.isFinite(when?.earliest)
      ? (when?.earliest ?? 0)
      : 0
}

function whenOf(told: Told): When | null {
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
  const key = thingOf(told)
  const known = entries.get(key)
  if (known) return known
  const entry = toEntry(told)
  entries.set(key, entry)
  return entry
}

function thingOf(told: Told): object {
  switch (told.is) {
    case 'quote':
      return told.quote
    case 'event':
      return told.event
    case 'article':
      return told.article
    case 'correction':
      return told.correction
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
