/** Somebody's words in a line of text, and what is said of them. Only what is quoted stands in quotation marks. */
import { saidBases } from '../record/types.ts'
import type { QuoteLine, QuoteView, SpokenView } from '../views/quote.ts'
import type { Range } from '../views/shapes.ts'
import { cutWords } from '../views/short-words.ts'
import { type PrintedView, printedOf, type WordingView } from '../views/wording.ts'
import { languageName, toCredit } from './articles.ts'
import { joinWords, listNames } from './count.ts'
import { type DateStyle, toWords } from './dates.ts'
import { marksOf } from './marks.ts'
import { say } from './say.ts'

/** What a kind of words is called: all of it stands in quotation marks, some of it, or none. */
export function kindWords(kind: QuoteLine['kind']): string {
  return say(`quoteKind.${kind}`)
}

/** What a quote has to do with an event. */
export function tieWords(as: QuoteView['events'][number]['as']): string {
  return say(as === 'other' ? 'event.saidAbout' : `quoteTie.${as}`)
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
  return joinWords([toSource(name, words), toSpeech(words)], 'colon')
}

/** The words of a quote as they were spoken, in the quotation marks of their language. */
export function toOriginal({ language, words }: NonNullable<QuoteView['original']>): string {
  return toSpeech({ language, pieces: [[{ text: words, quoted: true }]] })
}

/** What those words are: `In the original, Ukrainian`. */
export function nameOriginal({ language }: NonNullable<QuoteView['original']>): string {
  return say('quote.original', { language: languageName(language) ?? language })
}

/** Words to paste, and whose they are: `“We will not wait” (Mara Łodzińska)`. */
export function toQuotation(name: string, words: PrintedView): string {
  const given = toReadable(words)
  return words.kind === 'direct'
    ? joinWords([given, name], 'brackets')
    : say('speech.reported', { outlet: words.outlet, words: given, name })
}

/**
 * `Mara Łodzińska: We will not wait`, or `Mara Łodzińska, as Coast Wire reports: the town would not wait`; cut at a
 * word, and never in quotation marks.
 */
export function shortName(name: string, words: PrintedView, most = 70): string {
  return joinWords([toSource(name, words), cutWords(words.pieces, most)], 'colon')
}

/** Whose words follow: `Mara Łodzińska`, or `Mara Łodzińska, as Coast Wire reports` when they are not direct. */
function toSource(name: string, { kind, outlet }: PrintedView): string {
  return kind === 'direct' ? name : say('speech.asReported', { name, outlet })
}

/** How words that are not all quoted are introduced: whose words they are, and which of them are the speaker's. */
export function describeReporting(wording: WordingView): string {
  return say(wording.kind === 'mixed' ? 'speech.mixed' : 'speech.indirect', { credit: toCredit(wording) })
}

/** What a day rests on: what the record itself says of it is ours, the rest is the editor's. */
export function basisWords(basis: string): string {
  const ours = (['article', 'source', 'wordings'] as const).find((one) => saidBases[one] === basis)
  return ours ? say(`basis.${ours}`) : basis
}

/** When it was said, or else reported: `said 1 March 2031`, `reported 2 March 2031`. */
export function saidOrReported({ said, reported }: Pick<QuoteLine, 'said' | 'reported'>, style?: DateStyle): string {
  return said
    ? say('said.on', { date: toWords(said, style) })
    : say('said.reported', { date: toWords(reported, style) })
}

/** Of one wording: `Said 1 March 2031, to reporters (the day: as the article gives it).` */
export function describeSaid({ context: ofQuote, said: byOthers, wording }: SpokenView): string {
  const { context, said, saidBasis } = wording
  const whom = context ?? ofQuote
  const to = whom ? joinWords(['', whom]) : ''
  const basis = saidBasis ? say('said.basis', { basis: basisWords(saidBasis) }) : ''
  if (said) return say('said.sentence', { date: toWords(said), to, basis })
  if (byOthers) return say('said.byOther', { date: toWords(byOthers), to })
  return say('said.unknown', { to: whom ? joinWords(['', whom], 'clauses') : '' })
}

/** What the page of a quote is about. */
export function describeQuote({ kind, links, outlets }: Pick<QuoteView, 'kind' | 'links' | 'outlets'>): string {
  return say('quote.about', { name: links.speaker.name, kind: kindWords(kind), outlets: listNames(outlets) })
}

/** What the page of a quote is called, and what it is called where it is shared. */
export function toQuoteTitles({ links: { speaker }, wordings }: QuoteView): { title: string; shareTitle: string } {
  const [shown] = wordings
  if (!shown) return { title: speaker.name, shareTitle: speaker.name }
  const words = printedOf(shown)
  return { title: shortName(speaker.name, words), shareTitle: toSpeechLine(speaker.name, words) }
}

const signs = {
  ',': 'sign.comma',
  '.': 'sign.stop',
  ';': 'sign.semicolon',
  ':': 'sign.colon',
  '!': 'sign.exclamation',
  '?': 'sign.question',
  '–': 'sign.dash',
  '—': 'sign.dash',
  '-': 'sign.hyphen',
  '…': 'sign.ellipsis',
} as const
const quotationMark = /^["'“”„‟‘’‚‛«»‹›]$/u
const token = /[\p{L}\p{N}]+(?:['’‑-][\p{L}\p{N}]+)*|[^\p{L}\p{N}\s]/gu

/** What is underlined, for those who do not see it: `don’t; a comma; moment`. Quotation marks are named, not printed. */
export function describeDifferences({ text }: Pick<WordingView, 'text'>, ranges: readonly Range[]): string {
  const name = (word: string): string => {
    if (word in signs) return say(signs[word as keyof typeof signs])
    return quotationMark.test(word) ? say('sign.quotation') : word
  }
  const differing = ranges.map(([from, to]) =>
    Array.from(text.slice(from, to).matchAll(token), ([word]) => name(word)).join(' '),
  )
  return joinWords(differing, 'clauses')
}
