/** Reported speech without quotation marks, and the clause around words that are quoted in one. */
import type { Language } from '../languages/language.ts'
import type { Rule } from '../rule.ts'
import type { Heard, ResolvedFrame } from './coreference.ts'
import type { Person } from './people.ts'
import { readPhrase } from './phrases.ts'
import { find, join, lowAt, overlaps, type Range, type Token, textAt, tokenAt } from './text.ts'

interface ReportedSpeech extends Pick<ResolvedFrame, 'also' | 'certainty' | 'because'> {
  /** One, or two where the speaker stands between them. */
  ranges: Range[]
  person: Person
  rule: string
  frame: ResolvedFrame
}

/** A stretch of tokens, and whether it may be cut wrongly. */
interface Clause {
  from: number
  to: number
  sure: boolean
  /** Where it goes on, after `, Ann said,`. */
  rest?: { from: number; to: number }
}

interface Scene {
  tokens: readonly Token[]
  frames: readonly ResolvedFrame[]
  frame: ResolvedFrame
  language: Language
}

export interface ReportedRule extends Rule {
  find: (scene: Scene) => Clause | null
}

const joiner = /^(?:but|and|so|yet|,|—)$/
/** Past `But` and its like. */
const pastJoiners = (tokens: readonly Token[], from: number): number =>
  joiner.test(lowAt(tokens, from)) ? pastJoiners(tokens, from + 1) : from
const wordsIn = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).filter(({ is }) => is === 'word').length
/** Whether a verb stands between; not in `of retired generals`, `the armed men`. */
const hasVerb = ({ tokens, language: { has, isIn, isVerb } }: Scene, from: number, to: number) =>
  tokens.slice(from, to).some(({ low, text }, index) => {
    const before = lowAt(tokens, from + index - 1)
    const isNouns = /ed$/.test(low) && isIn(before, 'prepositions', 'determiners') && !has('breaks', before)
    return text !== 'May' && !isNouns && (isVerb(low) || has('saying', low))
  })
/** Whether a whole sentence is likely to stand between. */
const isStatement = (scene: Scene, from: number, to: number) =>
  wordsIn(scene.tokens, from, to) > (hasVerb(scene, from + 1, to) ? 3 : 5)
/** `… and signed the bill`, `… and that it would`: another verb with the same subject. */
const joinsVerb = ({ tokens, language: { has, isVerb } }: Scene, at: number) => {
  const next = lowAt(tokens, at + 1)
  return has('and', lowAt(tokens, at)) && (isVerb(next) || has('that', next))
}
/** Words of when, where and how. */
const isSmall = (low: string, { isIn, isAdverb }: Language) =>
  isIn(low, 'prepositions', 'times', 'loose') || isAdverb(low)
const isSaid = (word: string) => /^(?:said|says?)$/.test(word)

/** Token after the verb, whom it is said to, when and where, and `that`. */
function startAfter({ tokens, frame, frames, language }: Scene): { at: number; that: boolean } {
  const { has } = language
  let at = frame.to
  const that = tokens.findIndex(({ low }, index) => index >= at && has('that', low))
  const before = tokens.slice(at, Math.max(that, at))
  const first = lowAt(before, 0)
  const isTold = language.has('addressee', frame.word)
  // When, where or to whom, not what: `said he knew that …`, `complained of a smell that …`, `reflected the fact that …`.
  const isBrief = before.length < 2 || isTold || /^(?:,|as)$/.test(first)
  const isLead = isBrief || (isSmall(first, language) && !/^(?:of|about|against)$/.test(first))
  const isClause =
    frames.some(({ verb }) => verb > frame.verb && verb < that) ||
    (before.length > 0 && language.isVerb(lowAt(tokens, that + 1)))
  const isBeside = ({ is, low }: Token) =>
    is === 'word'
      ? language.isIn(low, 'prepositions', 'and') || low === 'as' || !language.isIn(low, 'auxiliaries', 'breaks')
      : low === ','
  if (that >= 0 && isLead && !isClause && before.every(isBeside)) return { at: that + 1, that: true }
  const audience = isTold ? readPhrase(tokens, at, language) : null
  // `warned both sides were preparing`: they are whom it is about.
  const verb = lowAt(tokens, audience?.to ?? 0)
  if (audience && (audience.is === 'pronoun' || !has('auxiliaries', verb) || verb.includes("'"))) at = audience.to
  for (let guard = 0; guard < 4; guard++) {
    const low = lowAt(tokens, at)
    if (has('times', low) || language.isAdverb(low) || /^[,:]$/.test(low)) at++
    else if (has('prepositions', low) && !has('breaks', low)) {
      const phrase = readPhrase(tokens, at + 1, language)
      if (!phrase) break
      at = phrase.to
    } else break
  }
  return { at, that: false }
}

