/** What all published data files have in common. */
import { z } from 'zod'
import { edtfDate } from '../dates.ts'
import { idForm } from '../fields.ts'

export const id = z.string().regex(idForm)

/** `speaker/fragment` */
export const quoteId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)

/** Absolute when the site knows its origin, else a path below it. */
export const address = z.string().regex(/^(?:https?:\/\/[^\s/]+)?\/\S*$/)

/** An address at an outlet or another source. */
export const webAddress = z.string().regex(/^https?:\/\/\S+$/)

export const words = z.string().min(1)
export const date = edtfDate.nullable()
export const quoteKind = z.enum(['direct', 'mixed', 'indirect'])

/** Whose the data is: our own record is given away, the words of the outlets are not ours to give. */
const licence = z.strictObject({
  record: z.literal('CC0-1.0'),
  recordUrl: webAddress,
  words,
})

const story = z.strictObject({ name: words, subject: z.string(), language: words, url: address })

/** First and last publication day; null in an empty record. */
const extent = z.strictObject({ first: edtfDate, last: edtfDate }).nullable()

/** Fields that stand beside the list in every file. `version` grows when a field changes its meaning or goes. */
export const head = { version: z.literal(1), licence, story, extent }
