/** The pages of the timeline: the whole of it either way round, and a list for each choice. */
import type { NewsEvent, NewsRecord } from '../record/types.ts'
import { urls } from '../urls.ts'
import {
  type Choice,
  type Choices,
  type ChoiceView,
  type Chooser,
  choosers,
  toChoices,
  toChoiceView,
} from './choices.ts'
import { toDayLines } from './day.ts'
import { type EventEntryView, toEventEntryView } from './event-entry.ts'
import type { ListPage, PageOf } from './pages.ts'
import { type ScaleView, toScaleView } from './scale-page.ts'
import {
  aheadShown,
  monthsOf,
  type Order,
  type Period,
  toSpan,
  toTimeline,
  toTimelinePages,
  toWholePages,
} from './timeline.ts'

export interface PeriodView {
  /** A month `2025-08`, years of which the month is uncertain `2022-2025`, `undated`, or `ahead`. */
  id: string
  /** Whether it began on the page before. */
  goesOn: boolean
  events: EventEntryView[]
}

export interface TimelinePageView {
  page: PageOf
  order: Order
  /** What the list is of; null for the whole timeline. */
  choice: ChoiceView | null
  /** Groups with more than one value, each with its first values and how many it has in all. */
  choices: { by: Chooser; first: ChoiceView[]; total: number }[]
  periods: PeriodView[]
  /** The first and the last period that each page of the list covers. */
  spans: ([first: string, last: string] | null)[]
  /** How many events the list has. */
  total: number
  /** How many that are expected the list does not show, because the page of what was announced has them. */
  moreAhead: number
  /** How many events and articles the whole timeline has; null for a part of it. */
  whole: { events: number; articles: number } | null
  /** Where the events of a period stand that leave more open than the month; null when there are none, or it is no month. */
  vaguer: { choice: ChoiceView; number: number } | null
  /** The page of the speaker or the topic that was chosen. */
  owner: string | null
  scale: ScaleView | null
  /** Of the whole timeline and of a period: days with something on record in the months of this page, oldest first, the newest where there are many. */
  days: { month: string; days: string[] }[]
}

/**
 * Every page of the timeline. Choices that the record has no event for keep a page when their address was published
 * (`kept`, paths without the base).
 */
export function toTimelinePageViews(record: NewsRecord, kept: readonly string[] = []): TimelinePageView[] {
  const choices = toWholeChoices(record, kept)
  const narrowing = toNarrowing(choices)
  const orders = record.events.length > 0 ? (['newest', 'oldest'] as const) : (['newest'] as const)
  const wholes = orders.flatMap((order) => {
    const timeline = toTimeline(record, order)
    const list = order === 'newest' ? urls.timeline() : urls.timelineOldest()
    const moreAhead = timeline.ahead.length > aheadShown ? timeline.ahead.length : 0
    return toList(toTimelinePages(timeline), { list, order, choice: null, total: record.events.length, moreAhead })
  })
  const parts = choosers
    .flatMap((by) => choices[by])
    .flatMap((choice) => {
      const pages = toWholePages(toTimeline(choice))
      return toList(pages, { list: choice.url, order: 'newest', choice, total: choice.events.length, moreAhead: 0 })
    })
  return [...wholes, ...parts].map(({ list, page, choice, ...of }) => ({
    ...of,
    page: { list, number: page.number, last: page.last },
    choice: choice && toChoiceView(choice),
    choices: narrowing,
    periods: page.items.map(toPeriodView),
    whole: choice ? null : { events: record.events.length, articles: record.articles.length },
    vaguer: choice && vaguerThan(choice, choices),
    owner: choice && ownerOf(choice, record),
    scale: toScaleOf(page, record),
    days: choice && choice.by !== 'period' ? [] : toDayStrip(page.items, record),
  }))
}

interface ListOf {
  list: string
  order: Order
  choice: Choice | null
  total: number
  moreAhead: number
}

function toList(pages: ListPage<Period>[], of: ListOf) {
  const spans = pages.map(({ items }) => toSpan(items))
  return pages.map((page) => ({ ...of, page, spans }))
}

