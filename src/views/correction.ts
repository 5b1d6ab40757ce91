/** What the record has taken back: corrections, and quotes that were withdrawn. */
import { z } from 'zod'
import { take } from '../lists.ts'
import type { Correction, NewsRecord, WithdrawnQuote } from '../record/types.ts'
import { correctionKinds } from '../schema/index.ts'
import { toIds, toLink, toTitleLink } from './links.ts'
import { address, date, id, link, quoteId, words } from './shapes.ts'

export const correction = z.strictObject({
  id: z.string().describe('Name of its file, without the ending.'),
  url: address,
  date: date.describe('The day of the correction.'),
  kind: z.enum(correctionKinds).describe('What was done.'),
  articles: z.array(id).describe('Articles that it concerns.'),
  events: z.array(id).describe('Events that it concerns.'),
  speakers: z.array(id).describe('Speakers that it concerns.'),
  topics: z.array(id).describe('Topics that it concerns.'),
  quotes: z.array(quoteId).describe('Quotes that it concerns.'),
  withdrawn: z.array(quoteId).describe('Quotes among them that are no longer on record.'),
  was: words.describe('What the record said.'),
  is: words.nullable().describe('What it says now; null when something was taken off the record.'),
  why: words.describe('Why it was wrong.'),
  links: z.strictObject({
    things: z.array(link).describe('All that it concerns. A quote is named by its speaker and its fragment.'),
  }),
})
export type CorrectionView = z.output<typeof correction>

export const withdrawn = z.strictObject({
  id: quoteId,
  url: address.describe('Its address, which stays.'),
  speaker: id.describe('Under whose name it stood.'),
  name: words.describe('Its fragment as words.'),
  date: date.describe('The day on which it was withdrawn.'),
  why: words.describe('Why.'),
  corrections: z.array(z.string()).describe('Corrections that concern it, newest first.'),
  links: z.strictObject({ speaker: link }),
})
export type WithdrawnView = z.output<typeof withdrawn>

export function toCorrectionView(one: Correction): CorrectionView {
  const { articles, events, quotes, speakers, topics } = one
  const said = [...quotes, ...one.withdrawn]
  return {
    ...take(one, 'id', 'url', 'kind', 'was', 'is', 'why'),
    date: one.date.edtf,
    articles: toIds(articles),
    events: toIds(events),
    speakers: toIds(speakers),
    topics: toIds(topics),
    quotes: toIds(said),
    withdrawn: toIds(one.withdrawn),
    links: {
      things: [
        ...[...articles, ...events].map(toTitleLink),
        ...[...speakers, ...topics].map(toLink),
        ...said.map(({ fragment, id, speaker, url }) => ({ id, name: `${speaker.name}: ${wordsOf(fragment)}`, url })),
      ],
    },
  }
}

export function toWithdrawnView(one: WithdrawnQuote): WithdrawnView {
  return {
    ...take(one, 'id', 'url', 'why'),
    speaker: one.speaker.id,
    name: wordsOf(one.fragment),
    date: one.date.edtf,
    corrections: toIds(one.corrections),
    links: { speaker: toLink(one.speaker) },
  }
}

/** The page of all corrections. */
export interface CorrectionsView {
  corrections: CorrectionView[]
  withdrawn: WithdrawnView[]
}

export function toCorrectionsView({ corrections, withdrawn: gone }: NewsRecord): CorrectionsView {
  return { corrections: corrections.map(toCorrectionView), withdrawn: gone.map(toWithdrawnView) }
}

/** The page in place of a withdrawn quote. */
export interface WithdrawnPageView {
  quote: WithdrawnView
  corrections: CorrectionView[]
}

export function toWithdrawnPageView(one: WithdrawnQuote): WithdrawnPageView {
  return { quote: toWithdrawnView(one), corrections: one.corrections.map(toCorrectionView) }
}

const wordsOf = (fragment: string): string => fragment.replaceAll('-', ' ')
