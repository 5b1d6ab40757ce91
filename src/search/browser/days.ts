/** What of a search is about days. */
import { toLocale } from '../../words/locale.ts'
import { say } from '../../words/say.ts'
import type { Span } from '../dates.ts'
import { type DaysFile, daysFile, type OrderFile, orderFile } from '../lists.ts'
import type { Query } from '../query.ts'
import { type Hit, toPlainHit } from './hits.ts'
import type { FoundRecord, Index, Part, SearchOptions } from './pagefind.ts'

/** First and last day of a record; an open end is empty. */
interface Days {
  first: string
  last: string
}

/** The days of every record that has a date, by its number. */
export function readDays(index: Index): Promise<Map<string, Days>> {
  return index.read(
    orderFile,
    (order: OrderFile) => new Map(order.flatMap((days) => days.ids.map((id) => [id, days] as const))),
  )
}

/** A query with a year for its dates that were typed without one, and how these are read. */
export async function settleDates(index: Index, query: Query): Promise<{ query: Query; dates: [string, string][] }> {
  const spans = query.terms.flatMap((term) => term.flatMap(({ span }) => span?.from ?? []))
  if (![...spans, query.from, query.to].some((day) => day?.startsWith('-'))) return { query, dates: [] }
  const known = [...(await readDays(index)).values()].flatMap(({ first, last }) => [first, last]).filter(Boolean)
  known.sort()
  const dates: [string, string][] = []
  const settle = (span: Span, text: string): Span => {
    const settled = inYear(span, known)
    const [from, to] = [settled.from, settled.to].map((day) => nameSpan(day, index.language)) as [string, string]
    if (settled !== span) dates.push([text, from === to ? from : say('search.span', { from, to })])
    return settled
  }
  const settleOne = (day: string | null): string | null =>
    day && settle({ from: day, to: day }, say('search.theDate')).from
  const terms = query.terms.map((term) =>
    term.map((choice) => (choice.span ? { ...choice, span: settle(choice.span, choice.text) } : choice)),
  )
  return { query: { ...query, terms, from: settleOne(query.from), to: settleOne(query.to) }, dates }
}

/** A span of no year, in the last year that has any of these days (sorted); one with its year as it is. */
export function inYear(span: Span, days: readonly string[]): Span {
  if (!span.from.startsWith('-')) return span
  const isIn = (day: string): boolean => day.slice(4) >= span.from && day.slice(4) <= span.to
  const latest = (days.findLast(isIn) ?? days.at(-1) ?? new Date().toISOString()).slice(0, 4)
  return { from: latest + span.from, to: latest + span.to }
}

/** Where a query is a single day with something on record, that day. */
export async function findDay(index: Index, query: Query): Promise<Hit | null> {
  const { names, terms, things } = query
  const span = terms.length === 1 && terms[0]?.length === 1 ? terms[0][0]?.span : undefined
  if (!span || span.from !== span.to || names.length + things.length > 0) return null
  const { days, url } = await index.read<DaysFile>(daysFile)
  const about = days[span.from]
  const name = nameSpan(span.from, index.language)
  return about === undefined ? null : toPlainHit('day', url.replace('*', span.from), name, about, query)
}

/** Records of some days, those that are of the fewest others first. */
export async function findOn(
  index: Index,
  part: Part,
  { from, to }: Span,
  options: SearchOptions,
): Promise<FoundRecord[]> {
  const days = await readDays(index)
  const length = ({ first, last }: Days): number => Date.parse(last || '9999') - Date.parse(first || '1000')
  return (await part.search(null, options)).results.flatMap((record) => {
    const own = days.get(record.id)
    return own && isBetween(own, from, to) ? { ...record, score: 1 / (2 + length(own) / 864e5) } : []
  })
}

/** Those of some records that may be between a query's days, in its order: what has no date last, of equals the better first. */
export async function sortByDay(index: Index, { from, sort, to }: Query, found: FoundRecord[]): Promise<FoundRecord[]> {
  const days = await readDays(index)
  const inside = from || to ? found.filter(({ id }) => isBetween(days.get(id), from, to)) : found
  if (sort === 'best') return inside
  const [side, none] = sort === 'newest' ? (['last', '0000'] as const) : (['first', '9999'] as const)
  return inside
    .map((record) => ({ record, day: days.get(record.id)?.[side] || none }))
    .sort(({ day: a }, { day: b }) => (a === b ? 0 : a < b === (sort === 'oldest') ? -1 : 1))
    .map(({ record }) => record)
}

/** Whether something may have been between two days. */
export function isBetween(days: Days | undefined, from: string | null, to: string | null): boolean {
  if (!days) return false
  return (to === null || days.first <= to) && (from === null || days.last === '' || days.last >= from)
}

/** `2025`, `Aug 2025`, `20 August 2025` */
export function nameSpan(span: string, language: string, style: 'short' | 'long' = 'long'): string {
  const month = span.length > 4 ? { month: style } : {}
  const day = span.length > 7 ? ({ day: 'numeric' } as const) : {}
  // Day before month, as everywhere on the site.
  const locale = toLocale(language === 'en' ? 'en-GB' : language)
  return new Date(span).toLocaleDateString(locale, { year: 'numeric', ...month, ...day, timeZone: 'UTC' })
}
