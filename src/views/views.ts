/** All views of a record, for what is written of the whole of it: data files, feeds, the search index. */
import { z } from 'zod'
import { getOrMake } from '../lists.ts'
import type { Move, NewsRecord } from '../record/types.ts'
import { type AnnotationView, toAnnotations } from './annotation.ts'
import { type ArticleView, toArticleView } from './article.ts'
import { toTexts } from './article-page.ts'
import { type CorrectionView, toCorrectionView, toWithdrawnView, type WithdrawnView } from './correction.ts'
import { type DayLine, toDayLines } from './day.ts'
import { type EventView, toEventView } from './event.ts'
import { type OutletView, toOutletView } from './outlet.ts'
import { toPictured } from './pictured.ts'
import { type Proof, toProof } from './proof.ts'
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
  days: DayLine[]
  moves: readonly Move[]
  /** Words that search takes for the same. */
  equals: NewsRecord['story']['equals']
  /** The texts that this site prints of each article, in the order of `articles`. */
  texts: ReturnType<typeof toTexts>[]
  /** Each wording once more, as a Web Annotation. */
  annotations: AnnotationView[]
  /** By which a stranger can see that words are those that were printed. */
  proof: Proof
  /** Pages with a picture of their own. */
  pictured: ReadonlySet<string>
}

export const place = z.strictObject({
  id: z.string().describe('Name of its file, without the ending.'),
  name: z.string().describe('The name the site uses.'),
  aliases: z.array(z.string()).describe('Every other spelling, in any script.'),
})
export type PlaceView = z.output<typeof place>

const makers: { [Name in keyof Views]: (record: NewsRecord) => Views[Name] } = {
  site: toSiteView,
  articles: ({ articles }) => articles.map(toArticleView),
  quotes: ({ quotes }) => quotes.map(toQuoteView),
  events: ({ events }) => events.map(toEventView),
  speakers: (record) => record.speakers.map((speaker) => toSpeakerView(speaker, record)),
  topics: ({ topics }) => topics.map(toTopicView),
  outlets: ({ outlets }) => outlets.map(toOutletView),
  places: ({ places }) => places.map(({ aliases, id, name }) => ({ id, name, aliases })),
  corrections: ({ corrections }) => corrections.map(toCorrectionView),
  withdrawn: ({ withdrawn }) => withdrawn.map(toWithdrawnView),
  days: toDayLines,
  moves: ({ moves }) => moves,
  equals: ({ story }) => story.equals,
  texts: ({ articles }) => articles.map(toTexts),
  annotations: ({ articles }) => articles.flatMap(toAnnotations),
  proof: toProof,
  pictured: (record) => toPictured(record),
}

/** Each list is made when it is first asked for, and once. */
export function toViews(record: NewsRecord): Views {
  const made = new Map<string, unknown>()
  const getters = Object.entries(makers).map(([name, toView]) => [
    name,
    { get: () => getOrMake(made, name, () => toView(record)), enumerable: true },
  ])
  return Object.defineProperties({}, Object.fromEntries(getters)) as Views
}
