import { z } from 'zod'
import { day } from './dates.ts'
import { idOf, language, list, optional, quoteName, webAddress, words } from './fields.ts'

/** Front matter of `content/quotes/<speaker>/<fragment>.md`: what holds for a quote everywhere. */
export const quote = z
  .strictObject({
    about: list(idOf('speakers')).describe('Speakers it is about.'),
    with: list(idOf('speakers')).describe('Further speakers who say it together, as in a joint statement.'),
    language: optional(language).describe('Language it was spoken in (BCP 47).'),
    notSameAs: list(quoteName).describe('Quotes it was compared with and found to be another utterance.'),
    original: optional(
      z.strictObject({
        words: words
          .regex(/^[^"“”„«»「『]/, { error: 'Expected the words without the quotation marks around them.' })
          .describe('The words as they were spoken, in `language`, without the marks around them.'),
        source: webAddress.describe('The address that has them.'),
      }),
    ).describe('The words in the language they were spoken in, which `language` names.'),
    withdrawn: optional(z.strictObject({ date: day, why: words })).describe('When and why it was withdrawn.'),
  })
  .refine(({ language, original }) => !original || language, {
    path: ['language'],
    error: 'Expected the language of the words in `original`, as `uk`.',
  })

export type QuoteData = z.output<typeof quote>
