/** Something that happened or is expected, with every report of it. */
import { z } from 'zod'
import { take } from '../lists.ts'
import type { Figure, NewsEvent, Report } from '../record/types.ts'
import { isVague } from '../record/when.ts'
import { eventKinds, eventStatuses, standings } from '../schema/index.ts'
import { outletsWithReport } from './carriers.ts'
import { toDay, toDays, toIds, toLink, toSpeakerLink, toTitleLink } from './links.ts'
import { toNarrative } from './narrative.ts'
import { announcedAs, spoken, toSpokenView } from './quote.ts'
import {
  address,
  count,
  date,
  day,
  days,
  id,
  language,
  link,
  quoteId,
  speakerLink,
  webAddress,
  words,
} from './shapes.ts'
import { carrier, toCarrier } from './wording.ts'

const report = z.strictObject({
  ...carrier.shape,
  text: words.describe('The article’s own words, verbatim; parts are joined by ` … `.'),
  narrative: words
    .nullable()
    .describe(
      'The same for use outside the copy, terms without their quotation marks; null when they are somebody’s words.',
    ),
  quote: quoteId.nullable().describe('Set when the words are somebody’s quoted or reported speech.'),
  spoken: spoken.nullable().describe('That quote in the words of this article.'),
  url: address.describe('The words in our copy of the article.'),
  sourceUrl: webAddress.describe('The words at the outlet’s: the article’s address there, with a text fragment.'),
})
export type ReportView = z.output<typeof report>

const figure = z.strictObject({
  what: words.describe('What is counted.'),
  value: z.number().describe('The number.'),
  words: words.describe('The article’s words for it.'),
  scope: words.nullable().describe('Where or over what time.'),
  saidBy: id.nullable().describe('Who gave it; null when the outlet gives it in its own voice.'),
  article: id.describe('The article that has it.'),
  outlet: words.describe('Name of that article’s outlet.'),
  language,
  links: z.strictObject({ saidBy: link.nullable(), article: link }),
})
export type FigureView = z.output<typeof figure>

/** An event in one line. */
const eventLine = z.strictObject({
  id,
  url: address,
  title: words.describe('What happened, in neutral words and without figures.'),
  kind: words.describe(
    `What sort of event: ${eventKinds.map((kind) => `\`${kind}\``).join(', ')}, or the words for one of the story’s own; one that a program does not know is to it \`other\`.`,
  ),
  status: z.enum(eventStatuses).describe('Whether it happened, is expected still, or what came of it.'),
  date: date.nullable().describe('When; null when no date is given.'),
  dateShape: z
    .enum(['day', 'span', 'open', 'onward', 'none'])
    .describe('One day; a span; open at its start; open at its end; or none.'),
  place: words.nullable().describe('Where.'),
  outlets: z
    .array(words)
    .describe('Names of the outlets that report it in a text of their own, the first to report it first.'),
})
export type EventLine = z.output<typeof eventLine>

export const event = z.strictObject({
  ...eventLine.shape,
  dateDays: days.nullable().describe('First and last day on which it can lie.'),
  dateBasis: words.describe('The words the date rests on.'),
  dateSource: webAddress.nullable().describe('Address of the source, when the date is known from elsewhere.'),
  standing: z.enum(standings).nullable().describe('How firmly it was announced.'),
  speakers: z.array(id).describe('Who took part.'),
  topics: z.array(id).describe('The questions it belongs to.'),
  announcedBy: quoteId.nullable().describe('The quote that announces it; null when nobody is named.'),
  announcedAs: z
    .enum(['announced', 'mentioned'])
    .nullable()
    .describe(
      'Whether that quote announces it, or only mentions what somebody else wishes; null when nobody is named.',
    ),
  announcement: spoken.nullable().describe('That quote in its most literal words.'),
  outcome: words.nullable().describe('What came of it, once an article says so.'),
  outcomeReport: count.nullable().describe('Which of the reports says what came of it, from 0.'),
  slippedTo: date.nullable().describe('The new date, when it slipped.'),
  due: days
    .nullable()
    .describe('When something without an outcome is due; null when its window has no end, or no sharp one.'),
  figures: z.array(figure).describe('Counts side by side, as the articles give them; never added up.'),
  summary: z.string().describe('One or two sentences of ours; empty when there are none.'),
  quotes: z.array(quoteId).describe('Quotes about it, or made there.'),
  reports: z.array(report).describe('By publication; somebody’s words are among them.'),
  corrections: z.array(z.string()).describe('Corrections that concern it, newest first.'),
  added: day.describe('The day it came into this record.'),
  updated: day.nullable().describe('The day its own file last changed, when that was later.'),
  changed: day.describe('The day it last changed here, by a further report or a correction too.'),
  links: z.strictObject({ speakers: z.array(speakerLink), topics: z.array(link) }),
})
export type EventView = z.output<typeof event>

