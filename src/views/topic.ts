/** A question that people ask of the story. */
import { z } from 'zod'
import { take } from '../lists.ts'
import type { Topic } from '../record/types.ts'
import { toIds } from './links.ts'
import { newestQuotes } from './newest.ts'
import { quoteLine, toQuoteLine } from './quote.ts'
import { address, count, id, quoteId, words } from './shapes.ts'

export const topic = z.strictObject({
  id,
  url: address,
  name: words.describe('A question people ask.'),
  aliases: z.array(words).describe('Other words people search it by.'),
  summary: z.string().describe('A sentence of ours; empty when there is none.'),
  quotes: z.array(quoteId).describe('Those that answer it, in the order they were said.'),
  events: z.array(id).describe('Those that belong to it, in the order of time.'),
  articles: z.array(id).describe('Those filed under it, by publication.'),
  speakers: z.array(id).describe('Who answers it, in the order in which they first spoke.'),
  corrections: z.array(z.string()).describe('Corrections that concern it, newest first.'),
})
export type TopicView = z.output<typeof topic>

/** Everything that is said of a topic. */
export function toTopicView(one: Topic): TopicView {
  return {
    ...take(one, 'id', 'url', 'name', 'aliases', 'summary'),
    quotes: toIds(one.quotes),
    events: toIds(one.events),
    articles: toIds(one.articles),
    speakers: toIds(new Set(one.quotes.map(({ speaker }) => speaker))),
    corrections: toIds(one.corrections),
  }
}

/** A topic in the list of topics, with the newest words that answer it. */
const topicLine = z.strictObject({
  ...topic.pick({ id: true, url: true, name: true, summary: true }).shape,
  quotes: count.describe('How many quotes answer it.'),
  speakers: count.describe('How many speakers answer it.'),
  events: count.describe('How many events belong to it.'),
  newest: z.array(quoteLine).describe('The newest words, one a speaker before a second of the same.'),
})
export type TopicLine = z.output<typeof topicLine>

export function toTopicLine(one: Topic, most = 2): TopicLine {
  const { quotes, speakers, events } = toTopicView(one)
  return {
    ...take(one, 'id', 'url', 'name', 'summary'),
    quotes: quotes.length,
    speakers: speakers.length,
    events: events.length,
    newest: newestQuotes(one, most).map(toQuoteLine),
  }
}
