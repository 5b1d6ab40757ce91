/** Where each stands: what every speaker last said on every topic. */
import { urls } from '../urls.ts'
import { compareNewest } from './newest.ts'
import { pageSize } from './pages.ts'
import type { NewsRecord, Quote, Speaker, Topic } from './types.ts'

export interface Standings {
  /** Those who have said something on a topic, who said most first. */
  speakers: Speaker[]
  /** How many more speakers have said something on a topic than the table has room for. */
  left: number
  /** One a topic; `latest` has one entry a speaker, in the order of `speakers`, null when nothing is on record. */
  rows: { topic: Topic; latest: (Position | null)[] }[]
}

/** A speaker's newest words on a topic, and how many other quotes of theirs answer it. */
export interface Position {
  quote: Quote
  others: number
  /** Where all their words on it stand. */
  url: string
}

/** The newest words of each speaker on each topic; at most `most` speakers, so that the table stays one. */
export function toStandings({ topics }: NewsRecord, most = 6): Standings {
  const asked = topics.filter(({ quotes }) => quotes.length > 0)
  const answers = new Map<Speaker, number>()
  for (const { quotes } of asked)
    for (const { speaker } of quotes) answers.set(speaker, (answers.get(speaker) ?? 0) + 1)
  const speakers = [...answers.entries()]
    .toSorted(([a, first], [b, second]) => second - first || a.name.localeCompare(b.name, 'en'))
    .slice(0, most)
    .map(([speaker]) => speaker)
  const rows = asked.map((topic) => {
    const own = new Map(speakersOnTopic(topic).map((one) => [one.speaker, one]))
    return { topic, latest: speakers.map((speaker) => positionOf(own.get(speaker))) }
  })
  return { speakers, left: answers.size - speakers.length, rows }
}

/** Quotes by speaker, in the order in which the speakers first appear. */
export function groupBySpeaker(quotes: readonly Quote[]): { speaker: Speaker; quotes: Quote[] }[] {
  const groups = new Map<Speaker, Quote[]>()
  for (const quote of quotes) {
    const own = groups.get(quote.speaker)
    if (own) own.push(quote)
    else groups.set(quote.speaker, [quote])
  }
  return [...groups].map(([speaker, own]) => ({ speaker, quotes: own }))
}

/** A speaker's quotes on a topic, in the order they were said, and where they stand among those of the others. */
export interface SpeakerOnTopic {
  speaker: Speaker
  quotes: Quote[]
  url: string
}

/** What each speaker has said on a topic, in the order in which the speakers first spoke. */
export function speakersOnTopic(topic: Pick<Topic, 'id' | 'quotes'>): SpeakerOnTopic[] {
  let before = 0
  return groupBySpeaker(topic.quotes).map(({ speaker, quotes }) => {
    const page = Math.floor(before / pageSize.quotes) + 1
    before += quotes.length
    const list = urls.listPage(urls.topicSpeakers(topic.id), page)
    return { speaker, quotes, url: `${list}#${speaker.id}` }
  })
}

/** The quotes of a topic with those of one speaker together, in the order of `speakersOnTopic`. */
export function quotesBySpeaker(topic: Pick<Topic, 'quotes'>): Quote[] {
  return groupBySpeaker(topic.quotes).flatMap(({ quotes }) => quotes)
}

function positionOf(spoken: SpeakerOnTopic | undefined): Position | null {
  const [quote, ...others] = spoken?.quotes.toSorted(compareNewest) ?? []
  return spoken && quote ? { quote, others: others.length, url: spoken.url } : null
}
