/** Dates with their uncertainty: reading EDTF, comparing, overlapping, and saying them in English. All in UTC. */
import { UTCDate } from '@date-fns/utc'
// Not the index of `date-fns`: it loads hundreds of files.
import { format } from 'date-fns/format'
import type { EdtfValue } from 'edtf'
import { readEdtf } from '../schema/dates.ts'
import type { When } from './types.ts'

/** How a date is worded: `21 August 2025`, `21 Aug 2025`, `Thursday 21 August 2025`. */
export type WhenStyle = 'long' | 'short' | 'weekday'

const dayLength = 86_400_000

/** Reads an EDTF expression; null when it is none. */
export function toWhen(text: string): When | null {
  const value = readEdtf(text)
  if (!value) return null
  const [earliest, latest] = recall(bounds, text, () => toBounds(value))
  return Number.isNaN(earliest) || Number.isNaN(latest) ? null : { edtf: text, earliest, latest }
}

/**
 * Order in time: by the earliest bound, then by the latest. A start that nobody gives orders nothing, so `../2026-02`
 * stands where it ends.
 */
export function compareWhen(a: When, b: When): number {
  return compareNumbers(startOf(a), startOf(b)) || compareNumbers(a.latest, b.latest)
}

/** Whether there is a moment that both may mean. */
export function overlaps(a: When, b: When): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest
}

/** What two dates agree on: the narrower one when it lies in the other, else the days they share; null when there are none. */
export function intersect(a: When, b: When): When | null {
  if (!overlaps(a, b)) return null
  if (a.earliest >= b.earliest && a.latest <= b.latest) return a
  if (b.earliest >= a.earliest && b.latest <= a.latest) return b
  return toSpan(Math.max(a.earliest, b.earliest), Math.min(a.latest, b.latest))
}

/**
 * The narrowest date that all agree on; null when none is given or when they contradict. One that is only approximate or
 * uncertain gives way to one that is not.
 */
export function agree(dates: readonly (When | null)[]): When | null {
  const given = dates.filter((date) => date !== null)
  const firm = given.filter((date) => !isVague(date))
  let agreed: When | null = null
  for (const date of firm.length > 0 ? firm : given) {
    agreed = agreed ? intersect(agreed, date) : date
    if (!agreed) return null
  }
  return agreed
}

/** Whether the date is marked as approximate or uncertain. */
export function isVague(when: When): boolean {
  return /[~?%]/.test(when.edtf)
}

/** Whether a start or an end is known; `../..` has neither. */
export function hasBound({ earliest, latest }: When): boolean {
  return Number.isFinite(earliest) || Number.isFinite(latest)
}

/** The day as `2025-08-21`, for `<time datetime>`; null when it is not one day, or only about or perhaps that day. */
export function toIsoDay(when: When): string | null {
  if (isVague(when)) return null
  return when.latest - when.earliest < dayLength && sameDay(when.earliest, when.latest) ? isoDay(when.earliest) : null
}

/** The date in English: `20–21 August 2025`, `by February 2026`, `about 2022`, `spring 2022`. */
export function toWords({ edtf }: When, style: WhenStyle = 'long'): string {
  return recall(worded, `${style} ${edtf}`, () => {
    const value = readEdtf(edtf)
    return value ? valueToWords(value, style) : edtf
  })
}

// A record has few dates and shows each many times.
const bounds = new Map<string, [earliest: number, latest: number]>()
const worded = new Map<string, string>()

function recall<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  const found = known.get(key)
  if (found !== undefined) return found
  const value = make()
  known.set(key, value)
  return value
}

function startOf({ earliest, latest }: When): number {
  return Number.isFinite(earliest) ? earliest : latest
}

type Unit = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'

/** One end of a span, or a date that is no span. */
interface Stretch {
  unit: Unit
  earliest: number
  latest: number
  season?: string
}

function toBounds(value: EdtfValue): [number, number] {
  switch (value.type) {
    case 'Season': {
      const { earliest, latest } = seasonStretch(value)
      return [earliest, latest]
    }
    case 'Interval': {
      const [lower, upper] = toEnds(value)
      return [lower ? toBounds(lower)[0] : -Infinity, upper ? toBounds(upper)[1] : Infinity]
    }
    case 'Set':
    case 'List': {
      const bounds = toMembers(value).flat().map(toBounds)
      return [
        value.earlier ? -Infinity : Math.min(...bounds.map(([start]) => start)),
        value.later ? Infinity : Math.max(...bounds.map(([, end]) => end)),
      ]
    }
    default:
      return [value.min, value.max]
  }
}

