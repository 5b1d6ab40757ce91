/** Who does the saying in a sentence: verbs of saying and the words that are their subject. */
import { join } from './bare-names.ts'
import {
  beforeVerb,
  isGroupNoun,
  isParticiple,
  isRoleNoun,
  judgingVerbs,
  nations,
  nounLike,
  pronouns,
  sayingVerbs,
  weekdays,
} from './lexicon.ts'
import type { Sentence, Token } from './narration.ts'
import {
  clauseBreaks,
  determiners,
  finite,
  phraseEndingAt,
  prepositions,
  readPhrase,
  type Subject,
  subordinators,
} from './phrases.ts'

/** A verb of saying with its subject. */
export interface Frame {
  verb: number
  word: string
  /** Takes a whole quotation, or only words out of one. */
  class: 'saying' | 'judging' | 'according'
  subject: Subject | null
  /** `said Ann` */
  inverted: boolean
  /** `was described as`: the subject is not the one who speaks. */
  passive: boolean
  negated: boolean
  participle: boolean
  /** Token where the words belonging to the verb begin: the subject, or the verb itself. */
  from: number
  /** Token after the last that belongs to it. */
  to: number
}

const be = new Set([
  'was',
  'were',
  'is',
  'are',
  'been',
  'being',
  'be',
  "isn't",
  "wasn't",
  'get',
  'got',
  'gets',
  "he's",
  "she's",
])

const negations = new Set([
  'not',
  'never',
  "didn't",
  "doesn't",
  "don't",
  "wouldn't",
  "couldn't",
  "hasn't",
  "haven't",
  "hadn't",
  "won't",
  'cannot',
  "can't",
])

/** Every verb of saying in a sentence, in order. */
export function findFrames(sentence: Sentence): Frame[] {
  const { tokens } = sentence
  const frames: Frame[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.is !== 'word') continue
    const { low } = token
    if (low === 'according' && tokens[at + 1]?.low === 'to') {
      const subject = objectPronoun(tokens, at + 2) ?? readPhrase(tokens, at + 2, true)
      if (subject) {
        frames.push({ ...plainFrame(at, 'according to'), class: 'according', subject, to: subject.to })
      }
      continue
    }
    const saying =
      sayingVerbs.has(low) ||
      (/^(?:shot|shoots|hit|hits|fired|fires)$/.test(low) && tokens[at + 1]?.low === 'back') ||
      (/^puts?$/.test(low) && tokens[at + 1]?.low === 'it') ||
      (/^point(?:ed|s)$/.test(low) && tokens[at + 1]?.low === 'out') ||
      (/^(?:found|finds|held|holds)$/.test(low) && tokens[at + 1]?.low === 'that') ||
      (/^(?:chipped|chimed)$/.test(low) && tokens[at + 1]?.low === 'in') ||
      (/^(?:went|goes)$/.test(low) && tokens[at + 1]?.low === 'on' && /^[:.,]$/.test(tokens[at + 2]?.text ?? ''))
    if (!saying && !judgingVerbs.has(low)) continue
    const frame = toFrame(tokens, at, saying, frames)
    if (frame) frames.push(frame)
  }
  return frames
}

/** `according to him`, not `according to her lawyer`. */
function objectPronoun(tokens: readonly Token[], at: number): Subject | null {
  const pronoun = { him: 'he', her: 'she', them: 'they' }[tokens[at]?.low ?? '']
  const next = tokens[at + 1]
  if (!pronoun || (tokens[at]?.low === 'her' && next?.is === 'word')) return null
  return { ...elided(at), is: 'pronoun', text: pronoun, to: at + 1 }
}

/** The first noun phrase of a sentence that stands before its first verb: whom it is about. */
export function findTopic(sentence: Sentence): Subject | null {
  const { tokens } = sentence
  let at = 0
  for (let guard = 0; guard < 4; guard++) {
    const token = tokens[at]
    if (!token) return null
    if (
      /^(?:but|and|so|yet|then|now|still|meanwhile|instead|however|later|afterwards|also|indeed|today|yesterday|separately)$/.test(
        token.low,
      )
    ) {
      at++
      if (tokens[at]?.text === ',') at++
      continue
    }
    if (startsAdverbial(token) && !/^(?:nearly|roughly)$/.test(token.low)) {
      const comma = tokens.findIndex((other, index) => index > at && other.text === ',')
      if (comma < 0) return null
      at = comma + 1
      continue
    }
    break
  }
  return readPhrase(tokens, at, false)
}

