/** The scale of a page: its events, and the days on which something was said; each leads to where it is told. */
import type { NewsEvent, NewsRecord, Quote, When } from '../record/types.ts'
import { hasBound } from '../record/when.ts'
import { type Fold, type Mark, type Scale, type Tick, toLook, toScale } from './scale.ts'
import { compareBackwards } from './timeline.ts'
import { type Tone, toneOf } from './tone.ts'

/** An event, or the words of one day. */
interface ScaleThing {
  date: string
  url: string
  tone: Tone | 'said'
  /** The event; null for words. */
  event: { status: NewsEvent['status']; title: string } | null
  /** The words of the day; null for an event. */
  said: { quotes: number; speakers: string[] } | null
}

export interface MarkView extends Omit<Mark<never>, 'item'>, ScaleThing {
  /** Whether its open end is the later one. */
  isOnward: boolean
}

export interface DrawingView {
  width: number
  lanes: number
  /** In time, so that the keyboard goes through time and not through lanes. */
  marks: MarkView[]
  ticks: Tick[]
  folds: Fold[]
  end: number | null
}

export interface ScaleView {
  wide: DrawingView
  narrow: DrawingView
  /** How many marks there would be if there were room. */
  total: number
  /** What the events are of the whole, where the scale does not show all of the record. */
  shown: 'all' | 'of this page' | 'newest'
  /** The last day of the record, where something is expected beyond it. */
  end: string | null
}

/** Something with a place in time. */
interface Entry extends ScaleThing {
  when: When
}

/** How many marks a scale has at most, on a wide screen and on a narrow one. */
export const mostMarks = { wide: 60, narrow: 24 } as const

/** How many lanes a scale has at most: more would push the page it stands on out of sight. */
const mostLanes = 14

/** Width of the drawings, in their own units. */
const widths = { wide: 1100, narrow: 288 } as const

/** The scale of these events and words; null when it would say no more than a line of text: it takes two dates. */
export function toScaleView(
  events: readonly NewsEvent[],
  record: Pick<NewsRecord, 'events' | 'extent'>,
  { said = [], shown = 'of this page' }: { said?: readonly Entry[]; shown?: 'of this page' | 'newest' } = {},
): ScaleView | null {
  const all = [...events.flatMap(toEntry), ...said]
  if (!all.some(({ date }) => date !== all[0]?.date)) return null
  // Where nothing is expected there is nothing that it parts from the past, and it moves with every article.
  const isOpen = events.some(({ status }) => status === 'expected')
  const last = isOpen ? (record.extent?.last ?? null) : null
  const wide = draw(newestOnScale(all, mostMarks.wide), last, widths.wide)
  const fewest = newestOnScale(
    wide.marks.map(({ item }) => item),
    mostMarks.narrow,
  )
  const isPart = events.length < record.events.length
  return {
    wide: toDrawing(wide),
    narrow: toDrawing(draw(fewest, last, widths.narrow)),
    total: all.length,
    shown: isPart || shown === 'newest' ? shown : 'all',
    end: last?.edtf ?? null,
  }
}

/** The days on which these quotes were said, each once; `toUrl` is given the first quote of the day and its place. */
export function quotesOnScale(quotes: readonly Quote[], toUrl: (quote: Quote, index: number) => string): Entry[] {
  const days = new Map<string, { when: When; url: string; quotes: Quote[] }>()
  for (const [index, quote] of quotes.entries()) {
    if (!quote.said || !hasBound(quote.said)) continue
    const day = days.get(quote.said.edtf)
    if (day) day.quotes.push(quote)
    else days.set(quote.said.edtf, { when: quote.said, url: toUrl(quote, index), quotes: [quote] })
  }
  return [...days.values()].map(({ when, url, quotes: own }) => {
    const speakers = [...new Set(own.map(({ speaker }) => speaker.name))]
    return { when, date: when.edtf, url, tone: 'said', event: null, said: { quotes: own.length, speakers } }
  })
}

/** As many of them as a scale has room for: the newest of those that are precise, then the newest of the others. */
export function newestOnScale<Item extends { when: When }>(entries: readonly Item[], most: number): Item[] {
  if (entries.length <= most) return [...entries]
  const vagueness = ({ when }: Item): number => Number(toLook(when) === 'vague')
  return entries.toSorted((a, b) => vagueness(a) - vagueness(b) || compareBackwards(a.when, b.when)).slice(0, most)
}

function toEntry({ date: when, status, title, url }: NewsEvent): Entry[] {
  if (!when || !hasBound(when)) return []
  return [{ when, date: when.edtf, url, tone: toneOf({ status }), event: { status, title }, said: null }]
}

function draw(entries: readonly Entry[], last: When | null, width: number): Scale<Entry> {
  return toScale(entries, ({ when }) => when, last, width, mostLanes)
}

function toDrawing({ end, folds, lanes, marks, ticks, width }: Scale<Entry>): DrawingView {
  return {
    width,
    lanes,
    marks: marks
      .toSorted((a, b) => a.x - b.x)
      .map(({ item: { when, ...thing }, ...mark }) => ({ ...mark, ...thing, isOnward: when.latest === Infinity })),
    ticks,
    folds,
    end,
  }
}
