/** Proposes everything about a capture: quotes, speakers, dates, and what the record already has. Pure. */
import { getOrMake } from '../lists.ts'
import { findSpans, type Span } from '../markdown/quotation-marks.ts'
import type { Article, NewsRecord, Quote } from '../record/types.ts'
import { toWhen } from '../record/when.ts'
import { copied, sharedText, toRuns } from '../sameness/copies.ts'
import { type Likeness, scoreWordings, toComparable, toLikeness, worthALook } from '../sameness/wordings.ts'
import { isDay } from '../schema/index.ts'
import { toArticleId } from '../schema/names.ts'
import { type FoundDate, findDates } from './dates.ts'
import { attributeByLabel } from './labels.ts'
import { type Language, readLanguages, tellLanguage } from './languages/language.ts'
import type { Capture } from './page/capture.ts'
import { plain } from './page/prose.ts'
import { type Proposal, proposal, proposalVersion } from './proposal.ts'
import type { Heard, ResolvedFrame } from './who/coreference.ts'
import type { Person } from './who/people.ts'
import type { Attribution } from './who/quotes.ts'
import { type ReadText, readSpeakers } from './who/read.ts'
import { clauseAround, findReported } from './who/reported.ts'
import { overlaps, type Range } from './who/text.ts'

/** What the editor says of an article; nulls are open. */
export type Facts = Pick<
  Proposal['article'],
  'title' | 'outlet' | 'agency' | 'published' | 'url' | 'language' | 'rights'
>

/** The part of the record that an import compares with. */
export interface Known {
  record: Pick<NewsRecord, 'speakers' | 'articles' | 'events' | 'outlets'> & Partial<Pick<NewsRecord, 'settings'>>
  /** Pairs found to be different utterances, `speaker/fragment speaker/fragment`. */
  refused: ReadonlySet<string>
  /** Names that the quotes of a speaker have already. */
  fragments?: ReadonlyMap<string, ReadonlySet<string>>
}

export interface ProposedQuote extends Omit<Proposal['quotes'][number], 'speaker' | 'with'> {
  person: Person | null
  /** Who says it too. */
  also: Person[]
  /** Where the link goes, one range a paragraph. */
  ranges: Range[]
  /** Where it stands in the title; such a quote cannot be linked. */
  inTitle: boolean
  /** Number of the sentence; two parts of one sentence by one speaker are one wording. */
  sentence: number
  /** What the record has that may be the same utterance. */
  same: SameAs[]
}

export interface SameAs {
  quote: Quote
  /** The wording it was compared with. */
  wording: string
  likeness: Likeness
}

export interface Copied {
  article: Article
  /** Share of the text that both have. */
  share: number
}

export interface Draft {
  facts: Facts
  capture: Capture
  quotes: ProposedQuote[]
  dates: (FoundDate & { line: number })[]
  /** Articles on record with the same text, the likest first; none of them a copy itself. */
  copies: Copied[]
}

/** Proposes everything about a capture, without the rules that are switched off. */
export function propose(
  capture: Capture,
  facts: Facts,
  known: Known,
  { without = new Set() }: { without?: ReadonlySet<string> } = {},
): Draft {
  const blocks = capture.blocks.map((block) => block.text)
  const spans = findSpans(blocks)
  const { speakers } = known.record
  const language = tellLanguage(blocks, facts.language)
  const published = facts.published ?? capture.published?.day ?? null
  const read: ReadText = language
    ? readSpeakers(blocks, spans, speakers, language, { heading: capture.title ?? facts.title ?? '', without })
    : { spans: attributeByLabel(blocks, spans, speakers), sentences: [] }
  const days = capture.blocks.map(({ day }) => day ?? null)
  const sentences = read.sentences.map(({ sentence }) => sentence)
  const context = { blocks, days, spans, sentences, without }
  const dates = published && language ? findDates({ ...context, published, language }) : []
  const source: Source = { capture, language, sentences: read.sentences, dates }
  const quotes = spans.map((span, index) => toQuote(span, read.spans[index] as Attribution, source))
  const reported = language ? findReported(read.sentences, language, without) : []
  for (const speech of reported) {
    const { ranges, person, also, certainty, because, rule, frame } = speech
    if (quotes.some((quote) => quote.ranges.some((range) => ranges.some((own) => overlaps(range, own))))) continue
    const { block } = ranges[0] as Range
    const heard = read.sentences.find(({ frames }) => frames.includes(frame))
    quotes.push({
      ...{ ...plainQuote, person, also, certainty, because, rule, ranges },
      text: ranges.map((range) => wordsAt(capture, range)).join(' … '),
      kind: 'indirect',
      ...besideVerb(heard, frame, source),
      line: capture.blocks[block]?.line ?? 1,
      sentence: heard?.sentence.index ?? -1,
    })
  }
  const placeOf = ({ ranges: [first] }: ProposedQuote) => (first?.block ?? 0) * 1_000_000 + (first?.start ?? 0)
  quotes.sort((a, b) => placeOf(a) - placeOf(b))
  const titled = capture.title && language ? quotesInTitle(capture, speakers, language) : []
  matchRecord(quotes, published, known)
  return {
    facts: { ...facts, published },
    capture: language ? capture : { ...capture, warnings: [...capture.warnings, unreadLanguage] },
    quotes: [...titled, ...quotes],
    dates: dates.map((date) => ({ ...date, line: capture.blocks[date.block]?.line ?? 1 })),
    copies: findCopies(blocks, known),
  }
}

