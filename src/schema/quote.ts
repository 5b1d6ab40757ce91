import { z } from 'zod'
import { day } from './dates.ts'
import { idOf, language, list, optional, quoteName, words } from './fields.ts'

/** Front matter of `content/quotes/<speaker>/<fragment>.md`: what holds for a quote everywhere. */
export const quote = z.strictObject({
  about: list(idOf('speakers')).describe('Speakers it is about.'),
  with: list(idOf('speakers')).describe('Further speakers who say it together, as in a joint statement.'),
  language: optional(language).describe('Language it was spoken in (BCP 47).'),
  notSameAs: list(quoteName).describe('Quotes it was compared with and found to be another utterance.'),
  withdrawn: optional(z.strictObject({ date: day, why: words })).describe('When and why it was withdrawn.'),
})

export type QuoteData = z.output<typeof quote>
