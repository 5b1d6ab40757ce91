/** What stands on a scale: events, and the days on which something was said; each leads to where it is told. */
import { count, toneOf } from './describe.ts'
import { type Dated, type Mark, toLook } from './scale.ts'
import { compareBackwards } from './timeline.ts'
import type { NewsEvent, Quote, When } from './types.ts'
import { hasBound, toWords } from './when.ts'

/** An event or words, as a link with a text of its own. */
export interface ScaleEntry extends Dated {
  date: When
  url: string
  /** The whole of it in words: `1 Mar 2031, happened: The bridge is closed`. */
  words: string
  tone: ReturnType<typeof toneOf> | 'said'
}

/** How many marks a scale has at most, on a wide screen and on a narrow one. */
export const mostMarks = { wide: 60, narrow: 24 } as const

/** How many lanes a scale has at most: more would push the page it stands on out of sight. */
export const mostLanes = 14

/** The events that have a place in time. */
export function eventsOnScale(events: readonly NewsEvent[]): ScaleEntry[] {
  return events.flatMap((event) => {
    const { date, status, title, url } = event
    if (!date || !hasBound(date)) return []
    return [{ date, url, words: `${toWords(date, 'short')}, ${status}: ${title}`, tone: toneOf(event) }]
  })
}

/** The days on which these quotes were said, each once; `toUrl` is given the first quote of the day and its place. */
export function quotesOnScale(quotes: readonly Quote[], toUrl: (quote: Quote, index: number) => string): ScaleEntry[] {
  const days = new Map<string, { date: When; url: string; quotes: Quote[] }>()
  for (const [index, quote] of quotes.entries()) {
    if (!quote.said || !hasBound(quote.said)) continue
    const day = days.get(quote.said.edtf)
    if (day) day.quotes.push(quote)
    else days.set(quote.said.edtf, { date: quote.said, url: toUrl(quote, index), quotes: [quote] })
  }
  return [...days.values()].map(({ date, url, quotes: own }) => {
    const speakers = [...new Set(own.map(({ speaker }) => speaker.name))]
    const by = speakers.length > 2 ? count(speakers.length, 'speaker') : speakers.join(' and ')
    return { date, url, words: `${toWords(date, 'short')}, said: ${count(own.length, 'quote')} by ${by}`, tone: 'said' }
  })
}

/** As many of them as a scale has room for: the newest of those that are precise, then the newest of the others. */
export function newestOnScale(entries: readonly ScaleEntry[], most: number = mostMarks.wide): ScaleEntry[] {
  if (entries.length <= most) return [...entries]
  const vagueness = ({ date }: ScaleEntry): number => Number(toLook(date) === 'vague')
  return entries.toSorted((a, b) => vagueness(a) - vagueness(b) || compareBackwards(a.date, b.date)).slice(0, most)
}

/** Whether a scale says more than a line of text would: it takes two dates. */
export function isWorthAScale(entries: readonly ScaleEntry[]): boolean {
  return entries.some(({ date }) => date.edtf !== entries[0]?.date.edtf)
}

/** What the marks of a drawing mean, each sort once: `A dot is a day, a bar a span …`. */
export function describeMarks(marks: readonly Mark<ScaleEntry>[], isFolded: boolean): string {
  const happenings = marks.filter(({ item }) => item.tone !== 'said')
  const has = (shape: Mark<Dated>['shape']): boolean => happenings.some((mark) => mark.shape === shape)
  const parts = [
    has('day') && 'a dot is a day',
    (has('span') || has('vague')) && 'a bar is a span in which it lies',
    has('vague') && 'a faint one is long or uncertain',
    has('open') && 'an open end is unknown',
    marks.some(({ item }) => item.tone === 'expected') && 'dashes are expected',
    happenings.length < marks.length && 'a diamond is something said',
    isFolded && 'a double stroke is an empty stretch drawn short',
  ].filter((part) => part !== false)
  const text = parts.join('; ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
