/** Where each stands: what every speaker last said on every topic. */
import { compareNewest } from './newest.ts'
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
  const rows = asked.map((topic) => ({ topic, latest: speakers.map((speaker) => positionOf(speaker, topic)) }))
  return { speakers, left: answers.size - speakers.length, rows }
}

/** Quotes by speaker, in the order in which the speakers first appear. */
export function groupBySpeaker(quotes: readonly Quote[]): { speaker: Speaker; quotes: Quote[] }[] {
  const groups = new Map<Speaker, Quote[]>()
  for (const quote of quotes) groups.set(quote.speaker, [...(groups.get(quote.speaker) ?? []), quote])
  return [...groups].map(([speaker, own]) => ({ speaker, quotes: own }))
}

function positionOf(speaker: Speaker, { quotes }: Topic): Position | null {
  const [quote, ...others] = quotes.filter((own) => own.speaker === speaker).toSorted(compareNewest)
  return quote ? { quote, others: others.length } : null
}
