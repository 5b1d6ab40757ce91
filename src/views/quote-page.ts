/** The page of a quote: all its wordings, the events it belongs to, and what the speaker said before and after. */
import type { Quote } from '../record/types.ts'
import { type CorrectionView, toCorrectionView } from './correction.ts'
import { type EventLine, toEventLine } from './event.ts'
import { neighboursOf } from './neighbours.ts'
import { type QuoteView, toQuoteView } from './quote.ts'
import { cutWords } from './short-words.ts'

/** The one before or after, in a few words. */
export interface Neighbour {
  name: string
  url: string
}

export interface QuotePageView {
  quote: QuoteView
  /** Its events, by what it has to do with them. */
  events: { as: QuoteView['events'][number]['as']; lines: EventLine[] }[]
  /** Whether one of the events is expected still. */
  isOpen: boolean
  corrections: CorrectionView[]
  /** What the same speaker said before and after. */
  previous: Neighbour | null
  next: Neighbour | null
}

const ties = ['announced', 'mentioned', 'reported', 'other'] as const

export function toQuotePageView(one: Quote): QuotePageView {
  const quote = toQuoteView(one)
  const as = new Map(quote.events.map((tie) => [tie.id, tie.as]))
  const groups = ties.map((tie) => ({
    as: tie,
    lines: one.events.filter(({ id }) => as.get(id) === tie).map(toEventLine),
  }))
  const { previous, next } = neighboursOf(one.speaker.quotes, one)
  return {
    quote,
    events: groups.filter(({ lines }) => lines.length > 0),
    isOpen: one.events.some(({ status }) => status === 'expected'),
    corrections: one.corrections.map(toCorrectionView),
    previous: previous && toNeighbour(previous),
    next: next && toNeighbour(next),
  }
}

function toNeighbour({ url, wordings }: Quote): Neighbour {
  return { name: cutWords((wordings[0]?.parts ?? []).map(({ pieces }) => pieces)), url }
}