/** The two ends of an interval; null for an end that is open or unknown. */
function toEnds(value: EdtfValue): [EdtfValue | null, EdtfValue | null] {
  const toEnd = (end: EdtfValue | number | null | undefined) => (typeof end === 'object' ? (end ?? null) : null)
  return [toEnd(value.lower), toEnd(value.upper)]
}

/** The members of a set or a list: a date, or the first and the last of a run (`2031-05-04..2031-05-06`). */
function toMembers(value: EdtfValue): (EdtfValue | [EdtfValue, EdtfValue])[] {
  return value.values as unknown[] as (EdtfValue | [EdtfValue, EdtfValue])[]
}

function valueToWords(value: EdtfValue, style: WhenStyle): string {
  switch (value.type) {
    case 'Interval': {
      const [lower, upper] = toEnds(value)
      if (!lower && !upper) return 'at an unknown time'
      if (!lower) return `by ${valueToWords(upper as EdtfValue, style)}`
      if (!upper) return `from ${valueToWords(lower, style)}`
      if (isHedged(lower) || isHedged(upper)) return `${valueToWords(lower, style)} – ${valueToWords(upper, style)}`
      return spanToWords(toStretch(lower), toStretch(upper), style)
    }
    case 'Set':
    case 'List': {
      const list = new Intl.ListFormat('en-GB', { type: value.type === 'Set' ? 'disjunction' : 'conjunction' })
      const members = toMembers(value).map((member) =>
        Array.isArray(member)
          ? spanToWords(toStretch(member[0]), toStretch(member[1]), style)
          : valueToWords(member, style),
      )
      return list.format([...members, ...(value.earlier ? ['earlier'] : []), ...(value.later ? ['later'] : [])])
    }
    default:
      return hedge(value) + dateToWords(value, style)
  }
}

function isHedged(value: EdtfValue): boolean {
  return hedge(value) !== ''
}

function hedge(value: EdtfValue): string {
  if ((value.uncertain?.value ?? 0) > 0) return (value.approximate?.value ?? 0) > 0 ? 'perhaps about ' : 'perhaps '
  return (value.approximate?.value ?? 0) > 0 ? 'about ' : ''
}

/** A date that is no interval. Digits left open within a month or a year make a span: `2031-05-2X` is `20–29 May 2031`. */
function dateToWords(value: EdtfValue, style: WhenStyle): string {
  const recurring = recurringToWords(value, style)
  if (recurring) return recurring
  const stretch = toStretch(value)
  if ((value.unspecified?.value ?? 0) === 0) return stretchToWords(stretch, style)
  const { unit, earliest, latest } = stretch
  const isWhole = ['d', 'dM'].slice(0, unit === 'year' ? 2 : 1).every((form) => {
    return say(earliest, form).replace(/1/g, '') === '' && say(latest + 1, form).replace(/1/g, '') === ''
  })
  const isOfMonths = say(earliest, 'd') === '1' && say(latest + 1, 'd') === '1'
  const part = unit === 'month' ? 'day' : unit === 'year' && isOfMonths ? 'month' : null
  if (isWhole || part === null) return stretchToWords(stretch, style)
  return spanToWords({ unit: part, earliest, latest: earliest }, { unit: part, earliest: latest, latest }, style)
}

/** Bits of what is left open, as the library has them: digits of the year, of the month, of the day. */
const open = { year: 15, month: 48, day: 192 }

/**
 * A day whose month is left open, or a day or month whose year is, recurs within its bounds; as a stretch it would say less
 * than the source: `2031-XX-04` is `the 4th of a month in 2031`.
 */
function recurringToWords(value: EdtfValue, style: WhenStyle): string | null {
  const mask = value.unspecified?.value ?? 0
  const [year, month, day] = value.values
  if (value.type !== 'Date' || year === undefined || month === undefined) return null
  const isDay = day !== undefined && (mask & open.day) === 0
  const within = (length: number): string => toWords({ ...noBounds, edtf: value.toEDTF().slice(0, length) }, style)
  if ((mask & open.month) !== 0) return isDay ? `the ${toOrdinal(day)} of a month in ${within(7)}` : null
  if ((mask & open.year) === 0) return null
  const form = isDay ? dayForm(style === 'weekday' ? 'long' : style) : monthForm(style)
  return `${say(value.min, form.replace(' y', ''))} of a year in ${within(4)}`
}

const noBounds = { earliest: -Infinity, latest: Infinity }

function toOrdinal(day: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd' }[
    new Intl.PluralRules('en', { type: 'ordinal' }).select(day) as string
  ]
  return `${day}${ending ?? 'th'}`
}

