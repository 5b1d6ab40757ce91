/** Dates with their uncertainty: reading EDTF, comparing, overlapping. All in UTC. */
import type { EdtfValue } from 'edtf'
import { compare, getOrMake } from '../lists.ts'
import { readEdtf } from '../schema/dates.ts'
import type { When } from './types.ts'

const dayLength = 86_400_000

/** Reads an EDTF expression; null when it is none. */
export function toWhen(text: string): When | null {
  const value = readEdtf(text)
  if (!value) return null
  const [earliest, latest] = getOrMake(bounds, text, () => toBounds(value))
  return Number.isNaN(earliest) || Number.isNaN(latest) ? null : { edtf: text, earliest, latest }
}

/**
 * Order in time: by the earliest bound, then by the latest. A start that nobody gives orders nothing, so `../2026-02`
 * stands where it ends.
 */
export function compareWhen(a: When, b: When): number {
  return compare(startOf(a), startOf(b)) || compare(a.latest, b.latest)
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
  return when.latest - when.earliest < dayLength && isoDay(when.earliest) === isoDay(when.latest)
    ? isoDay(when.earliest)
    : null
}

/** A date that leaves more days open than these says little of any one of them. */
const mostDays = 10

/** The days that a date can mean, each as `2025-08-21`; none for one that leaves more than ten open. */
export function daysIn({ edtf, earliest, latest }: Pick<When, 'edtf' | 'earliest' | 'latest'>): string[] {
  if (!(latest - earliest < mostDays * dayLength)) return []
  const value = readEdtf(edtf)
  if (value?.type === 'Set' || value?.type === 'List') {
    const members = toMembers(value).map((member) => [member].flat().flatMap(toBounds))
    return [...new Set(members.flatMap((bounds) => daysBetween(Math.min(...bounds), Math.max(...bounds))))]
  }
  return daysBetween(earliest, latest)
}

function daysBetween(earliest: number, latest: number): string[] {
  const length = Math.floor((latest - earliest) / dayLength) + 1
  return Array.from({ length }, (_, index) => isoDay(earliest + index * dayLength))
}

// A record has few dates and shows each many times.
const bounds = new Map<string, [earliest: number, latest: number]>()

function startOf({ earliest, latest }: When): number {
  return Number.isFinite(earliest) ? earliest : latest
}

type Unit = 'day' | 'month' | 'season' | 'year' | 'decade' | 'century'

/** One end of a span, or a date that is no span. */
export interface Stretch {
  unit: Unit
  earliest: number
  latest: number
  /** Its code in EDTF. */
  season?: number
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
export function toEnds(value: EdtfValue): [EdtfValue | null, EdtfValue | null] {
  const toEnd = (end: EdtfValue | number | null | undefined) => (typeof end === 'object' ? (end ?? null) : null)
  return [toEnd(value.lower), toEnd(value.upper)]
}

/** The members of a set or a list: a date, or the first and the last of a run (`2031-05-04..2031-05-06`). */
export function toMembers(value: EdtfValue): (EdtfValue | [EdtfValue, EdtfValue])[] {
  return value.values as unknown[] as (EdtfValue | [EdtfValue, EdtfValue])[]
}

/** A date that is no interval, as the stretch of time that it names. */
export function toStretch(value: EdtfValue): Stretch {
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

/** Runs of seasons: the code in EDTF of the first, the month in which it begins, from 0, and how long each of them is. */
const seasons = [
  { from: 21, month: 2, months: 3 },
  { from: 25, month: 2, months: 3 },
  // Of the south.
  { from: 29, month: 8, months: 3 },
  // Quarters, thirds and halves of a year.
  { from: 33, month: 0, months: 3 },
  { from: 37, month: 0, months: 4 },
  { from: 40, month: 0, months: 6 },
]

/** The library lets spring begin in January; here seasons are the meteorological ones, of the north unless said otherwise. */
function seasonStretch(value: EdtfValue): Stretch {
  const [year = 0, code = 21] = value.values
  const { from, month, months } = seasons.findLast((run) => run.from <= code) ?? { from: code, month: 0, months: 12 }
  const firstMonth = (month + (code - from) * months) % 12
  return {
    unit: 'season',
    season: code,
    earliest: toMonthStart(year, firstMonth),
    latest: toMonthStart(year, firstMonth + months) - 1,
  }
}

/** `Date.UTC` takes the years 0 to 99 for 1900 to 1999. */
function toMonthStart(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1)
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
