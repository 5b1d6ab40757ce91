/** Who spoke when: the days on which each speaker's quotes were said. */
import type { NewsRecord, Quote, Speaker, When } from './types.ts'
import { toIsoDay, toWhen } from './when.ts'

/** A day on which somebody spoke. */
export interface SpokenDay {
  when: When
  /** Where the day lies between the first and the last of the record, from 0 to 1. */
  at: number
  quotes: Quote[]
}

export interface Voice {
  speaker: Speaker
  days: SpokenDay[]
  /** How many of the speaker's quotes the days hold; those without one certain day are not among them. */
  spoken: number
}

export interface Voices {
  first: When
  last: When
  voices: Voice[]
}

const dayLength = 86_400_000

/**
 * One row a speaker, those who spoke on most days first, at most `most`; null as long as there are fewer than `least`
 * days, when a list says it better than a picture.
 */
export function toVoices({ speakers }: Pick<NewsRecord, 'speakers'>, least = 6, most = 8): Voices | null {
  const spoken = speakers.map((speaker) => ({ speaker, quotesByDay: byDay(speaker.quotes) }))
  const days = [...new Set(spoken.flatMap(({ quotesByDay }) => [...quotesByDay.keys()]))].toSorted()
  const [first, last] = [toWhen(days[0] ?? ''), toWhen(days.at(-1) ?? '')]
  if (days.length < least || !first || !last) return null
  const length = Math.max(dayLength, last.earliest - first.earliest)
  const voices = spoken
    .filter(({ quotesByDay }) => quotesByDay.size > 0)
    .map(({ speaker, quotesByDay }): Voice => {
      const own = [...quotesByDay].flatMap(([day, quotes]): SpokenDay[] => {
        const when = toWhen(day)
        return when ? [{ when, at: (when.earliest - first.earliest) / length, quotes }] : []
      })
      return {
        speaker,
        days: own.toSorted((a, b) => a.at - b.at),
        spoken: own.reduce((sum, { quotes }) => sum + quotes.length, 0),
      }
    })
    .toSorted((a, b) => b.days.length - a.days.length || b.spoken - a.spoken || compareNames(a.speaker, b.speaker))
    .slice(0, most)
  return { first, last, voices }
}

function byDay(quotes: readonly Quote[]): Map<string, Quote[]> {
  const days = new Map<string, Quote[]>()
  for (const quote of quotes) {
    const day = quote.said && toIsoDay(quote.said)
    if (day) days.set(day, [...(days.get(day) ?? []), quote])
  }
  return days
}

function compareNames(a: Speaker, b: Speaker): number {
  return a.name.localeCompare(b.name, 'en')
}
