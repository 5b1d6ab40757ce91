/** Who spoke when: the days on which each speaker's quotes were said. */
import type { NewsRecord, Quote, When } from '../record/types.ts'
import { toIsoDay, toWhen } from '../record/when.ts'
import { toLink } from './links.ts'
import type { Link } from './shapes.ts'

interface VoiceView {
  speaker: Link
  /** On how many days they spoke, and how many of their quotes these hold; those without one certain day are not among them. */
  days: number
  spoken: number
  /** What a picture shows: the days, or months when there are more days than it can tell apart. */
  marks: { date: string; at: number; quotes: number }[]
}

export interface VoicesView {
  first: string
  last: string
  voices: VoiceView[]
}

/** A day on which somebody spoke, or a month, and where it lies between the first and the last of the record, from 0 to 1. */
interface SpokenDay {
  when: When
  at: number
  quotes: number
}

const dayLength = 86_400_000

/** Days that a picture tells apart. */
const mostDays = 120

/**
 * One row a speaker, those who spoke on most days first, at most `most`; null as long as there are fewer than `least`
 * days, when a list says it better than a picture.
 */
export function toVoicesView({ speakers }: Pick<NewsRecord, 'speakers'>, least = 6, most = 8): VoicesView | null {
  const spoken = speakers.map((speaker) => ({ speaker, quotesByDay: byDay(speaker.quotes) }))
  const days = [...new Set(spoken.flatMap(({ quotesByDay }) => [...quotesByDay.keys()]))].toSorted()
  const [first, last] = [toWhen(days[0] ?? ''), toWhen(days.at(-1) ?? '')]
  if (days.length < least || !first || !last) return null
  const length = Math.max(dayLength, last.earliest - first.earliest)
  const voices = spoken
    .filter(({ quotesByDay }) => quotesByDay.size > 0)
    .map(({ speaker, quotesByDay }): VoiceView => {
      const own = [...quotesByDay].flatMap(([day, quotes]): SpokenDay[] => {
        const when = toWhen(day)
        return when ? [{ when, at: (when.earliest - first.earliest) / length, quotes: quotes.length }] : []
      })
      const ownDays = own.toSorted((a, b) => a.at - b.at)
      const marks = days.length > mostDays ? toMonths(ownDays, first.earliest, length) : ownDays
      return {
        speaker: toLink(speaker),
        days: own.length,
        spoken: own.reduce((sum, { quotes }) => sum + quotes, 0),
        marks: marks.map(({ when, at, quotes }) => ({ date: when.edtf, at, quotes })),
      }
    })
    .toSorted((a, b) => b.days - a.days || b.spoken - a.spoken || a.speaker.name.localeCompare(b.speaker.name, 'en'))
    .slice(0, most)
  return { first: first.edtf, last: last.edtf, voices }
}

/** Days of one month as one mark, in the middle of the month or as near to it as the picture reaches. */
function toMonths(days: readonly SpokenDay[], start: number, length: number): SpokenDay[] {
  const months = Map.groupBy(days, ({ when }) => when.edtf.slice(0, 7))
  return [...months].flatMap(([month, own]): SpokenDay[] => {
    const when = toWhen(month)
    const middle = when && ((when.earliest + when.latest) / 2 - start) / length
    return middle === null
      ? []
      : [
          {
            when: when as When,
            at: Math.min(1, Math.max(0, middle)),
            quotes: own.reduce((sum, { quotes }) => sum + quotes, 0),
          },
        ]
  })
}

function byDay(quotes: readonly Quote[]): Map<string, Quote[]> {
  const spoken = quotes.flatMap((quote) => {
    const day = quote.said && toIsoDay(quote.said)
    return day ? [{ day, quote }] : []
  })
  const days = Map.groupBy(spoken, ({ day }) => day)
  return new Map([...days].map(([day, own]) => [day, own.map(({ quote }) => quote)]))
}
