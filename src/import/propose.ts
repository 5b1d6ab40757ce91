/** Proposes everything about a capture: quotes, speakers, dates, and what the record already has. Pure. */

import { findSpans, type Span } from '../markdown/quotation-marks.ts'
import type { Article, NewsRecord, Quote } from '../record/types.ts'
import { toWhen } from '../record/when.ts'
import { copied, sharedText, toRuns } from '../sameness/copies.ts'
import {
  type Comparable,
  type Likeness,
  type Scored,
  scoreWordings,
  toComparable,
  toLikeness,
  worthALook,
} from '../sameness/wordings.ts'
import { isEdtf, type Rights } from '../schema/index.ts'
import { toArticleId } from '../schema/names.ts'
import { type FoundDate, findDates } from './dates.ts'
import { attributeByLabel } from './labels.ts'
import { type Language, readLanguages, tellLanguage } from './languages/language.ts'
import type { Capture } from './page/capture.ts'
import { plain } from './page/prose.ts'
import { type Proposal, proposalVersion } from './proposal.ts'
import type { Certainty, Heard, ResolvedFrame } from './who/coreference.ts'
import type { Person } from './who/people.ts'
import type { Attribution } from './who/quotes.ts'
import { type ReadText, readSpeakers } from './who/read.ts'
import { clauseAround, findReported } from './who/reported.ts'
import { overlaps, type Range } from './who/text.ts'

/** What the editor says of an article; nulls are open. */
export interface Facts {
  title: string | null
  outlet: string | null
  agency: string | null
  published: string | null
  url: string | null
  language: string
  rights: Rights
}

/** The part of the record that an import compares with. */
export interface Known {
  record: Pick<NewsRecord, 'speakers' | 'articles' | 'events' | 'outlets'> & Partial<Pick<NewsRecord, 'settings'>>
  /** Pairs found to be different utterances, `speaker/fragment speaker/fragment`. */
  refused: ReadonlySet<string>
  /** Names that the quotes of a speaker have already. */
  fragments?: ReadonlyMap<string, ReadonlySet<string>>
}

