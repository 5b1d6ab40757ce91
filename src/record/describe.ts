/** What the record consists of and where it ends, in words. Every figure is computed. */
import type { NewsEvent, NewsRecord, When } from './types.ts'
import { intersect, toWhen, toWords } from './when.ts'

/** A number with its noun: `1 quote`, `31 quotes`, `1,200 quotes`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`
}

/** `2 articles, 31 quotes, 20 events` */
export function describeSize({ articles, quotes, events }: NewsRecord): string {
  return [count(articles.length, 'article'), count(quotes.length, 'quote'), count(events.length, 'event')].join(', ')
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
  const extent = describeExtent(record)
  if (!extent) return 'The record is empty.'
  return `Drawn from ${describeSize(record)}; the articles were published ${onOrFrom(record)} ${extent}. Not found here does not mean not said.`
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

function onOrFrom({ extent }: NewsRecord): string {
  return extent && intersect(extent.first, extent.last) ? 'on' : 'from'
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
