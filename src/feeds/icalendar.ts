/**
 * iCalendar (RFC 5545): the timeline, and what is expected alone. Every date is a span of whole days, since the content
 * knows no hours. An event without a sharp bound at both ends has no days to give, so it is named in words and stays out.
 */
import { describeOutcome } from '../record/ahead.ts'
import { describeHorizon, describeKind } from '../record/describe.ts'
import { describeOutlet, whoseWords } from '../record/sources.ts'
import { toReportLine, toSpeech } from '../record/speech.ts'
import type { NewsEvent, NewsRecord, Report, When } from '../record/types.ts'
import { isVague, toWords } from '../record/when.ts'
import { urls } from '../urls.ts'
import { daysOf, toEventTitle } from './entries.ts'
import { toUid } from './permanent-id.ts'
import { toAddress, toLine, toPlain } from './plain.ts'

export const calendars = ['timeline', 'expected'] as const
export type CalendarName = (typeof calendars)[number]

export const calendarLabels: { readonly [name in CalendarName]: string } = {
  timeline: 'Timeline',
  expected: 'What is expected',
}

const dayLength = 86_400_000

/** Events without days that are named in the calendar's description; of the rest only the number. */
const mostNamed = 20

export function toCalendar(record: NewsRecord, name: CalendarName): string {
  const { story } = record
  // What has slipped to a new window is expected there.
  const isAhead = ({ status, slippedTo }: NewsEvent) => status === 'expected' || (status === 'slipped' && slippedTo)
  const events = record.events.filter((event) => name === 'timeline' || isAhead(event))
  const dated = events.flatMap((event) => {
    const window = windowOf(event)
    const days = window && toDays(window)
    return days ? [{ event, window, days }] : []
  })
  const dates = new Set(dated.map(({ event }) => event))
  const left = events.filter((event) => !dates.has(event))
  const title = `${story.name}: ${name === 'timeline' ? 'timeline' : 'what is expected'}`
  const about = [
    `${story.subject}.`,
    name === 'expected' ? describeHorizon(record) : null,
    left.length > 0 ? `Not in this calendar, for want of a first and a last day: ${nameAll(left)}.` : null,
  ]
  return toLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//On Record//Feeds//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escapeText(toLine(title))}`,
    `X-WR-CALNAME:${escapeText(toLine(title))}`,
    `DESCRIPTION:${escapeText(about.filter(Boolean).join(' '))}`,
    `X-WR-CALDESC:${escapeText(about.filter(Boolean).join(' '))}`,
    ...toUrl(urls.timeline()),
    ...dated.flatMap(({ event, window, days }) => toEvent(event, window, days, record)),
    ...(dated.length === 0 ? noEvents : []),
    'END:VCALENDAR',
  ])
}

/** A calendar has one component at least (RFC 5545, 3.4), or some programs refuse it: a time zone shows nothing. */
const noEvents = [
  'BEGIN:VTIMEZONE',
  'TZID:UTC',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0000',
  'TZNAME:UTC',
  'END:STANDARD',
  'END:VTIMEZONE',
]

/** When an event lies: what has slipped, at its new window, or where that has no days, at the old one. */
function windowOf({ status, date, slippedTo }: NewsEvent): When | null {
  return status === 'slipped' && slippedTo && (toDays(slippedTo) || !date) ? slippedTo : date
}

/** First day, and the day after the last, as a calendar counts them: `20250828`. */
interface Days {
  first: string
  end: string
  isOne: boolean
}

/** The days a date may mean; null when it is open at an end, or only approximate or uncertain: a calendar cannot say `about`. */
export function toDays(when: When): Days | null {
  const { earliest, latest } = when
  if (isVague(when) || !Number.isFinite(earliest) || !Number.isFinite(latest)) return null
  const [from, to] = [Math.floor(earliest / dayLength), Math.floor(latest / dayLength) + 1]
  const [first, end] = [toCalendarDay(from), toCalendarDay(to)]
  return first && end ? { first, end, isOne: to - from === 1 } : null
}

function toCalendarDay(day: number): string | null {
  const date = new Date(day * dayLength)
  return date.getUTCFullYear() >= 1 && date.getUTCFullYear() <= 9999
    ? date.toISOString().slice(0, 10).replaceAll('-', '')
    : null
}

