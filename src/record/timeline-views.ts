/** The pages of the timeline: the whole of it either way round, and a list for each choice. */
import { urls } from '../urls.ts'
import { type Choice, type Choices, type Chooser, chooserNames, choosers, toChoices } from './choices.ts'
import { count, describeTimeline } from './describe.ts'
import type { ListPage } from './pages.ts'
import {
  describeSpan,
  monthsOf,
  nameOfMonth,
  type Order,
  type Period,
  toTimeline,
  toTimelinePages,
  toWholePages,
} from './timeline.ts'
import type { NewsRecord } from './types.ts'

export interface TimelineView {
  url: string
  /** Address of the list of which this is a page. */
  list: string
  order: Order
  /** What the list is of; null for the whole timeline. */
  choice: Choice | null
  /** All that can be chosen. */
  choices: Choices
  page: ListPage<Period>
  /** What each page of the list covers. */
  spans: string[]
  /** How many events the list has, and how many of them are ahead. */
  total: number
  ahead: number
  heading: string
  title: string
  summary: string
}

/**
 * Every page of the timeline. Choices that the record has no event for keep a page when their address was published
 * (`kept`, paths without the base).
 */
export function toTimelineViews(record: NewsRecord, kept: readonly string[] = []): TimelineView[] {
  const choices = toWholeChoices(record, kept)
  const lists = choosers.flatMap((by) => choices[by])
  return [
    ...(record.events.length > 0 ? (['newest', 'oldest'] as const) : (['newest'] as const)).flatMap((order) => {
      const timeline = toTimeline(record, order)
      const list = order === 'newest' ? urls.timeline() : urls.timelineOldest()
      const summary = describeTimeline(record).replace('newest first', `${order} first`)
      const heading = order === 'newest' ? 'Timeline' : 'Timeline, oldest first'
      const total = { total: record.events.length, ahead: timeline.ahead.length }
      return toViews(toTimelinePages(timeline), { list, order, choice: null, choices, ...total, heading, summary })
    }),
    ...lists.flatMap((choice) => {
      const timeline = toTimeline(choice)
      const total = { total: choice.events.length, ahead: timeline.ahead.length }
      const heading = choice.name.charAt(0).toUpperCase() + choice.name.slice(1)
      const summary = describeChoice(choice)
      return toViews(toWholePages(timeline), {
        list: choice.url,
        order: 'newest',
        choice,
        choices,
        ...total,
        heading,
        summary,
      })
    }),
  ]
}

/** Where the events of a period stand that leave more open than the month; null when there are none, or it is no month. */
export function vaguerThan({ choice, choices }: TimelineView): { year: Choice; number: number } | null {
  if (choice?.by !== 'period' || !/-\d\d$/.test(choice.id)) return null
  const year = choices.period.find(({ id }) => id === choice.id.slice(0, -3))
  const number = year?.events.filter(({ date }) => date && monthsOf(date).length === 0).length ?? 0
  return year && number > 0 ? { year, number } : null
}

function toViews(
  pages: ListPage<Period>[],
  view: Omit<TimelineView, 'url' | 'page' | 'spans' | 'title'>,
): TimelineView[] {
  const spans = pages.map(({ items }) => describeSpan(items))
  const name = view.choice ? `Timeline: ${chooserNames[view.choice.by]}: ${view.heading}` : view.heading
  return pages.map((page) => ({
    ...view,
    url: urls.listPage(view.list, page.number),
    page,
    spans,
    title: page.number > 1 ? `${name}, page ${page.number}` : name,
  }))
}

/** What a list holds: `9 events that lie, or can lie, in August 2025.` */
function describeChoice({ by, id, name, events }: Choice): string {
  const them = events.length === 0 ? 'No event' : count(events.length, 'event')
  const one = events.length <= 1
  switch (by) {
    case 'period':
      if (id === 'undated') return `${them} for which no date is given.`
      return one ? `${them} that lies, or can lie, in ${name}.` : `${them} that lie, or can lie, in ${name}.`
    case 'speaker':
      return `${them} that ${name} took part in, announced, reported or spoke about.`
    case 'topic':
      return `${them} that ${one ? 'belongs' : 'belong'} to this question.`
    case 'outlet':
      return `${them} in articles of ${name}.`
    case 'kind':
    case 'status':
      return `${them} of this ${by}.`
  }
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
    const name = named[by]?.find((one) => one.id === id)?.name ?? (by === 'period' ? nameOfPeriod(id) : id)
    whole[by] = [...whole[by], { by, id, name, events: [], url: urls.timelineOf(by, id) }]
  }
  return whole
}

function nameOfPeriod(id: string): string {
  return id === 'undated' ? 'Without a date' : id.length > 4 ? nameOfMonth(id) : id
}
