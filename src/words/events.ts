/** What is said of events. */

import { isVague, toWhen } from '../record/when.ts'
import type { OutcomeView } from '../views/ahead.ts'
import type { EventLine, EventView, ReportView } from '../views/event.ts'
import type { EventEntryView } from '../views/event-entry.ts'
import type { FigureGroup } from '../views/figures.ts'
import type { Reach } from '../views/site.ts'
import { toneOf } from '../views/tone.ts'
import { toCredit, whoseWords } from './articles.ts'
import { capital } from './count.ts'
import { toWords } from './dates.ts'
import { kindWords } from './quotes.ts'

/** What sort of event it is; `other` says nothing, so it reads `event`. */
export function kindOf({ kind }: Pick<EventLine, 'kind'>): string {
  return kind === 'other' ? 'event' : kind
}

/** `happened · attack · Lviv` */
export function toLabel({ kind, place, status }: Pick<EventLine, 'kind' | 'place' | 'status'>): string {
  return [status, kindOf({ kind }), place].filter(Boolean).join(' · ')
}

/** `expected · meeting · wished · Lviv` */
export function toEntryLabel({ kind, place, standing, status }: EventEntryView): string {
  return [status, kindOf({ kind }), status === 'expected' && standing, place].filter(Boolean).join(' · ')
}

/** The date in words, or that there is none. */
export function dateWords({ date }: Pick<EventLine, 'date'>, style?: Parameters<typeof toWords>[1]): string {
  return date ? toWords(date, style) : 'no date given'
}

/** The title, and before it what keeps it from being a fact: `Expected: A ferry returns`. */
export function toEventTitle({ title, status }: Pick<EventLine, 'title' | 'status'>): string {
  return toneOf({ status }) === 'happened' ? title : `${capital(status)}: ${title}`
}

/** What a mark looks like: a day is a dot, a span a bar, an unknown end open, what is expected dashed. Names of classes. */
export function markOf({ dateShape, status }: Pick<EventLine, 'dateShape' | 'status'>): string {
  const shape = dateShape === 'onward' ? 'open onward' : dateShape
  return `${shape} ${toneOf({ status })}`
}

/** Whose words a report is in: `Mara Łodzińska, quoted in Daily8`, `Daily8, in its own words`. */
export function describeReport(report: ReportView): string {
  const { spoken } = report
  const credit = toCredit(report)
  return spoken
    ? `${spoken.links.speaker.name}, ${kindWords[spoken.wording.kind]} in ${credit}`
    : `${credit}, ${whoseWords(report)}`
}

/** `people killed, Lviv: the figures differ` */
export function figureName({ differ, scope, what }: FigureGroup): string {
  return `${scope ? `${what}, ${scope}` : what}${differ ? ': the figures differ' : ''}`
}

/** As of when something looks ahead that holds the whole record; null in an empty one. */
export function horizonOf({ extent }: Pick<Reach, 'extent'>): string | null {
  return extent ? `Our last article is of ${toWords(extent.last)}, so we cannot say what came of this.` : null
}

/** The same for a page of one thing, which is not made again for every article: the page of what was announced says the day. */
export const horizon = 'Our articles do not say what came of this'

/** By whom something was announced, or only mentioned; null when nobody is named. */
export function announcerWords({ announcedAs }: Pick<EventView, 'announcedAs'>): string {
  if (announcedAs === null) return 'Nobody is named as announcing it'
  return announcedAs === 'announced' ? 'Announced by' : 'Mentioned by'
}

/** The date of something announced in a few words: `Date passed: 27–31 Aug 2025`, `No date given`. */
export function windowWords({ date }: Pick<EventLine, 'date'>, { asOf }: Pick<Reach, 'asOf'>): string {
  const window = date === null ? null : toWhen(date)
  if (!window || date === null) return 'No date given'
  const isPassed = !isVague(window) && asOf !== null && window.latest < Date.parse(asOf)
  return isPassed ? `Date passed: ${toWords(date, 'short')}` : capital(toWords(date, 'short'))
}

/** What came of something announced: `Slipped to 21–31 March 2031: put off.`, or how far the record reaches. */
export function describeOutcome(
  { status, date, slippedTo, outcome }: Pick<OutcomeView, 'status' | 'date' | 'slippedTo' | 'outcome'>,
  reach: Pick<Reach, 'extent' | 'asOf'> | null,
): string {
  if (status === 'expected' && reach) return describeWindow(date, reach)
  const to = slippedTo ? ` to ${toWords(slippedTo)}` : ''
  const words = `${capital(status)}${to}${outcome ? `: ${outcome.replace(/\.$/, '')}` : ''}.`
  return status === 'slipped' && slippedTo && reach ? `${words} ${describeWindow(slippedTo, reach)}` : words
}

/**
 * How a window that has no outcome lies to our last article. Its date has passed when something came into the record after
 * its last day; until then it has not, whatever day it is.
 */
function describeWindow(date: string | null, { extent, asOf }: Pick<Reach, 'extent' | 'asOf'>): string {
  if (!extent) return 'No article is on record.'
  const unknown = 'so we cannot say whether it came.'
  const since = `Our last article is of ${toWords(extent.last)}`
  const window = date === null ? null : toWhen(date)
  if (!window || date === null) return `No date was given. ${since}, ${unknown}`
  if (!Number.isFinite(window.latest)) return `No last date was given. ${since}, ${unknown}`
  if (isVague(window)) return `The date, ${toWords(date)}, is not exact. ${since}, ${unknown}`
  const end = new Date(window.latest).toISOString().slice(0, 10)
  const last = toWords(extent.last).replace(new RegExp(` ${end.slice(0, 4)}$`), '')
  if (window.latest <= (toWhen(extent.last)?.latest ?? -Infinity))
    return `Date passed: ${toWords(end)}. Our articles, the last of ${last}, do not say whether it came.`
  return asOf !== null && asOf > end
    ? `Date passed: ${toWords(end)}. Our last article is of ${last}, ${unknown}`
    : `Last date: ${toWords(end)}. Our last article is of ${last}.`
}

/** Whether something was announced, so that the page says what came of it. */
export function isAnnounced({ announcedBy, outcome, status }: EventView): boolean {
  return status !== 'happened' || outcome !== null || announcedBy !== null
}
