/** Days as the reader's calendar has them. */
import { toLocale } from './locale.ts'
import { say } from './say.ts'

/** The day on the reader's calendar: `2031-03-21`. */
export function toLocalDay(moment: Date): string {
  const pad = (number: number, length: number): string => String(number).padStart(length, '0')
  return `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1, 2)}-${pad(moment.getDate(), 2)}`
}

/** Whether a window is open or over on that day; null before it, and while one without a start has not ended. */
export function describeDue(from: string | null, to: string, today: string): string | null {
  if (today > to) return say('due.overdue')
  return from !== null && today >= from ? say('due.now') : null
}

/** A day in words: `28 November 2026`. */
export function toDay(moment: Date, language: string): string {
  return moment.toLocaleDateString(toLocale(language === 'en' ? 'en-GB' : language), { dateStyle: 'long' })
}
