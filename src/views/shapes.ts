/** What the shapes of all views are made of. A view is plain JSON, and other programs rely on it. */
import { z } from 'zod'
import { edtfDate } from '../schema/dates.ts'
import { idForm } from '../schema/fields.ts'
import { rightsValues, speakerKinds } from '../schema/index.ts'

export const id = z.string().regex(idForm).describe('Name of its file in the record, without the ending.')

export const quoteId = z
  .string()
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
  .describe('`speaker/fragment`')

export const address = z
  .string()
  .regex(/^(?:https?:\/\/[^\s/]+)?\/\S*$/)
  .describe('A page of this site: absolute where the site knows its origin, else a path.')

export const webAddress = z
  .string()
  .regex(/^https?:\/\/\S+$/)
  .describe('An address at an outlet or another source.')

/** A copy at an archive. */
export const archivedCopy = z.strictObject({
  address: webAddress.describe('Where the archive has it.'),
  date: z
    .string()
    .regex(/^\d{4}-\d\d-\d\d$/)
    .describe('The day on which the archive made it.'),
})
export type ArchivedCopy = z.output<typeof archivedCopy>

export const words = z.string().min(1)
export const day = z
  .string()
  .regex(/^\d{4}-\d\d-\d\d$/)
  .describe('A day, `2025-08-21`.')
export const date = edtfDate.describe('A date in EDTF; one that nobody gives is a span.')
export const language = words.describe('Language of the words (BCP 47).')
export const quoteKind = z
  .enum(['direct', 'mixed', 'indirect'])
  .describe('How literal: all of it in quotation marks, some of it, or none.')
export const rights = z.enum(rightsValues).describe('How much of the article this site prints.')
export const count = z.int().nonnegative()

/** Something else on record, named so that it can be shown and followed. */
export const link = z
  .strictObject({
    id: z.string().describe('Its id.'),
    name: words.describe('What it is called: a name, a headline, a question.'),
    url: address,
  })
  .describe('Something else on record: what it is called and where it stands.')
export type Link = z.output<typeof link>

export const speakerLink = z.strictObject({
  ...link.shape,
  kind: z.enum(speakerKinds).describe('`unnamed` is somebody whom no outlet names.'),
})
export type SpeakerLink = z.output<typeof speakerLink>

export const days = z
  .strictObject({
    first: day.nullable().describe('Null when the start is open.'),
    last: day.nullable().describe('Null when the end is open.'),
  })
  .describe('First and last day on which a date can lie.')
export type Days = z.output<typeof days>

/** Words of an article; `quoted` when they stand in quotation marks there (the marks themselves are left out). */
export const piece = z.strictObject({
  text: z.string().describe('The words.'),
  quoted: z.boolean().describe('Whether they stand in quotation marks in the article; the marks are left out.'),
})

export const range = z
  .tuple([count, count])
  .describe('Where something begins and ends in a text, in UTF-16 units; the end is not part of it.')
export type Range = z.output<typeof range>
