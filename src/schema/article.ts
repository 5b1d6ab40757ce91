import { z } from 'zod'
import { day, edtfDate } from './dates.ts'
import { basis, draft, id, idOf, language, list, optional, webAddress, words } from './fields.ts'

export const rightsValues = ['full', 'excerpt', 'quotes'] as const
export type Rights = (typeof rightsValues)[number]

/** Front matter of `content/articles/<id>.md`. The descriptions are the editor's manual. */
export const article = z.strictObject({
  title: words.describe('The headline, as published.'),
  titleBasis: optional(basis).describe('What the headline rests on when the capture lacks it.'),
  outlet: idOf('outlets').describe('The outlet whose page was captured: the name of a file in `content/outlets`.'),
  agency: optional(words).describe('The wire it comes from, when the capture says so.'),
  agencyBasis: optional(basis).describe('What the agency rests on when the capture lacks it.'),
  copyOf: optional(id).describe(
    'The article whose text it repeats, as when two outlets print one text of an agency: it is shown, but counts as no report of its own.',
  ),
  published: day.describe('The day of publication.'),
  publishedBasis: optional(words).describe('The words the day of publication rests on.'),
  saidBasis: optional(
    z.strictObject({
      date: edtfDate.describe('The day, as in the titles of the links it explains.'),
      source: webAddress.describe('The address that gives it.'),
      words: optional(words).describe('What the source is, in a few words.'),
      speaker: optional(idOf('speakers')).describe(
        'Whose words it dates, when the article gives the same day for another speaker.',
      ),
    }),
  ).describe('The source of a day of speaking that the article does not give.'),
  url: webAddress.describe('The address of the captured page.'),
  archived: list(
    z.strictObject({
      url: webAddress.describe('The address of the copy, at any archive.'),
      date: day.describe('The day on which the archive made it.'),
    }),
  ).describe('Copies of the page at archives; the first is the one that citations name.'),
  language: language.describe('Language of the copy (BCP 47).'),
  topics: list(idOf('topics')).describe('Names of files in `content/topics`.'),
  rights: z
    .enum(rightsValues)
    .describe(
      '`full`: the copy is printed; `excerpt`: the site prints quotes in their sentences; `quotes`: the file holds only those.',
    ),
  captureNote: optional(words).describe('What the capture has lost or changed.'),
  terms: list(words).describe('Quoted words that nobody said: the name of a thing, a scare quote.'),
  added: day.describe('The day it came into this record.'),
  textHash: list(z.string().regex(/^[0-9a-f]{8,64}$/)).describe(
    'A short hash of each block that the file holds of the copy, written at import.',
  ),
  draft,
})

export type ArticleData = z.output<typeof article>
