import { z } from 'zod'
import { speakerKinds } from '../speaker.ts'
import { address, date, head, id, quoteId, words } from './shared.ts'

/** `/data/speakers.json` */
export const speakersFile = z.strictObject({
  ...head,
  speakers: z.array(
    z.strictObject({
      id,
      url: address,
      name: words,
      kind: z.enum(speakerKinds),
      aliases: z.array(words).describe('Every other spelling, in any script.'),
      roles: z.array(z.strictObject({ title: words, from: date, to: date })),
      country: words.nullable().describe('ISO 3166-1 code.'),
      wikidata: words.nullable(),
      summary: z.string(),
      quotes: z.array(quoteId).describe('In the order they were said.'),
      events: z.array(id).describe('Those they took part in.'),
    }),
  ),
})

export type SpeakersFile = z.output<typeof speakersFile>