const statuses = {
  happened: 'CONFIRMED',
  held: 'CONFIRMED',
  expected: 'TENTATIVE',
  // It is still to come; some calendars hide what is cancelled.
  slipped: 'TENTATIVE',
  cancelled: 'CANCELLED',
} as const

function toEvent(event: NewsEvent, window: When, { first, end, isOne }: Days, record: NewsRecord): string[] {
  const { last } = daysOf({ is: 'event', event })
  const { place, kind, topics, status } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(toUid('events', event.id))}`,
    `DTSTAMP:${last.replaceAll('-', '')}T000000Z`,
    `DTSTART;VALUE=DATE:${first}`,
    `DTEND;VALUE=DATE:${end}`,
    `SUMMARY:${escapeText(toSummary(event, window, isOne))}`,
    `DESCRIPTION:${escapeText(toDescription(event, window, isOne, record))}`,
    ...(place ? [`LOCATION:${escapeText(toLine(place))}`] : []),
    ...toUrl(event.url),
    `STATUS:${statuses[status]}`,
    `CATEGORIES:${[kind, status, ...topics.map(({ name }) => name)].map((name) => escapeText(toLine(name))).join(',')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** The title, with what keeps it from being a fact, and a hint where the days are those in which it lies. */
export function toSummary(event: NewsEvent, window: When, isOne: boolean): string {
  const title = toLine(toEventTitle(event))
  return isOne ? title : `${title} (${toWords(window, 'short')})`
}

function toDescription(event: NewsEvent, window: When, isOne: boolean, record: NewsRecord): string {
  const { date, dateBasis, status, standing, announcedBy, outcome, summary, reports } = event
  const announcement = announcedBy?.wordings[0]
  const lines = [
    `${describeKind(event)}, ${status}${standing ? ` (${standing})` : ''}`,
    window === date
      ? `When: ${toWords(date)}${isOne ? '' : spanWords}. It rests on: ${dateBasis}`
      : `When: ${toWords(window)}${isOne ? '' : spanWords}, to which it has slipped. Before: ${date ? toWords(date) : 'no date given'}, by ${dateBasis}`,
    announcement &&
      `Announced by ${announcement.quote.speaker.name}, ${announcement.kind === 'direct' ? 'in these words' : 'as reported'} (${describeOutlet(announcement.article)}): ${toSpeech(announcement)}`,
    status === 'expected' && !announcement && 'Nobody is named as announcing it.',
    (status !== 'happened' || outcome) && `What came of it: ${describeOutcome(event, record)}`,
    summary,
    ...reports.map(describeReport),
  ]
  return lines
    .filter((line) => typeof line === 'string')
    .map(toLine)
    .join('\n')
}

const spanWords = ', the days between which it lies or over which it lasts'

function describeReport(report: Report): string {
  const { article, wording } = report
  const outlet = describeOutlet(article)
  if (!wording) return `${outlet}, ${whoseWords(article)}: ${toReportLine(report)}`
  const { name } = wording.quote.speaker
  return `${outlet}, ${wording.kind === 'direct' ? `words of ${name}` : `reporting what ${name} said`}: ${toSpeech(wording)}`
}

function nameAll(events: readonly NewsEvent[]): string {
  const named = events
    .slice(0, mostNamed)
    .map((event) => `${toEventTitle(event)}${event.date ? ` (${toWords(event.date)})` : ''}`)
  const more = events.length - named.length
  return toLine([...named, ...(more > 0 ? [`and ${more} more`] : [])].join('; '))
}

/** An address is no text to iCalendar and is not escaped, so it may hold nothing but an address. */
function toUrl(path: string): string[] {
  const address = toAddress(urls.absolute(path))
  return address ? [`URL:${address}`] : []
}

/** Text as a property value: RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return toPlain(text)
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

function toLines(lines: string[]): string {
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

/** Lines of 75 octets at most, broken between characters: RFC 5545, 3.1. */
function fold(line: string): string {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      lines.push(current)
      // The space that says so counts too.
      current = ' '
      octets = 1
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}