const dashes = /^(?:-+|[—–])$/
const contrasts = /^(?:but|while|although|though|whereas|however|even)$/
const turns = /^(?:,|after|as|when|while|because|before|since|but|although|though)$/
const now = /^(?:has|have|is|are|does|do)(?:n't)?$/

/** Where the words of a verb end: before another’s verb of saying, the writer’s own words, or the last mark. */
function endOf(scene: Scene, verb: number, from: number): { to: number; cut: boolean } {
  const { tokens, frames, language } = scene
  // `… and has called it`
  const leadOf = (at: number): string => {
    const low = lowAt(tokens, at - 1)
    return language.has('auxiliaries', low) || language.isAdverb(low) ? leadOf(at - 1) : low
  }
  // `that, even after the storm, Tom called`
  const opening = find(tokens, /^(?!,$|even$|just$)/, from)
  const isThat = language.has('that', lowAt(tokens, from - 1))
  const isOpened = language.has(isThat ? 'openings' : 'subordinate', lowAt(tokens, opening))
  const begin = isOpened ? Math.max(from, find(tokens, /^,$/, opening) + 1) : from
  const joins = /^(?:and|but|while|whereas|although|though)$/
  const next = frames.find((frame) => {
    const isJoined = joins.test(leadOf(frame.from)) && frame.class !== 'according' && hasVerb(scene, from, frame.from)
    return frame.verb > verb && frame.from > begin && (isJoined || /^[,—–]$/.test(leadOf(frame.from)))
  })
  const bare = (to: number): number =>
    to > from && /^(?:[.,;:—?!–)-]|and|but|while|as|then|also|which)$/.test(lowAt(tokens, to - 1)) ? bare(to - 1) : to
  let to = bare(next?.from ?? tokens.length)
  let cut = next !== undefined
  // A dash that no other one closes.
  const dash = find(tokens, dashes, from, to)
  const lone = find(tokens, dashes, dash + 1, to) < 0 ? dash : -1
  for (let at = Math.max(from + 2, begin); at < to; at++) {
    const [mark, low, second] = [textAt(tokens, at), lowAt(tokens, at + 1), lowAt(tokens, at + 2)]
    if (dashes.test(mark) || (mark === ',' && language.has('breaks', low))) cut = true
    // `— and several of them came`
    const isNew = low === 'and' && language.has('determiners', second) && second !== 'that'
    // `said it would work, but the council has not asked`, `…, which is new`, `…, as has the mayor`, `she would, and …`
    const isToo = low === 'as' && language.has('auxiliaries', second)
    const isShort = at === from + 2 && language.has('auxiliaries', lowAt(tokens, at - 1))
    const isOwn =
      isToo || isShort || language.has('relative', low) || (contrasts.test(low) && find(tokens, now, at, to) > 0)
    // `said it would close, a blow to all who …`
    const opens = at === lone ? /^(?:one|all|half|something)$/ : /^(?:an?|the|one)$/
    const isLast = at === lone || find(tokens, /^,$/, at + 1, to) < 0
    const isAside = opens.test(low) && at + 8 < to && isLast && hasVerb(scene, from, at)
    // `had spoken; helped; and written`: a list goes on.
    const isList = tokens.slice(at).some(({ text }, on) => text === ';' && lowAt(tokens, at + on + 1) === 'and')
    const isEnd = at === lone ? isNew || isAside : mark === ',' ? isOwn || isAside : mark === ';' && !isList
    if (isEnd) [to, cut] = [at, true]
  }
  return { to: bare(to), cut }
}