/** A period as pages show it. */
function toPeriodView({ events, goesOn = false, id }: Period): PeriodView {
  return { id, goesOn, events: events.map(toEventEntryView) }
}

function toScaleOf(page: ListPage<Period>, record: NewsRecord): ScaleView | null {
  const events: NewsEvent[] = page.items.flatMap((period) => period.events)
  return events.length > 1 ? toScaleView(events, record) : null
}

/** So many days stand on the timeline at most. */
const mostDays = 40

function toDayStrip(periods: readonly Period[], record: NewsRecord): TimelinePageView['days'] {
  const months = new Set(periods.flatMap(({ events }) => events.flatMap(({ date }) => (date ? monthsOf(date) : []))))
  const days = toDayLines(record).map(({ day }) => day)
  const near = days.filter((day) => months.has(day.slice(0, 7))).slice(-mostDays)
  const shown = Map.groupBy(near, (day) => day.slice(0, 7))
  return [...shown].map(([month, own]) => ({ month, days: own }))
}

function vaguerThan({ by, id }: Choice, choices: Choices): TimelinePageView['vaguer'] {
  if (by !== 'period' || !/-\d\d$/.test(id)) return null
  const year = choices.period.find((choice) => choice.id === id.slice(0, -3))
  const number = year?.events.filter(({ date }) => date && monthsOf(date).length === 0).length ?? 0
  return year && number > 0 ? { choice: toChoiceView(year), number } : null
}

function ownerOf({ by, id }: Choice, { speakers, topics }: NewsRecord): string | null {
  const list = by === 'speaker' ? speakers : by === 'topic' ? topics : []
  return list.find((one) => one.id === id)?.url ?? null
}

/** So many values of a group stand beside the timeline; the page of all parts has the rest. */
const mostValues = 10

function toNarrowing(choices: Choices): TimelinePageView['choices'] {
  return choosers.flatMap((by) => {
    const used = choices[by].filter(({ events }) => events.length > 0)
    return used.length > 1 ? [{ by, first: used.slice(0, mostValues).map(toChoiceView), total: used.length }] : []
  })
}

/** The page of all parts of the timeline. */
export interface TimelinePartsView {
  groups: { by: Chooser; choices: ChoiceView[] }[]
}

/** Null for an empty timeline, which has no parts. */
export function toTimelinePartsView(record: NewsRecord, kept: readonly string[] = []): TimelinePartsView | null {
  if (record.events.length === 0) return null
  const choices = toWholeChoices(record, kept)
  const groups = choosers.map((by) => ({ by, choices: choices[by].map(toChoiceView) }))
  return { groups: groups.filter((group) => group.choices.length > 0) }
}

/** All that can be chosen, with the choices whose pages were published and that have no events any more. */
export function toWholeChoices(record: NewsRecord, kept: readonly string[]): Choices {
  const choices = toChoices(record)
  const { speakers, topics, outlets } = record
  const named: { [by in Chooser]?: readonly { id: string; name: string }[] } = {
    speaker: speakers,
    topic: topics,
    outlet: outlets,
  }
  const whole: Choices = { ...choices }
  const moved = new Set(record.moves.map(({ from }) => from))
  for (const address of kept) {
    const found =
      /^\/timeline\/(?:(\d{4}(?:-\d\d)?|undated)|(speaker|topic|outlet|kind|status)(?:e?s)\/([^/]+))\/$/.exec(address)
    if (!found) continue
    const by = (found[2] ?? 'period') as Chooser
    const id = decodeURIComponent(found[3] ?? found[1] ?? '')
    // Of a speaker or topic that has moved, the new address has the list.
    if (choices[by].some((choice) => choice.id === id) || moved.has(`/${by}s/${id}/`)) continue
    const name = named[by]?.find((one) => one.id === id)?.name ?? id
    whole[by] = [...whole[by], { by, id, name, events: [], url: urls.timelineOf(by, id) }]
  }
  return whole
}
