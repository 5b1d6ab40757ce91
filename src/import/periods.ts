/** Days, months, seasons and years counted from a day, as EDTF. */
import { UTCDate } from '@date-fns/utc/date'
import { addDays } from 'date-fns/addDays'
import { addMonths } from 'date-fns/addMonths'
import { addYears } from 'date-fns/addYears'
import { differenceInDays } from 'date-fns/differenceInDays'
import { endOfMonth } from 'date-fns/endOfMonth'
import { format } from 'date-fns/format'
import { getDay } from 'date-fns/getDay'
import { startOfISOWeek } from 'date-fns/startOfISOWeek'
import { months, weekdays } from './page/calendar.ts'

export interface FoundDate {
  words: string
  edtf: string
  block: number
  start: number
  end: number
}

/** Something on record or in the text that a phrase such as `the early stages of the invasion` counts from. */
export interface DatedThing {
  /** A word it is known by. */
  word: string
  /** `2022` */
  year: number
}

/** What a rule for a date may look at. */
export interface Scope {
  anchor: UTCDate
  published: UTCDate
  /** The last whole day the text has given. */
  last: UTCDate | null
  things: readonly DatedThing[]
  text: string
  hit: Hit
  future: () => boolean
  /** Whether no verb tells past from future. */
  untold: () => boolean
}

/** Words that may tell a date. */
export interface Hit {
  start: number
  end: number
  words: string
  groups: (string | undefined)[]
  /** Whether it counts from a day. */
  relative: boolean
  read: (scope: Scope) => string | null
}

const day = (date: UTCDate): string => format(date, 'yyyy-MM-dd')

/** A day. */
export const iso = (date: Date): string => day(date as UTCDate)

/** Its year. */
export const year = (date: Date): number => Number(format(date, 'yyyy'))

/** The day that an ISO date names. */
export function toDay(text: string): UTCDate {
  return new UTCDate(`${text}T00:00:00Z`)
}

/** From one day to another. */
export function span(from: Date, to: Date): string {
  const a = iso(from)
  const b = iso(to)
  return a === b ? a : `${a}/${b}`
}

const numbers: { [word: string]: number } = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
  'a hundred': 100,
  'a couple of': 2,
}

/** A number in digits or in words. */
export function count(word: string | undefined): number {
  const low = (word ?? '').toLowerCase()
  return numbers[low] ?? Number(low)
}

/** A day so many units on. */
export function shift(from: UTCDate, n: number, what: string | undefined): UTCDate {
  const low = what ?? ''
  if (/^hour/.test(low)) return addDays(from, n < 0 ? Math.floor(n / 24) : Math.ceil(n / 24)) as UTCDate
  if (/^day/.test(low)) return addDays(from, n) as UTCDate
  if (/^week/.test(low)) return addDays(from, 7 * n) as UTCDate
  if (/^fortnight/.test(low)) return addDays(from, 14 * n) as UTCDate
  if (/^month/.test(low)) return addMonths(from, n) as UTCDate
  return addYears(from, /^decade/.test(low) ? 10 * n : n) as UTCDate
}

/** So many units before a day, as exact as the unit. */
export function ago(from: UTCDate, n: number, what: string): string | null {
  if (/^hour/.test(what)) return n <= 12 ? iso(from) : span(shift(from, -n, what), from)
  const date = shift(from, -n, what)
  if (/^day/.test(what)) return iso(date)
  if (/^week|^fortnight/.test(what)) return `${iso(date)}~`
  if (/^month/.test(what)) return format(date, 'yyyy-MM')
  if (/^decade/.test(what)) return `${year(date)}~`
  return n > 10 && n % 10 === 0 ? `${year(date)}~` : String(year(date))
}

