/** The pages of a topic: as a story in time, and by speaker. */

import type { NewsRecord, ProseNode, Topic } from '../record/types.ts'
import { urls } from '../urls.ts'
import { type CorrectionView, toCorrectionView } from './correction.ts'
import { type EventLine, toEventLine } from './event.ts'
import { toLink } from './links.ts'
import { openEvents } from './newest.ts'
import { groupBySpeaker, type OccasionView, toOccasions } from './occasions.ts'
import { type PageOf, pageSize, toPages } from './pages.ts'
import { quotesOnScale, type ScaleView, toScaleView } from './scale-page.ts'
import type { Link } from './shapes.ts'
import { speakersOnTopic } from './standings.ts'
import { type TopicView, toTopicView } from './topic.ts'
import { type StoryPeriod, toPeriods, toTopicStory } from './topic-story.ts'

interface TopicHeadView {
  page: PageOf
  topic: TopicView
  /** Our sentences, with their links. */
  summary: ProseNode[]
}

/** A page of a topic in time. */
export interface TopicPageView extends TopicHeadView {
  periods: StoryPeriod[]
  /** What stands beside the story on its first page; null on the others. */
  first: {
    scale: ScaleView | null
    /** What is expected, with how many there are in all. */
    ahead: { lines: EventLine[]; total: number }
    corrections: CorrectionView[]
    speakers: SpeakersOnTopic
  } | null
}

/** What each has said: how many quotes, and where; on a topic's first page not of all. */
export interface SpeakersOnTopic {
  lines: { id: string; name: string; quotes: number; url: string; pages: string[] }[]
  total: number
}

/** A page of a topic by speaker. */
export interface TopicSpeakersView extends TopicHeadView {
  all: SpeakersOnTopic
  speakers: { speaker: Link; occasions: OccasionView[] }[]
}

/** So many beside the story; other pages have the rest. */
const mostBeside = 40

export function toTopicPageViews(one: Topic, record: NewsRecord): TopicPageView[] {
  const story = toTopicStory(one)
  return toPages(story, pageSize.story).map(({ items, number, last }) => ({
    ...toHead(one, { list: one.url, number, last }),
    periods: toPeriods(items),
    first: number === 1 ? toFirst(one, record) : null,
  }))
}

export function toTopicSpeakersViews(one: Topic): TopicSpeakersView[] {
  const quotes = groupBySpeaker(one.quotes).flatMap((own) => own.quotes)
  const all = toSpeakers(one)
  return toPages(quotes, pageSize.quotes).map(({ items, number, last }) => ({
    ...toHead(one, { list: urls.topicSpeakers(one.id), number, last }),
    all,
    speakers: groupBySpeaker(items).map((own) => ({
      speaker: toLink(own.speaker),
      occasions: toOccasions(own.quotes),
    })),
  }))
}

function toHead(one: Topic, page: PageOf): TopicHeadView {
  return { page, topic: toTopicView(one), summary: one.summaryNodes }
}

function toFirst(one: Topic, record: NewsRecord): TopicPageView['first'] {
  const ahead = openEvents(one)
  return {
    scale: toScaleView(one.events, record, quotesOnScale(one.quotes)),
    ahead: { lines: ahead.slice(0, mostBeside).map(toEventLine), total: ahead.length },
    corrections: one.corrections.map(toCorrectionView),
    speakers: toSpeakers(one, mostBeside),
  }
}

function toSpeakers(one: Topic, most = Number.POSITIVE_INFINITY): SpeakersOnTopic {
  const lines = speakersOnTopic(one).map(({ speaker: { id, name }, quotes, ...where }) => ({
    id,
    name,
    quotes: quotes.length,
    ...where,
  }))
  return { lines: lines.slice(0, most), total: lines.length }
}