function plainFrame(verb: number, word: string): Frame {
  return {
    verb,
    word,
    class: 'saying',
    subject: null,
    inverted: false,
    passive: false,
    negated: false,
    participle: false,
    from: verb,
    to: verb + 1,
  }
}

function toFrame(tokens: readonly Token[], at: number, saying: boolean, earlier: readonly Frame[]): Frame | null {
  const token = tokens[at] as Token
  const { low } = token
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const frame: Frame = { ...plainFrame(at, low), class: saying ? 'saying' : 'judging', participle: isParticiple(low) }
  // A capital inside a sentence: part of a name.
  if (at > 0 && /^\p{Lu}/u.test(token.text)) return null
  if (before?.text === '-' || after?.text === '-') return null

  // `“…,” said Ann`: right after a quotation, or after its comma.
  const quoteBefore = before?.is === 'quote' || (/^[,—–-]$/.test(before?.text ?? '') && tokens[at - 2]?.is === 'quote')
  if (
    quoteBefore &&
    saying &&
    !frame.participle &&
    low !== 'told' &&
    low !== 'tell' &&
    !/^(?:say|think|hope|fear|believe)$/.test(low)
  ) {
    const subject = readPhrase(tokens, at + 1, true)
    if (subject && subject.from <= at + 2) return { ...frame, subject, inverted: true, to: subject.to }
  }

  // `Said one violinist: “…”`
  if (at === 0 && /^(?:said|says|asked|added|wrote|replied)$/.test(low)) {
    const subject = readPhrase(tokens, at + 1, true)
    if (subject && /^[:,]$/.test(tokens[subject.to]?.text ?? ''))
      return { ...frame, subject, inverted: true, to: subject.to }
  }

  // `as Ann put it`, `so said Ann` are left alone.
  let left = at - 1
  while (left >= 0) {
    const word = tokens[left] as Token
    if (word.is !== 'word') {
      // `Holt, meanwhile, said`
      if (word.text === ',' && left > 0 && isLooseAdverb(tokens[left - 1] as Token) && tokens[left - 2]?.text === ',') {
        left -= 3
        continue
      }
      break
    }
    // `as my father used to say`
    if (word.low === 'to' && tokens[left - 1]?.low === 'used') {
      left -= 2
      continue
    }
    if (be.has(word.low) && !frame.participle) frame.passive = true
    if (negations.has(word.low)) frame.negated = true
    if (beforeVerb.has(word.low) || negations.has(word.low) || /^\p{Ll}+ly$/u.test(word.text)) left--
    else break
  }
  const subjectEnd = left
  const last = tokens[subjectEnd]

  if (nounLike.has(low) && !isVerbHere(tokens, at, subjectEnd)) return null
  // `struck a patient note`: one person notes; only several note.
  if (baseForm.test(low) && subjectEnd === at - 1 && last?.is === 'word' && !severalEnd.test(last.low)) return null
  if (frame.participle) {
    // `his warning`, `the meeting`, `was calling`; a participle speaks for the subject of its sentence.
    const near = tokens[at - 1]
    const object = !saying && /^(?:an?|the|his|her|their|its|him|them|it|[\p{Lu}].*)$/u.test(after?.text ?? '')
    if (near && near.is === 'word' && (determiners.has(near.low) || (prepositionBeforeNoun(near.low) && !object)))
      return null
    if (near && be.has(near.low)) {
      frame.passive = false
      const subject = subjectBefore(tokens, subjectEnd, earlier)
      return subject ? { ...frame, subject, from: subject.from } : null
    }
    return { ...frame, subject: elided(at) }
  }
  // `the paper quoted her as saying`: the object speaks.
  if (/^(?:quot|cit)(?:ed|es)$/.test(low) && !frame.passive) {
    const as = tokens.findIndex((other, index) => index > at && index < at + 9 && other.low === 'as')
    if (as > 0 && tokens[as + 1]?.low === 'saying') {
      const pronoun = { him: 'he', her: 'she', them: 'they' }[after?.low ?? '']
      const object = pronoun
        ? { ...elided(at + 1), is: 'pronoun' as const, text: pronoun, to: as }
        : readPhrase(tokens, at + 1, false)
      const from = subjectBefore(tokens, subjectEnd, earlier)?.from ?? at
      return object ? { ...frame, subject: { ...object, from }, from, to: as + 2 } : null
    }
  }
  if (frame.passive || (after?.low === 'by' && !/^(?:said|says)$/.test(low))) {
    const by = tokens.findIndex((other, index) => index > at && index < at + 14 && other.low === 'by')
    const agent = by > 0 ? readPhrase(tokens, by + 1, true) : null
    const quoted =
      frame.passive &&
      /^(?:quoted|cited|reported)$/.test(low) &&
      tokens.slice(at + 1, at + 3).some((other) => other.low === 'saying')
    if (quoted) {
      const subject = subjectBefore(tokens, subjectEnd, earlier)
      return subject ? { ...frame, passive: false, subject, from: subject.from } : null
    }
    return { ...frame, passive: true, subject: agent }
  }
  if (!last) return { ...frame, subject: elided(at) }
  const subject = subjectBefore(tokens.slice(0, at), subjectEnd, earlier)
  if (!subject) return null
  return { ...frame, subject, from: subject.is === 'elided' ? at : subject.from }
}