/** So many units after a day, as exact as the unit. */
export function ahead(from: UTCDate, n: number, what: string): string | null {
  const date = shift(from, n, what)
  if (/^hour|^day/.test(what)) return iso(date)
  if (/^week|^fortnight/.test(what)) return `${iso(date)}~`
  if (/^month/.test(what)) return format(date, 'yyyy-MM')
  return String(year(date))
}

/** With `by`, `until` and the like an open start, with `since` an open end. */
export function bound(way: string | undefined, edtf: string | null): string | null {
  if (!edtf) return null
  const low = (way ?? '').toLowerCase()
  if (/^(?:by|until|till|before)$|^no\s/.test(low)) return `../${edtf}`
  return low === 'since' ? `${edtf}/..` : edtf
}

/** The nearest day of that name, before or after. */
export function weekday(name: string | undefined, { anchor }: { anchor: UTCDate }, forward: boolean): UTCDate {
  const wanted = weekdays.indexOf((name ?? '').toLowerCase())
  const today = getDay(anchor)
  const days = forward ? (wanted - today + 7) % 7 : -((today - wanted + 7) % 7)
  return addDays(anchor, days) as UTCDate
}

function monthNumber(word: string | undefined): number {
  const low = (word ?? '').toLowerCase().slice(0, 3)
  return months.findIndex((month) => month.startsWith(low))
}

/** A month of a year that may not be given. */
export function monthOf(
  word: string | undefined,
  yearWord: string | undefined,
  scope: Scope,
  forward?: boolean,
): string | null {
  const month = monthNumber(word)
  if (month < 0) return null
  const mm = String(month + 1).padStart(2, '0')
  if (yearWord) return `${yearWord}-${mm}`
  const now = Number(format(scope.anchor, 'M')) - 1
  const ahead = forward ?? scope.future()
  const y = year(scope.anchor)
  if (ahead) return `${month >= now ? y : y + 1}-${mm}`
  return `${month <= now ? y : y - 1}-${mm}`
}

/** `May 6–7`: a first and a last day of a month. */
export function betweenDays(
  from: string | undefined,
  to: string | undefined,
  month: string | undefined,
  yearWord: string | undefined,
  scope: Scope,
): string | null {
  const first = explicitDay(from, month, yearWord, scope)
  const last = first && explicitDay(to, month, first.slice(0, 4), scope)
  return first && last && first < last ? `${first}/${last}` : null
}

/** A day and a month, of a year that may not be given. */
export function explicitDay(
  dayText: string | undefined,
  month: string | undefined,
  yearWord: string | undefined,
  scope: Scope,
): string | null {
  const d = Number(dayText)
  const m = monthNumber(month)
  if (m < 0 || d < 1 || d > 31) return null
  const make = (y: number): string | null => {
    const text = `${y}-${String(m + 1).padStart(2, '0')}-${String(d).padStart(2, '0')}`
    const date = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : null
  }
  if (yearWord) return make(Number(yearWord))
  const y = year(scope.published)
  const here = make(y)
  if (!here) return null
  const now = iso(scope.published)
  if (here === now) return here
  // `on June 29 2021 … on June 30`
  const known = scope.last && make(year(scope.last))
  if (known && scope.last && Math.abs(differenceInDays(toDay(known), scope.last)) <= 31 && year(scope.last) !== y)
    return known
  const before = scope.text.slice(0, scope.hit.start)
  const isAhead = /\b(?:ahead\s+of|in\s+time\s+for|prior\s+to)\s+(?:the\s+|its\s+|a\s+)?$/i.test(before)
  if (isAhead) return here > now ? here : make(y + 1)
  if (scope.future()) return here > now ? here : make(y + 1)
  if (/^no\s+later/i.test(scope.hit.words)) return here > now ? here : make(y + 1)
  // `bail until 1 December`, `The winners receive their medals on December 10`: the nearer one.
  if (here > now && (/^(?:by|until|till|before|no\s+later)\b/i.test(scope.hit.words) || scope.untold()))
    return differenceInDays(toDay(here), scope.published) <= 183 ? here : make(y - 1)
  return here < now ? here : make(y - 1)
}

