/** What the timeline can be narrowed to: a period, a speaker, a topic, an outlet, a kind or a status. */
import { getOrMake } from '../lists.ts'
import type { NewsEvent, NewsRecord, Outlet, Speaker } from '../record/types.ts'
import { eventKinds, eventStatuses, type SettingsData } from '../schema/index.ts'
import { urls } from '../urls.ts'
import { monthsOf, toYear, yearsOf } from './timeline.ts'

export const choosers = ['period', 'speaker', 'topic', 'outlet', 'kind', 'status'] as const
export type Chooser = (typeof choosers)[number]

/** One value to choose, with the events it stands for, in the order of the record. */
export interface Choice {
  by: Chooser
  id: string
  /** A name or a question; a period, a kind and a status are their own. */
  name: string
  events: NewsEvent[]
  /** Its page. */
  url: string
}

export type Choices = { [by in Chooser]: Choice[] }

/** A choice as pages show it. */
export interface ChoiceView extends Omit<Choice, 'events'> {
  /** How many events it stands for. */
  total: number
}

export function toChoiceView({ by, events, id, name, url }: Choice): ChoiceView {
  return { by, id, name, url, total: events.length }
}

/**
 * All that can be chosen, with one event at least: periods newest first, a year before its months; speakers, topics and
 * outlets by how many events they have; kinds and statuses in the order of the manual.
 */
export function toChoices(
  record: Pick<NewsRecord, 'events' | 'speakers' | 'topics' | 'outlets' | 'settings'>,
): Choices {
  const { events, speakers, topics, outlets, settings } = record
  return {
    period: toPeriodChoices(events),
    speaker: toNamedChoices('speaker', speakers, events, speakersOf),
    topic: toNamedChoices('topic', topics, events, (event) => event.topics),
    outlet: toNamedChoices('outlet', outlets, events, outletsOf),
    kind: toPlainChoices('kind', kindsOf(settings), events),
    status: toPlainChoices('status', eventStatuses.map(toPlain), events),
  }
}

/** Who has to do with an event: took part, reports it, announced it, gave a figure, or spoke there or about it. */
export function speakersOf({ speakers, reports, quotes, announcedBy, figures }: NewsEvent): Set<Speaker> {
  return new Set([
    ...speakers,
    ...reports.flatMap(({ wording }) => wording?.quote.speaker ?? []),
    ...quotes.map(({ speaker }) => speaker),
    ...(announcedBy ? [announcedBy.speaker] : []),
    ...figures.flatMap(({ saidBy }) => saidBy ?? []),
  ])
}

/** The outlets whose articles an event rests on: they report it, count it, or carry words that belong to it. */
export function outletsOf({ reports, quotes, announcedBy, figures }: NewsEvent): Set<Outlet> {
  const wordings = [...quotes, ...(announcedBy ? [announcedBy] : [])].flatMap((quote) => quote.wordings)
  return new Set([...reports, ...wordings, ...figures].map(({ article }) => article.outlet))
}

/** The years that hold a start or an end; a longer span stands in each of them that it touches. */
function toPeriodChoices(events: readonly NewsEvent[]): Choice[] {
  const spans = new Map(events.map((event) => [event, event.date && yearsOf(event.date)]))
  const years = new Set([...spans.values()].flatMap((span) => span ?? []))
  const found = new Map<string, Choice>()
  const add = (id: string, event: NewsEvent): void => {
    getOrMake(found, id, () => toChoice('period', id, id)).events.push(event)
  }
  for (const event of events) {
    const span = spans.get(event)
    if (!event.date || !span) {
      add('undated', event)
      continue
    }
    for (const year of years) if (year >= span[0] && year <= span[1]) add(toYear(year), event)
    for (const month of monthsOf(event.date)) add(month, event)
  }
  return [...found.values()].sort(comparePeriods)
}

function toNamedChoices<Item extends { id: string; name: string }>(
  by: Chooser,
  items: readonly Item[],
  events: readonly NewsEvent[],
  itemsOf: (event: NewsEvent) => Iterable<Item>,
): Choice[] {
  const choices = new Map(items.map((item) => [item, toChoice(by, item.id, item.name)]))
  for (const event of events) for (const item of itemsOf(event)) choices.get(item)?.events.push(event)
  return [...choices.values()].filter(isUsed).sort((a, b) => b.events.length - a.events.length)
}

function toPlainChoices<By extends 'kind' | 'status'>(
  by: By,
  values: readonly (readonly [id: string, words: string])[],
  events: readonly NewsEvent[],
): Choice[] {
  const choices = new Map<string, Choice>()
  // Two kinds with one name are one to a reader.
  for (const [id, words] of values) getOrMake(choices, words, () => toChoice(by, id, words))
  for (const event of events) choices.get(event[by])?.events.push(event)
  return [...choices.values()].filter(isUsed)
}

/** Ours, then those of the story, each with its words: these may be any, so an address has the name. */
function kindsOf({ eventKinds: own }: SettingsData): (readonly [id: string, words: string])[] {
  return [...eventKinds.map(toPlain), ...Object.entries(own ?? {})]
}

function toPlain(value: string): readonly [id: string, words: string] {
  return [value, value]
}

function toChoice(by: Chooser, id: string, name: string): Choice {
  return { by, id, name, events: [], url: urls.timelineOf(by, id) }
}

function isUsed({ events }: Choice): boolean {
  return events.length > 0
}

/** Newest year first, each before its months; what has no date last. */
function comparePeriods(a: Choice, b: Choice): number {
  if (a.id === 'undated' || b.id === 'undated') return Number(a.id === 'undated') - Number(b.id === 'undated')
  const [first, second] = [a, b].map(({ id }) => /^(\d+)(?:-(\d\d))?$/.exec(id))
  const years = Number(second?.[1]) - Number(first?.[1])
  return years || Number(second?.[2] ?? 13) - Number(first?.[2] ?? 13)
}
