/** The page of a speaker: every quote in the order it was said, the events, and who else speaks about them. */
import type { NewsRecord, ProseNode, Speaker } from '../record/types.ts'
import { type CorrectionView, toCorrectionView } from './correction.ts'
import { type EventLine, toEventLine } from './event.ts'
import { type OccasionView, toOccasions } from './occasions.ts'
import { type PageOf, pageSize, toPages } from './pages.ts'
import { type QuoteLine, toQuoteLine } from './quote.ts'
import { type NarrowView, toNarrow } from './quote-list.ts'
import { quotesOnScale, type ScaleView, toScaleView } from './scale-page.ts'
import { type SpeakerView, toSpeakerView } from './speaker.ts'

export interface SpeakerPageView {
  page: PageOf
  speaker: SpeakerView
  /** Our sentences, with their links. */
  summary: ProseNode[]
  /** Their quotes on this page by occasion. */
  occasions: OccasionView[]
  /** What else is on record about them stands on the first page; null on the others. */
  first: {
    scale: ScaleView | null
    narrow: NarrowView[]
    /** The latest of the events, quotes of others and articles, with how many there are in all. */
    events: { lines: EventLine[]; total: number }
    spokenOf: { lines: QuoteLine[]; total: number }
    mentions: { lines: SpeakerView['mentions']; total: number }
    /** Whether one of the events is expected still. */
    isOpen: boolean
    corrections: CorrectionView[]
  } | null
}

/** So many of a long list beside the quotes; search has the rest. */
const mostBeside = 50

export function toSpeakerPageViews(one: Speaker, record: NewsRecord): SpeakerPageView[] {
  const speaker = toSpeakerView(one, record)
  return toPages(one.quotes, pageSize.quotes).map(({ items, number, last }) => ({
    page: { list: one.url, number, last },
    speaker,
    summary: one.summaryNodes,
    occasions: toOccasions(items),
    first: number === 1 ? toFirst(one, record, speaker) : null,
  }))
}

function toFirst(one: Speaker, record: NewsRecord, { mentions }: SpeakerView): SpeakerPageView['first'] {
  const { corrections, events, quotes, spokenOf } = one
  return {
    scale: toScaleView(events, record, quotesOnScale(quotes)),
    narrow: toNarrow(quotes, one),
    events: { lines: events.slice(-mostBeside).map(toEventLine), total: events.length },
    spokenOf: { lines: spokenOf.slice(-mostBeside).map(toQuoteLine), total: spokenOf.length },
    mentions: { lines: mentions.slice(-mostBeside), total: mentions.length },
    isOpen: events.some(({ status }) => status === 'expected'),
    corrections: corrections.map(toCorrectionView),
  }
}
