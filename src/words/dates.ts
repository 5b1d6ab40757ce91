/** Dates in words, with their uncertainty. All in UTC. */
import { UTCDate } from '@date-fns/utc/date'
// Neither the index of `date-fns` nor `format`, which load 300 and 37 files: Node reads the package's own 200 KB for each.
import { lightFormat } from 'date-fns/lightFormat'
import type { EdtfValue } from 'edtf'
import { getOrMake } from '../lists.ts'
import { daysIn, type Stretch, toEnds, toIsoDay, toMembers, toStretch, toWhen } from '../record/when.ts'
import { readEdtf } from '../schema/dates.ts'
import { toLocale } from './locale.ts'
import { type Key, onSpeak, say, spokenLanguage } from './say.ts'

/** How a date is worded: `21 August 2025`, `21 Aug 2025`, `Thursday 21 August 2025`. */
export type DateStyle = 'long' | 'short' | 'weekday'

/** How it stands: by itself (`серпень 2025`), or as an end, whose word may ask for another form (`до серпня 2025`). */
type Form = 'alone' | 'by' | 'from'

/** The date in words: `20–21 August 2025`, `by February 2026`, `about 2022`, `spring 2022`. */
export function toWords(edtf: string, style: DateStyle = 'long'): string {
  return getOrMake(worded, `${style} ${edtf}`, () => {
    const value = readEdtf(edtf)
    return value ? valueToWords(value, style) : edtf
  })
}

