/** A quote as one article has it. */
import { z } from 'zod'
import { take } from '../lists.ts'
import { standsAlone, toStretches } from '../record/in-sentence.ts'
import type { Article, Part, Wording } from '../record/types.ts'
import { toTitleLink } from './links.ts'
import {
  address,
  archivedCopy,
  date,
  id,
  language,
  link,
  piece,
  quoteKind,
  type Range,
  range,
  rights,
  webAddress,
  words,
} from './shapes.ts'

/** Which article words stand in, and whose article that is. */
export const carrier = z.strictObject({
  article: id.describe('The article that has the words.'),
  outlet: id.describe('The outlet whose article it is.'),
  published: date.describe('Day of publication.'),
  language,
  agency: words.nullable().describe('The wire the article comes from; null when none is named.'),
  rights,
  source: webAddress.describe('The article at its outlet’s.'),
  links: z.strictObject({
    article: link,
    outlet: z.strictObject({ id, name: words.describe('Its name.') }),
    copyOf: link.nullable().describe('The outlet whose text the article repeats, with that article’s page; else null.'),
  }),
})

/** Words as they are printed: enough to set them, and to say whose they are. */
export const printed = z.strictObject({
  kind: quoteKind,
  language,
  outlet: words.describe('Name of the outlet whose article has them.'),
  pieces: z.array(z.array(piece)).describe('Part by part, what is quoted told from what is not.'),
  around: z
    .tuple([z.string(), z.string()])
    .nullable()
    .describe('What stands before and after in the sentence, for reported speech that cannot be read by itself.'),
})
export type PrintedView = z.output<typeof printed>

export const wording = z.strictObject({
  ...carrier.shape,
  url: address.describe('The words in our copy of the article, or among its excerpts.'),
  sourceUrl: webAddress.describe('The words at the outlet’s: the article’s address there, with a text fragment.'),
  archived: z.array(archivedCopy).describe('The words in copies at archives, each with a text fragment.'),
  kind: quoteKind,
  text: words.describe(
    'The words as the article has them, outer quotation marks and the comma before a closing mark left out.',
  ),
  parts: z.array(words).min(1).describe('The same, part by part: `text` is these, joined by ` … `.'),
  pieces: z.array(z.array(piece)).min(1).describe('Each part again, what is quoted told from what is not.'),
  sentence: words.describe('The sentence or sentences around it, verbatim.'),
  own: z.array(range).describe('Where in the sentence the words stand.'),
  differs: z
    .array(range)
    .nullable()
    .describe('Where in the text it differs from the other direct wordings; null when there is none to compare with.'),
  said: date.nullable().describe('When it was said, by this article; null when it gives no day.'),
  saidBasis: words.nullable().describe('What the day of speaking rests on.'),
  saidSource: webAddress.nullable().describe('Address of the source of that day, when it is known from elsewhere.'),
  context: words.nullable().describe('Where or to whom, in a few words of ours.'),
})
export type WordingView = z.output<typeof wording>

/** Which article, and whose. */
export function toCarrier(article: Article): z.output<typeof carrier> {
  const { copyOf, outlet } = article
  return {
    ...take(article, 'language', 'agency', 'rights'),
    article: article.id,
    outlet: outlet.id,
    published: article.published.edtf,
    source: article.address,
    links: {
      article: toTitleLink(article),
      outlet: take(outlet, 'id', 'name'),
      copyOf: copyOf && { id: copyOf.id, name: copyOf.outlet.name, url: copyOf.url },
    },
  }
}

/** A wording; `differs` where it was compared with others. */
export function toWordingView(wording: Wording, differs: Range[] | null = null): WordingView {
  const { article, parts, said } = wording
  return {
    ...toCarrier(article),
    ...take(wording, 'url', 'sourceUrl', 'archived', 'kind', 'text', 'sentence', 'saidBasis', 'saidSource', 'context'),
    parts: parts.map((part) => part.text),
    pieces: parts.map(toPieces),
    own: ownRanges(wording),
    differs,
    said: said?.edtf ?? null,
  }
}

export function toPrinted(one: Wording): PrintedView {
  return printedOf(toWordingView(one))
}

/** The words of a view as they are printed. */
export function printedOf({ kind, language, links, own, pieces, sentence }: WordingView): PrintedView {
  const before = sentence.slice(0, own[0]?.[0] ?? 0)
  const isWhole = kind === 'direct' || own.length === 0 || standsAlone(before, language)
  const [from, to] = own.at(-1) ?? [0, 0]
  // Of a last quoted word the comma is left out with the mark behind it; in the sentence it is needed.
  const lost = /,["”’'»“]$/.test(sentence.slice(from, to)) ? ',' : ''
  const around: PrintedView['around'] = isWhole ? null : [before, lost + sentence.slice(to)]
  return { kind, language, outlet: links.outlet.name, pieces, around }
}

function toPieces({ kind, pieces, text }: Part): z.output<typeof piece>[] {
  return kind === 'direct' ? [{ text, quoted: true }] : pieces.map((one) => ({ text: one.text, quoted: one.quoted }))
}

function ownRanges(wording: Wording): Range[] {
  let at = 0
  return toStretches(wording.sentence, [wording]).flatMap(({ text, part }): Range[] => {
    const from = at
    at += text.length
    return part ? [[from, at]] : []
  })
}