/** The early, middle or late days of a month. */
export function partOfMonth(
  part: string | undefined,
  month: string | undefined,
  yearWord: string | undefined,
  scope: Scope,
): string | null {
  // `their 2026 session that starts in early January`
  const named = /\b((?:19|20)\d{2})\s+\p{Ll}+,?\s+(?:that|which)\s+(?:starts?|begins?|opens?|ends?|closes?)\s+$/u.exec(
    scope.text.slice(0, scope.hit.start),
  )?.[1]
  const at = monthOf(month, yearWord ?? named, scope)
  if (!at) return null
  switch ((part ?? '').toLowerCase()) {
    case 'early':
      return `${at}-01/${at}-10`
    case 'mid':
      return `${at}-11/${at}-20`
    default:
      return `${at}-21/${iso(endOfMonth(toDay(`${at}-01`)))}`
  }
}

/** The early, middle or late months of a year. */
export function thirdOfYear(part: string, y: number): string {
  const low = part.toLowerCase()
  return low === 'early' ? `${y}-01/${y}-04` : low === 'mid' ? `${y}-05/${y}-08` : `${y}-09/${y}-12`
}

/** This, last or next week, month or year. */
export function period(which: string, what: string, anchor: UTCDate): string {
  const step = which.toLowerCase() === 'last' ? -1 : which.toLowerCase() === 'next' ? 1 : 0
  switch (what.toLowerCase()) {
    case 'week': {
      const monday = addDays(startOfISOWeek(anchor), 7 * step)
      return span(monday, addDays(monday, 6))
    }
    case 'month':
      return format(addMonths(anchor, step), 'yyyy-MM')
    case 'year':
      return String(year(anchor) + step)
    case 'decade':
      return `${Math.floor(year(anchor) / 10) + step}X`
    default:
      return `${Math.floor(year(anchor) / 100) + step}XX`
  }
}

/** The earlier or later part of a week, month or year. */
export function partOfPeriod(part: string, which: string, what: string, scope: Scope): string | null {
  const { anchor } = scope
  const early = /^earl/i.test(part)
  const step = which.toLowerCase()
  if (what === 'week') {
    const monday = addDays(startOfISOWeek(anchor), step === 'last' ? -7 : step === 'next' ? 7 : 0)
    if (step !== 'this') return early ? span(monday, addDays(monday, 2)) : span(addDays(monday, 4), addDays(monday, 6))
    if (early) return getDay(anchor) === 1 ? iso(monday) : span(monday, addDays(anchor, -1))
    return getDay(anchor) === 0 ? iso(anchor) : span(addDays(anchor, 1), addDays(monday, 6))
  }
  if (what === 'month') {
    const first = toDay(`${format(addMonths(anchor, step === 'last' ? -1 : step === 'next' ? 1 : 0), 'yyyy-MM')}-01`)
    const at = format(first, 'yyyy-MM')
    if (step !== 'this') return early ? `${at}-01/${at}-10` : `${at}-21/${iso(endOfMonth(first))}`
    if (early) return iso(first) === iso(anchor) ? iso(first) : span(first, addDays(anchor, -1))
    return span(addDays(anchor, 1), endOfMonth(first))
  }
  const y = year(anchor) + (step === 'last' ? -1 : step === 'next' ? 1 : 0)
  if (step !== 'this')
    return thirdOfYear(
      part
        .replace(/er$/, '')
        .replace(/^lat$/, 'late')
        .replace(/^earli$/, 'early'),
      y,
    )
  return early ? `${y}-01/${format(anchor, 'yyyy-MM')}` : `${format(anchor, 'yyyy-MM')}/${y}-12`
}