function isPlainNoun(token: Token): boolean {
  return (
    token.is === 'word' &&
    /^\p{Ll}{3,}$/u.test(token.text) &&
    !/ly$/.test(token.low) &&
    !prepositions.has(token.low) &&
    !beforeVerb.has(token.low) &&
    !clauseBreaks.has(token.low) &&
    !determiners.has(token.low) &&
    !finite.has(token.low) &&
    !/^(?:who|which|that|then|here|there|today|alone|too|himself|herself)$/.test(token.low)
  )
}

const baseForm =
  /^(?:note|report|claim|joke|remark|comment|demand|call|stress|cite|quote|vow|post|tweet|hope|fear|reply|answer|hint|question|attack|blame|praise|brand|label|star)$/

const severalEnd = /(?:s|people|police|men|women|they|who|i|we|you|to|and)$/

function prepositionBeforeNoun(low: string): boolean {
  return low === 'of' || low === 'with' || low === 'for'
}

function isLooseAdverb(token: Token): boolean {
  return /^(?:meanwhile|however|though|too|also|nevertheless|nonetheless|instead|moreover)$/.test(token.low)
}

/** Whether a word that may be a noun is a verb here: it has a subject or a helping verb before it. */
function isVerbHere(tokens: readonly Token[], at: number, subjectEnd: number): boolean {
  const before = tokens[at - 1]
  const { low } = tokens[at] as Token
  if (!before) return isParticiple(low)
  if (before.is !== 'word') return isParticiple(low) || before.is === 'quote' || before.text === ','
  const subject = tokens[subjectEnd]
  if (subjectEnd < at - 1 && finite.has(before.low)) return true
  if (subject?.is !== 'word') return subjectEnd < at - 1 || isParticiple(low)
  if (/[’']s?$/.test(subject.text)) return false
  if (subject.low in pronouns || subject.low === 'who' || subject.low === 'which') return true
  if (isParticiple(low)) return !determiners.has(subject.low) && !isRoleNoun(subject.low)
  if (determiners.has(subject.low) || prepositions.has(subject.low)) return false
  if (isRoleNoun(subject.low) || isGroupNoun(subject.low) || subject.low === 'and') return true
  return /^\p{Lu}/u.test(subject.text) && !nations[subject.low]
}

function elided(at: number): Subject {
  return { is: 'elided', text: '', name: '', roles: [], words: [], definite: true, from: at, to: at }
}

/** The subject that ends at a token. */
function subjectBefore(tokens: readonly Token[], end: number, earlier: readonly Frame[]): Subject | null {
  const last = tokens[end]
  if (!last) return elided(end + 1)
  if (last.is === 'quote') return elided(end + 1)
  if (last.is === 'word') {
    if (last.low in pronouns) return readPhrase(tokens, end, false)
    if (/^(?:and|but|or|then|to)$/.test(last.low)) return joinedSubject(tokens, end) ?? elided(end + 1)
    if (last.low === 'who' || last.low === 'which') {
      const stop = tokens[end - 1]?.text === ',' ? end - 2 : end - 1
      return phraseEndingAt(tokens, stop)
    }
    if (last.low === 'i') return readPhrase(tokens, end, false)
    if (/^(?:we|you)$/.test(last.low)) return null
    if (/^(?:one|another|others|many|some|several|most|both|two|three)$/.test(last.low))
      return readPhrase(tokens, end, false)
    if (prepositions.has(last.low) || determiners.has(last.low)) return null
  } else if (last.text !== ',' && last.text !== ')' && !/^[—–]$/.test(last.text)) {
    return null
  }
  // Left to where the clause begins.
  let start = end
  const closing = last.text === ',' || last.text === ')' || /^[—–]$/.test(last.text)
  for (let at = closing ? end - 1 : end; at >= 0; at--) {
    const token = tokens[at] as Token
    if (token.is === 'quote' || /^[;:]$/.test(token.text)) break
    if (/^[—–]$/.test(token.text) && !closing) break
    if (token.is === 'word' && clauseBreaks.has(token.low) && at < end) {
      if (token.low === 'and' && joinsNames(tokens, at, end)) {
        start = at
        continue
      }
      // `The firm that runs the pub said`
      const owner = tokens[at - 1]?.low ?? ''
      if (token.low === 'that' && !closing && (isRoleNoun(owner) || isGroupNoun(owner)) && !nounLike.has(owner))
        return phraseEndingAt(tokens, at - 1)
      if (token.low === 'but' || !(closing && insideAside(tokens, at))) break
    }
    // `fell after the maker said`: a clause of its own.
    if (at < end && !closing && /^(?:after|before|since|until|once)$/.test(token.low)) {
      const inner = readPhrase(tokens, at + 1, false)
      if (inner && inner.to === end + 1) break
    }
    // `A nurse accused of theft texted`: she is the subject still.
    const reduced = /ed$/.test(token.low) && /^(?:of|by)$/.test(tokens[at + 1]?.low ?? '')
    if (earlier.some((frame) => frame.verb === at && frame.subject?.is !== 'elided') && !closing && !reduced) break
    start = at
  }
  const segments = splitAtCommas(tokens, start, closing ? end : end + 1)
  if (segments.length === 0) return elided(end + 1)
  if (closing) {
    // `Ann Berg, the mayor, said`; `On Monday, Ann Berg, 43, said`; `the mayor, Ann Berg, said`
    const first = segments.findIndex(
      ([from]) => !startsAdverbial(tokens[from] as Token) && !startsParticipial(tokens, from),
    )
    if (first < 0) return elided(end + 1)
    const [from] = segments[first] as [number, number]
    const subject = readPhrase(tokens, from, false)
    if (!subject) return elided(end + 1)
    // A whole clause stands before the comma: `He sat down, and then, said`.
    const [, firstEnd] = segments[first] as [number, number]
    if (holdsVerb(tokens, subject.to, firstEnd)) return elided(end + 1)
    return subject
  }
  let [from, to] = segments.at(-1) as [number, number]
  if (
    segments.length > 1 &&
    startsAdverbial(tokens[from] as Token) &&
    !(tokens[from] as Token).low.match(/^(?:on|in|at)$/)
  ) {
    // `Berg, speaking in Leeds, said` has its comma; without one the last words are the subject.
    return phraseEndingAt(tokens, end)
  }
  while (from < to && /^(?:and|but|so|then|now|also|meanwhile|still|yet)$/.test((tokens[from] as Token).low)) from++
  if (from >= to) return elided(end + 1)
  const opening = tokens[from] as Token
  if (startsAdverbial(opening)) return phraseEndingAt(tokens, end)
  const subject = readPhrase(tokens, from, false)
  if (!subject) return phraseEndingAt(tokens, end)
  if (subject.to < to) {
    if (holdsVerb(tokens, subject.to, to)) {
      const near = phraseEndingAt(tokens, end)
      return near && near.is === 'name' ? near : elided(end + 1)
    }
    // `the party’s Senate arm described`: the name only tells which arm.
    const gap = tokens.slice(subject.to, to)
    if (subject.is === 'name' && gap.length <= 2 && gap.every(isPlainNoun)) {
      const words = tokens.slice(subject.from, to).map(({ low }) => low)
      return { ...subject, is: 'description', name: '', text: join(tokens, subject.from, to), words, to }
    }
  }
  // `the mayor of Leeds, Ann Berg said` and the like keep the name.
  return subject
}

/** `When I had written it, Paula rang and said`: the subject of the verb that this one is joined to, in its clause. */
function joinedSubject(tokens: readonly Token[], and: number): Subject | null {
  const start = tokens.findLastIndex(
    (token, index) => index < and && (token.is === 'quote' || /^[,;:—–]$/.test(token.text)),
  )
  if (start < 0 || and - start > 9) return null
  const subject = readPhrase(tokens, start + 1, false)
  if (!subject || subject.is === 'description' || subject.to >= and) return null
  const verb = tokens[subject.to] as Token
  return verb.is === 'word' && /^\p{Ll}/u.test(verb.text) && !/^(?:who|and|of|for|at|in|is|was)$/.test(verb.low)
    ? subject
    : null
}

function joinsNames(tokens: readonly Token[], and: number, end: number): boolean {
  const left = tokens[and - 1]
  const right = tokens[and + 1]
  if (!left || !right || left.is !== 'word' || right.is !== 'word') return false
  for (let at = and + 1; at <= end; at++) if (finite.has((tokens[at] as Token).low)) return false
  const nounish = (token: Token) =>
    /^\p{Lu}/u.test(token.text) ||
    isRoleNoun(token.low) ||
    isGroupNoun(token.low) ||
    /^(?:security|defence|military|staff|the|his|her|their)$/.test(token.low)
  return nounish(left) && nounish(right)
}

function insideAside(tokens: readonly Token[], at: number): boolean {
  for (let left = at - 1; left > 0 && left > at - 14; left--) {
    const token = tokens[left] as Token
    if (token.text === ',' || token.text === '(' || /^[—–]$/.test(token.text)) return true
    if (token.is === 'quote') return false
  }
  return false
}

function splitAtCommas(tokens: readonly Token[], from: number, to: number): [number, number][] {
  const segments: [number, number][] = []
  let start = from
  for (let at = from; at <= to; at++) {
    const token = tokens[at]
    if (at < to && token && !/^[,()—–]$/.test(token.text)) continue
    if (at > start) segments.push([start, at])
    start = at + 1
  }
  return segments
}

function startsAdverbial(token: Token): boolean {
  if (token.is !== 'word') return false
  const { low } = token
  if (prepositions.has(low) || subordinators.has(low)) return true
  if (
    weekdays.includes(low) ||
    /^(?:yesterday|today|last|this|earlier|later|asked|pressed|speaking|writing|questioned|addressing|instead|overnight|there|here|just|only|who|which|whose|whom|aged|now|then|twice|once|meanwhile|born)$/.test(
      low,
    )
  )
    return true
  if (/^\p{Lu}?\p{Ll}{3,}ing$/u.test(token.text) && low !== 'king' && low !== 'beijing') return true
  return /^\p{Lu}?\p{Ll}+ly$/u.test(token.text) && low !== 'italy' && low !== 'family'
}

/** `seen by the Guardian`, `published on Monday`: says more of what stands before. */
function startsParticipial(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:seen|sent|written|led|held|run|made|known|given|\p{Ll}{2,}ed)$/u.test(tokens[at]?.text ?? '') &&
    prepositions.has(tokens[at + 1]?.low ?? '')
  )
}

const irregularPast =
  /^(?:fell|rose|won|met|came|went|took|made|gave|got|kept|ran|spoke|stood|sat|grew|drew|broke|began|chose|drove|flew|fought|brought|bought|sold|paid|sent|spent|tore|threw|wore|heard|knew|sank|sang|shook|stole|swept|swore|woke|withdrew|became|lost)$/

/** Whether a finite verb stands between the two. */
function holdsVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token
    if (token.is !== 'word') continue
    if (/^(?:who|which|that|whose)$/.test(token.low)) return false
    if (
      finite.has(token.low) ||
      irregularPast.test(token.low) ||
      sayingVerbs.has(token.low) ||
      (/\p{Ll}{2,}ed$/u.test(token.text) && at > from)
    )
      return true
  }
  return false
}
