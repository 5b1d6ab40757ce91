/** Somebody's words in a line of text, and what is said of them. Only what is quoted stands in quotation marks. */
import type { QuoteLine, QuoteView, SpokenView } from '../views/quote.ts'
import type { Range } from '../views/shapes.ts'
import { cutWords } from '../views/short-words.ts'
import { type PrintedView, printedOf, type WordingView } from '../views/wording.ts'
import { languageName, toCredit } from './articles.ts'
import { listNames } from './count.ts'
import { type DateStyle, toWords } from './dates.ts'
import { marksOf } from './marks.ts'

/** What a kind of words is called: all of it stands in quotation marks, some of it, or none. */
export const kindWords = { direct: 'quoted', mixed: 'partly quoted', indirect: 'reported' } as const

/** What a quote has to do with an event. */
export const tieWords: { readonly [as in QuoteView['events'][number]['as']]: string } = {
  announced: 'Announced in it',
  mentioned: 'Mentioned in it',
  reported: 'Reported in it',
  other: 'Said about this',
}

/** `“We do not need ferries”`, or `the town would “not wait” for ferries`; parts joined by ` … `. */
export function toSpeech({ language, pieces }: Pick<PrintedView, 'language' | 'pieces'>): string {
  const [open, close] = marksOf(language)
  const texts = pieces.map((part) => part.map(({ text, quoted }) => (quoted ? open + text + close : text)).join(''))
  return texts.map((text) => text.replace(/\s+/g, ' ').trim()).join(' … ')
}

/** The same in its sentence, where it cannot be read by itself. */
export function toReadable({ around, ...words }: PrintedView): string {
  return `${around?.[0] ?? ''}${toSpeech(words)}${around?.[1] ?? ''}`
}

/** Speaker and words in one line, reported speech introduced as such. */
export function toSpeechLine(name: string, words: PrintedView): string {
  return `${toSource(name, words)}: ${toSpeech(words)}`
}

/** The words of a quote as they were spoken, in the quotation marks of their language. */
export function toOriginal({ language, words }: NonNullable<QuoteView['original']>): string {
  return toSpeech({ language, pieces: [[{ text: words, quoted: true }]] })
}

/** What those words are: `In the original, Ukrainian`. */
export function nameOriginal({ language }: NonNullable<QuoteView['original']>): string {
  return `In the original, ${languageName(language)}`
}

/** Words to paste, and whose they are: `“We will not wait” (Mara Łodzińska)`. */
export function toQuotation(name: string, words: PrintedView): string {
  return `${words.kind === 'direct' ? '' : `${words.outlet} reports: `}${toReadable(words)} (${name})`
}

/**
 * `Mara Łodzińska: We will not wait`, or `Mara Łodzińska, as Coast Wire reports: the town would not wait`; cut at a
 * word, and never in quotation marks.
 */
export function shortName(name: string, words: PrintedView, most = 70): string {
  return `${toSource(name, words)}: ${cutWords(words.pieces, most)}`
}

/** Whose words follow: `Mara Łodzińska`, or `Mara Łodzińska, as Coast Wire reports` when they are not direct. */
function toSource(name: string, { kind, outlet }: PrintedView): string {
  return kind === 'direct' ? name : `${name}, as ${outlet} reports`
}

/** How words that are not all quoted are introduced: whose words they are, and which of them are the speaker's. */
export function describeReporting(wording: WordingView): string {
  const report = `As ${toCredit(wording)} reports it`
  return wording.kind === 'mixed' ? `${report}; only the marked words are quoted:` : `${report}, in words of its own:`
}

/** When it was said, or else reported: `said 1 March 2031`, `reported 2 March 2031`. */
export function saidOrReported({ said, reported }: Pick<QuoteLine, 'said' | 'reported'>, style?: DateStyle): string {
  return said ? `said ${toWords(said, style)}` : `reported ${toWords(reported, style)}`
}

/** Of one wording: `Said 1 March 2031, to reporters (the day: as the article gives it).` */
export function describeSaid({ context: ofQuote, said: byOthers, wording }: SpokenView): string {
  const { context, said, saidBasis } = wording
  const to = context ?? ofQuote
  if (said) return `Said ${toWords(said)}${to ? `, ${to}` : ''}${saidBasis ? ` (the day: ${saidBasis})` : ''}.`
  if (byOthers) return `Said ${toWords(byOthers)}, by another wording${to ? `, ${to}` : ''}.`
  return `When it was said is not given${to ? `; ${to}` : ''}.`
}

/** What the page of a quote is about. */
export function describeQuote({ kind, links, outlets }: Pick<QuoteView, 'kind' | 'links' | 'outlets'>): string {
  return `${links.speaker.name}, ${kindWords[kind]} in ${listNames(outlets)}.`
}

/** What the page of a quote is called, and what it is called where it is shared. */
export function toQuoteTitles({ links: { speaker }, wordings }: QuoteView): { title: string; shareTitle: string } {
  const [shown] = wordings
  if (!shown) return { title: speaker.name, shareTitle: speaker.name }
  const words = printedOf(shown)
  return { title: shortName(speaker.name, words), shareTitle: toSpeechLine(speaker.name, words) }
}

const names: { [mark: string]: string } = {
  ',': 'a comma',
  '.': 'a full stop',
  ';': 'a semicolon',
  ':': 'a colon',
  '!': 'an exclamation mark',
  '?': 'a question mark',
  '–': 'a dash',
  '—': 'a dash',
  '-': 'a hyphen',
  '…': 'an ellipsis',
}
const quotationMark = /^["'“”„‟‘’‚‛«»‹›]$/u
const token = /[\p{L}\p{N}]+(?:['’‑-][\p{L}\p{N}]+)*|[^\p{L}\p{N}\s]/gu

/** What is underlined, for those who do not see it: `don’t; a comma; moment`. Quotation marks are named, not printed. */
export function describeDifferences({ text }: Pick<WordingView, 'text'>, ranges: readonly Range[]): string {
  return ranges
    .map(([from, to]) =>
      Array.from(
        text.slice(from, to).matchAll(token),
        ([word]) => names[word] ?? (quotationMark.test(word) ? 'a quotation mark' : word),
      ).join(' '),
    )
    .join('; ')
}
