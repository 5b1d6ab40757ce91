/** Dates in English, with their uncertainty. All in UTC. */
import { UTCDate } from '@date-fns/utc'
// Not the index of `date-fns`: it loads hundreds of files.
import { format } from 'date-fns/format'
import type { EdtfValue } from 'edtf'
import { getOrMake } from '../lists.ts'
import { daysIn, type Stretch, toEnds, toIsoDay, toMembers, toStretch, toWhen } from '../record/when.ts'
import { readEdtf } from '../schema/dates.ts'

/** How a date is worded: `21 August 2025`, `21 Aug 2025`, `Thursday 21 August 2025`. */
export type DateStyle = 'long' | 'short' | 'weekday'

/** The date in English: `20–21 August 2025`, `by February 2026`, `about 2022`, `spring 2022`. */
export function toWords(edtf: string, style: DateStyle = 'long'): string {
  return getOrMake(worded, `${style} ${edtf}`, () => {
    const value = readEdtf(edtf)
    return value ? valueToWords(value, style) : edtf
  })
}

/** The day of a date in EDTF as `2025-08-21`, for `<time datetime>`; null when it is not one day, or only about or perhaps that day. */
export function dayOf(edtf: string): string | null {
  const when = toWhen(edtf)
  return when && toIsoDay(when)
}

/** The day whose page tells of a date: the first of a few; null for a date that leaves more open. */
export function pageDayOf(edtf: string): string | null {
  const when = toWhen(edtf)
  return (when && daysIn(when)[0]) ?? null
}

// A record has few dates and shows each many times.
const worded = new Map<string, string>()

function valueToWords(value: EdtfValue, style: DateStyle): string {
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
function dateToWords(value: EdtfValue, style: DateStyle): string {
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
function recurringToWords(value: EdtfValue, style: DateStyle): string | null {
  const mask = value.unspecified?.value ?? 0
  const [year, month, day] = value.values
  if (value.type !== 'Date' || year === undefined || month === undefined) return null
  const isDay = day !== undefined && (mask & open.day) === 0
  const within = (length: number): string => toWords(value.toEDTF().slice(0, length), style)
  if ((mask & open.month) !== 0) return isDay ? `the ${toOrdinal(day)} of a month in ${within(7)}` : null
  if ((mask & open.year) === 0) return null
  const form = isDay ? dayForm(style === 'weekday' ? 'long' : style) : monthForm(style)
  return `${say(value.min, form.replace(' y', ''))} of a year in ${within(4)}`
}

function toOrdinal(day: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd' }[
    new Intl.PluralRules('en', { type: 'ordinal' }).select(day) as string
  ]
  return `${day}${ending ?? 'th'}`
}

const seasons = ['spring', 'summer', 'autumn', 'winter']
const southern = seasons.map((season) => `southern ${season}`)
const quarters = ['first', 'second', 'third', 'fourth'].map((which) => `${which} quarter of`)
const parts = ['first third of', 'second third of', 'last third of', 'first half of', 'second half of']
/** Seasons, and what EDTF counts among them, in the order of their codes: 21 is the first. */
const seasonNames = [...seasons, ...seasons, ...southern, ...quarters, ...parts]

function stretchToWords(stretch: Stretch, style: DateStyle): string {
  const year = say(stretch.earliest, 'y')
  switch (stretch.unit) {
    case 'day':
      return say(stretch.earliest, dayForm(style))
    case 'month':
      return say(stretch.earliest, monthForm(style))
    case 'season':
      return `${seasonOf(stretch)} ${[...new Set([year, say(stretch.latest, 'y')])].join('–')}`
    case 'year':
      return year
    case 'decade':
      return `the ${year}s`
    case 'century':
      // `the 2000s` would be read as the decade.
      return `${year}–${say(stretch.latest, 'y')}`
  }
}

function spanToWords(from: Stretch, to: Stretch, style: DateStyle): string {
  const sameYear = say(from.earliest, 'y') === say(to.earliest, 'y')
  const sameMonth = sameYear && say(from.earliest, 'M') === say(to.earliest, 'M')
  const whole = (stretch: Stretch) => stretchToWords(stretch, style)
  if (from.unit === to.unit) {
    if (whole(from) === whole(to)) return whole(from)
    if (from.unit === 'year') return `${whole(from)}–${whole(to)}`
    if (from.unit === 'month' && sameYear)
      return `${say(from.earliest, monthForm(style).replace(' y', ''))}–${whole(to)}`
    if (from.unit === 'season' && sameYear) return `${seasonOf(from)} – ${whole(to)}`
    if (from.unit === 'day' && style !== 'weekday') {
      if (sameMonth) return `${say(from.earliest, 'd')}–${whole(to)}`
      if (sameYear) return `${say(from.earliest, dayForm(style).replace(' y', ''))} – ${whole(to)}`
    }
    if (from.unit === 'day' && sameYear) return `${say(from.earliest, dayForm(style).replace(' y', ''))} – ${whole(to)}`
  }
  return `${whole(from)} – ${whole(to)}`
}

function dayForm(style: DateStyle): string {
  return style === 'short' ? 'd MMM y' : style === 'weekday' ? 'EEEE d MMMM y' : 'd MMMM y'
}

function monthForm(style: DateStyle): string {
  return style === 'short' ? 'MMM y' : 'MMMM y'
}

function say(time: number, form: string): string {
  return format(new UTCDate(time), form)
}

function seasonOf({ season = 0 }: Stretch): string {
  return seasonNames[season - 21] ?? 'some time in'
}
