/** An article: what is known about it. The copy itself is its publisher's, and stands on its page alone. */
import { z } from 'zod'
import { take } from '../lists.ts'
import { compareEvents } from '../record/build-record.ts'
import type { Article, NewsEvent, Quote, Speaker } from '../record/types.ts'
import { outletKinds } from '../schema/index.ts'
import { toDay, toIds, toLink, toSpeakerLink } from './links.ts'
import {
  address,
  archivedCopy,
  date,
  day,
  id,
  language,
  link,
  quoteId,
  rights,
  speakerLink,
  webAddress,
  words,
} from './shapes.ts'

const basis = z.strictObject({
  words: words.describe('What it rests on.'),
  source: webAddress.nullable().describe('The address that says so.'),
})

export const article = z.strictObject({
  id,
  url: address,
  title: words.describe('The headline, as published.'),
  titleBasis: basis.nullable().describe('What the headline rests on when the capture lacks it.'),
  outlet: id.describe('The outlet whose page was captured.'),
  agency: words.nullable().describe('The wire it comes from; null when none is named.'),
  agencyBasis: basis.nullable().describe('What the agency rests on when the capture lacks it.'),
  copyOf: id.optional().describe('The article whose text it repeats; left out when it is none.'),
  copies: z.array(id).describe('Articles that repeat its text.'),
  published: date.describe('The day of publication.'),
  publishedBasis: words.nullable().describe('The words the day of publication rests on.'),
  source: webAddress.describe('The article at its outlet’s.'),
  archived: z.array(archivedCopy).describe('Copies of it at archives; the first is the one that citations name.'),
  language,
  rights,
  captureNote: words.nullable().describe('What the capture has lost or changed.'),
  terms: z.array(words).describe('Quoted words in it that nobody said: the name of a thing, a scare quote.'),
  topics: z.array(id).describe('The questions it belongs to.'),
  quotes: z.array(quoteId).describe('Those it carries, in the order of the text.'),
  speakers: z.array(id).describe('Who is quoted in it.'),
  mentions: z.array(id).describe('Speakers that it names besides.'),
  events: z.array(id).describe('Those it reports, in the order of time.'),
  saidDays: z
    .array(
      z.strictObject({
        said: date,
        basis: words.nullable().describe('What the day rests on.'),
        source: webAddress,
        speakers: z.array(words).describe('Names of those who spoke then.'),
      }),
    )
    .describe('Days of speaking in it that are known from another source.'),
  corrections: z.array(z.string()).describe('Corrections that concern it, newest first.'),
  added: day.describe('The day it came into this record.'),
  changed: day.describe('The day it last changed here, by a correction.'),
  links: z.strictObject({
    outlet: z.strictObject({
      id,
      name: words.describe('Its name.'),
      kind: z.enum(outletKinds).describe('What sort of outlet.'),
    }),
    topics: z.array(link),
    speakers: z.array(speakerLink),
    copyOf: link.nullable().describe('The outlet whose text it repeats, with that article’s page.'),
    copies: z.array(link).describe('Outlets that repeat its text, with their articles’ pages.'),
  }),
})
export type ArticleView = z.output<typeof article>

/** Everything that is said of an article, its copy aside. */
export function toArticleView(one: Article): ArticleView {
  const { copies, copyOf, outlet } = one
  const { quotes, speakers, events } = countsOf(one)
  const corrected = one.corrections.flatMap((correction) => toDay(correction.date.earliest) ?? [])
  return {
    ...take(one, 'id', 'url', 'title', 'titleBasis', 'agency', 'agencyBasis', 'publishedBasis'),
    ...take(one, 'language', 'rights', 'captureNote', 'terms', 'added'),
    outlet: outlet.id,
    ...(copyOf && { copyOf: copyOf.id }),
    copies: toIds(copies),
    published: one.published.edtf,
    source: one.address,
    archived: one.archived,
    topics: toIds(one.topics),
    quotes: toIds(quotes),
    speakers: toIds(speakers),
    mentions: [...new Set(one.mentions.map(({ speaker }) => speaker.id))],
    events: toIds(events),
    saidDays: toSourcedDays(one),
    corrections: toIds(one.corrections),
    changed: [one.added, ...corrected].toSorted().at(-1) ?? one.added,
    links: {
      outlet: take(outlet, 'id', 'name', 'kind'),
      topics: one.topics.map(toLink),
      speakers: speakers.map(toSpeakerLink),
      copyOf: copyOf && toOutletLink(copyOf),
      copies: copies.map(toOutletLink),
    },
  }
}

const toOutletLink = ({ id, outlet, url }: Article) => ({ id, name: outlet.name, url })

/** What an article holds, each once: its quotes, who speaks in it, and the events it reports in whoever's words, by date. */
export function countsOf({ wordings, notes }: Pick<Article, 'wordings' | 'notes'>): {
  quotes: Quote[]
  speakers: Speaker[]
  events: NewsEvent[]
} {
  const quotes = [...new Set(wordings.map(({ quote }) => quote))]
  const events = notes.flatMap((note) => {
    if (note.is === 'report') return [note.report.event]
    if (note.is === 'mention') return []
    return note.wording.quote.events.filter(({ reports }) => reports.some(({ wording }) => wording === note.wording))
  })
  return {
    quotes,
    speakers: [...new Set(quotes.map(({ speaker }) => speaker))],
    events: [...new Set(events)].sort(compareEvents),
  }
}

/** The days of speaking in an article that rest on another source. */
function toSourcedDays({ wordings }: Article): ArticleView['saidDays'] {
  const days: ArticleView['saidDays'] = []
  for (const { said, saidBasis: basis, saidSource: source, quote } of wordings) {
    if (!said || !source) continue
    const known = days.find((day) => day.said === said.edtf && day.source === source)
    if (!known) days.push({ said: said.edtf, basis, source, speakers: [quote.speaker.name] })
    else if (!known.speakers.includes(quote.speaker.name)) known.speakers.push(quote.speaker.name)
  }
  return days
}