/** A day without its year, where that is said beside it: `21 August`; any other date as it is. */
export function toWordsInYear(edtf: string, year: string, style: DateStyle = 'long'): string {
  const day = edtf.startsWith(`${year}-`) ? dayOf(edtf) : null
  return day ? dayToWords(Date.parse(day), style, 'dayInYear') : toWords(edtf, style)
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
onSpeak(() => worded.clear())

function valueToWords(value: EdtfValue, style: DateStyle, form: Form = 'alone'): string {
  switch (value.type) {
    case 'Interval': {
      const [lower, upper] = toEnds(value)
      if (!lower && !upper) return say('date.unknown')
      if (!lower) return say('date.by', { date: valueToWords(upper as EdtfValue, style, 'by') })
      if (!upper) return say('date.from', { date: valueToWords(lower, style, 'from') })
      if (isHedged(lower) || isHedged(upper)) return toSpan(valueToWords(lower, style), valueToWords(upper, style))
      return spanToWords(toStretch(lower), toStretch(upper), style)
    }
    case 'Set':
    case 'List': {
      const language = spokenLanguage() === 'en' ? 'en-GB' : toLocale(spokenLanguage())
      const list = new Intl.ListFormat(language, { type: value.type === 'Set' ? 'disjunction' : 'conjunction' })
      const members = toMembers(value).map((member) =>
        Array.isArray(member)
          ? spanToWords(toStretch(member[0]), toStretch(member[1]), style)
          : valueToWords(member, style),
      )
      const open = [...(value.earlier ? [say('date.earlier')] : []), ...(value.later ? [say('date.later')] : [])]
      return list.format([...members, ...open])
    }
    default: {
      const hedge = hedgeOf(value)
      const date = dateToWords(value, style, form)
      return hedge ? say(hedge, { date }) : date
    }
  }
}

function isHedged(value: EdtfValue): boolean {
  return hedgeOf(value) !== null
}

function hedgeOf(value: EdtfValue): Key | null {
  const isAbout = (value.approximate?.value ?? 0) > 0
  if ((value.uncertain?.value ?? 0) > 0) return isAbout ? 'date.perhapsAbout' : 'date.perhaps'
  return isAbout ? 'date.about' : null
}

/** A date that is no interval. Digits left open within a month or a year make a span: `2031-05-2X` is `20–29 May 2031`. */
function dateToWords(value: EdtfValue, style: DateStyle, form: Form): string {
  const recurring = recurringToWords(value, style)
  if (recurring) return recurring
  const stretch = toStretch(value)
  if ((value.unspecified?.value ?? 0) === 0) return stretchToWords(stretch, style, form)
  const { unit, earliest, latest } = stretch
  const isWhole = ['d', 'dM'].slice(0, unit === 'year' ? 2 : 1).every((form) => {
    return cut(earliest, form).replace(/1/g, '') === '' && cut(latest + 1, form).replace(/1/g, '') === ''
  })
  const isOfMonths = cut(earliest, 'd') === '1' && cut(latest + 1, 'd') === '1'
  const part = unit === 'month' ? 'day' : unit === 'year' && isOfMonths ? 'month' : null
  if (isWhole || part === null) return stretchToWords(stretch, style, form)
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
  if ((mask & open.month) !== 0) return isDay ? say('date.dayOfMonth', { day, within: within(7) }) : null
  if ((mask & open.year) === 0) return null
  const date = isDay
    ? dayToWords(value.min, style === 'weekday' ? 'long' : style, 'dayInYear')
    : monthToWords(value.min, style, 'alone', true)
  return say('date.ofYear', { date, within: within(4) })
}

/** Seasons, and what EDTF counts among them, in the order of their codes: 21 is the first. */
const seasons = [
  ...['spring', 'summer', 'autumn', 'winter', 'spring', 'summer', 'autumn', 'winter'],
  ...['southernSpring', 'southernSummer', 'southernAutumn', 'southernWinter'],
  ...['firstQuarter', 'secondQuarter', 'thirdQuarter', 'fourthQuarter'],
  ...['firstThird', 'secondThird', 'lastThird', 'firstHalf', 'secondHalf'],
]

function stretchToWords(stretch: Stretch, style: DateStyle, form: Form = 'alone'): string {
  const year = cut(stretch.earliest, 'y')
  switch (stretch.unit) {
    case 'day':
      return dayToWords(stretch.earliest, style, 'day', form)
    case 'month':
      return monthToWords(stretch.earliest, style, form)
    case 'season':
      return seasonToWords(stretch, form, [...new Set([year, cut(stretch.latest, 'y')])].join('–'))
    case 'year':
      return say('date.year', { year, form })
    case 'decade':
      return say('date.decade', { year, form })
    case 'century':
      // `the 2000s` would be read as the decade.
      return toYears(year, cut(stretch.latest, 'y'))
  }
}

/** What both have in common is said once: `20–21 August 2025`. */
function spanToWords(from: Stretch, to: Stretch, style: DateStyle): string {
  const sameYear = cut(from.earliest, 'y') === cut(to.earliest, 'y')
  const sameMonth = sameYear && cut(from.earliest, 'M') === cut(to.earliest, 'M')
  const [first, last] = [stretchToWords(from, style), stretchToWords(to, style)]
  if (from.unit !== to.unit) return toSpan(first, last)
  if (first === last) return first
  switch (from.unit) {
    case 'year':
      return toYears(cut(from.earliest, 'y'), cut(to.earliest, 'y'))
    case 'month': {
      const inYear = (month: Stretch) => monthToWords(month.earliest, style, 'alone', true)
      if (sameYear) return say('date.months', { from: inYear(from), to: last, fromWhole: first, toInYear: inYear(to) })
      break
    }
    case 'season': {
      const name = seasonToWords(from, 'alone', '').trim()
      if (sameYear) return say('date.seasons', { from: name, to: last, fromWhole: first })
      break
    }
    case 'day': {
      if (sameMonth && style !== 'weekday') {
        const { day: start } = partsOf(from.earliest, style)
        const { day: end, ...rest } = partsOf(to.earliest, style)
        return say('date.days', { first: start, last: end, ...rest })
      }
      const inYear = (day: Stretch) => dayToWords(day.earliest, style, 'dayInYear')
      if (sameYear)
        return say('date.spanInYear', { from: inYear(from), to: last, fromWhole: first, toInYear: inYear(to) })
      break
    }
  }
  return toSpan(first, last)
}

const toSpan = (from: string, to: string): string => say('date.span', { from, to })
const toYears = (from: string, to: string): string => say('date.years', { from, to })

function dayToWords(time: number, style: DateStyle, key: 'day' | 'dayInYear' = 'day', form: Form = 'alone'): string {
  return say(style === 'weekday' ? `date.${key}.weekday` : `date.${key}`, { ...partsOf(time, style), form })
}

function monthToWords(time: number, style: DateStyle, form: Form, isInYear = false): string {
  const month = nameMonth(time, style, form === 'alone')
  return say(isInYear ? 'date.monthInYear' : 'date.month', { ...partsOf(time, style), month, form })
}

function seasonToWords({ season = 0 }: Stretch, form: Form, year: string): string {
  const name = seasons[season - 21]
  return say(name ? (`date.season.${name}` as Key) : 'date.season', { year, form })
}

/** What a message about a day may use. */
function partsOf(time: number, style: DateStyle) {
  return {
    day: cut(time, 'd'),
    month: nameMonth(time, style, false),
    m: cut(time, 'M'),
    year: cut(time, 'y'),
    style,
    weekday: style === 'weekday' ? formatOf({ weekday: 'long' }).format(time) : '',
  }
}

/** A month as it stands alone, or as it goes with a day. */
function nameMonth(time: number, style: DateStyle, isAlone: boolean): string {
  const month = style === 'short' ? 'short' : 'long'
  if (isAlone) return formatOf({ month }).format(time)
  const parts = formatOf({ day: 'numeric', month, year: 'numeric' }).formatToParts(time)
  return parts.find(({ type }) => type === 'month')?.value ?? ''
}

const formats = new Map<string, Intl.DateTimeFormat>()
onSpeak(() => formats.clear())

function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return getOrMake(
    formats,
    JSON.stringify(options),
    () => new Intl.DateTimeFormat(toLocale(spokenLanguage()), { ...options, timeZone: 'UTC' }),
  )
}

/** A number of a date: its day, its month, its year. */
function cut(time: number, form: string): string {
  return lightFormat(new UTCDate(time), form)
}
