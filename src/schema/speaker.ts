import { z } from 'zod'
import { edtfDate } from './dates.ts'
import { country, draft, list, optional, words } from './fields.ts'

export const speakerKinds = ['person', 'organisation', 'group', 'unnamed'] as const

/** Front matter of `content/speakers/<id>.md`. */
export const speaker = z.strictObject({
  name: words.describe('The name the site uses.'),
  kind: z.enum(speakerKinds).describe('`unnamed` is for "a senior official": countable, never merged into a person.'),
  aliases: list(words).describe('Every other spelling, in any script.'),
  roles: list(
    z.strictObject({
      title: words.describe('The office, as on the day.'),
      from: optional(edtfDate).describe('First day in office, EDTF.'),
      to: optional(edtfDate).describe('Last day in office, EDTF.'),
    }),
  ).describe('Offices held; a quote shows the one of its day.'),
  country: optional(country).describe('ISO 3166-1 code.'),
  wikidata: optional(z.string().regex(/^Q\d+$/, { error: 'Expected a Wikidata item, as `Q3874799`.' })).describe(
    'Wikidata item; leave out when not certain.',
  ),
  draft,
})

export type SpeakerData = z.output<typeof speaker>