const plainQuote = {
  ...{ clause: null, said: null, context: null, rule: null },
  ...{ term: false, inTitle: false, line: 1, sentence: -1, also: [], same: [] },
}

const unreadLanguage = `The text is in a language whose rules are not there (${readLanguages.join(', ')} are): its quotations are found, but speakers only where a name and a colon stand before the words, and no reported speech and no dates.`

/** The draft as data: what the contract names of it. */
export function toProposal(draft: Draft): Proposal {
  const { facts, capture, quotes, dates, copies } = draft
  const title = facts.title ?? capture.title
  return proposal.parse({
    version: proposalVersion,
    article: {
      ...{ ...facts, title, outlet: facts.outlet ?? capture.outletName, url: facts.url ?? capture.url },
      id: toArticleId(facts.published, title ?? capture.blocks[0]?.text ?? ''),
      agency: facts.agency ?? capture.agency?.name ?? null,
      terms: [...new Set(quotes.filter((quote) => quote.term && !quote.inTitle).map((quote) => quote.text))],
      paragraphs: capture.blocks,
      copyOf: copies.map(({ article, share }) => ({ article: article.id, share: Math.round(share * 100) / 100 })),
      warnings: capture.warnings,
    },
    cut: capture.cut,
    quotes: quotes.map((quote) => {
      const [speaker = null, ...others] = quote.person
        ? [quote.person, ...quote.also].map(({ id, name }) => id ?? name)
        : []
      return { ...quote, speaker, with: others }
    }),
    dates,
    same: quotes.flatMap(({ text, same }) =>
      same.map(({ quote, likeness }) => ({ ...likeness, quote: text, with: quote.id })),
    ),
  })
}

/** The words at a place of a text. */
const wordsAt = ({ blocks }: Capture, { block, start, end }: Range) => (blocks[block]?.text ?? '').slice(start, end)

/** What a quote is read from, beside the words themselves. */
interface Source {
  capture: Capture
  language: Language | null
  sentences: readonly Heard[]
  dates: readonly FoundDate[]
}

function toQuote(span: Span, attribution: Attribution, source: Source): ProposedQuote {
  const { capture, language, sentences } = source
  const first = span.parts[0] as Span['parts'][number]
  const { person, also, term, frame, rule, certainty } = attribution
  const heard = sentences.find(({ sentence }) => sentence === attribution.sentence)
  const isMixed = attribution.embedded && !term && span.parts.length === 1
  const at = heard?.sentence.tokens.findIndex((token) => token.start === first.start) ?? -1
  const around = isMixed && heard && frame && language ? clauseAround(heard, frame, at, language) : null
  const words = around && around.start <= first.start && around.end >= first.end ? wordsAt(capture, around) : ''
  // Words beside the quotation, not marks alone.
  const clause = /[\p{L}\p{N}]/u.test(words.replace(wordsAt(capture, first), '')) ? words : null
  const ranges = around && clause ? [around] : span.parts.map(({ block, start, end }) => ({ block, start, end }))
  return {
    ...{ ...plainQuote, ...besideVerb(heard, frame, source), rule, ranges, clause, term },
    text: span.text.replace(/,\s*$/, '').trim(),
    kind: isMixed && (clause !== null || !frame) ? 'mixed' : 'direct',
    person: term ? null : person,
    also: term ? [] : also,
    // The site reads no quotation that nothing closes.
    certainty: term || !person ? 'unknown' : !span.closed && certainty === 'certain' ? 'likely' : certainty,
    because: span.closed ? attribution.because : `${attribution.because}; no mark closes it`,
    line: capture.blocks[first.block]?.line ?? 1,
    sentence: attribution.sentence.index,
  }
}

/** A quotation in the headline, for whose speaker the text is read as well. */
function quotesInTitle(capture: Capture, speakers: Known['record']['speakers'], language: Language): ProposedQuote[] {
  const title = capture.title as string
  const spans = findSpans([title])
  if (spans.length === 0) return []
  const source: Source = { capture, language: null, sentences: [], dates: [] }
  const read = readSpeakers([title, ...capture.blocks.map((block) => block.text)], spans, speakers, language)
  return spans.map((span, index) => {
    const quote = toQuote(span, read.spans[index] as Attribution, source)
    return { ...quote, kind: 'direct', ranges: [], line: capture.titleLine ?? 1, inTitle: true }
  })
}

