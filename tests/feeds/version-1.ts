/**
 * What version 1 of the data files had: its fields with their meanings, written down when version 2 came. A program that
 * was written for it reads no others, and these shapes leave the others out.
 */
import { z } from 'zod'

const words = z.string().min(1)
const date = z.string().regex(/^[\dXS./~?%YE{}[\],+-]+$/)
const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
/** `speaker/fragment` */
const quoteId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
/** A page of the site: absolute when it knows its origin, else a path below it. */
const address = z.string().regex(/^(?:https?:\/\/[^\s/]+)?\/\S*$/)
/** An address at an outlet or another source. */
const webAddress = z.string().regex(/^https?:\/\/\S+$/)
const quoteKind = z.enum(['direct', 'mixed', 'indirect'])

/** Beside the list in every file. */
const head = {
  // The record is given away, the words of the outlets are not ours to give.
  licence: z.object({ record: z.literal('CC0-1.0'), recordUrl: webAddress, words }),
  story: z.object({ name: words, subject: z.string(), language: words, url: address }),
  // First and last publication day; null in an empty record.
  extent: z.object({ first: date, last: date }).nullable(),
}

const wording = z.object({
  article: id,
  outlet: id,
  // Day of publication.
  published: date,
  // The words in our copy of the article.
  url: address,
  kind: quoteKind,
  // The words as the article has them, outer quotation marks and the comma before a closing mark left out.
  text: words,
  // The same, part by part: `text` is these, joined by ` … `.
  parts: z.array(words).min(1),
  // The sentence or sentences around it, verbatim.
  sentence: words,
  // What the day of speaking rests on.
  saidBasis: words.nullable(),
})

const quotes = z.object({
  ...head,
  quotes: z.array(
    z.object({
      id: quoteId,
      url: address,
      speaker: id,
      // That of its most literal wording.
      kind: quoteKind,
      // The narrowest date its wordings agree on; null when no article gives one.
      said: date.nullable(),
      // Where or to whom, in a few words of ours.
      context: words.nullable(),
      topics: z.array(id),
      wordings: z.array(wording).min(1),
    }),
  ),
})

const events = z.object({
  ...head,
  events: z.array(
    z.object({
      id,
      url: address,
      title: words,
      kind: z.enum(['attack', 'meeting', 'agreement', 'decision', 'deployment', 'test', 'production', 'other']),
      status: z.enum(['happened', 'expected', 'held', 'slipped', 'cancelled']),
      // A date nobody gives is a span, or null.
      date: date.nullable(),
      // The words the date rests on.
      dateBasis: words,
      place: words.nullable(),
      // Who took part.
      speakers: z.array(id),
      topics: z.array(id),
      announcedBy: quoteId.nullable(),
      // Quotes about it, or made there.
      quotes: z.array(quoteId),
      // The article's own words; `quote` is set when they are somebody's quoted or reported speech.
      reports: z.array(z.object({ article: id, text: words, quote: quoteId.nullable() })),
    }),
  ),
})

const articles = z.object({
  ...head,
  articles: z.array(
    z.object({
      id,
      url: address,
      title: words,
      outlet: id,
      agency: words.nullable(),
      // The article whose text it repeats; left out when it is none.
      copyOf: id.optional(),
      published: date,
      publishedBasis: words.nullable(),
      // The article at its outlet's.
      source: webAddress,
      language: words,
      rights: z.enum(['full', 'excerpt', 'quotes']),
      captureNote: words.nullable(),
      // The day it came into this record.
      added: date,
      topics: z.array(id),
      // In the order of the text.
      quotes: z.array(quoteId),
      // Those it reports, in the order of time.
      events: z.array(id),
    }),
  ),
  outlets: z.array(
    z.object({
      id,
      name: words,
      kind: z.enum(['newspaper', 'agency', 'broadcaster', 'aggregator']),
      homepage: webAddress.nullable(),
      country: words.nullable(),
      aliases: z.array(words),
    }),
  ),
})

const speakers = z.object({
  ...head,
  speakers: z.array(
    z.object({
      id,
      url: address,
      name: words,
      kind: z.enum(['person', 'organisation', 'group', 'unnamed']),
      // Every other spelling, in any script.
      aliases: z.array(words),
      roles: z.array(z.object({ title: words, from: date.nullable(), to: date.nullable() })),
      // ISO 3166-1 code.
      country: words.nullable(),
      wikidata: words.nullable(),
      summary: z.string(),
      // In the order they were said.
      quotes: z.array(quoteId),
      // Those they took part in.
      events: z.array(id),
    }),
  ),
})

const topics = z.object({
  ...head,
  topics: z.array(
    z.object({
      id,
      url: address,
      // A question people ask.
      name: words,
      aliases: z.array(words),
      summary: z.string(),
      // Those that answer it, in the order they were said.
      quotes: z.array(quoteId),
      events: z.array(id),
      articles: z.array(id),
    }),
  ),
})

export const version1 = { quotes, events, articles, speakers, topics }
