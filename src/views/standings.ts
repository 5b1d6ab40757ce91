/** Where each stands: what every speaker last said on every topic. */

import type { NewsRecord, Quote, Speaker, Topic } from '../record/types.ts'
import { urls } from '../urls.ts'
import { toLink } from './links.ts'
import { compareNewest } from './newest.ts'
import { groupBySpeaker } from './occasions.ts'
import { pageSize } from './pages.ts'
import { type QuoteLine, toQuoteLine } from './quote.ts'
import type { Link } from './shapes.ts'

export interface StandingsView {
  /** Those who have said something on a topic, who said most first. */
  speakers: Link[]
  /** How many more speakers have said something on a topic than the table has room for. */
  left: number
  /** One a topic; `latest` has one entry a speaker, in the order of `speakers`, null when nothing is on record. */
  rows: { topic: Link; latest: (PositionView | null)[] }[]
}

/** A speaker's newest words on a topic, and how many other quotes of theirs answer it. */
interface PositionView {
  quote: QuoteLine
  others: number
  /** Where all their words on it stand. */
  url: string
}

/** The newest words of each speaker on each topic; at most `most` speakers, so that the table stays one; null without a row. */
export function toStandingsView({ topics }: Pick<NewsRecord, 'topics'>, most = 6): StandingsView | null {
  const asked = topics.filter(({ quotes }) => quotes.length > 0)
  if (asked.length === 0) return null
  const answers = new Map<Speaker, number>()
  for (const { quotes } of asked)
    for (const { speaker } of quotes) answers.set(speaker, (answers.get(speaker) ?? 0) + 1)
  const speakers = [...answers.entries()]
    .toSorted(([a, first], [b, second]) => second - first || a.name.localeCompare(b.name, 'en'))
    .slice(0, most)
    .map(([speaker]) => speaker)
  return {
    speakers: speakers.map(toLink),
    left: answers.size - speakers.length,
    rows: asked.map((topic) => {
      const own = new Map(speakersOnTopic(topic).map((one) => [one.speaker, one]))
      return { topic: toLink(topic), latest: speakers.map((speaker) => positionOf(own.get(speaker))) }
    }),
  }
}

/** A speaker's quotes on a topic, in the order they were said, and the pages on which they stand among those of the others. */
export interface SpeakerOnTopic {
  speaker: Speaker
  quotes: Quote[]
  pages: string[]
  url: string
}

/** What each speaker has said on a topic, in the order in which the speakers first spoke. */
export function speakersOnTopic(topic: Pick<Topic, 'id' | 'quotes'>): SpeakerOnTopic[] {
  let before = 0
  return groupBySpeaker(topic.quotes).map(({ speaker, quotes }) => {
    const from = Math.floor(before / pageSize.quotes) + 1
    before += quotes.length
    const pages = Array.from({ length: Math.ceil(before / pageSize.quotes) - from + 1 }, (_, more) =>
      urls.listPage(urls.topicSpeakers(topic.id), from + more),
    )
    return { speaker, quotes, pages, url: `${pages[0]}#${speaker.id}` }
  })
}

/** Where a speaker's words on a topic stand by themselves; without scripts, among those of the others. */
export function urlOnTopic(topic: Topic, speaker: Speaker): string {
  const own = speakersOnTopic(topic).find((one) => one.speaker === speaker)
  return own?.url.replace('#', `?with=${speaker.id}#`) ?? urls.topicSpeakers(topic.id)
}

function positionOf(spoken: SpeakerOnTopic | undefined): PositionView | null {
  const [quote, ...others] = spoken?.quotes.toSorted(compareNewest) ?? []
  return spoken && quote ? { quote: toQuoteLine(quote), others: others.length, url: spoken.url } : null
}
