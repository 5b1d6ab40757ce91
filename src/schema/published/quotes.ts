import { z } from 'zod'
import { edtfDate } from '../dates.ts'
import { address, date, head, id, quoteId, quoteKind, words } from './shared.ts'

const wording = z.strictObject({
  article: id,
  outlet: id,
  published: edtfDate.describe('Day of publication.'),
  url: address.describe('The words in our copy of the article.'),
  kind: quoteKind,
  text: words.describe(
    'The words as the article has them, outer quotation marks and the comma before a closing mark left out.',
  ),
  parts: z.array(words).min(1).describe('The same, part by part: `text` is these, joined by ` … `.'),
  sentence: words.describe('The sentence or sentences around it, verbatim.'),
  saidBasis: words.nullable().describe('What the day of speaking rests on.'),
})

/** `/data/quotes.json` */
export const quotesFile = z.strictObject({
  ...head,
  quotes: z.array(
    z.strictObject({
      id: quoteId,
      url: address,
      speaker: id,
      kind: quoteKind.describe('That of its most literal wording.'),
      said: date.describe('The narrowest date its wordings agree on; null when no article gives one.'),
      context: words.nullable().describe('Where or to whom, in a few words of ours.'),
      topics: z.array(id),
      wordings: z.array(wording).min(1),
    }),
  ),
})

export type QuotesFile = z.output<typeof quotesFile>
