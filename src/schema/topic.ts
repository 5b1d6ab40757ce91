import { z } from 'zod'
import { draft, list, quoteName, words } from './fields.ts'

/** Front matter of `content/topics/<id>.md`. */
export const topic = z.strictObject({
  name: words.describe('A question people ask.'),
  order: z.number().int().default(0).describe('Place among the topics; lower comes first.'),
  aliases: list(words).describe('Other words people search it by.'),
  quotes: list(quoteName).describe('The quotes that answer it.'),
  draft,
})

export type TopicData = z.output<typeof topic>
