/** Dates as a content file gives them: a calendar day, or an EDTF expression (Library of Congress, ISO 8601-2:2019). */
import edtf, { type EdtfShape, type EdtfValue, parse } from 'edtf'
import { z } from 'zod'
import { getOrMake } from '../lists.ts'

/** Characters of a date: a set of some twenty days. Of a longer one the grammar takes seconds. */
const longest = 240

const dayForm = /^\d{4}-\d{2}-\d{2}$/
const plainForm = /^((?!0000)\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)([~?%]?)$/

/** Whether the text is a day that exists, as `2025-08-21`; 31 February does not. */
export function isDay(text: string): boolean {
  if (!dayForm.test(text) || text.startsWith('0000')) return false
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

/**
 * Whether every year is one of 0001 to 9999, in four digits of which the last may be left open. A record of news needs no
 * other, and the formats that calendars, feeds and pages are written in have none.
 */
export function isWithinYears(text: string): boolean {
  const dates = text.split(/[/,{}[\]]|\.\./).filter((date) => date.trim() !== '')
  return dates.every((date) => /^\s*[~?%]?(?!0000|000X|00XX|0XXX)\d[\dX]{3}(?![\dXSE])/.test(date))
}

/** Whether the text is a date but for its years. */
function isOfOtherYears(text: string): boolean {
  if (isWithinYears(text)) return false
  if (/(^|\/)-?\d{5,}(-\d|\/|$)/.test(text)) return true
  try {
    edtf(text)
    return true
  } catch {
    return false
  }
}

/** Whether the text is EDTF. */
export function isEdtf(text: string): boolean {
  return readEdtf(text) !== null
}

/**
 * Reads an EDTF expression; null when it is none. An open start is `../2026-02`: the library reads `/2026-02` as 1970, so
 * it is refused. A record has few dates and names each many times, so they are kept.
 */
export function readEdtf(text: string): EdtfValue | null {
  if (text.length > longest || !/^[\d[{.?~%Y-]/.test(text)) return null
  return getOrMake(read, text, () => {
    const shape = parseShape(text)
    return shape && edtf(shape)
  })
}

const read = new Map<string, EdtfValue | null>()

function parseShape(text: string): EdtfShape | null {
  if (text.startsWith('/') || text.endsWith('/') || !isWithinYears(text)) return null
  const days = text.match(/\d{4}-\d{2}-\d{2}/g) ?? []
  if (!days.every(isDay)) return null
  try {
    const shape = toPlainShape(text) ?? parse(text)
    const value = edtf(shape)
    // 29 February of years left open becomes 1 March.
    return text.includes('X') && value.type === 'Date' && value.toEDTF() !== text ? null : shape
  } catch {
    return null
  }
}

/** Most dates are days, months or years, perhaps about then, or a span of two: they need no grammar. Null for another. */
function toPlainShape(text: string): EdtfShape | null {
  const ends = text.split('/').map((end) => (end === '..' ? Number.POSITIVE_INFINITY : toPlainDate(end)))
  const [first] = ends
  if (ends.length === 1) return typeof first === 'object' ? first : null
  const isSpan = ends.length === 2 && !ends.includes(null) && ends.some((end) => typeof end === 'object')
  return isSpan ? { type: 'Interval', values: ends } : null
}

function toPlainDate(text: string): EdtfShape | null {
  const [, date, mark = ''] = plainForm.exec(text) ?? []
  if (date === undefined || (date.length === 10 && !isDay(date))) return null
  const [year = 0, month, ...day] = date.split('-').map(Number)
  return {
    type: 'Date',
    values: [year, ...(month === undefined ? [] : [month - 1]), ...day],
    ...((mark === '~' || mark === '%') && { approximate: true }),
    ...((mark === '?' || mark === '%') && { uncertain: true }),
  }
}

/** The date that was meant by one that is none: `Did you mean …?`; nothing when none is near. */
export function suggestDate(wrong: string): string | undefined {
  if (wrong.length > longest) return undefined
  const text = wrong.trim()
  const [start = '', end] = text.split('/')
  const padded = text.replace(/(?<!\d)\d(?!\d)/g, '0$&')
  const day = (year = '', month = '', of = '') => `${year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`
  const [, year, month, of] = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text) ?? []
  const [, last, middle, first] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(text) ?? []
  const near = [
    ...(end === undefined ? [] : [`${end}/${start}`, `${start || '..'}/${end || '..'}`]),
    padded,
    ...(year ? [day(year, month, of)] : []),
    ...(first ? [day(first, middle, last)] : []),
    text.replace(/[T ]\d{2}:.*$/, ''),
    text.replace(/^(?:ca?\.?|about|circa)\s*(.+)$/i, '$1~'),
    text.replace(/^(\d{4}-\d{2})-\d{2}$/, '$1'),
  ].find((candidate) => candidate !== text && isEdtf(candidate))
  return near === undefined ? undefined : `Did you mean \`${near}\`?`
}

export const day = z
  .string({ error: 'Expected a day as `2025-08-21`.' })
  .refine(isDay, { error: 'Expected a day that exists, as `2025-08-21`.' })

// YAML reads a bare year as a number.
export const edtfDate = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string({ error: 'Expected a date in EDTF, as `2025-08-21`, `2025-08`, `2022~` or `2025-08-28/2025-08-31`.' })
    .max(longest, { error: `Expected a date of ${longest} characters at most.`, abort: true })
    .refine((text) => !isOfOtherYears(text), {
      error: 'Expected a date with a year from 0001 to 9999, in four digits; years before and after are not supported.',
      abort: true,
    })
    .refine(isEdtf, {
      error: 'Expected a date in EDTF, as `2025-08-21`, `2025-08`, `2022~`, `2025-08-28/2025-08-31` or `../2026-02`.',
    }),
)
