/** The scale of a page: its events, and the days on which something was said; each has its name and leads to where it is told. */
import type { NewsEvent, NewsRecord, Quote, When } from '../record/types.ts'
import { daysIn } from '../record/when.ts'
import { urls } from '../urls.ts'
import { type Mark, type Scale, toLook, toScale } from './scale.ts'
import { compareBackwards } from './timeline.ts'
import { type Tone, toneOf } from './tone.ts'

/** An event, or the words of one day. */
export interface ScaleThing {
  /** Null where none is given. */
  date: string | null
  url: string
  tone: Tone | 'said'
  /** The event; null for words. */
  event: { status: NewsEvent['status']; title: string } | null
  /** The words of the day; null for an event. */
  said: { quotes: number; speakers: string[] } | null
}

interface MarkView extends Omit<Mark<never>, 'item'>, ScaleThing {}

export interface DrawingView extends Omit<Scale<never>, 'marks'> {
  /** In time, so that the keyboard goes through time and not through lanes. */
  marks: MarkView[]
}

export interface ScaleView {
  drawing: DrawingView
  /** What has no certain date: a list beside the drawing. */
  listed: ScaleThing[]
  /** How many there would be if there were room. */
  total: number
}

/** Something with a place in time, or without one. */
interface Entry extends ScaleThing {
  when: When | null
}

/** How many marks a scale has at most, and how many things stand beside it. */
export const mostMarks = 60
const mostListed = 12

/** How many lanes a scale has at most: more would push the page it stands on out of sight. */
const mostLanes = 14

/** The scale of these events and words; null when it would say no more than a line of text: it takes two certain dates. */
export function toScaleView(
  events: readonly NewsEvent[],
  record: Pick<NewsRecord, 'extent'>,
  said: readonly Entry[] = [],
): ScaleView | null {
  const all = [...events.map(toEntry), ...said]
  const certain = all.filter(isCertain)
  if (!certain.some(({ date }) => date !== certain[0]?.date)) return null
  // Where nothing is expected there is nothing that it parts from the past.
  const isOpen = events.some(({ status }) => status === 'expected')
  const last = isOpen ? (record.extent?.last ?? null) : null
  const newest = certain.toSorted((a, b) => compareBackwards(a.when, b.when)).slice(0, mostMarks)
  const { marks, ...scale } = toScale(newest, ({ when }) => when, lengthOf, last, mostLanes)
  const inTime = marks.toSorted((a, b) => a.x - b.x)
  return {
    drawing: { ...scale, marks: inTime.map(({ item, ...mark }) => ({ ...mark, ...toThing(item) })) },
    listed: all
      .filter((one) => !isCertain(one))
      .slice(0, mostListed)
      .map(toThing),
    total: all.length,
  }
}

/** The days on which these quotes were said, each once. */
export function quotesOnScale(quotes: readonly Quote[]): Entry[] {
  const days = Map.groupBy(quotes, ({ said }) => said?.edtf)
  return [...days.values()].flatMap((own): Entry[] => {
    const when = own[0]?.said
    const [day] = when ? daysIn(when) : []
    if (!when || !day || !isCertain({ when })) return []
    const speakers = [...new Set(own.map(({ speaker }) => speaker.name))]
    const said = { quotes: own.length, speakers }
    return [{ when, date: when.edtf, url: urls.day(day), tone: 'said', event: null, said }]
  })
}

/** Whether the day is known, or the few days. */
function isCertain<Thing extends { when: When | null }>(thing: Thing): thing is Thing & { when: When } {
  return thing.when !== null && ['day', 'span'].includes(toLook(thing.when))
}

function toEntry({ date: when, status, title, url }: NewsEvent): Entry {
  return { when, date: when?.edtf ?? null, url, tone: toneOf({ status }), event: { status, title }, said: null }
}

function toThing({ when, ...thing }: Entry): ScaleThing {
  return thing
}

/** How long the name of a mark will be, in characters: of words it is a count and their speakers. */
function lengthOf({ event, said }: Entry): number {
  return event ? event.title.length : 18 + Math.min(34, (said?.speakers ?? []).join(' and ').length)
}
