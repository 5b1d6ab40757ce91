/** Weeks, months, seasons and years counted from a day, as EDTF. */
import { UTCDate } from '@date-fns/utc/date'
import { add } from 'date-fns/add'
import { addDays } from 'date-fns/addDays'
import { endOfISOWeek } from 'date-fns/endOfISOWeek'
import { endOfMonth } from 'date-fns/endOfMonth'
import { getDay } from 'date-fns/getDay'
import { lightFormat } from 'date-fns/lightFormat'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'
import { startOfMonth } from 'date-fns/startOfMonth'

export type Part = 'early' | 'mid' | 'late'

/** A day as `2025-08-21`. */
export const iso = (date: Date): string => lightFormat(date, 'yyyy-MM-dd')

/** Its year. */
export const year = (date: Date): number => Number(lightFormat(date, 'yyyy'))

/** The day that an ISO date names. */
export const toDay = (text: string): UTCDate => new UTCDate(`${text}T00:00:00Z`)

/** From one date to another, which may be the same. */
const range = (from: string, to: string): string => (from === to ? from : `${from}/${to}`)

/** From one day to another. */
export const span = (from: Date, to: Date): string => range(iso(from), iso(to))

/** A day so many hours, days, weeks, months, years or decades on. */
export function shift(from: UTCDate, n: number, unit: string): UTCDate {
  return add(from, unit.startsWith('decade') ? { years: 10 * n } : { [`${unit.replace(/s$/, '')}s`]: n })
}

/** So many units before or after a day, as exact as the unit. */
export function counted(from: UTCDate, n: number, unit: string): string {
  const date = shift(from, n, unit)
  if (/^hour|^day/.test(unit)) return iso(date)
  if (unit.startsWith('week')) return `${iso(date)}~`
  if (unit.startsWith('month')) return lightFormat(date, 'yyyy-MM')
  return `${year(date)}${n <= -10 && n % 10 === 0 ? '~' : ''}`
}

/** The week, month, year, decade or century that many before or after the one of a day. */
export function period(unit: string, step: number, anchor: UTCDate): string {
  const day = addDays(anchor, 7 * step)
  if (unit === 'week') return span(startOfISOWeek(day), endOfISOWeek(day))
  if (unit === 'month') return lightFormat(add(anchor, { months: step }), 'yyyy-MM')
  if (unit === 'year') return String(year(anchor) + step)
  if (unit === 'decade') return `${Math.floor(year(anchor) / 10) + step}X`
  return `${Math.floor(year(anchor) / 100) + step}XX`
}

/** The first, middle or last third of a week, a month or a year. */
export function partOf(whole: string, part: Part): string | null {
  const [at, sunday] = whole.split('/') as [string, string?]
  const which = ['early', 'mid', 'late'].indexOf(part)
  const [start, end] = [toDay(at), toDay(sunday ?? at)]
  if (sunday) return [span(start, addDays(start, 2)), whole, span(addDays(end, -2), end)][which] ?? null
  if (/^\d{4}$/.test(at)) return [`${at}-01/${at}-04`, `${at}-05/${at}-08`, `${at}-09/${at}-12`][which] ?? null
  if (!/^\d{4}-\d{2}$/.test(at)) return null
  return [`${at}-01/${at}-10`, `${at}-11/${at}-20`, `${at}-21/${iso(endOfMonth(toDay(`${at}-01`)))}`][which] ?? null
}

/** `earlier this week`: what has gone of it, or what is left of it. */
export function sideOf(unit: string, isBefore: boolean, anchor: UTCDate): string {
  const month = lightFormat(anchor, 'yyyy-MM')
  if (unit === 'year') return isBefore ? range(`${year(anchor)}-01`, month) : range(month, `${year(anchor)}-12`)
  const [first, last] =
    unit === 'week' ? [startOfISOWeek(anchor), endOfISOWeek(anchor)] : [startOfMonth(anchor), endOfMonth(anchor)]
  const [from, to] = isBefore ? [iso(first), iso(addDays(anchor, -1))] : [iso(addDays(anchor, 1)), iso(last)]
  return from > to ? iso(anchor) : range(from, to)
}

/** The nearest day of a number of the week, from 0 on Sunday, before or after. */
export function weekday(wanted: number, anchor: UTCDate, forward: boolean): UTCDate {
  const days = (wanted - getDay(anchor) + 7) % 7
  return addDays(anchor, forward || days === 0 ? days : days - 7)
}

/** With `by`, `until` and the like an open start, with `since` an open end. */
export function bound(way: string | undefined, edtf: string | null): string | null {
  if (!edtf) return null
  if (/^(?:by|until|till|before)$|^no\s/.test(way ?? '')) return `../${edtf}`
  return way === 'since' ? `${edtf}/..` : edtf
}

/** Seasons by the numbers that EDTF has for them. */
const seasons: { [name: string]: number } = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }

/** This, last or next spring, or the one of a year. */
export function season(name: string, which: string, anchor: UTCDate, given?: string): string {
  const code = seasons[name] ?? 21
  const first = 3 * (code - 20)
  const month = Number(lightFormat(anchor, 'M'))
  const step = which === 'last' && first + 2 >= month ? -1 : which === 'next' && first <= month ? 1 : 0
  return `${given ?? year(anchor) + step}-${code}`
}