/** The end, start or middle of a period, or what is counted from it. */
export function endOfPeriod(
  way: string | undefined,
  part: string,
  which: string | undefined,
  what: string,
  yearWord: string | undefined,
  scope: Scope,
): string | null {
  const { anchor } = scope
  const deadline = /^(?:by|before|until)$/i.test(way ?? '')
  const step = which === 'next' ? 1 : which === 'last' ? -1 : 0
  const low = what.toLowerCase()
  if (/^since$/i.test(way ?? '')) {
    if (!/^(?:start|beginning)$/.test(part)) return null
    const first =
      low === 'week'
        ? iso(addDays(startOfISOWeek(anchor), 7 * step))
        : low === 'month'
          ? format(addMonths(anchor, step), 'yyyy-MM')
          : months.includes(low)
            ? monthOf(what, yearWord, scope, false)
            : low === 'year'
              ? String(year(anchor) + step)
              : /^\d{4}$/.test(low)
                ? low
                : null
    return first && `${first}/..`
  }
  if (low === 'week') {
    const monday = addDays(startOfISOWeek(anchor), 7 * step)
    return deadline
      ? `../${iso(addDays(monday, 6))}`
      : part === 'end'
        ? span(addDays(monday, 4), addDays(monday, 6))
        : span(monday, addDays(monday, 1))
  }
  if (low === 'decade') return deadline ? `../${Math.floor(year(anchor) / 10)}9` : null
  const months3 = months.includes(low)
  if (low === 'month' || months3) {
    const at = months3
      ? monthOf(what, yearWord, scope, deadline ? true : undefined)
      : format(addMonths(anchor, step), 'yyyy-MM')
    if (!at) return null
    if (deadline) return part === 'end' ? `../${at}` : `../${at}-10`
    return part === 'end'
      ? `${at}-21/${iso(endOfMonth(toDay(`${at}-01`)))}`
      : part === 'middle'
        ? `${at}-11/${at}-20`
        : `${at}-01/${at}-10`
  }
  const y = low === 'year' ? year(anchor) + step : Number(low)
  if (deadline) return part === 'end' ? `../${y}` : `../${y}-04`
  return thirdOfYear(part === 'end' ? 'late' : part === 'middle' ? 'mid' : 'early', y)
}

const seasonCodes: { [name: string]: number } = { spring: 21, summer: 22, autumn: 23, fall: 23, winter: 24 }

/** The number that EDTF has for a season. */
export function seasonCode(name: string | undefined): number {
  return seasonCodes[(name ?? '').toLowerCase()] ?? 21
}

/** This, last or next spring. */
export function seasonOf(which: string, season: string, anchor: UTCDate): string {
  const code = seasonCode(season)
  const y = year(anchor)
  const month = Number(format(anchor, 'M'))
  const first = { 21: 3, 22: 6, 23: 9, 24: 12 }[code] ?? 3
  if (which === 'this') return `${y}-${code}`
  if (which === 'last') return `${first + 2 < month ? y : y - 1}-${code}`
  return `${first > month ? y : y + 1}-${code}`
}

/** A quarter or a half of a year. */
export function quarter(nth: string, what: string, which: string | undefined, scope: Scope): string | null {
  const order: { [word: string]: number } = {
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    last: what === 'half' ? 2 : 4,
    final: what === 'half' ? 2 : 4,
  }
  const n = order[nth.toLowerCase()] ?? 1
  if (what === 'half' && (n > 2 || !which)) return null
  const now = scope.anchor
  let y = year(now)
  if (which && /^\d{4}$/.test(which)) y = Number(which)
  else if (which === 'last year') y--
  else if (which === 'next year') y++
  else if (!which && /^last/i.test(nth)) return null
  else if (!which) {
    const current = Math.ceil(Number(format(now, 'M')) / 3)
    if (!scope.future() && n > current) y--
    else if (scope.future() && n < current) y++
    else if (!scope.future() && n === current && current === 4 && Number(format(now, 'M')) === 10) y--
  }
  return `${y}-${(what === 'half' ? 39 : 32) + n}`
}
