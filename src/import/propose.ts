/** Proposes everything about a capture: quotes, speakers, dates, and what the record already has. Pure. */

import { findSpans, type Span } from '../markdown/quotation-marks.ts'
import type { Article, NewsRecord, Quote, Speaker } from '../record/types.ts'
import { toWhen } from '../record/when.ts'
import { isEdtf, type Rights } from '../schema/index.ts'
import type { Capture } from './page/capture.ts'
import { clauseAround, findReportedSpeech, type Range } from './clauses.ts'
import { copied, sharedText, toRuns } from './copies.ts'
import { type DatedThing, type FoundDate, findDates } from './dates.ts'
import { attributeByLabel, readsAsEnglish } from './language.ts'
import { toArticleId } from './names.ts'
import type { Person } from './people.ts'
import { type Proposal, proposalVersion } from './proposal.ts'
import type { Certainty } from './resolve.ts'
import {
  type Comparable,
  type Likeness,
  type Scored,
  scoreWordings,
  toComparable,
  toLikeness,
  worthALook,
} from './same.ts'
import { type Attribution, attribute } from './speakers.ts'

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
  record: Pick<NewsRecord, 'speakers' | 'articles' | 'events' | 'outlets'>
  /** Pairs found to be different utterances, `speaker/fragment speaker/fragment`. */
  refused: ReadonlySet<string>
  /** Names that the quotes of a speaker have already. */
  fragments?: ReadonlyMap<string, ReadonlySet<string>>
}

