/** What an editor does at the desk: one action a key. Kept in the journal as they are, and checked as they come in. */
import { z } from 'zod'
import { idForm } from '../schema/fields.ts'

const short = z.string().max(2000)
const values = z.record(z.string().max(80), z.string().max(20_000))
/** A file whose form can be opened; a folder's name for a new one. */
const openForm =
  /^(?:story\.md|articles\/[a-z0-9-]+\.md|(?:corrections|events|outlets|places|speakers|topics)\/(?:[a-z0-9-]+\.md)?)$/
const range = z.strictObject({
  block: z.number().int().min(0),
  start: z.number().int().min(0),
  end: z.number().int().min(0),
})

/** What marked words are. `none`: nothing is linked; of words in quotation marks nobody then says whose they are. */
const markKinds = ['quote', 'report', 'mention', 'term', 'none'] as const
export type MarkKind = (typeof markKinds)[number]

/** What is done to the article on the desk. */
export const action = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('bring'), name: short, text: z.string().max(20_000_000) }),
  z.strictObject({ do: z.literal('put-back'), line: z.number().int() }),
  z.strictObject({ do: z.literal('facts'), values }),
  z.strictObject({ do: z.literal('outlet'), values }),
  z.strictObject({
    do: z.literal('settle'),
    mark: short,
    as: z.enum(markKinds),
    speaker: short.optional(),
    event: short.optional(),
  }),
  z.strictObject({ do: z.literal('reject'), mark: short }),
  z.strictObject({ do: z.literal('again'), mark: short }),
  z.strictObject({ do: z.literal('same'), mark: short, quote: short, answer: z.enum(['same', 'different']) }),
  z.strictObject({
    do: z.literal('move'),
    mark: short,
    end: z.enum(['start', 'end']),
    by: z.enum(['word', 'sentence']),
    to: z.union([z.literal(-1), z.literal(1)]),
  }),
  z.strictObject({ do: z.literal('join'), mark: short }),
  z.strictObject({ do: z.literal('split'), mark: short }),
  z.strictObject({ do: z.literal('said'), mark: short, said: short, context: short }),
  z.strictObject({ do: z.literal('mark'), ranges: z.array(range).min(1).max(20), as: z.enum(markKinds) }),
  z.strictObject({ do: z.literal('speaker'), speaker: short, values }),
  z.strictObject({ do: z.literal('event'), mark: short, values }),
  z.strictObject({ do: z.literal('copy'), of: short.nullable() }),
  z.strictObject({ do: z.literal('skip'), decision: short }),
  // A file of the record, or, by a folder's name, a new one.
  z.strictObject({ do: z.literal('open'), file: z.string().regex(openForm) }),
  z.strictObject({ do: z.literal('attribute'), quote: short, speaker: z.string().regex(idForm) }),
  z.strictObject({ do: z.literal('link'), words: short, event: z.string().regex(idForm) }),
  // Fields of its form that are filled in otherwise, and what they were before.
  z.strictObject({ do: z.literal('fill'), file: z.string().regex(openForm), values, was: values }),
])

export type Action = z.output<typeof action>
