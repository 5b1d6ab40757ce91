import { z } from 'zod'
import { rightsValues } from '../article.ts'
import { edtfDate } from '../dates.ts'
import { outletKinds } from '../outlet.ts'
import { address, head, id, quoteId, webAddress, words } from './shared.ts'

/** `/data/articles.json`: what is known about each article; the copy itself is its publisher's. */
export const articlesFile = z.strictObject({
  ...head,
  articles: z.array(
    z.strictObject({
      id,
      url: address,
      title: words,
      outlet: id,
      agency: words.nullable(),
      copyOf: id.optional().describe('The article whose text it repeats; left out when it is none.'),
      published: edtfDate,
      publishedBasis: words.nullable(),
      source: webAddress.describe("The article at its outlet's."),
      language: words,
      rights: z.enum(rightsValues),
      captureNote: words.nullable(),
      added: edtfDate.describe('The day it came into this record.'),
      topics: z.array(id),
      quotes: z.array(quoteId).describe('In the order of the text.'),
      events: z.array(id).describe('Those it reports, in the order of time.'),
    }),
  ),
  outlets: z.array(
    z.strictObject({
      id,
      name: words,
      kind: z.enum(outletKinds),
      homepage: webAddress.nullable(),
      country: words.nullable(),
      aliases: z.array(words),
    }),
  ),
})

export type ArticlesFile = z.output<typeof articlesFile>
