/** Who spoke when: the days on which each speaker's quotes were said. */
import type { NewsRecord, Quote, Speaker, When } from './types.ts'
import { toIsoDay, toWhen } from './when.ts'

/** A day on which somebody spoke; of a long record a month. */
export interface SpokenDay {
  when: When
  /** Where it lies between the first and the last of the record, from 0 to 1. */
  at: number
  quotes: Quote[]
}

export interface Voice {
  speaker: Speaker
  days: SpokenDay[]
  /** What a picture shows: the days, or months when there are more days than it can tell apart. */
  marks: SpokenDay[]
  /** How many of the speaker's quotes the days hold; those without one certain day are not among them. */
  spoken: number
}

export interface Voices {
  first: When
  last: When
  voices: Voice[]
}

const dayLength = 86_400_000

/** Days that a picture tells apart. */
const mostDays = 120

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
      const ownDays = own.toSorted((a, b) => a.at - b.at)
      return {
        speaker,
        days: ownDays,
        marks: days.length > mostDays ? toMonths(ownDays, first.earliest, length) : ownDays,
        spoken: own.reduce((sum, { quotes }) => sum + quotes.length, 0),
      }
    })
    .toSorted((a, b) => b.days.length - a.days.length || b.spoken - a.spoken || compareNames(a.speaker, b.speaker))
    .slice(0, most)
  return { first, last, voices }
}

/** Days of one month as one mark, in the middle of the month or as near to it as the picture reaches. */
function toMonths(days: readonly SpokenDay[], start: number, length: number): SpokenDay[] {
  const months = Map.groupBy(days, ({ when }) => when.edtf.slice(0, 7))
  return [...months].flatMap(([month, own]): SpokenDay[] => {
    const when = toWhen(month)
    const middle = when && ((when.earliest + when.latest) / 2 - start) / length
    return middle === null
      ? []
      : [{ when: when as When, at: Math.min(1, Math.max(0, middle)), quotes: own.flatMap(({ quotes }) => quotes) }]
  })
}

function byDay(quotes: readonly Quote[]): Map<string, Quote[]> {
  const days = new Map<string, Quote[]>()
  for (const quote of quotes) {
    const day = quote.said && toIsoDay(quote.said)
    if (!day) continue
    const known = days.get(day)
    if (known) known.push(quote)
    else days.set(day, [quote])
  }
  return days
}

function compareNames(a: Speaker, b: Speaker): number {
  return a.name.localeCompare(b.name, 'en')
}