export interface ProposedQuote {
  text: string
  kind: 'direct' | 'mixed' | 'indirect'
  person: Person | null
  certainty: Certainty
  because: string
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

export function propose(capture: Capture, facts: Facts, known: Known): Draft {
  const blocks = capture.blocks.map((block) => block.text)
  const spans = findSpans(blocks)
  const { speakers } = known.record
  const isEnglish = readsAsEnglish(blocks)
  const { spans: attributions, sentences } = isEnglish
    ? attribute(blocks, spans, speakers, capture.title ?? facts.title ?? '')
    : { spans: attributeByLabel(blocks, spans, speakers), sentences: [] }
  const published = facts.published ?? capture.published?.day ?? null
  const dates =
    published && isEnglish
      ? findDates({
          blocks,
          spans,
          sentences: sentences.map(({ sentence }) => sentence),
          published,
          things: thingsOnRecord(known),
        })
      : []
  const quotes: ProposedQuote[] = []
  for (const [index, span] of spans.entries()) {
    const attribution = attributions[index] as Attribution
    quotes.push(toQuote(span, attribution, blocks, capture, sentences, dates))
  }
  for (const speech of findReportedSpeech(sentences)) {
    const text = (blocks[speech.block] ?? '').slice(speech.start, speech.end)
    if (quotes.some((quote) => quote.ranges.some((range) => overlaps(range, speech)))) continue
    const read = sentences.find(({ frames }) => frames.includes(speech.frame))
    quotes.push({
      text,
      kind: 'indirect',
      person: speech.person,
      certainty: speech.certainty,
      because: speech.because,
      ranges: [speech],
      clause: null,
      said: read ? saidIn(read.sentence, speech.frame, dates, blocks) : null,
      context: read ? contextIn(read.sentence, speech.frame, blocks) : null,
      term: false,
      line: capture.blocks[speech.block]?.line ?? 1,
      inTitle: false,
      sentence: read?.sentence.index ?? -1,
      same: [],
    })
  }
  quotes.sort(
    (a, b) =>
      (a.ranges[0]?.block ?? 0) - (b.ranges[0]?.block ?? 0) || (a.ranges[0]?.start ?? 0) - (b.ranges[0]?.start ?? 0),
  )
  const titled = capture.title && isEnglish ? quotesInTitle(capture, speakers) : []
  matchRecord(quotes, published, known)
  return {
    facts: { ...facts, published },
    capture: isEnglish ? capture : { ...capture, warnings: [...capture.warnings, notEnglish] },
    quotes: [...titled, ...quotes],
    dates: dates.map((date) => ({ ...date, line: capture.blocks[date.block]?.line ?? 1 })),
    copies: findCopies(blocks, known),
  }
}

const notEnglish =
  'The text does not read as English: its quotations are found, but speakers only where a name and a colon stand before the words, and no reported speech and no dates.'

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
    cut: capture.cut,
    quotes: quotes.map(({ text, kind, person, certainty, because, line, clause, said, context, term }) => ({
      text,
      kind,
      speaker: term || !person ? null : (person.id ?? person.name),
      certainty,
      because,
      line,
      clause,
      said,
      context,
      term,
    })),
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

type Sentences = ReturnType<typeof attribute>['sentences']
type ReadSentence = Sentences[number]

function toQuote(
  span: Span,
  attribution: Attribution,
  blocks: readonly string[],
  capture: Capture,
  sentences: Sentences,
  dates: readonly FoundDate[],
): ProposedQuote {
  const first = span.parts[0] as Span['parts'][number]
  const read = sentences.find(({ sentence }) => sentence === attribution.sentence)
  const at = read?.sentence.tokens.findIndex((token) => token.start === first.start) ?? -1
  let ranges: Range[] = span.parts.map(({ block, start, end }) => ({ block, start, end }))
  let clause: string | null = null
  let mixed = false
  if (attribution.embedded && !attribution.term && span.parts.length === 1) {
    mixed = true
    const range =
      read && attribution.frame ? clauseAround(read, attribution.frame as ReadSentence['frames'][number], at) : null
    if (range && range.start <= first.start && range.end >= first.end) {
      ranges = [range]
      clause = (blocks[range.block] ?? '').slice(range.start, range.end)
      const outside = clause.replace((blocks[first.block] ?? '').slice(first.start, first.end), '')
      if (!/[\p{L}\p{N}]/u.test(outside)) mixed = false
    }
  }
  return {
    text: withoutComma(span.text),
    kind: mixed ? 'mixed' : 'direct',
    person: attribution.term ? null : attribution.person,
    // The site reads no quotation that nothing closes.
    certainty:
      attribution.person && !attribution.term
        ? span.closed || attribution.certainty === 'unknown'
          ? attribution.certainty
          : 'likely'
        : 'unknown',
    because: span.closed ? attribution.because : `${attribution.because}; no mark closes it`,
    ranges,
    clause: mixed ? clause : null,
    said: read && attribution.frame ? saidIn(read.sentence, attribution.frame, dates, blocks) : null,
    context: read && attribution.frame ? contextIn(read.sentence, attribution.frame, blocks) : null,
    term: attribution.term,
    line: capture.blocks[first.block]?.line ?? 1,
    inTitle: false,
    sentence: attribution.sentence.index,
    same: [],
  }
}

function withoutComma(text: string): string {
  return text.replace(/,\s*$/, '').trim()
}

function quotesInTitle(capture: Capture, speakers: readonly Speaker[]): ProposedQuote[] {
  const title = capture.title as string
  const spans = findSpans([title])
  const { spans: attributions } = attribute([title, ...capture.blocks.map((block) => block.text)], spans, speakers)
  return spans.map((span, index) => {
    const attribution = attributions[index] as Attribution
    return {
      text: withoutComma(span.text),
      kind: 'direct',
      person: attribution.term ? null : attribution.person,
      certainty: attribution.person ? attribution.certainty : 'unknown',
      because: attribution.because,
      ranges: [],
      clause: null,
      said: null,
      context: null,
      term: attribution.term,
      line: capture.titleLine ?? 1,
      inTitle: true,
      sentence: -1,
      same: [],
    }
  })
}

function overlaps(a: Range, b: Range): boolean {
  return a.block === b.block && a.start < b.end && b.start < a.end
}

/** The day beside the verb: `said on Wednesday that …`. */
function saidIn(
  sentence: ReadSentence['sentence'],
  frame: { verb: number; to: number; from: number },
  dates: readonly FoundDate[],
  blocks: readonly string[],
): string | null {
  const verb = sentence.tokens[frame.verb]
  const last = sentence.tokens[Math.max(frame.verb, frame.to - 1)]
  if (!verb || !last) return null
  const near = dates.find((date) => {
    if (date.block !== sentence.block || date.start < last.end || date.end > sentence.end) return false
    const between = (blocks[sentence.block] ?? '').slice(last.end, date.start)
    return (
      between.length < 70 &&
      !/["“”„«».;:]|\b(?:that|would|will|was|were|had|has|is|it|he|she|they|about|of|by|since|before|until|for|after)\b/.test(
        between,
      ) &&
      /^\d{4}-\d{2}-\d{2}$/.test(date.edtf)
    )
  })
  return near && isEdtf(near.edtf) ? near.edtf : null
}

/** Where or to whom, in the words beside the verb. */
function contextIn(
  sentence: ReadSentence['sentence'],
  frame: { verb: number; word: string; to: number },
  blocks: readonly string[],
): string | null {
  const last = sentence.tokens[Math.max(frame.verb, frame.to - 1)]
  if (!last) return null
  const after = (blocks[sentence.block] ?? '').slice(last.end, sentence.end)
  const audience =
    /^\s*((?:reporters|journalists|parliament|lawmakers|MPs|analysts|the court|the council|the inquiry|the BBC|CNN|(?:the )?[\p{Lu}][\p{L}.&-]+(?:\s[\p{Lu}][\p{L}.&-]+){0,3})(?:\s(?:in|at)\s(?:the\s)?[\p{Lu}\p{L}][\p{L}-]+)?)/u.exec(
      after,
    )
  if (/^(?:told|tells)$/.test(frame.word) && audience?.[1]) return `to ${audience[1]}`
  const place =
    /^[,\s]*((?:on (?:Telegram|Facebook|Twitter|X|Instagram|Truth Social|Bluesky|Mastodon|television|radio|TV)|in (?:a|an|his|her|their) (?:[\p{L}-]+ ){0,3}(?:statement|interview|speech|letter|post|message|email|memo|video|address|tweet|column|report|comments)|at (?:a|the) (?:[\p{L}-]+ ){0,2}(?:news conference|press conference|briefing|rally|hearing|meeting|summit|conference)|in comments to (?:reporters|journalists)))\b/u.exec(
      after,
    )
  return place?.[1] ?? null
}

/** Events on record whose title tells what they are, for `the early stages of the invasion`. */
function thingsOnRecord({ record }: Known): DatedThing[] {
  return record.events.flatMap(({ title, date }) => {
    const word =
      /\b(invasion|war|pandemic|crisis|campaign|conflict|occupation|siege|uprising|revolution|strike|boom)\b/i.exec(
        title,
      )?.[1]
    return word && date && Number.isFinite(date.earliest)
      ? [{ word: word.toLowerCase(), year: new Date(date.earliest).getUTCFullYear() }]
      : []
  })
}

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
  const plain = (words: string) =>
    words
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  return plain(wording) === plain(clause ?? text)
}

function isNear(quote: Quote, day: { earliest: number; latest: number } | null): boolean {
  if (!day) return true
  const when = quote.said ?? quote.reported
  return when.earliest <= day.latest + week && when.latest >= day.earliest - week
}

function findCopies(blocks: readonly string[], { record }: Known): Copied[] {
  const runs = toRuns(blocks)
  return record.articles
    .map((article) => ({
      article,
      share: sharedText(
        runs,
        article.blocks.map((block) => block.text),
      ),
    }))
    .filter(({ article, share }) => share >= copied && article.copyOf === null)
    .sort((a, b) => b.share - a.share)
}
