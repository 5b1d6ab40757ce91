/** Dates as people type them: ISO, with dots or strokes, with the month in words; a month or a year by itself too. */

/** First and last day; without their year (`-08-21`) when none was typed. */
export interface Span {
  from: string
  to: string
}

/** Languages in whose words months are read beside the site's own; the names are the browser's. */
const languages = ['en', 'uk', 'ru', 'de', 'fr', 'es', 'it', 'pl', 'tr']

/** The number of each month, by every name and form of it that goes with a day or stands alone. */
const months = new Map<string, number>()
const weekdays = new Set<string>()
for (const language of languages) {
  const ofWeek = new Intl.DateTimeFormat(language, { weekday: 'long' })
  for (let day = 1; day <= 7; day++) weekdays.add(ofWeek.format(new Date(2001, 0, day)).toLowerCase())
  // A format is made once and used twelve times: making one costs half a millisecond.
  for (const style of ['long', 'short'] as const) {
    for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
      const ofYear = new Intl.DateTimeFormat(language, options)
      for (let month = 0; month < 12; month++) {
        const parts = ofYear.formatToParts(new Date(2001, month, 1))
        const written = (parts.find(({ type }) => type === 'month')?.value ?? '').toLowerCase().replace(/\.$/, '')
        for (const name of [written, written.normalize('NFKD').replace(/\p{M}/gu, '')])
          if (/^\p{L}{3,}$/u.test(name) && !months.has(name)) months.set(name, month + 1)
      }
    }
  }
}
months.set('sept', 9)

const name = `(?:${[...months.keys()].sort((a, b) => b.length - a.length).join('|')})\\.?`
const year = ',?\\s+(?:of\\s+)?((?:19|20)\\d\\d)'
const weekday = `(?:(?:${[...weekdays].join('|')}),?\\s+)?`
const nth = '(\\d{1,2})(?:st|nd|rd|th|\\.)?'

/** Each shape, and where in it year, month and day stand; a part of a month is one of its thirds. */
const shapes: readonly [pattern: string, read: (...parts: (string | undefined)[]) => Span | null][] = [
  ['((?:19|20)\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})', (y, m, d) => toDay(y, Number(m), d)],
  ['((?:19|20)\\d\\d)-(\\d\\d)', (y, m) => toMonth(y, Number(m))],
  [
    '(\\d{1,2})[-/.](\\d{1,2})[-/.]((?:19|20)?\\d\\d)',
    // The day comes first, as on this site, unless it cannot.
    (d, m, y = '') => {
      const whole = y.length === 2 ? `20${y}` : y
      return toDay(whole, Number(m), d) ?? toDay(whole, Number(d), m)
    },
  ],
  [`${weekday}${nth}\\s+(?:of\\s+)?(${name})(?:${year})?`, (d, m, y) => toDay(y, toNumber(m), d)],
  [
    `${nth}\\s*[-–]\\s*${nth}\\s+(${name})(?:${year})?`,
    (first, last, m, y) => toSpan(toDay(y, toNumber(m), first), toDay(y, toNumber(m), last)),
  ],
  [
    `(${name})\\s+${nth}\\s*[-–]\\s*${nth}(?:${year})?`,
    (m, first, last, y) => toSpan(toDay(y, toNumber(m), first), toDay(y, toNumber(m), last)),
  ],
  [`${weekday}(${name})\\s+${nth}(?!\\d)(?:${year})?`, (m, d, y) => toDay(y, toNumber(m), d)],
  [
    `(?:(early|beginning of|mid|middle of|late|end of)[\\s-]+)?(${name})(?:${year})?`,
    (part, m = '', y) => (part || y || m.length > 3 ? toMonth(y, toNumber(m), part) : null),
  ],
  ['((?:19|20)\\d\\d)', (y) => ({ from: `${y}-01-01`, to: `${y}-12-31` })],
]

/** A date anywhere in a query, as the source of a regular expression without groups that count. */
export const datePattern = `(?<![\\p{L}\\p{N}])(?:${shapes
  .map(([pattern]) => pattern.replace(/(?<!\\)\((?!\?)/g, '(?:'))
  .join('|')})(?![\\p{L}\\p{N}])`

const readers = shapes.map(([pattern, read]) => ({ read, whole: new RegExp(`^(?:${pattern})$`, 'iu') }))

/** The days that a date means; null when it is none. */
export function readDate(text: string): Span | null {
  for (const { read, whole } of readers) {
    const match = whole.exec(text.toLowerCase())
    const span = match && read(...match.slice(1))
    if (span) return span
  }
  return null
}

const toNumber = (month = ''): number => months.get(month.replace(/\.$/, '')) ?? 0

const two = (number: number): string => String(number).padStart(2, '0')

function lastOf(year: string | undefined, month: number): number {
  // Of no year, one with a 29 February.
  return new Date(Date.UTC(Number(year ?? 2024), month, 0)).getUTCDate()
}

function toDay(year: string | undefined, month: number, day = ''): Span | null {
  const number = Number(day)
  if (month < 1 || month > 12 || number < 1 || number > lastOf(year, month)) return null
  const iso = `${year ?? ''}-${two(month)}-${two(number)}`
  return { from: iso, to: iso }
}

const toSpan = (first: Span | null, last: Span | null): Span | null =>
  first && last && { from: first.from, to: last.to }

function toMonth(year: string | undefined, month: number, part = ''): Span | null {
  if (month < 1 || month > 12) return null
  const end = lastOf(year, month)
  const [first, last] = /^(?:early|beg)/.test(part)
    ? [1, 10]
    : part.startsWith('mid')
      ? [11, 20]
      : part
        ? [21, end]
        : [1, end]
  const start = `${year ?? ''}-${two(month)}-`
  return { from: start + two(first), to: start + two(last) }
}
