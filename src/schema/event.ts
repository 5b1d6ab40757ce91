import { z } from 'zod'
import { day, edtfDate } from './dates.ts'
import { draft, idOf, list, optional, quoteName, webAddress, words } from './fields.ts'

export const eventKinds = [
  'meeting',
  'attack',
  'agreement',
  'test',
  'decision',
  'deployment',
  'production',
  'other',
] as const

export const eventStatuses = ['happened', 'expected', 'held', 'slipped', 'cancelled'] as const
export type EventStatus = (typeof eventStatuses)[number]

export const standings = ['scheduled', 'promised', 'proposed', 'possible', 'wished', 'conditional'] as const

/** Front matter of `content/events/<id>.md`. */
export const event = z.strictObject({
  title: words.describe('What happened, in neutral words and without figures.'),
  kind: idOf('kinds').describe('What sort of event: one of ours, or one of `eventKinds` in `settings.yaml`.'),
  figures: list(
    z.strictObject({
      what: words.describe('What is counted.'),
      value: z.number().describe('The number.'),
      words: words.describe("The article's words for it."),
      scope: optional(words).describe('Where or over what time.'),
      saidBy: optional(idOf('speakers')).describe('Who gave it, when not the outlet itself.'),
      article: idOf('articles').describe('The article that has it.'),
    }),
  ).describe('Counts, with who gave them.'),
  status: z.enum(eventStatuses).describe('`expected` until an article says what came of it.'),
  standing: optional(z.enum(standings)).describe('How firmly an expected event was announced.'),
  date: optional(edtfDate).describe('When, in EDTF; a date nobody gives is a span.'),
  dateBasis: words.describe('The words the date rests on.'),
  dateSource: optional(webAddress).describe('Address of the source, when the date is known from elsewhere.'),
  place: optional(words).describe('Where.'),
  speakers: list(idOf('speakers')).describe('Who took part: names of files in `content/speakers`.'),
  topics: list(idOf('topics')).describe('Names of files in `content/topics`.'),
  announcedBy: optional(quoteName).describe('The quote that announces it; empty when nobody is named.'),
  reportedIn: list(quoteName).describe('Quotes that report it.'),
  quotes: list(quoteName).describe('Quotes about it, or made there.'),
  outcome: optional(words).describe('What came of it, once an article says so.'),
  outcomeIn: optional(idOf('articles')).describe('The article that says what came of it.'),
  slippedTo: optional(edtfDate).describe('The new date, when it slipped.'),
  added: day.describe('The day it came into this record.'),
  updated: optional(day).describe('The day this file last changed in a way that a reader would notice.'),
  draft,
})

export type EventData = z.output<typeof event>
