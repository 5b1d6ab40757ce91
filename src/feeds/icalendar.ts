/**
 * iCalendar (RFC 5545): the timeline, and what is expected alone. Every date is a span of whole days, since the content
 * knows no hours. An event without a sharp bound at both ends has no days to give, so it is named in words and stays out.
 */
import { isVague, toWhen } from '../record/when.ts'
import { urls } from '../urls.ts'
import type { EventView, ReportView } from '../views/event.ts'
import type { SiteView } from '../views/site.ts'
import type { Views } from '../views/views.ts'
import { toCredit, whoseWords } from '../words/articles.ts'
import { capital, count, joinWords, toSentence } from '../words/count.ts'
import { toWords } from '../words/dates.ts'
import {
  announcerWords,
  dateWords,
  describeOutcome,
  horizonOf,
  kindAndStatus,
  kindName,
  statusOf,
  toEventTitle,
} from '../words/events.ts'
import { toSpeech } from '../words/quotes.ts'
import { say } from '../words/say.ts'
import { toUid } from './permanent-id.ts'
import { toAddress, toLine, toPlain } from './plain.ts'

export const calendars = ['timeline', 'expected'] as const
export type CalendarName = (typeof calendars)[number]

const titles = { timeline: 'nav.timeline', expected: 'legend.expected' } as const

/** What a calendar is called. */
const titleOf = (name: CalendarName): string => capital(say(titles[name]))

/** The calendars as a page lists them. */
export function toCalendarLinks(): { label: string; url: string }[] {
  return calendars.map((name) => ({ label: titleOf(name), url: urls.calendar(name) }))
}

const dayLength = 86_400_000

/** Events without days that are named in the calendar's description; of the rest only the number. */
const mostNamed = 20

export function toCalendar({ events: all, site }: Pick<Views, 'events' | 'site'>, name: CalendarName): string {
  // What has slipped to a new window is expected there.
  const isAhead = ({ status, slippedTo }: EventView) => status === 'expected' || (status === 'slipped' && slippedTo)
  const events = all.filter((event) => name === 'timeline' || isAhead(event))
  const dated = events.flatMap((event) => {
    const window = windowOf(event)
    const days = window && toDays(window)
    return days ? [{ event, window, days }] : []
  })
  const dates = new Set(dated.map(({ event }) => event))
  const left = events.filter((event) => !dates.has(event))
  const title = joinWords([site.name, titleOf(name)], 'colon')
  const about = [
    toSentence(site.subject),
    name === 'expected' ? horizonOf(site) : null,
    left.length > 0 ? say('calendar.left', { names: nameAll(left) }) : null,
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
    ...dated.flatMap(({ event, window, days }) => toEvent(event, window, days, site)),
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
function windowOf({ status, date, slippedTo }: EventView): string | null {
  return status === 'slipped' && slippedTo && (toDays(slippedTo) || !date) ? slippedTo : date
}

/** First day, and the day after the last, as a calendar counts them: `20250828`. */
interface Days {
  first: string
  end: string
  isOne: boolean
}

/** The days a date may mean; null when it is open at an end, or only approximate or uncertain: a calendar cannot say `about`. */
export function toDays(date: string): Days | null {
  const when = toWhen(date)
  if (!when || isVague(when)) return null
  const { earliest, latest } = when
  if (!Number.isFinite(earliest) || !Number.isFinite(latest)) return null
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

function toEvent(event: EventView, window: string, { first, end, isOne }: Days, site: SiteView): string[] {
  const { changed, links, place, status } = event
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(toUid('events', event.id))}`,
    `DTSTAMP:${changed.replaceAll('-', '')}T000000Z`,
    `DTSTART;VALUE=DATE:${first}`,
    `DTEND;VALUE=DATE:${end}`,
    `SUMMARY:${escapeText(toSummary(event, window, isOne))}`,
    `DESCRIPTION:${escapeText(toDescription(event, window, isOne, site))}`,
    ...(place ? [`LOCATION:${escapeText(toLine(place))}`] : []),
    ...toUrl(event.url),
    `STATUS:${statuses[status]}`,
    `CATEGORIES:${[kindName(event.kind), statusOf(event), ...links.topics.map(({ name }) => name)].map((name) => escapeText(toLine(name))).join(',')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** The title, with what keeps it from being a fact, and a hint where the days are those in which it lies. */
function toSummary(event: EventView, window: string, isOne: boolean): string {
  const title = toLine(toEventTitle(event))
  return isOne ? title : `${title} (${toWords(window, 'short')})`
}

function toDescription(event: EventView, window: string, isOne: boolean, site: SiteView): string {
  const { announcement, date, dateBasis, outcome, reports, status, summary } = event
  const days = isOne ? toWords(window) : say('calendar.span', { days: toWords(window) })
  const lines = [
    kindAndStatus(event),
    window === date
      ? say('calendar.when', { days, basis: dateBasis })
      : say('calendar.whenSlipped', { days, before: dateWords(event), basis: dateBasis }),
    announcement &&
      say(announcement.wording.kind === 'direct' ? 'calendar.direct' : 'calendar.reported', {
        announcer: announcerWords(event, announcement.links.speaker.name).join(''),
        credit: toCredit(announcement.wording),
        words: toSpeech(announcement.wording),
      }),
    status === 'expected' && !announcement && toSentence(say('announcer.nobody')),
    (status !== 'happened' || outcome) && capital(say('feed.event.outcome', { outcome: describeOutcome(event, site) })),
    summary,
    ...reports.map(describeReport),
  ]
  return lines
    .filter((line) => typeof line === 'string')
    .map(toLine)
    .join('\n')
}

function describeReport(report: ReportView): string {
  const { narrative, spoken, text } = report
  const credit = toCredit(report)
  if (!spoken) return joinWords([joinWords([credit, whoseWords(report)]), narrative ?? text], 'colon')
  const { name } = spoken.links.speaker
  const words = { credit, name, words: toSpeech(spoken.wording) }
  return say(spoken.wording.kind === 'direct' ? 'calendar.words' : 'cite.reports', words)
}

function nameAll(events: readonly EventView[]): string {
  const named = events
    .slice(0, mostNamed)
    .map((event) => `${toEventTitle(event)}${event.date ? ` (${dateWords(event)})` : ''}`)
  const more = events.length - named.length
  return toLine(joinWords([...named, ...(more > 0 ? [count(more, 'more')] : [])], 'clauses'))
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