/** Everything that is said of an event. */
export function toEventView(one: NewsEvent): EventView {
  const { added, announcedBy, date, reports, slippedTo, speakers, topics, updated } = one
  const days = [
    added,
    ...(updated ? [updated] : []),
    ...reports.map(({ article }) => article.added),
    ...one.corrections.flatMap((correction) => toDay(correction.date.earliest) ?? []),
  ]
  const outcome = one.outcomeReport ? reports.indexOf(one.outcomeReport) : -1
  return {
    ...toEventLine(one),
    ...take(one, 'dateBasis', 'dateSource', 'standing', 'outcome', 'summary', 'added', 'updated'),
    dateDays: toDays(date),
    speakers: toIds(speakers),
    topics: toIds(topics),
    announcedBy: announcedBy?.id ?? null,
    announcedAs: announcedAs(one),
    announcement: announcedBy && toSpokenView(announcedBy),
    outcomeReport: outcome === -1 ? null : outcome,
    slippedTo: slippedTo?.edtf ?? null,
    due: toDue(one),
    figures: one.figures.map(toFigureView),
    quotes: toIds(one.quotes),
    reports: reports.map(toReportView),
    corrections: toIds(one.corrections),
    changed: days.toSorted().at(-1) ?? added,
    links: { speakers: speakers.map(toSpeakerLink), topics: topics.map(toLink) },
  }
}

/** An event for a list. */
export function toEventLine(one: NewsEvent): EventLine {
  return {
    ...take(one, 'id', 'url', 'title', 'kind', 'status', 'place'),
    date: one.date?.edtf ?? null,
    dateShape: shapeOf(one.date),
    outlets: outletsWithReport(one),
  }
}

/** A report of an event. */
export function toReportView({ article, parts, sourceUrl, text, url, wording }: Report): ReportView {
  return {
    ...toCarrier(article),
    text,
    narrative: wording ? null : parts.map((part) => toNarrative(part, article)).join(' … '),
    quote: wording?.quote.id ?? null,
    spoken: wording && toSpokenView(wording.quote, wording),
    url,
    sourceUrl,
  }
}

function toFigureView(one: Figure): FigureView {
  const { article, saidBy } = one
  return {
    ...take(one, 'what', 'value', 'words', 'scope'),
    saidBy: saidBy?.id ?? null,
    article: article.id,
    outlet: article.outlet.name,
    language: article.language,
    links: { saidBy: saidBy && toLink(saidBy), article: toTitleLink(article) },
  }
}

/** Whether a date is one day, a span, or open at an end. */
export function shapeOf(date: NewsEvent['date']): EventLine['dateShape'] {
  if (!date) return 'none'
  if (date.latest === Infinity) return 'onward'
  if (date.earliest === -Infinity) return 'open'
  return date.latest - date.earliest < 86_400_000 ? 'day' : 'span'
}

/** When something without an outcome is due. */
function toDue({ status, date, slippedTo }: NewsEvent): EventView['due'] {
  const window = status === 'expected' ? date : status === 'slipped' ? slippedTo : null
  return window && !isVague(window) && Number.isFinite(window.latest) ? toDays(window) : null
}
