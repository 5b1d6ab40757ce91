/** Dates in languages that have a calendar and no rules of their own: days and months by name, and days counted from the day of publication. */
import { addDays } from 'date-fns/addDays'
import { getDay } from 'date-fns/getDay'
import { isDay } from '../schema/index.ts'
import type { Language } from './languages/language.ts'
import { type FoundDate, iso, toDay } from './periods.ts'

/** Finds `7 лютого 2026`, `am Samstag`, `gestern`. A day of the week is the last one before, where no word speaks of what is to come. */
export function findPlainDates(
  blocks: readonly string[],
  published: readonly string[],
  language: Language,
): FoundDate[] {
  const { weekdays, months, days } = language.calendar
  const names = (list: ReadonlyMap<string, number>) => [...list.keys()].sort((a, b) => b.length - a.length).join('|')
  const edge = '(?![\\p{L}\\p{M}])'
  const explicit = new RegExp(
    `(?<![\\p{L}\\d])(\\d{1,2})\\.?\\s+(${names(months)})${edge}(?:\\s+((?:19|20)\\d{2}))?`,
    'giu',
  )
  const month = new RegExp(`(?<![\\p{L}\\d])(${names(months)})\\s+((?:19|20)\\d{2})`, 'giu')
  const weekday = new RegExp(`(?<!\\p{L})(?:(?:am|в|у)\\s+)?(${names(weekdays)})${edge}`, 'giu')
  const near = new RegExp(`(?<!\\p{L})(${names(days)})${edge}`, 'giu')
  const found: FoundDate[] = []
  for (const [block, raw] of blocks.entries()) {
    const text = raw.replace(/[’ʼ]/g, "'")
    const today = toDay(published[block] ?? '')
    const add = (match: RegExpExecArray, edtf: string | null) => {
      const [start, end] = [match.index, match.index + match[0].length]
      if (!edtf || found.some((other) => other.block === block && other.start < end && start < other.end)) return
      found.push({ words: raw.slice(start, end), edtf, block, start, end })
    }
    for (const match of text.matchAll(explicit)) {
      const [, day = '', name = '', year] = match
      const make = (y: number) =>
        `${y}-${String(months.get(name.toLowerCase())).padStart(2, '0')}-${day.padStart(2, '0')}`
      const here = make(Number(year ?? iso(today).slice(0, 4)))
      // Without a year, the one nearest to publication.
      const other = [make(Number(here.slice(0, 4)) - 1), here, make(Number(here.slice(0, 4)) + 1)].filter(isDay)
      const nearest = other.toSorted(
        (a, b) => Math.abs(Date.parse(a) - today.getTime()) - Math.abs(Date.parse(b) - today.getTime()),
      )[0]
      add(match, (year ? (isDay(here) ? here : null) : nearest) ?? null)
    }
    for (const match of text.matchAll(month))
      add(match, `${match[2]}-${String(months.get((match[1] ?? '').toLowerCase())).padStart(2, '0')}`)
    for (const match of text.matchAll(near))
      add(match, iso(addDays(today, days.get((match[1] ?? '').toLowerCase()) ?? 0)))
    for (const match of text.matchAll(weekday)) {
      const back = (getDay(today) - (weekdays.get((match[1] ?? '').toLowerCase()) ?? 0) + 7) % 7
      const sentence = text.slice(text.lastIndexOf('. ', match.index) + 1, match.index).toLowerCase()
      const isAhead = (sentence.match(/[\p{L}']+/gu) ?? []).some(
        (word) => language.has('doubts', word) || language.has('ahead', word),
      )
      add(match, iso(addDays(today, isAhead ? (7 - back) % 7 : -back)))
    }
  }
  return found.sort((a, b) => a.block - b.block || a.start - b.start)
}