/** The `who` of `voters who say`; -1 where the verb is that of another clause. */
function relativeOf({ tokens, frame: { verb }, language }: Scene): number {
  let at = verb - 1
  while (language.isIn(lowAt(tokens, at), 'loose', 'auxiliaries') || language.isAdverb(lowAt(tokens, at))) at--
  return language.has('relative', lowAt(tokens, at)) ? at : -1
}

/** `ruled out a vote`, `ruled out that …`: the verb is part of what is said. */
const isAct = ({ tokens, frame: { word, verb }, language }: Scene) =>
  language.acts.some(([form, next]) => form.test(word) && next.test(join(tokens, verb + 1, verb + 14)))

function after(scene: Scene, wantsThat: boolean): Clause | null {
  const { tokens, frame, language } = scene
  const { has } = language
  if (frame.class !== 'saying' || !has('reporting', frame.word) || isAct(scene)) return null
  const { at, that } = startAfter(scene)
  if (that !== wantsThat) return null
  const relative = relativeOf(scene)
  // `voters who say`: it tells which voters, not what they said.
  if (relative >= 0 && textAt(tokens, relative - 1) !== ',') return null
  // `Because the polls show that Trump leads, …`: the reason ends at its comma.
  const lead = lowAt(tokens, frame.from - 1)
  const isGap = has('relative', lead) || lead === 'what'
  // `the rider whose letter revealed that …`
  const beyond = tokenAt(tokens, frame.from - 2)
  if (isGap && !/^(?:that|what)$/.test(lead) && beyond.text !== ',' && !has('prepositions', beyond.low)) return null
  const isAside = isGap || relative >= 0 || has('openings', lead)
  const closes = ({ text }: Token, index: number) => {
    const { low, is } = tokenAt(tokens, index + 1)
    const goesOn = is !== 'word' || language.isIn(low, 'breaks', 'prepositions') || /ing$/.test(low)
    return index > at && text === ',' && !goesOn && (relative < 0 || hasVerb(scene, at, index))
  }
  const comma = isAside ? tokens.findIndex(closes) : -1
  const end = endOf(scene, frame.verb, at)
  let to = comma > 0 ? Math.min(comma, end.to) : end.to
  // `said he would go, though he called it “odd”`: as far as nothing is quoted.
  const quote = tokens.findIndex(({ is }, index) => is === 'quote' && index > at && index < to)
  if (quote > 0) to = tokens.findLastIndex(({ text }, index) => index < quote && /^[,—–]$/.test(text))
  if (wordsIn(tokens, at, to) < 3 || !(hasVerb(scene, at, to) || isSaid(frame.word))) return null
  // `“…,” Ann said on Monday, waving`
  const isPast = textAt(tokens, at - 1) === ',' && !language.inverts
  const hasQuote = tokens.slice(0, frame.verb).some(({ is }) => is === 'quote')
  if (!that && isPast && (hasQuote || isAside || textAt(tokens, frame.verb + 1) === ',')) return null
  // `which critics said was unfair`
  const isRest =
    isGap && (beyond.text === ',' || (lead === 'what' && beyond.is === 'word')) && language.isVerb(lowAt(tokens, at))
  const isThought = has('thinking', frame.word)
  if (!that && (isThought || frame.inverted || !(isRest || beginsClause(scene, at, to)))) return null
  const isTurn = (index: number) => turns.test(lowAt(tokens, index)) || joinsVerb(scene, index)
  const isPlain = ![...tokens.keys()].slice(at + 2, to).some(isTurn)
  const sure = isPlain && quote < 0 && !end.cut && !isAside && !isThought && hasVerb(scene, at, to)
  // Without its verb, what somebody denied or feared would be what they said.
  return { from: language.isIn(frame.word, 'refusing', 'thinking') ? frame.verb : at, to, sure }
}

