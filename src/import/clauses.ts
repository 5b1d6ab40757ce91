/** The reported clause that belongs to a verb of saying, and the reported speech that stands without quotation marks. */
import { reportingVerbs, sayingVerbs } from './lexicon.ts'
import type { Token } from './narration.ts'
import type { Person } from './people.ts'
import type { Certainty, ResolvedFrame } from './resolve.ts'
import type { ReadSentence } from './speakers.ts'

/** Offsets in a block. */
export interface Range {
  block: number
  start: number
  end: number
}

export interface ReportedSpeech extends Range {
  person: Person
  certainty: Certainty
  because: string
  frame: ResolvedFrame
}

const finite =
  /^(?:is|was|were|are|has|had|have|will|would|can|could|should|shall|may|might|must|did|does|do|isn't|wasn't|weren't|won't|wouldn't|can't|couldn't|doesn't|didn't|hasn't|hadn't|he'd|she'd|they'd|it's|he's|she's|they're|we're|we'd|i'd|i'm|cannot|there's)$/

/** The clause around a quotation that is part of reported speech; null when the quotation stands by itself. */
export function clauseAround(read: ReadSentence, frame: ResolvedFrame, at: number): Range | null {
  const { tokens, block } = read.sentence
  const own = read.frames.find((other) => other.verb === frame.verb) ?? frame
  return own.verb < at
    ? toRange(tokens, block, startAfter(tokens, own), endOf(tokens, read.frames, at))
    : toRange(tokens, block, startOf(tokens, read.frames, own), beforeFrame(own))
}

/** Reported speech without quotation marks, where a verb of saying makes it plain. */
export function findReportedSpeech(sentences: readonly ReadSentence[]): ReportedSpeech[] {
  const found: ReportedSpeech[] = []
  for (const read of sentences) {
    const { tokens, block } = read.sentence
    for (const frame of read.frames) {
      const { person } = frame
      if (!person || frame.negated || frame.passive) continue
      const range =
        frame.class === 'according' || reportingVerbs.has(frame.word)
          ? (clauseOf(tokens, block, read.frames, frame) ?? clauseWithVerb(tokens, block, read.frames, frame))
          : clauseWithVerb(tokens, block, read.frames, frame)
      if (!range) continue
      const inside = tokens.filter((token) => token.start >= range.start && token.end <= range.end)
      if (inside.some((token) => token.is === 'quote')) continue
      if (found.some((other) => other.block === block && other.start < range.end && range.start < other.end)) continue
      found.push({ ...range, person, certainty: frame.certainty, because: frame.because, frame })
    }
  }
  return found
}

/** What must follow a verb for it to say something by itself, and be part of what is linked: `ruled out sending troops`. */
const telling: readonly [verb: RegExp, next: RegExp][] = [
  [/^rule[ds]$/, /^out\b/],
  [/^play(?:ed|s)$/, /^down\b/],
  [/^call(?:ed|s)$/, /^(?:for|on \S+(?: \S+){0,4} to)\b/],
  [/^hint(?:ed|s)$/, /^(?:at|that)\b/],
  [/^warn(?:ed|s)$/, /^(?:of|against|about)\b/],
  [/^insist(?:ed|s)$/, /^on\b/],
  [/^(?:vow|pledg|promis|threaten|offer)(?:ed|s|es)$/, /^(?:not )?to \p{Ll}/u],
  [/^urge[ds]$/, /^(?:\S+ ){1,7}?(?:not )?to \p{Ll}/u],
  [
    /^(?:den(?:ied|ies))$/,
    /^(?:\p{Ll}+ing|any|the (?:claims?|charges?|allegations?|accusations?|reports?)|that|claims?|allegations?|accusations?|reports?|having)\b/u,
  ],
  [
    /^(?:reject|dismiss)(?:ed|s|es)$/,
    /^(?:any|the (?:idea|notion|claims?|suggestions?|accusations?|allegations?|criticisms?|charges?|calls?|reports?)|claims?|suggestions?|accusations?|allegations?|criticisms?|calls?|reports?|talk)\b/,
  ],
  [/^condemn(?:ed|s)$/, /^(?:the|a|an|his|her|their|its|\p{Lu})/u],
]

/** The clause with its verb, for a verb whose sense would be lost without it; null unless that is plain. */
function clauseWithVerb(
  tokens: readonly Token[],
  block: number,
  frames: readonly ResolvedFrame[],
  frame: ResolvedFrame,
): Range | null {
  const { subject, verb } = frame
  if (frame.inverted || frame.participle || !subject || subject.is === 'elided') return null
  const rest = tokens.slice(verb + 1, verb + 14)
  const following = rest.map(({ text }) => text).join(' ')
  if (!telling.some(([word, next]) => word.test(frame.word) && next.test(following))) return null
  // `If Ann ruled out a deal, …` tells of what may be; `was asked whether she ruled out` of nothing.
  const lead = tokens[frame.from - 1]?.low ?? ''
  if (/^(?:if|unless|whether|until|should|had)$/.test(lead)) return null
  const between = tokens.slice(subject.to, verb)
  if (between.some(({ low }) => /^(?:could|might|may|would|should|must|to|will|can)$/.test(low))) return null
  const to = endOf(tokens, frames, verb)
  const inside = tokens.slice(verb, to)
  if (inside.filter(({ is }) => is === 'word').length < 3) return null
  return toRange(tokens, block, verb, to)
}

function clauseOf(
  tokens: readonly Token[],
  block: number,
  frames: readonly ResolvedFrame[],
  frame: ResolvedFrame,
): Range | null {
  if (frame.class === 'according') {
    if (frame.verb > 3) return clause(tokens, block, startOf(tokens, frames, frame), frame.verb, true)
    const comma = tokens.findIndex((token, index) => index >= frame.to && token.text === ',')
    return comma < 0 ? null : clause(tokens, block, comma + 1, endOf(tokens, frames, comma), true)
  }
  const from = startAfter(tokens, frame)
  const to = endOf(tokens, frames, frame.verb)
  const said = /^(?:said|says|say)$/.test(frame.word)
  const that = tokens[from - 1]?.low === 'that'
  const after = clause(tokens, block, from, to, !that && !said)
  const tail = tokens.slice(from, to)
  if (
    after &&
    (that ||
      tail.some((token) => finite.test(token.low)) ||
      (said &&
        tail.some((token) =>
          /^(?:wants|needs|plans|hopes|expects|intends|believes|wanted|needed|planned|hoped|expected|intended|believed)$/.test(
            token.low,
          ),
        )))
  )
    return after
  if (tokens[frame.from - 1]?.text !== ',' || frame.subject?.is === 'elided') return null
  if (tail.length > 9 && tail.some((token) => finite.test(token.low))) return null
  return clause(tokens, block, startOf(tokens, frames, frame), beforeFrame(frame), true)
}

function clause(tokens: readonly Token[], block: number, from: number, to: number, needsVerb: boolean): Range | null {
  const inside = tokens.slice(from, to)
  if (inside.filter((token) => token.is === 'word').length < 4) return null
  if (
    needsVerb &&
    !inside.some((token) => finite.test(token.low) || /\p{Ll}{2,}(?:ed|s)$/u.test(token.low) || isPast(token.low))
  )
    return null
  return toRange(tokens, block, from, to)
}

function isPast(low: string): boolean {
  return (
    sayingVerbs.has(low) ||
    /^(?:began|came|fell|found|gave|got|held|hit|kept|killed|left|lost|made|met|put|ran|rose|saw|sent|shot|took|went|won|wrote)$/.test(
      low,
    )
  )
}

/** Token after the verb, its object and `that`. */
function startAfter(tokens: readonly Token[], frame: ResolvedFrame): number {
  if (frame.class === 'judging') return frame.verb
  let at = frame.inverted || frame.class === 'according' ? Math.max(frame.to, frame.verb + 1) : frame.verb + 1
  const that = tokens.findIndex((token, index) => index >= at && index < at + 9 && token.low === 'that')
  if (that >= 0 && tokens.slice(at, that).every((token) => token.is === 'word' && !finite.test(token.low)))
    return that + 1
  if (/^(?:told|tells)$/.test(frame.word)) {
    while (
      at < tokens.length &&
      /^(?:the|a|reporters|journalists|parliament|lawmakers|mps|us|them|him|her|[\p{Lu}].*)$/u.test(
        tokens[at]?.text ?? '',
      ) &&
      tokens[at]?.is === 'word'
    )
      at++
  }
  // `said on Wednesday it would …`
  if (
    /^(?:on|late|early|earlier|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/.test(
      tokens[at]?.low ?? '',
    )
  ) {
    while (
      /^(?:on|late|early|earlier|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|morning|evening|night|afternoon)$/.test(
        tokens[at]?.low ?? '',
      )
    )
      at++
  }
  while (/^[,:]$/.test(tokens[at]?.text ?? '') || tokens[at]?.low === 'that') at++
  return at
}

/** Where the words of a verb end: at the next verb of saying, or with the sentence. */
function endOf(tokens: readonly Token[], frames: readonly ResolvedFrame[], at: number): number {
  let to = tokens.length
  const next = frames.find(
    (frame) => frame.verb > at && (frame.subject?.is !== 'elided' || frame.from > at) && frame.from > at,
  )
  if (next) to = Math.min(to, next.from)
  const stop = tokens.findIndex((token, index) => index > at && index < to && token.text === ';')
  if (stop > 0) to = stop
  while (
    to > at + 1 &&
    (/^[.,;:—–-]$/.test(tokens[to - 1]?.text ?? '') ||
      /^(?:and|but|while|as|then|he|she|they|who|also|has|which)$/.test(tokens[to - 1]?.low ?? ''))
  )
    to--
  return to
}

function startOf(tokens: readonly Token[], frames: readonly ResolvedFrame[], frame: ResolvedFrame): number {
  const earlier = frames.findLast((other) => other.verb < frame.verb)
  let from = earlier ? startAfter(tokens, earlier) : 0
  if (earlier && from > frame.from) from = 0
  while (/^(?:but|and|so|yet)$/.test(tokens[from]?.low ?? '') || tokens[from]?.text === ',') from++
  return from
}

function beforeFrame(frame: ResolvedFrame): number {
  return frame.inverted || frame.class === 'according' ? frame.verb : frame.from
}

function toRange(tokens: readonly Token[], block: number, from: number, to: number): Range | null {
  let end = to
  while (end > from && /^[.,;:—–]$/.test(tokens[end - 1]?.text ?? '')) end--
  const first = tokens[from]
  const last = tokens[end - 1]
  if (!first || !last || end <= from) return null
  return { block, start: first.start, end: last.end }
}
