/** What is said of events. */

import { isVague, toWhen } from '../record/when.ts'
import type { OutcomeView } from '../views/ahead.ts'
import type { EventLine, EventView, ReportView } from '../views/event.ts'
import type { EventEntryView } from '../views/event-entry.ts'
import type { FigureGroup } from '../views/figures.ts'
import type { Reach } from '../views/site.ts'
import { toneOf } from '../views/tone.ts'
import { toCredit, whoseWords } from './articles.ts'
import { capital, joinWords } from './count.ts'
import { toWords, toWordsInYear } from './dates.ts'
import { kindWords } from './quotes.ts'
import { nameOf, say, sayWith } from './say.ts'

/** What sort of event it is; `other` says nothing, so it reads `event`. A kind of the story's own is in its own words. */
export function kindOf({ kind }: Pick<EventLine, 'kind'>): string {
  return nameOf('eventKind', kind)
}

/** What sort of event is meant where sorts are listed: `other` is one too. */
export function kindName(kind: string): string {
  return kind === 'other' ? say('choice.otherKind') : kindOf({ kind })
}

/** `meeting, expected (promised)` */
export function kindAndStatus(event: Pick<EventView, 'kind' | 'status' | 'standing'>): string {
  const words = joinWords([kindOf(event), statusOf(event)])
  return event.standing ? joinWords([words, standingOf(event)], 'brackets') : words
}

/** What became of it: `expected`, `held`. */
export function statusOf({ status }: Pick<EventLine, 'status'>): string {
  return say(`status.${status}`)
}

/** How firmly it was announced; empty when nobody said. */
export function standingOf({ standing }: Pick<EventView, 'standing'>): string {
  return standing ? say(`standing.${standing}`) : ''
}

/** `happened · attack · Lviv` */
export function toLabel({ kind, place, status }: Pick<EventLine, 'kind' | 'place' | 'status'>): string {
  return [statusOf({ status }), kindOf({ kind }), place].filter(Boolean).join(' · ')
}

/** `expected · meeting · wished · Lviv` */
export function toEntryLabel({ kind, place, standing, status }: EventEntryView): string {
  return [statusOf({ status }), kindOf({ kind }), status === 'expected' && standingOf({ standing }), place]
    .filter(Boolean)
    .join(' · ')
}

/** The date in words, or that there is none. */
export function dateWords({ date }: Pick<EventLine, 'date'>, style?: Parameters<typeof toWords>[1]): string {
  return date ? toWords(date, style) : say('date.none')
}

/** The title, and before it what keeps it from being a fact: `Expected: A ferry returns`. */
export function toEventTitle({ title, status }: Pick<EventLine, 'title' | 'status'>): string {
  return toneOf({ status }) === 'happened' ? title : joinWords([capital(statusOf({ status })), title], 'colon')
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
    ? say('report.spoken', { name: spoken.links.speaker.name, kind: kindWords(spoken.wording.kind), credit })
    : joinWords([credit, whoseWords(report)])
}

/** `people killed, Lviv: the figures differ` */
export function figureName({ differ, scope, what }: FigureGroup): string {
  const figure = scope ? joinWords([what, scope]) : what
  return differ ? say('figure.differ', { figure }) : figure
}

/** As of when something looks ahead that holds the whole record; null in an empty one. */
export function horizonOf({ extent }: Pick<Reach, 'extent'>): string | null {
  return extent ? say('horizon.last', { date: toWords(extent.last) }) : null
}

/** The same for a page of one thing, which is not made again for every article: the page of what was announced says the day. */
export function horizonWords(): string {
  return say('horizon.short')
}

/** By whom something was announced, or only mentioned, given their name or a link to them; or that nobody is named. */
export function announcerWords<Name>({ announcedAs }: Pick<EventView, 'announcedAs'>, name: Name): (string | Name)[] {
  return announcedAs === null ? [say('announcer.nobody')] : sayWith(`announcer.${announcedAs}`, { name })
}

/** The date of something announced in a few words: `Date passed: 27–31 Aug 2025`, `No date given`. */
export function windowWords({ date }: Pick<EventLine, 'date'>, { asOf }: Pick<Reach, 'asOf'>): string {
  const window = date === null ? null : toWhen(date)
  if (!window || date === null) return capital(say('date.none'))
  const isPassed = !isVague(window) && asOf !== null && window.latest < Date.parse(asOf)
  return isPassed ? say('window.passed', { date: toWords(date, 'short') }) : capital(toWords(date, 'short'))
}

/** What came of something announced: `Slipped to 21–31 March 2031: put off.`, or how far the record reaches. */
export function describeOutcome(
  { status, date, slippedTo, outcome }: Pick<OutcomeView, 'status' | 'date' | 'slippedTo' | 'outcome'>,
  reach: Pick<Reach, 'extent' | 'asOf'> | null,
): string {
  if (status === 'expected' && reach) return describeWindow(date, reach)
  const became = capital(statusOf({ status }))
  const whole = slippedTo ? say('outcome.to', { status: became, date: toWords(slippedTo) }) : became
  const told = outcome ? [whole, outcome.replace(/[.。]$/, '')] : [whole]
  const words = say('stop', { sentence: joinWords(told, 'colon') })
  return status === 'slipped' && slippedTo && reach ? `${words} ${describeWindow(slippedTo, reach)}` : words
}

/**
 * How a window that has no outcome lies to our last article. Its date has passed when something came into the record after
 * its last day; until then it has not, whatever day it is.
 */
function describeWindow(date: string | null, { extent, asOf }: Pick<Reach, 'extent' | 'asOf'>): string {
  if (!extent) return say('outcome.noArticle')
  const last = toWords(extent.last)
  const window = date === null ? null : toWhen(date)
  if (!window || date === null) return say('outcome.noDate', { last })
  if (!Number.isFinite(window.latest)) return say('outcome.noEnd', { last })
  if (isVague(window)) return say('outcome.vague', { date: toWords(date), last })
  const day = new Date(window.latest).toISOString().slice(0, 10)
  const words = { end: toWords(day), last: toWordsInYear(extent.last, day.slice(0, 4)) }
  if (window.latest <= (toWhen(extent.last)?.latest ?? -Infinity)) return say('outcome.silent', words)
  return say(asOf !== null && asOf > day ? 'outcome.passed' : 'outcome.open', words)
}

/** Whether something was announced, so that the page says what came of it. */
export function isAnnounced({ announcedBy, outcome, status }: EventView): boolean {
  return status !== 'happened' || outcome !== null || announcedBy !== null
}
