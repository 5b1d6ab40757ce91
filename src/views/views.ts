/** All views of a record, for what is written of the whole of it: data files, feeds, the search index. */
import { z } from 'zod'
import type { Article, Move, NewsRecord } from '../record/types.ts'
import { type ArticleView, toArticleView } from './article.ts'
import { toTexts } from './article-page.ts'
import { type CorrectionView, toCorrectionView, toWithdrawnView, type WithdrawnView } from './correction.ts'
import { type EventView, toEventView } from './event.ts'
import { type OutletView, toOutletView } from './outlet.ts'
import { toPictured } from './pictured.ts'
import { type QuoteView, toQuoteView } from './quote.ts'
import { type SiteView, toSiteView } from './site.ts'
import { type SpeakerView, toSpeakerView } from './speaker.ts'
import { type TopicView, toTopicView } from './topic.ts'

export interface Views {
  site: SiteView
  articles: ArticleView[]
  quotes: QuoteView[]
  events: EventView[]
  speakers: SpeakerView[]
  topics: TopicView[]
  outlets: OutletView[]
  places: PlaceView[]
  corrections: CorrectionView[]
  withdrawn: WithdrawnView[]
  moves: readonly Move[]
  /** Words that search takes for the same. */
  equals: NewsRecord['story']['equals']
  /** The texts that this site prints of each article, in the order of `articles`. */
  texts: ReturnType<typeof toTexts>[]
  /** Pages with a picture of their own. */
  pictured: ReadonlySet<string>
}

export const place = z.strictObject({
  id: z.string().describe('Name of its file, without the ending.'),
  name: z.string().describe('The name the site uses.'),
  aliases: z.array(z.string()).describe('Every other spelling, in any script.'),
})
export type PlaceView = z.output<typeof place>

/** Each list is made when it is first asked for, and once. */
export function toViews(record: NewsRecord): Views {
  const made = new Map<keyof Views, unknown>()
  const make = <Name extends keyof Views>(name: Name, toView: () => Views[Name]): Views[Name] => {
    if (!made.has(name)) made.set(name, toView())
    return made.get(name) as Views[Name]
  }
  const end = record.extent?.last ?? null
  return {
    get site() {
      return make('site', () => toSiteView(record))
    },
    get articles() {
      return make('articles', () => record.articles.map(toArticleView))
    },
    get quotes() {
      return make('quotes', () => record.quotes.map(toQuoteView))
    },
    get events() {
      return make('events', () => record.events.map(toEventView))
    },
    get speakers() {
      return make('speakers', () => record.speakers.map((speaker) => toSpeakerView(speaker, end)))
    },
    get topics() {
      return make('topics', () => record.topics.map(toTopicView))
    },
    get outlets() {
      return make('outlets', () => record.outlets.map(toOutletView))
    },
    get places() {
      return make('places', () => record.places.map(({ aliases, id, name }) => ({ id, name, aliases })))
    },
    get corrections() {
      return make('corrections', () => record.corrections.map(toCorrectionView))
    },
    get withdrawn() {
      return make('withdrawn', () => record.withdrawn.map(toWithdrawnView))
    },
    moves: record.moves,
    equals: record.story.equals,
    get texts() {
      return make('texts', () => record.articles.map((article: Article) => toTexts(article)))
    },
    get pictured() {
      return make('pictured', () => toPictured(record))
    },
  }
}
