import { z } from 'zod'
import { eventKinds, eventStatuses } from '../event.ts'
import { address, date, head, id, quoteId, words } from './shared.ts'

const report = z.strictObject({
  article: id,
  text: words.describe("The article's own words."),
  quote: quoteId.nullable().describe("Set when the words are somebody's quoted or reported speech."),
})

/** `/data/events.json` */
export const eventsFile = z.strictObject({
  ...head,
  events: z.array(
    z.strictObject({
      id,
      url: address,
      title: words,
      kind: z.enum(eventKinds),
      status: z.enum(eventStatuses),
      date: date.describe('EDTF; a date nobody gives is a span, or null.'),
      dateBasis: words.describe('The words the date rests on.'),
      place: words.nullable(),
      speakers: z.array(id).describe('Who took part.'),
      topics: z.array(id),
      announcedBy: quoteId.nullable(),
      quotes: z.array(quoteId).describe('Quotes about it, or made there.'),
      reports: z.array(report),
    }),
  ),
})

export type EventsFile = z.output<typeof eventsFile>
