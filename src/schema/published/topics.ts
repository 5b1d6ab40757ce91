import { z } from 'zod'
import { address, head, id, quoteId, words } from './shared.ts'

/** `/data/topics.json` */
export const topicsFile = z.strictObject({
  ...head,
  topics: z.array(
    z.strictObject({
      id,
      url: address,
      name: words.describe('A question people ask.'),
      aliases: z.array(words),
      summary: z.string(),
      quotes: z.array(quoteId).describe('Those that answer it, in the order they were said.'),
      events: z.array(id),
      articles: z.array(id),
    }),
  ),
})

export type TopicsFile = z.output<typeof topicsFile>