export interface ProposedQuote {
  text: string
  kind: 'direct' | 'mixed' | 'indirect'
  person: Person | null
  /** Who says it too. */
  also: Person[]
  certainty: Certainty
  because: string
  /** The rule that spoke; null when none did. */
  rule: string | null
  /** Where the link goes, one range a paragraph. */
  ranges: Range[]
  clause: string | null
  said: string | null
  context: string | null
  term: boolean
  line: number
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
  const quotes = spans.map((span, index) =>
    toQuote(span, read.spans[index] as Attribution, { blocks, capture, read, dates, language }),
  )
  const reported = language ? findReported(read.sentences, language, without) : []
  for (const speech of reported) {
    const { ranges, person, also, certainty, because, rule, frame } = speech
    if (quotes.some((quote) => quote.ranges.some((range) => ranges.some((own) => overlaps(range, own))))) continue
    const { block } = ranges[0] as Range
    const heard = read.sentences.find(({ frames }) => frames.includes(frame))
    quotes.push({
      ...{ ...plainQuote, person, also, certainty, because, rule, ranges },
      text: ranges.map(({ start, end }) => (blocks[block] ?? '').slice(start, end)).join(' … '),
      kind: 'indirect',
      ...besideVerb(heard, frame, dates, blocks),
      line: capture.blocks[block]?.line ?? 1,
      sentence: heard?.sentence.index ?? -1,
    })
  }
  quotes.sort(
    (a, b) =>
      (a.ranges[0]?.block ?? 0) - (b.ranges[0]?.block ?? 0) || (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0),
  )
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

/** The draft as data. */
export function toProposal(draft: Draft): Proposal {
  const { facts, capture, quotes, dates, copies } = draft
  const title = facts.title ?? capture.title
  return {
    version: proposalVersion,
    article: {
      id: toArticleId(facts.published, title ?? capture.blocks[0]?.text ?? ''),
      title,
      outlet: facts.outlet ?? capture.outletName,
      agency: facts.agency ?? capture.agency?.name ?? null,
      published: facts.published,
      url: facts.url ?? capture.url,
      language: facts.language,
      rights: facts.rights,
      terms: [...new Set(quotes.filter((quote) => quote.term && !quote.inTitle).map((quote) => quote.text))],
      paragraphs: capture.blocks.map(({ kind, text, line }) => ({ kind, text, line })),
      copyOf: copies.map(({ article, share }) => ({ article: article.id, share: Math.round(share * 100) / 100 })),
      warnings: capture.warnings,
    },
    cut: capture.cut.map(({ from, to, words, because }) => ({ from, to, words, because })),
    quotes: quotes.map((quote) => {
      const { text, kind, person, also, certainty, because, rule, line, clause, said, context, term } = quote
      const speakers = term || !person ? [] : [person, ...also].map(({ id, name }) => id ?? name)
      const speech = { text, kind, speaker: speakers[0] ?? null, with: speakers.slice(1) }
      return { ...speech, certainty, because, rule, line, clause, said, context, term }
    }),
    dates: dates.map(({ words, edtf, line }) => ({ words, edtf, line })),
    same: quotes.flatMap((quote) =>
      quote.same.map(({ quote: other, likeness }) => ({
        quote: quote.text,
        with: other.id,
        score: likeness.score,
        warning: likeness.warning,
      })),
    ),
  }
}

interface Around {
  blocks: readonly string[]
  capture: Capture
  read: ReadText
  dates: readonly FoundDate[]
  language: Language | null
}

function toQuote(
  span: Span,
  attribution: Attribution,
  { blocks, capture, read, dates, language }: Around,
): ProposedQuote {
  const first = span.parts[0] as Span['parts'][number]
  const { person, also, term, frame, rule, certainty } = attribution
  const heard = read.sentences.find(({ sentence }) => sentence === attribution.sentence)
  let ranges: Range[] = span.parts.map(({ block, start, end }) => ({ block, start, end }))
  let clause: string | null = null
  const isMixed = attribution.embedded && !term && span.parts.length === 1
  if (isMixed && heard && frame && language) {
    const at = heard.sentence.tokens.findIndex((token) => token.start === first.start)
    const range = clauseAround(heard, frame, at, language)
    if (range && range.start <= first.start && range.end >= first.end) {
      const words = (blocks[range.block] ?? '').slice(range.start, range.end)
      const outside = words.replace((blocks[first.block] ?? '').slice(first.start, first.end), '')
      if (/[\p{L}\p{N}]/u.test(outside)) {
        ranges = [range]
        clause = words
      }
    }
  }
  return {
    ...{ ...plainQuote, ...besideVerb(heard, frame, dates, blocks), rule, ranges, clause, term },
    text: withoutComma(span.text),
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

const withoutComma = (text: string): string => text.replace(/,\s*$/, '').trim()

function quotesInTitle(capture: Capture, speakers: Known['record']['speakers'], language: Language): ProposedQuote[] {
  const title = capture.title as string
  const spans = findSpans([title])
  if (spans.length === 0) return []
  const read = readSpeakers([title, ...capture.blocks.map((block) => block.text)], spans, speakers, language)
  return spans.map((span, index) => {
    const { person, also, term, certainty, because, rule } = read.spans[index] as Attribution
    return {
      ...{ ...plainQuote, also, because, rule, term, ranges: [] },
      text: withoutComma(span.text),
      kind: 'direct',
      person: term ? null : person,
      certainty: person ? certainty : 'unknown',
      line: capture.titleLine ?? 1,
      inTitle: true,
    }
  })
}

/** The day beside the verb, `said on Wednesday that …`, and where or to whom. */
function besideVerb(
  heard: Heard | undefined,
  frame: ResolvedFrame | null,
  dates: readonly FoundDate[],
  blocks: readonly string[],
): { said: string | null; context: string | null } {
  const last = frame && heard?.sentence.tokens[Math.max(frame.verb, frame.to - 1)]
  if (!heard || !frame || !last) return { said: null, context: null }
  const { block, end } = heard.sentence
  const text = blocks[block] ?? ''
  const near = dates.find((date) => {
    if (date.block !== block || date.start < last.end || date.end > end) return false
    const between = text.slice(last.end, date.start)
    return (
      between.length < 70 &&
      !/["“”„«».;:]|\b(?:that|would|will|was|were|had|has|is|it|he|she|they|about|of|by|since|before|until|for|after)\b/.test(
        between,
      ) &&
      /^\d{4}-\d{2}-\d{2}$/.test(date.edtf)
    )
  })
  const after = text.slice(last.end, end)
  const told = /^(?:told|tells)$/.test(frame.word) && audience.exec(after)?.[1]
  return {
    said: near && isEdtf(near.edtf) ? near.edtf : null,
    context: told ? `to ${told}` : (place.exec(after)?.[1] ?? null),
  }
}

const audience =
  /^\s*((?:reporters|journalists|parliament|lawmakers|MPs|analysts|the court|the council|the inquiry|the BBC|CNN|(?:the )?[\p{Lu}][\p{L}.&-]+(?:\s[\p{Lu}][\p{L}.&-]+){0,3})(?:\s(?:in|at)\s(?:the\s)?[\p{Lu}\p{L}][\p{L}-]+)?)/u
const place =
  /^[,\s]*((?:on (?:Telegram|Facebook|Twitter|X|Instagram|Truth Social|Bluesky|Mastodon|television|radio|TV)|in (?:a|an|his|her|their) (?:[\p{L}-]+ ){0,3}(?:statement|interview|speech|letter|post|message|email|memo|video|address|tweet|column|report|comments)|at (?:a|the) (?:[\p{L}-]+ ){0,2}(?:news conference|press conference|briefing|rally|hearing|meeting|summit|conference)|in comments to (?:reporters|journalists)))\b/u

const week = 7 * 86_400_000

function matchRecord(quotes: readonly ProposedQuote[], published: string | null, { record, refused }: Known): void {
  const day = published ? toWhen(published) : null
  const kept = new Map<string, { quote: Quote; wording: string; comparable: Comparable }[]>()
  for (const quote of quotes) {
    const id = quote.person?.id
    if (!id || quote.term || quote.inTitle) continue
    let candidates = kept.get(id)
    if (!candidates) {
      const speaker = record.speakers.find((one) => one.id === id)
      candidates = (speaker?.quotes ?? [])
        .filter((other) => isNear(other, day))
        .flatMap((other) =>
          other.wordings.map(({ text }) => ({ quote: other, wording: text, comparable: toComparable(text) })),
        )
      kept.set(id, candidates)
    }
    const own = toComparable(quote.clause ?? quote.text)
    const best = new Map<Quote, { wording: string; scored: Scored }>()
    for (const { quote: other, wording, comparable } of candidates) {
      const scored = scoreWordings(own, comparable)
      if (scored.score < worthALook) continue
      const before = best.get(other)
      if (!before || before.scored.score < scored.score) best.set(other, { wording, scored })
    }
    quote.same = [...best]
      // Of those that say the same, the one in the very words is what a refusal was given for.
      .sort(
        ([, a], [, b]) =>
          b.scored.score - a.scored.score || Number(inVeryWords(b, quote)) - Number(inVeryWords(a, quote)),
      )
      .slice(0, 3)
      .map(([other, { wording, scored }]) => ({ quote: other, wording, likeness: toLikeness(scored) }))
    const first = quote.same[0]
    // What was refused for the utterance it equals is refused for it.
    if (first)
      quote.same = quote.same.filter(
        ({ quote: other }) => other === first.quote || !refused.has(`${first.quote.id} ${other.id}`),
      )
  }
}

function inVeryWords({ wording }: { wording: string }, { clause, text }: ProposedQuote): boolean {
  return plain(wording) === plain(clause ?? text)
}

function isNear(quote: Quote, day: { earliest: number; latest: number } | null): boolean {
  if (!day) return true
  const when = quote.said ?? quote.reported
  return when.earliest <= day.latest + week && when.latest >= day.earliest - week
}

function findCopies(blocks: readonly string[], { record }: Known): Copied[] {
  const runs = toRuns(blocks)
  const shareOf = (article: Article) =>
    sharedText(
      runs,
      article.blocks.map(({ text }) => text),
    )
  return record.articles
    .map((article) => ({ article, share: shareOf(article) }))
    .filter(({ article, share }) => share >= copied && article.copyOf === null)
    .sort((a, b) => b.share - a.share)
}