/** The day beside the verb, `said on Wednesday that …`, and where or to whom. */
function besideVerb(heard: Heard | undefined, frame: ResolvedFrame | null, { dates, capture }: Source) {
  const last = frame && heard?.sentence.tokens[Math.max(frame.verb, frame.to - 1)]
  if (!heard || !frame || !last) return { said: null, context: null }
  const { block, end } = heard.sentence
  const text = capture.blocks[block]?.text ?? ''
  const near = dates.find((date) => {
    if (date.block !== block || date.start < last.end || date.end > end) return false
    const between = text.slice(last.end, date.start)
    return between.length < 70 && !elsewhere.test(between) && isDay(date.edtf)
  })
  const after = text.slice(last.end, end)
  const told = /^(?:told|tells)$/.test(frame.word) && audience.exec(after)?.[1]
  return { said: near?.edtf ?? null, context: told ? `to ${told}` : (place.exec(after)?.[1] ?? null) }
}

/** What leads from a verb to a date that is not when it was said. */
const elsewhere =
  /["“”„«».;:]|\b(?:that|would|will|was|were|had|has|is|it|he|she|they|about|of|by|since|before|until|for|after)\b/
const audience =
  /^\s*((?:reporters|journalists|parliament|lawmakers|MPs|analysts|the court|the council|the inquiry|the BBC|CNN|(?:the )?[\p{Lu}][\p{L}.&-]+(?:\s[\p{Lu}][\p{L}.&-]+){0,3})(?:\s(?:in|at)\s(?:the\s)?[\p{Lu}\p{L}][\p{L}-]+)?)/u
const place =
  /^[,\s]*((?:on (?:Telegram|Facebook|Twitter|X|Instagram|Truth Social|Bluesky|Mastodon|television|radio|TV)|in (?:a|an|his|her|their) (?:[\p{L}-]+ ){0,3}(?:statement|interview|speech|letter|post|message|email|memo|video|address|tweet|column|report|comments)|at (?:a|the) (?:[\p{L}-]+ ){0,2}(?:news conference|press conference|briefing|rally|hearing|meeting|summit|conference)|in comments to (?:reporters|journalists)))\b/u

const week = 7 * 86_400_000

/** Finds the utterances on record that the quotes may be, the likest first. */
function matchRecord(quotes: readonly ProposedQuote[], published: string | null, { record, refused }: Known): void {
  const day = published ? toWhen(published) : null
  const isNear = ({ said, reported }: Quote) => {
    const when = said ?? reported
    return !day || (when.earliest <= day.latest + week && when.latest >= day.earliest - week)
  }
  const wordingsOf = (id: string) =>
    (record.speakers.find((one) => one.id === id)?.quotes ?? []).filter(isNear).flatMap((quote) =>
      quote.wordings.map(({ text }) => ({
        quote,
        wording: text,
        comparable: toComparable(text),
        plain: plain(text),
      })),
    )
  const known = new Map<string, ReturnType<typeof wordingsOf>>()
  for (const proposed of quotes) {
    const id = proposed.person?.id
    if (!id || proposed.term) continue
    const words = proposed.clause ?? proposed.text
    const own = toComparable(words)
    // Of those that say the same, the one in the very words is what a refusal was given for.
    const inVeryWords = (one: { plain: string }) => Number(one.plain === plain(words))
    const alike = getOrMake(known, id, () => wordingsOf(id))
      .map((one) => ({ ...one, scored: scoreWordings(own, one.comparable) }))
      .filter(({ scored }) => scored.score >= worthALook)
      .sort((a, b) => b.scored.score - a.scored.score || inVeryWords(b) - inVeryWords(a))
    const first = alike[0]?.quote.id
    proposed.same = alike
      .filter(({ quote }, index) => alike.findIndex((one) => one.quote === quote) === index)
      .slice(0, 3)
      // What was refused for the utterance it equals is refused for it.
      .filter(({ quote }) => !refused.has(`${first} ${quote.id}`))
      .map(({ quote, wording, scored }) => ({ quote, wording, likeness: toLikeness(scored) }))
  }
}

function findCopies(blocks: readonly string[], { record }: Known): Copied[] {
  const runs = toRuns(blocks)
  const textOf = (article: Article) => article.blocks.map(({ text }) => text)
  return record.articles
    .map((article) => ({ article, share: sharedText(runs, textOf(article)) }))
    .filter(({ article, share }) => share >= copied && article.copyOf === null)
    .sort((a, b) => b.share - a.share)
}
