/** The page of a quote: all its wordings, the events it belongs to, and what the speaker said before and after. */
import type { Quote, Topic } from '../record/types.ts'
import { type CorrectionView, toCorrectionView } from './correction.ts'
import { type EventLine, toEventLine } from './event.ts'
import { toLink } from './links.ts'
import { neighboursOf } from './neighbours.ts'
import { type QuoteLine, type QuoteView, toQuoteLine, toQuoteView } from './quote.ts'
import type { Link } from './shapes.ts'
import { cutWords } from './short-words.ts'

/** The one before or after, in a few words. */
export interface Neighbour {
  name: string
  /** Language of these words. */
  language: string
  url: string
}

export interface QuotePageView {
  quote: QuoteView
  /** Its events, by what it has to do with them. */
  events: { as: QuoteView['events'][number]['as']; lines: EventLine[] }[]
  /** Whether one of the events is expected still. */
  isOpen: boolean
  /** What others said on the same topics, next before it and after it; no quote twice. */
  others: { topic: Link; quotes: QuoteLine[] }[]
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
    others: toOthers(one),
    corrections: one.corrections.map(toCorrectionView),
    previous: previous && toNeighbour(previous),
    next: next && toNeighbour(next),
  }
}

/** So many on either side: what stands near it changes with few of the articles to come. */
const mostBeside = 2

function toOthers(one: Quote): QuotePageView['others'] {
  const told = new Set<Quote>()
  return one.topics.flatMap((topic) => {
    const quotes = nearestIn(topic, one).filter((quote) => !told.has(quote))
    for (const quote of quotes) told.add(quote)
    return quotes.length > 0 ? [{ topic: toLink(topic), quotes: quotes.map(toQuoteLine) }] : []
  })
}

function nearestIn({ quotes }: Topic, one: Quote): Quote[] {
  const at = quotes.indexOf(one)
  const isOther = ({ speaker }: Quote): boolean => speaker !== one.speaker
  const [before, after] = [quotes.slice(0, at).filter(isOther), quotes.slice(at + 1).filter(isOther)]
  return [...before.slice(-mostBeside), ...after.slice(0, mostBeside)]
}

function toNeighbour({ url, wordings }: Quote): Neighbour {
  const [shown] = wordings
  if (!shown) throw new Error(`The quote at ${url} has no wording.`)
  return { name: cutWords(shown.parts.map(({ pieces }) => pieces)), language: shown.article.language, url }
}
