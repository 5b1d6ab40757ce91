import { z } from 'zod'
import { day } from './dates.ts'
import { draft, idOf, list, optional, quoteName, words } from './fields.ts'

export const correctionKinds = ['corrected', 'reworded', 'reassigned', 'withdrawn'] as const
export type CorrectionKind = (typeof correctionKinds)[number]

/** A page of the record, as in its address: `events/bridge-closed`, `quotes/mara-lodzinska/not-wait`. */
const page = z
  .string()
  .regex(
    /^(?:(?:articles|events|speakers|topics)\/[a-z0-9]+(?:-[a-z0-9]+)*|quotes(?:\/[a-z0-9]+(?:-[a-z0-9]+)*){2})$/,
    {
      error: 'Expected a page as in its address, as `events/alaska-meeting` or `quotes/volodymyr-zelensky/no-meeting`.',
    },
  )

/** Front matter of `content/corrections/<date>-<slug>.md`. */
export const correction = z.strictObject({
  date: day.describe('The day of the correction.'),
  kind: z
    .enum(correctionKinds)
    .default('corrected')
    .describe('What was done: of a quote `reworded`, `reassigned` to another speaker, or `withdrawn`.'),
  articles: list(idOf('articles')).describe('Names of files in `content/articles`.'),
  events: list(idOf('events')).describe('Names of files in `content/events`.'),
  speakers: list(idOf('speakers')).describe('Names of files in `content/speakers`.'),
  topics: list(idOf('topics')).describe('Names of files in `content/topics`.'),
  quotes: list(quoteName).describe('Quotes, a withdrawn one too.'),
  was: words.describe('What the record said.'),
  is: optional(words).describe('What it says now; left out when something was taken off the record.'),
  why: words.describe('Why it was wrong.'),
  moved: optional(
    z.strictObject({
      from: page.describe('The old address.'),
      to: page.describe('The new one, to which the old one leads.'),
    }),
  ).describe('An address that the correction has changed.'),
  draft,
})

export type CorrectionData = z.output<typeof correction>
