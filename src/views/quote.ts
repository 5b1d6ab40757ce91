/** An utterance, with each article's wording of it. */
import { z } from 'zod'
import { take } from '../lists.ts'
import type { NewsEvent, Quote } from '../record/types.ts'
import { independent, outletsOf } from './carriers.ts'
import { toDifferences } from './differences.ts'
import { toDay, toDays, toIds, toLink, toSpeakerLink } from './links.ts'
import {
  address,
  count,
  date,
  day,
  days,
  id,
  language,
  link,
  quoteId,
  quoteKind,
  speakerLink,
  webAddress,
  words,
} from './shapes.ts'
import { printed, toPrinted, toWordingView, type WordingView, wording } from './wording.ts'

/** Who said it, when and to whom: a quote without its words. */
const saying = z.strictObject({
  id: quoteId,
  url: address,
  speaker: id.describe('Who said it.'),
  role: words
    .nullable()
    .describe('The office held on the day it was said, or else reported; null when none is on record.'),
  kind: quoteKind.describe('That of its most literal wording.'),
  said: date.nullable().describe('The narrowest date its wordings agree on; null when no article gives one.'),
  reported: date.describe('When it was first published. Without `said` it is all that is known of its day.'),
  context: words.nullable().describe('Where or to whom, in a few words of ours.'),
})

const speakerLinks = z.strictObject({ speaker: speakerLink })

/** A quote as lists show it: its most literal words, and who carries it. */
export const quoteLine = z.strictObject({
  ...saying.shape,
  words: printed,
  independent: count.describe('How many wordings it has in texts of their own, copies aside.'),
  outlets: z.array(words).describe('Names of the outlets that carry it in a text of their own.'),
  links: speakerLinks,
})
export type QuoteLine = z.output<typeof quoteLine>

/** Somebody's words in one article, by themselves. */
export const spoken = z.strictObject({ ...saying.shape, wording, links: speakerLinks })
export type SpokenView = z.output<typeof spoken>

export const quote = z.strictObject({
  ...saying.shape,
  saidDays: days.nullable().describe('First and last day on which it can have been said.'),
  saidBasis: words.nullable().describe('What the day of speaking rests on.'),
  saidSource: webAddress.nullable().describe('Address of the source of that day, when it is known from elsewhere.'),
  topics: z.array(id).describe('The questions that it answers.'),
  about: z.array(id).describe('Speakers it is about.'),
  events: z
    .array(
      z.strictObject({
        id,
        as: z
          .enum(['announced', 'mentioned', 'reported', 'other'])
          .describe(
            'Announced by it; a wish of others that it mentions; reported in it; or it was said there, or about it.',
          ),
      }),
    )
    .describe('Events that list it, each under the closest of its ties.'),
  corrections: z.array(z.string()).describe('Corrections that concern it, newest first.'),
  added: day.describe('The day it came into this record.'),
  changed: day.describe('The day it last changed here, by a further wording or a correction.'),
  independent: quoteLine.shape.independent,
  outlets: quoteLine.shape.outlets,
  original: z
    .strictObject({
      words: words.describe('As they were spoken, without marks around them.'),
      language,
      source: webAddress.describe('The address that has them.'),
    })
    .nullable()
    .describe('Its words in the language they were spoken in; null when they are not on record.'),
  wordings: z.array(wording).min(1).describe('Most literal first, then by publication.'),
  links: z.strictObject({ speaker: speakerLink, topics: z.array(link), about: z.array(speakerLink) }),
})
export type QuoteView = z.output<typeof quote>

/** Everything that is said of a quote. */
export function toQuoteView(one: Quote): QuoteView {
  const differences = toDifferences(one.wordings)
  const days = [
    ...one.wordings.map(({ article }) => article.added),
    ...one.corrections.flatMap((correction) => toDay(correction.date.earliest) ?? []),
  ].toSorted()
  return {
    ...toSaying(one),
    ...take(one, 'saidBasis', 'saidSource', 'original'),
    saidDays: toDays(one.said),
    topics: toIds(one.topics),
    about: toIds(one.about),
    events: one.events.map((event) => ({ id: event.id, as: tieOf(one, event) })),
    corrections: toIds(one.corrections),
    added: days[0] ?? '',
    changed: days.at(-1) ?? '',
    ...toCarriers(one),
    wordings: one.wordings.map((own) => toWordingView(own, differences.get(own) ?? null)),
    links: {
      speaker: toSpeakerLink(one.speaker),
      topics: one.topics.map(toLink),
      about: one.about.map(toSpeakerLink),
    },
  }
}

/** A quote for a list. */
export function toQuoteLine(one: Quote): QuoteLine {
  const [shown] = one.wordings
  if (!shown) throw new Error(`The quote ${one.id} has no wording.`)
  return {
    ...toSaying(one),
    words: toPrinted(shown),
    ...toCarriers(one),
    links: { speaker: toSpeakerLink(one.speaker) },
  }
}

/** A quote in the words of one article: of the most literal when none is given. */
export function toSpokenView(one: Quote, own = one.wordings[0]): SpokenView {
  if (!own) throw new Error(`The quote ${one.id} has no wording.`)
  return { ...toSaying(one), wording: toWordingView(own), links: { speaker: toSpeakerLink(one.speaker) } }
}

/** One wording of a quote, by itself. */
export function toSpoken(one: QuoteView, own: WordingView): SpokenView {
  const said = take(one, 'id', 'url', 'speaker', 'role', 'kind', 'said', 'reported', 'context')
  return { ...said, wording: own, links: { speaker: one.links.speaker } }
}

function toSaying({ context, id, kind, reported, role, said, speaker, url }: Quote): z.output<typeof saying> {
  return { id, url, speaker: speaker.id, role, kind, said: said?.edtf ?? null, reported: reported.edtf, context }
}

function toCarriers(one: Quote): Pick<QuoteLine, 'independent' | 'outlets'> {
  return { independent: independent(one.wordings).length, outlets: outletsOf(one) }
}

function tieOf(one: Quote, event: Quote['events'][number]): QuoteView['events'][number]['as'] {
  if (event.announcedBy === one) return announcedAs(event) ?? 'announced'
  return event.reports.some(({ wording }) => wording?.quote === one) ? 'reported' : 'other'
}

/** A wish that a quote about others tells of is theirs, not the speaker’s: it is mentioned, and nobody has announced it. */
export function announcedAs({ announcedBy, standing }: NewsEvent): 'announced' | 'mentioned' | null {
  if (!announcedBy) return null
  return standing === 'wished' && announcedBy.about.length > 0 ? 'mentioned' : 'announced'
}