function toStretch(value: EdtfValue): Stretch {
  if (value.type === 'Season') return seasonStretch(value)
  const stretch = { earliest: value.min, latest: value.max }
  if (value.type === 'Century') return { ...stretch, unit: 'century' }
  if (value.type === 'Decade') return { ...stretch, unit: 'decade' }
  if (value.type === 'Year') return { ...stretch, unit: 'year' }
  // Digits left open (`2025-08-XX`) widen the unit, so it is read off the bounds.
  const days = Math.round((value.max + 1 - value.min) / dayLength)
  const unit = days <= 1 ? 'day' : days <= 31 ? 'month' : days <= 366 ? 'year' : days <= 3653 ? 'decade' : 'century'
  return { ...stretch, unit }
}

const seasons: { [code: number]: [name: string, firstMonth: number, months: number] } = {
  21: ['spring', 2, 3],
  22: ['summer', 5, 3],
  23: ['autumn', 8, 3],
  24: ['winter', 11, 3],
  25: ['spring', 2, 3],
  26: ['summer', 5, 3],
  27: ['autumn', 8, 3],
  28: ['winter', 11, 3],
  29: ['southern spring', 8, 3],
  30: ['southern summer', 11, 3],
  31: ['southern autumn', 2, 3],
  32: ['southern winter', 5, 3],
  33: ['first quarter of', 0, 3],
  34: ['second quarter of', 3, 3],
  35: ['third quarter of', 6, 3],
  36: ['fourth quarter of', 9, 3],
  37: ['first third of', 0, 4],
  38: ['second third of', 4, 4],
  39: ['last third of', 8, 4],
  40: ['first half of', 0, 6],
  41: ['second half of', 6, 6],
}

/** The library lets spring begin in January; here seasons are the meteorological ones, of the north unless said otherwise. */
function seasonStretch(value: EdtfValue): Stretch {
  const [year = 0, code = 21] = value.values
  const [season, firstMonth, months] = seasons[code] ?? ['some time in', 0, 12]
  return {
    unit: 'season',
    season,
    earliest: toMonthStart(year, firstMonth),
    latest: toMonthStart(year, firstMonth + months) - 1,
  }
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function toMonthStart(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1)
}

function stretchToWords(stretch: Stretch, style: WhenStyle): string {
  const year = say(stretch.earliest, 'y')
  switch (stretch.unit) {
    case 'day':
      return say(stretch.earliest, dayForm(style))
    case 'month':
      return say(stretch.earliest, monthForm(style))
    case 'season':
      return `${stretch.season} ${[...new Set([year, say(stretch.latest, 'y')])].join('–')}`
    case 'year':
      return year
    case 'decade':
      return `the ${year}s`
    case 'century':
      // `the 2000s` would be read as the decade.
      return `${year}–${say(stretch.latest, 'y')}`
  }
}

function spanToWords(from: Stretch, to: Stretch, style: WhenStyle): string {
  const sameYear = say(from.earliest, 'y') === say(to.earliest, 'y')
  const sameMonth = sameYear && say(from.earliest, 'M') === say(to.earliest, 'M')
  const whole = (stretch: Stretch) => stretchToWords(stretch, style)
  if (from.unit === to.unit) {
    if (whole(from) === whole(to)) return whole(from)
    if (from.unit === 'year') return `${whole(from)}–${whole(to)}`
    if (from.unit === 'month' && sameYear)
      return `${say(from.earliest, monthForm(style).replace(' y', ''))}–${whole(to)}`
    if (from.unit === 'season' && sameYear) return `${from.season} – ${whole(to)}`
    if (from.unit === 'day' && style !== 'weekday') {
      if (sameMonth) return `${say(from.earliest, 'd')}–${whole(to)}`
      if (sameYear) return `${say(from.earliest, dayForm(style).replace(' y', ''))} – ${whole(to)}`
    }
    if (from.unit === 'day' && sameYear) return `${say(from.earliest, dayForm(style).replace(' y', ''))} – ${whole(to)}`
  }
  return `${whole(from)} – ${whole(to)}`
}

function dayForm(style: WhenStyle): string {
  return style === 'short' ? 'd MMM y' : style === 'weekday' ? 'EEEE d MMMM y' : 'd MMMM y'
}

function monthForm(style: WhenStyle): string {
  return style === 'short' ? 'MMM y' : 'MMMM y'
}

function say(time: number, form: string): string {
  return format(new UTCDate(time), form)
}

/** A span of whole days as a date; open ends stay open. */
function toSpan(earliest: number, latest: number): When {
  const from = earliest === -Infinity ? '..' : isoDay(earliest)
  const to = latest === Infinity ? '..' : isoDay(latest)
  return { edtf: from === to ? from : `${from}/${to}`, earliest, latest }
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}

function sameDay(a: number, b: number): boolean {
  return isoDay(a) === isoDay(b)
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1
}