/** Whether a clause of its own begins here: a subject with a verb after it. */
function beginsClause(scene: Scene, at: number, to: number): boolean {
  const { tokens, language, frame } = scene
  const { has } = language
  const { low, text } = tokenAt(tokens, at)
  if (has('auxiliaries', low)) return /['’](?:s|re|ll|d|ve|m)$/.test(text)
  // `said if the pier closed, all would`
  if (low === 'if' || (low === 'just' && has('subordinate', lowAt(tokens, at + 1)))) return hasVerb(scene, at, to)
  const second = tokenAt(tokens, at + 1)
  // `said yes, but …`
  const isAnswer = /^(?:yes|no|so)$/.test(low) && (second.text === ',' || has('breaks', second.low))
  if (isAnswer || language.isIn(low, 'prepositions', 'breaks')) return false
  const isPronoun = has('first', low) || /^(?:there|this|that|these|those)$/.test(low)
  const phrase = isPronoun ? { to: at + 1 } : readPhrase(tokens, at, language)
  // `talks would resume`, `the blasting had cracked it`: nouns that are verbs elsewhere.
  const isNoun = language.isIn(low, 'determiners', 'judging', 'nouns-too') || /^\d/.test(text)
  if (!phrase) return isSaid(frame.word) && isNoun && hasVerb(scene, at + 1, to)
  // Beside other verbs a clause is one only where its verb follows at once: `declared war on the isle`.
  let end = phrase.to
  while (has('prepositions', lowAt(tokens, end))) end = readPhrase(tokens, end + 1, language)?.to ?? tokens.length
  while (isSmall(lowAt(tokens, end), language) && !has('auxiliaries', lowAt(tokens, end))) end++
  const verb = lowAt(tokens, end)
  if (!isSaid(frame.word) && !language.has('addressee', frame.word))
    return language.isVerb(verb) || language.has('saying', verb) || language.isFinite(lowAt(tokens, phrase.to - 1))
  if (hasVerb(scene, Math.max(at + 1, phrase.to - 1), to)) return true
  // A verb that is in no list: `the pilots row the heavier boat`.
  const next = tokenAt(tokens, phrase.to)
  if (next.is === 'word' && phrase.to < to && !language.isIn(next.low, 'prepositions', 'breaks')) return true
  // `success depends on it`, `the flowers in parks bloom longer`
  const inner = tokens.slice(at + 1, to - 1)
  return (
    wordsIn(tokens, at, to) > 4 &&
    !inner.some((token) => token.text === ',') &&
    inner.some((token) => token.low === token.text && /\p{Ll}{2}[^s]s$/u.test(token.low))
  )
}

export const reportedRules: readonly ReportedRule[] = [
  {
    name: 'that-clause',
    reads: 'What follows a verb of saying and `that`.',
    example: { text: 'Ann Berg insisted that the pier was sound.', gives: 'Ann Berg: the pier was sound, certain' },
    find: (scene) => after(scene, true),
  },
  {
    name: 'bare-clause',
    reads: 'A clause that follows a verb of saying without `that`.',
    example: { text: 'Ann Berg said the firms will pay.', gives: 'Ann Berg: the firms will pay, certain' },
    find: (scene) => after(scene, false),
  },
  {
    name: 'clause-before',
    reads: 'A clause before a comma and `Ann said`, or `said Ann`; it may go on behind them.',
    example: { text: 'The pier will open, Ann Berg said.', gives: 'Ann Berg: The pier will open, certain' },
    find: (scene) => {
      const { tokens, frame, language } = scene
      const { has } = language
      const { subject, inverted, verb, word } = frame
      if (frame.class !== 'saying' || frame.participle || !subject || !has('reporting', word)) return null
      if (language.isIn(word, 'thinking', 'refusing')) return null
      const begin = inverted ? verb : frame.from
      // `It was then, after all, that Ann said …`
      if (!/^[,—–]$/.test(textAt(tokens, begin - 1)) || has('that', lowAt(tokens, begin)) || relativeOf(scene) >= 0)
        return null
      // `The answer, Ann told them, was plain`
      const isTold = has('addressee', word) && has('audience', lowAt(tokens, verb + 1))
      const stop = Math.max(isTold ? verb + 2 : verb + 1, frame.to)
      const [next, follows] = [tokenAt(tokens, stop), lowAt(tokens, stop + 1)]
      // `…, Ann denied taking them`: what she says follows.
      const small = ['times', 'prepositions', 'loose', 'audience', 'breaks'] as const
      const isBeside = next.is !== 'word' || (!/^(?:to|that)$/.test(next.low) && language.isIn(next.low, ...small))
      if (!isBeside && !inverted && !language.has('addressee', word)) return null
      const goesOn = next.text === ',' && (!inverted || language.isVerb(follows))
      const isQuoting = ({ is }: Token, at: number) =>
        is === 'quote' && at > stop && /^[,:]$/.test(textAt(tokens, at - 1))
      const dash = find(tokens, dashes, stop)
      if (!goesOn && ((dash < 0 ? tokens.length : dash) - stop > (inverted ? 40 : 16) || tokens.some(isQuoting)))
        return null
      const to = begin - 1
      const from = pastJoiners(tokens, tokens.findLastIndex(({ text }, at) => at < begin && text === '(') + 1)
      // `As the charges were unsealed, Ann testified.`
      if (!goesOn && has('openings', lowAt(tokens, from)) && find(tokens, /^,$/, from + 1, to) < 0) return null
      if (goesOn && (!has('relative', follows) || has('that', follows))) {
        const tail = endOf(scene, verb, stop + 1).to
        const isClause = hasVerb(scene, from + 1, to) || hasVerb(scene, stop + 1, tail)
        return isClause ? { from, to, sure: false, rest: { from: stop + 1, to: tail } } : null
      }
      if (!isStatement(scene, from, to)) return null
      const sure = !goesOn && tokens.length - stop <= 8 && (!inverted || isSaid(word))
      return { from, to, sure }
    },
  },
  {
    name: 'source',
    reads: '`according to`, `as Ann noted` and their like, and the sentence they stand in.',
    example: { text: 'The pier is sound, according to Ann Berg.', gives: 'Ann Berg: The pier is sound, certain' },
    find: (scene) => {
      const { tokens, frame, language } = scene
      const { verb } = frame
      const isAs = frame.class !== 'according'
      const lead = tokenAt(tokens, frame.from - 2)
      const [before, next] = [lowAt(tokens, frame.from - 1), lowAt(tokens, verb + 1)]
      // `as Ann told the Bell`; not `as Ann cited the storm`
      const isPhrase = isSmall(next, language) || language.has('phrasal', `${frame.word}_${next}`)
      const isPlain =
        frame.class === 'saying' && (/^(?:,|it)$/.test(next) || isPhrase || language.has('addressee', frame.word))
      const isOpen = before === 'as' && (lead.is !== 'word' || language.has('breaks', lead.low))
      if (isAs && !(isPlain && isOpen)) return null
      const isSet = textAt(tokens, verb - 1) === ','
      const close = find(tokens, /^,$/, verb + 1) + 1
      let at = 0
      if (isAs || verb <= 1) {
        at = close > 0 && close < frame.to + 7 ? close : frame.to
        if (isAs && at !== close) return null
      } else if (isSet && close > 0 && wordsIn(tokens, 0, verb) <= 6) {
        // `Since May, according to Ann, the pier …`
        return { from: 0, to: verb - 1, sure: false, rest: { from: close, to: endOf(scene, verb, close).to } }
      }
      const { to, cut } = at > 0 ? endOf(scene, verb, at) : { to: isSet ? verb - 1 : verb, cut: false }
      // `It is late: the pier is shut, according to Ann.`
      const open = tokens.findLastIndex(({ text }, index) => index < to && /^[:()]$/.test(text))
      const from = pastJoiners(tokens, at > 0 || textAt(tokens, open) === ')' ? at : open + 1)
      if (!isStatement(scene, from, to)) return null
      return { from, to, sure: !isAs && (at > 0 ? !cut : find(tokens, /^,$/, from, to) < 0) }
    },
  },
  {
    name: 'act',
    reads: 'A verb that says something by itself, with what it takes: `ruled out a vote`.',
    example: { text: 'Ann Berg ruled out a toll for now.', gives: 'Ann Berg: ruled out a toll for now, certain' },
    find: (scene) => {
      const { tokens, frame, language } = scene
      const { verb } = frame
      const { has } = language
      const lead = lowAt(tokens, frame.from - 1)
      // `…, whose board has called for a vote`
      if (frame.inverted || relativeOf(scene) >= 0 || has('relative', lead)) return null
      if (!isAct(scene)) return null
      const end = endOf(scene, verb, verb)
      // `Though Ann vowed to wait, the board has not`: the main clause is not hers.
      const comma = find(tokens, /^,$/, verb + 4, end.to)
      const isOther = /^(?:and|but)$/.test(lowAt(tokens, comma + 1)) && has('determiners', lowAt(tokens, comma + 2))
      const isAside =
        comma > 0 && (isOther || language.isIn(lead, 'openings', 'asides')) && hasVerb(scene, comma + 1, end.to)
      // `ruled out a bid this morning`: when it was said.
      const isTime = ({ low }: Token, at: number) =>
        at > verb + 2 &&
        (has('times', low) || low === 'this') &&
        !language.isIn(lowAt(tokens, at - 1), 'prepositions', 'times')
      const stop = tokens.findIndex((token, at) => isTime(token, at) || (at > verb + 3 && joinsVerb(scene, at)))
      const to = Math.min(isAside ? comma : end.to, stop > 0 ? stop : end.to)
      return { from: verb, to, sure: !end.cut && to === end.to && wordsIn(tokens, verb, to) <= 14 }
    },
  },
]

/** Reported speech, where a verb of saying makes it plain. */
export function findReported(read: readonly Heard[], language: Language, without: ReadonlySet<string>) {
  const found: ReportedSpeech[] = []
  const taken: Range[] = []
  const rules = reportedRules.filter(({ name }) => !without.has(name))
  // What is told of a whole sentence outranks what is told in it: `A third say it is dear, according to a poll`.
  const order = ['clause-before', 'source']
  for (const { sentence, frames } of read) {
    const { tokens, block } = sentence
    const tries = frames.flatMap((frame) => rules.map((rule) => ({ rule, frame })))
    for (const { rule, frame } of tries.toSorted((a, b) => order.indexOf(b.rule.name) - order.indexOf(a.rule.name))) {
      const { person, also, because } = frame
      if (!person || frame.mood !== 'said' || frame.passive || found.some((other) => other.frame === frame)) continue
      // `a plan announced …`: nobody who speaks.
      const isVague = person.kind === 'unnamed' && person.roles.size === 0 && person.gender === null
      if (isVague && /^(?:clause-before|act)$/.test(rule.name)) continue
      const clause = rule.find({ tokens, frames, frame, language })
      const pieces = clause ? [clause, ...(clause.rest ? [clause.rest] : [])] : []
      const ranges = pieces.flatMap(({ from, to }) => toRange(tokens, block, from, to) ?? [])
      if (!clause || ranges.length === 0) continue
      if (taken.some((one) => ranges.some((range) => overlaps(one, range)))) continue
      const isQuoted = pieces.some(({ from, to }) => tokens.slice(from, to).some(({ is }) => is === 'quote'))
      taken.push(...ranges)
      if (isQuoted) continue
      const certainty = (clause.sure && !isVague) || frame.certainty === 'unknown' ? frame.certainty : 'likely'
      found.push({ ranges, person, also, certainty, because, rule: rule.name, frame })
    }
  }
  return found
}

/** The clause around a quotation that is part of reported speech; null when the quotation stands by itself. */
export function clauseAround(heard: Heard, frame: ResolvedFrame, at: number, language: Language): Range | null {
  const { tokens, block } = heard.sentence
  const scene: Scene = { tokens, frames: heard.frames, frame, language }
  const { verb, word } = frame
  if (verb > at) return toRange(tokens, block, pastJoiners(tokens, 0), frame.inverted ? verb : frame.from)
  const end = endOf(scene, verb, at).to
  if (frame.class === 'according') return toRange(tokens, block, frame.to, end)
  const from = frame.class === 'judging' || language.has('refusing', word) ? verb : Math.min(startAfter(scene).at, at)
  // `had said “we will go”, he left`: the words end with their mark.
  const next = lowAt(tokens, at + 1)
  const isLast = next === ',' || (/^(?:but|and)$/.test(next) && language.isFinite(lowAt(tokens, at + 2)))
  return toRange(tokens, block, from, isLast ? at + 1 : Math.max(end, at + 1))
}

function toRange(tokens: readonly Token[], block: number, from: number, to: number): Range | null {
  const isInner = ({ low }: Token, at: number) => at >= from && at < to && !/^[.,;:—–!“-]$/.test(low)
  const first = tokens.find(isInner)
  const last = tokens.findLast(isInner)
  return first && last ? { block, start: first.start, end: last.end } : null
}
