/** The front page: where the story stands. */

import type { NewsRecord, ProseNode } from '../record/types.ts'
import { type EventStatus, eventStatuses } from '../schema/index.ts'
import { type ExpectationView, toExpectationView } from './ahead.ts'
import { type EventLine, toEventLine } from './event.ts'
import { newestEvents, newestQuotes, openEvents } from './newest.ts'
import { type QuoteLine, toQuoteLine } from './quote.ts'
import { type Reach, toReach } from './site.ts'
import { type StandingsView, toStandingsView } from './standings.ts'
import { toVoicesView, type VoicesView } from './voices.ts'

export interface FrontView {
  /** The editor's headline, or else the subject. */
  headline: string
  /** The editor's lead, with its links. */
  lead: ProseNode[]
  reach: Reach
  contents: ContentsView
  /** The first of what was announced and has no outcome, with how many there are in all. */
  ahead: { events: ExpectationView[]; total: number }
  standings: StandingsView | null
  voices: VoicesView | null
  /** The newest of what happened, and of what was said. */
  events: EventLine[]
  quotes: QuoteLine[]
}

/** What the record consists of, and how many of which sort. */
export interface ContentsView {
  articles: number
  /** Outlets with an article on record. */
  outlets: number
  quotes: { [kind in QuoteLine['kind']]: number }
  /** Those with words on record, and how many of them no outlet names. */
  speakers: number
  unnamed: number
  events: { [status in EventStatus]: number }
}

/** So many of what was announced; its own page has all. */
const mostAhead = 6
const mostNew = 7

/** The front page; null while no article is on record. */
export function toFrontView(record: NewsRecord): FrontView | null {
  if (record.articles.length === 0) return null
  const { story } = record
  const open = openEvents(record)
  return {
    headline: story.headline ?? story.subject,
    lead: story.leadNodes,
    reach: toReach(record),
    contents: toContentsView(record),
    ahead: { events: open.slice(0, mostAhead).map(toExpectationView), total: open.length },
    standings: toStandingsView(record),
    voices: toVoicesView(record),
    events: newestEvents(record, mostNew).map(toEventLine),
    quotes: newestQuotes(record, mostNew).map(toQuoteLine),
  }
}

export function toContentsView({ articles, events, outlets, quotes, speakers }: NewsRecord): ContentsView {
  const speaking = speakers.filter((speaker) => speaker.quotes.length > 0)
  const ofKind = (kind: QuoteLine['kind']): number => quotes.filter((quote) => quote.kind === kind).length
  return {
    articles: articles.length,
    outlets: outlets.filter((outlet) => outlet.articles.length > 0).length,
    quotes: { direct: ofKind('direct'), mixed: ofKind('mixed'), indirect: ofKind('indirect') },
    speakers: speaking.length,
    unnamed: speaking.filter(({ kind }) => kind === 'unnamed').length,
    events: Object.fromEntries(
      eventStatuses.map((status) => [status, events.filter((event) => event.status === status).length]),
    ) as ContentsView['events'],
  }
}
