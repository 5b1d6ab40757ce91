/** The front page: where the story stands. */

import type { NewsRecord, ProseNode } from '../record/types.ts'
import { type ExpectationView, toExpectationView } from './ahead.ts'
import { type EventLine, toEventLine } from './event.ts'
import { newestEvents, newestQuotes, openEvents } from './newest.ts'
import { type QuoteLine, toQuoteLine } from './quote.ts'
import { type Reach, toReach } from './site.ts'
import { countSpeaking } from './speaker.ts'
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

/** What the record consists of. */
export interface ContentsView {
  articles: number
  quotes: number
  /** How many quotes are direct. */
  quoted: number
  /** Those who have said something, and how many of them no outlet names. */
  speakers: number
  unnamed: number
  events: number
}

/** So many of what was announced; its own page has all. */
const mostAhead = 5
const mostNew = { events: 7, quotes: 4 }

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
    events: newestEvents(record, mostNew.events).map(toEventLine),
    quotes: newestQuotes(record, mostNew.quotes).map(toQuoteLine),
  }
}

export function toContentsView({ articles, events, quotes, speakers }: NewsRecord): ContentsView {
  return {
    articles: articles.length,
    quotes: quotes.length,
    quoted: quotes.filter(({ kind }) => kind === 'direct').length,
    ...countSpeaking(speakers),
    events: events.length,
  }
}
