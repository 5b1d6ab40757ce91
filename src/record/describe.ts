/** What the record consists of and where it ends, in words. Every figure is computed. */
import { eventStatuses } from '../schema/index.ts'
import type { NewsEvent, NewsRecord, When } from './types.ts'
import { intersect, toWhen, toWords } from './when.ts'

const kinds = ['direct', 'mixed', 'indirect'] as const

/** A number with its noun: `1 quote`, `31 quotes`, `1,200 quotes`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`
}

/** `2 articles, 31 quotes, 20 events` */
export function describeSize({ articles, quotes, events }: NewsRecord): string {
  return [count(articles.length, 'article'), count(quotes.length, 'quote'), count(events.length, 'event')].join(', ')
}

/** One line of what the record consists of. */
export interface Content {
  what: 'articles' | 'quotes' | 'speakers' | 'events'
  number: string
  noun: string
  /** How many of which sort. */
  detail: string
}

/** What the record consists of, each sort with what it is made up of. */
export function describeContents({ articles, outlets, quotes, speakers, events }: NewsRecord): Content[] {
  const carrying = outlets.filter((outlet) => outlet.articles.length > 0)
  const speaking = speakers.filter((speaker) => speaker.quotes.length > 0)
  const unnamed = speaking.filter(({ kind }) => kind === 'unnamed')
  const perKind = kinds.map((kind) => [quotes.filter((quote) => quote.kind === kind).length, kind] as const)
  const perStatus = eventStatuses.map(
    (status) => [events.filter((event) => event.status === status).length, status] as const,
  )
  const line = (what: Content['what'], list: readonly unknown[], detail: string): Content => {
    const [number = '', noun = ''] = count(list.length, what.slice(0, -1)).split(' ')
    return { what, number, noun, detail }
  }
  return [
    line('articles', articles, `from ${count(carrying.length, 'outlet')}`),
    line('quotes', quotes, tally(perKind)),
    line(
      'speakers',
      speaking,
      unnamed.length > 0 ? `${unnamed.length.toLocaleString('en')} of them not named` : 'with words on record',
    ),
    line('events', events, tally(perStatus)),
  ]
}

/** The days on which its articles were published: `21 August 2025`, `20–21 August 2025`; null in an empty record. */
export function describeExtent({ extent }: NewsRecord): string | null {
  if (!extent) return null
  const { first, last } = extent
  if (first.edtf === last.edtf) return toWords(first)
  const span = toWhen(`${first.edtf}/${last.edtf}`)
  return span ? toWords(span) : `${toWords(first)} – ${toWords(last)}`
}

/** What a page is drawn from, with the reminder that a record is never whole. */
export function describeSource(record: NewsRecord): string {
  const known = sources.get(record) ?? toSource(record)
  sources.set(record, known)
  return known
}

/** Every page says it. */
const sources = new WeakMap<NewsRecord, string>()

function toSource(record: NewsRecord): string {
  const extent = describeExtent(record)
  if (!extent) return 'The record is empty.'
  return `Drawn from ${describeSize(record)}; the articles were published ${isOneDay(record) ? 'on ' : ''}${extent}. Not found here does not mean not said.`
}

/** What the timeline shows. */
export function describeTimeline({ events, articles }: NewsRecord): string {
  if (events.length === 0) return 'No event is on record yet.'
  const reporting = `${count(articles.length, 'article')} ${articles.length === 1 ? 'reports' : 'report'}`
  const them = events.length === 1 ? 'it' : 'them'
  return `${count(events.length, 'event')} as ${reporting} ${them}, newest first. A date that nobody gives is drawn as the span in which it can lie.`
}

/** As of when a page that looks ahead speaks; null in an empty record. */
export function describeHorizon({ extent }: NewsRecord): string | null {
  return extent ? `The record ends on ${toWords(extent.last)}; it does not say what came of this.` : null
}

/** The last day of the record in words; null in an empty record. */
export function describeEnd({ extent }: NewsRecord, style: 'long' | 'weekday' = 'long'): string | null {
  return extent ? toWords(extent.last, style) : null
}

/** Whether the record knows what came of something expected. */
export function isOpen({ status }: NewsEvent): boolean {
  return status === 'expected'
}

/** `14 direct, 6 mixed`; what there is none of is left out. */
function tally(counts: readonly (readonly [number, string])[]): string {
  return counts.flatMap(([number, name]) => (number > 0 ? [`${number.toLocaleString('en')} ${name}`] : [])).join(', ')
}

/** Whether an event took place, is still expected, or came to nothing: the colour of its mark. */
export function toneOf({ status }: NewsEvent): 'happened' | 'expected' | 'undone' {
  if (status === 'expected') return 'expected'
  return status === 'happened' || status === 'held' ? 'happened' : 'undone'
}

function isOneDay({ extent }: NewsRecord): boolean {
  return extent !== null && intersect(extent.first, extent.last) !== null
}

/** Whether a date is one day, a span, or open at an end: what its mark looks like. */
export function shapeOf(when: When | null): 'day' | 'span' | 'open' | 'none' {
  if (!when) return 'none'
  if (!Number.isFinite(when.earliest) || !Number.isFinite(when.latest)) return 'open'
  return when.latest - when.earliest < 86_400_000 ? 'day' : 'span'
}

/** What sort of event it is, for print; `other` says nothing, so it reads `event`. */
export function describeKind({ kind }: NewsEvent): string {
  return kind === 'other' ? 'event' : kind
}
