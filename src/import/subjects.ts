/** Who does the saying in a sentence: verbs of saying and the words that are their subject. */
import {
  beforeVerb,
  isGivenName,
  isGroupNoun,
  isParticiple,
  isRoleNoun,
  judgingVerbs,
  months,
  nations,
  notNames,
  pronouns,
  sayingVerbs,
  titles,
  weekdays,
} from './lexicon.ts'
import type { Sentence, Token } from './narration.ts'

/** A noun phrase that may speak. */
export interface Subject {
  is: 'name' | 'pronoun' | 'description' | 'elided'
  /** Its words as they stand. */
  text: string
  /** The bare name; empty unless it is one. */
  name: string
  /** Titles and role nouns that stand with the name, or that make the description. */
  roles: string[]
  /** Other small words of the description, for comparing. */
  words: string[]
  definite: boolean
  /** Whether it stands in the first paragraph, where somebody named below may be meant. */
  opening?: boolean
  /** Tokens from and to (exclusive). */
  from: number
  to: number
}

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
const prepositions = new Set(
  'in on at by for with from to of about after before during since until under over against amid following between among through across despite without within into onto near outside inside around per via towards toward beyond behind beside besides alongside throughout upon regarding concerning like unlike including'.split(
    ' ',
  ),
)
const subordinators = new Set(
  'if when while although though because since after before until as whether where once unless whereas despite'.split(
    ' ',
  ),
)
const clauseBreaks = new Set([
  'and',
  'but',
  'or',
  'while',
  'because',
  'when',
  'although',
  'though',
  'that',
  'if',
  'whether',
  'so',
  'yet',
  'as',
  'what',
  'where',
  'than',
  'how',
  'why',
])
const determiners = new Set(
  'the a an one another this that these those his her its their our my your some several many few two three four five six seven eight nine ten dozens hundreds thousands both most all every each other no any more'.split(
    ' ',
  ),
)
const particles = new Set(
  'de del della der den van von zu la le du da dos das di el al bin ibn ben ter ten af av y e st'.split(' '),
)
const finite = new Set(
  'is was were are am be been has had have does did do will would can could should shall may might must'.split(' '),
)
/** Verb forms that are nouns just as often. */
const nounLike = new Set(
  'remark comment stress joke vow star claims claim reports report demands demand calls call quotes answers offers fears hopes thanks replies comments remarks promises pledges concerns notes states state warnings writing saying question questions cries threatens terms rules tweets posts boasts protests objects hopes thought felt ruled read reading urges answer complaint estimates warning hearing meeting feeling brands labels blames praise blasts hails calling telling worries hope fear ruling offering finding state stress cite quote vow vows post tweet wants attacks attack saw rejects grins reason reasons fear hint hints reply comment remark thinking understanding opening posting'.split(
    ' ',
  ),
)

/** Every verb of saying in a sentence, in order. */
export function findFrames(sentence: Sentence): Frame[] {
  const { tokens } = sentence
  const frames: Frame[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    if (token.is !== 'word') continue
    const { low } = token
    if (low === 'according' && tokens[at + 1]?.low === 'to') {
      const subject = readPhrase(tokens, at + 2, true)
      if (subject) {
        frames.push({ ...plainFrame(at, 'according to'), class: 'according', subject, to: subject.to })
      }
      continue
    }
    const saying =
      sayingVerbs.has(low) ||
      (/^(?:shot|shoots|hit|hits|fired|fires)$/.test(low) && tokens[at + 1]?.low === 'back') ||
      (/^puts?$/.test(low) && tokens[at + 1]?.low === 'it')
    if (!saying && !judgingVerbs.has(low)) continue
    const frame = toFrame(tokens, at, saying, frames)
    if (frame) frames.push(frame)
  }
  return frames
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
    if (startsAdverbial(token)) {
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
  if (frame.participle) {
    // `his warning`, `the meeting`, `was calling`; a participle speaks for the subject of its sentence.
    const near = tokens[at - 1]
    if (near && near.is === 'word' && (determiners.has(near.low) || prepositionBeforeNoun(near.low))) return null
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
  const subject = subjectBefore(tokens, subjectEnd, earlier)
  if (!subject) return null
  return { ...frame, subject, from: subject.is === 'elided' ? at : subject.from }
}

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
      if (!(closing && insideAside(tokens, at))) break
    }
    if (earlier.some((frame) => frame.verb === at && frame.subject?.is !== 'elided') && !closing) break
    start = at
  }
  const segments = splitAtCommas(tokens, start, closing ? end : end + 1)
  if (segments.length === 0) return elided(end + 1)
  if (closing) {
    // `Ann Berg, the mayor, said`; `On Monday, Ann Berg, 43, said`; `the mayor, Ann Berg, said`
    const first = segments.findIndex(([from]) => !startsAdverbial(tokens[from] as Token))
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

/** Whether a finite verb stands between the two. */
function holdsVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at] as Token
    if (token.is !== 'word') continue
    if (/^(?:who|which|that|whose)$/.test(token.low)) return false
    if (finite.has(token.low) || sayingVerbs.has(token.low) || (/\p{Ll}{2,}ed$/u.test(token.text) && at > from))
      return true
  }
  return false
}

/** The phrase whose last word stands at `end`. */
function phraseEndingAt(tokens: readonly Token[], end: number): Subject | null {
  const last = tokens[end]
  if (last?.is !== 'word') return null
  if (last.low in pronouns) return readPhrase(tokens, end, false)
  let from = end
  if (isCapital(last)) {
    while (
      from > 0 &&
      (isCapital(tokens[from - 1] as Token) || particles.has((tokens[from - 1] as Token).low)) &&
      (tokens[from - 1] as Token).is === 'word' &&
      !startsWithNotName(tokens, from - 1)
    )
      from--
    while (from > 0 && isRoleNoun((tokens[from - 1] as Token).low)) from--
    if (weekdays.includes((tokens[from] as Token).low) || months.includes((tokens[from] as Token).low)) from++
    return from > end ? null : readPhrase(tokens, from, false)
  }
  // Back to the nearest determiner, across at most one `of`.
  for (let at = end; at >= 0 && at > end - 9; at--) {
    const token = tokens[at] as Token
    if (token.is !== 'word') break
    if (determiners.has(token.low)) return readPhrase(tokens, at, false)
  }
  if (isGroupNoun(last.low) || isRoleNoun(last.low)) {
    while (
      from > 0 &&
      tokens[from - 1]?.is === 'word' &&
      !prepositions.has((tokens[from - 1] as Token).low) &&
      !clauseBreaks.has((tokens[from - 1] as Token).low) &&
      from > end - 3
    )
      from--
    return readPhrase(tokens, from, false)
  }
  return null
}

function startsWithNotName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  return notNames.has(token.low) && !titles.has(token.low)
}

function isCapital(token: Token): boolean {
  return token.is === 'word' && /^\p{Lu}/u.test(token.text)
}

/** `said one`, `yelled another`: words that speak without a noun. */
const loneSpeaker = /^(?:one|another|others|many|some|several|both|most|two|three|few)$/

/**
 * Reads a noun phrase that begins at a token: a name, with what stands before and after it, or a description.
 * `inverted`: it stands after its verb, so a comma and a name may follow it.
 */
export function readPhrase(tokens: readonly Token[], from: number, inverted: boolean): Subject | null {
  let at = from
  let token = tokens[at]
  if (token?.is !== 'word') return null
  if (token.low in pronouns) {
    return { is: 'pronoun', text: token.text, name: '', roles: [], words: [], definite: true, from, to: at + 1 }
  }
  if (token.low === 'i')
    return { is: 'pronoun', text: 'I', name: '', roles: [], words: [], definite: true, from, to: at + 1 }
  if (/^(?:we|you|there|who|which|that|what)$/.test(token.low)) return null
  if (
    loneSpeaker.test(token.low) &&
    tokens[from + 1]?.low === 'of' &&
    /^(?:them|us|those|these)$/.test(tokens[from + 2]?.low ?? '')
  ) {
    // `One of them, a gentleman with a whippet, said`
    const aside = tokens[from + 3]?.text === ',' ? readPhrase(tokens, from + 4, false) : null
    const close = aside ? tokens.findIndex((other, index) => index >= aside.to && other.text === ',') : -1
    return aside && aside.is !== 'pronoun' && close > 0 && close < aside.to + 6
      ? { ...aside, from, to: close }
      : describe(tokens, from, from + 3, [], false, token)
  }
  const definite = /^(?:the|his|her|their|its|this|that|these|those)$/.test(token.low)
  const determined = determiners.has(token.low)
  if (determined) at++
  while (
    tokens[at] &&
    /^(?:of|the|other|local|same)$/.test((tokens[at] as Token).low) &&
    determined &&
    at < from + 4 &&
    (tokens[at] as Token).low !== 'same'
  )
    at++
  const words: Token[] = []
  const roles: string[] = []
  let name: { from: number; to: number } | null = null
  let end = at
  for (; at < tokens.length; at++) {
    token = tokens[at] as Token
    if (token.is !== 'word') break
    const { low } = token
    if (name && !isCapital(token) && !particles.has(low)) {
      // `Labour councillor Ann Berg`, `Arsenal fans`: the name tells which.
      const reach = [0, 1, 2].find(
        (step) => isRoleNoun(tokens[at + step]?.low ?? '') || isGroupNoun(tokens[at + step]?.low ?? ''),
      )
      const clear =
        reach !== undefined &&
        tokens
          .slice(at, at + reach)
          .every(
            (word) =>
              word.is === 'word' &&
              /^[\p{Ll}\d]/u.test(word.text) &&
              !finite.has(word.low) &&
              !isVerbForm(word.low) &&
              !prepositions.has(word.low) &&
              !beforeVerb.has(word.low) &&
              !clauseBreaks.has(word.low) &&
              !determiners.has(word.low) &&
              !/^(?:who|which)$/.test(word.low),
          )
      if (!clear || isVerbForm(low)) break
      name = null
    }
    if (low === 'of' || low === 'for' || low === 'and' || low === 'at' || low === 'from') {
      // `the Bank of England`, `a spokesman for the ministry`, `the head of the union`
      break
    }
    if (
      prepositions.has(low) ||
      subordinators.has(low) ||
      finite.has(low) ||
      /^(?:who|which|that|whose|but|or|also|has|had)$/.test(low)
    )
      break
    if (beforeVerb.has(low) && !isRoleNoun(low) && !isCapital(token)) break
    if (weekdays.includes(low) && words.length > 0) break
    if (isVerbForm(low) && (words.length > 0 || loneSpeaker.test((tokens[from] as Token).low)) && !isRoleNoun(low))
      break
    // `A judge jailed …`: the noun has found its verb.
    const noun = words.at(-1)
    if (noun && /^\p{Ll}+ed$/u.test(token.text) && (isRoleNoun(noun.low) || isGroupNoun(noun.low))) break
    if (isCapital(token) && !isCommonHere(tokens, at, from)) {
      if (weekdays.includes(low)) break
      let to = at
      while (to < tokens.length) {
        const part = tokens[to] as Token
        if (isCapital(part) && !(weekdays.includes(part.low) && to > at)) to++
        else if (particles.has(part.low) && isCapital(tokens[to + 1] ?? part) && to > at) to++
        else if (
          part.text === '.' &&
          /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|Rev|St|Jr|Det|Insp|Supt|Cllr)$/u.test(
            (tokens[to - 1] as Token).text,
          ) &&
          part.start === (tokens[to - 1] as Token).end &&
          isCapital(tokens[to + 1] ?? part)
        )
          to++
        else if (part.text === '&' && isCapital(tokens[to + 1] ?? part)) to++
        else break
      }
      const possessive = /[’']s?$/.test((tokens[to - 1] as Token).text)
      if (possessive) {
        words.push(...tokens.slice(at, to))
        at = to - 1
        end = to
        continue
      }
      name = { from: at, to }
      words.push(...tokens.slice(at, to))
      at = to - 1
      end = to
      continue
    }
    words.push(token)
    if (isRoleNoun(low) || (titles.has(low) && !isGroupNoun(low))) roles.push(low)
    end = at + 1
    if (words.length > 9) break
  }
  if (words.length === 0) {
    // `said one`, `yelled another`, `others said`
    const lone = tokens[from] as Token
    if (!loneSpeaker.test(lone.low)) return null
    const next = tokens[from + 1]?.low === 'of' ? skipPhrase(tokens, from + 2) : from + 1
    const name = apposition(tokens, next)
    if (name) return { ...named(tokens, name, []), from, to: name.to }
    return describe(tokens, from, next, [], false, lone)
  }
  const headWord = words.at(-1) as Token
  const headLow = headWord.low.replace(/'s?$/, '')

  if (name) {
    const bare = bareName(tokens, name)
    roles.push(...bare.roles)
    const trailing = words.indexOf(tokens[name.to - 1] as Token) === words.length - 1
    // `Arsenal fans`, `Kremlin officials`: the name only tells which.
    if (!trailing) name = null
    else if (bare.text === '' || titles.has(bare.text.toLowerCase())) name = null
    else if (/^(?:of|for)$/.test(tokens[end]?.low ?? '') && !bare.isPerson) {
      // `the Bank of England`, `Ministry of Defence`
      let to = end + 1
      if (tokens[to]?.low === 'the') to++
      const start = to
      while (tokens[to] && isCapital(tokens[to] as Token)) to++
      if (to > start) {
        const whole = join(tokens, bare.from, to)
        const next = apposition(tokens, to)
        if (roles.length > 0 || isRoleNoun(bare.text) || titles.has(bare.text.toLowerCase())) {
          if (next) return { ...named(tokens, next, roles), from, to: next.to, definite }
          return describe(tokens, from, to, roles, definite)
        }
        return {
          is: 'name',
          text: join(tokens, from, to),
          name: whole,
          roles,
          words: [],
          definite,
          from,
          to,
        }
      }
    } else if (
      bare.roles.length === 0 &&
      words.length > name.to - name.from &&
      !words
        .slice(0, words.length - (name.to - name.from))
        .some(
          (word) =>
            isRoleNoun(word.low) ||
            titles.has(word.low) ||
            isGroupNoun(word.low) ||
            isPossessive(word) ||
            /(?:-year-old|-born|-based)$/.test(word.low) ||
            nations[word.low],
        )
    ) {
      // Small words before a name that are no role: `fellow resident` aside, take the name all the same.
    }
    if (name) {
      const joined = tokens[end]?.low === 'and' ? readPhrase(tokens, end + 1, false) : null
      if (joined && joined.is === 'name' && !inverted && isPlural(tokens, end, joined.to)) {
        return {
          is: 'name',
          text: join(tokens, from, joined.to),
          name: `${bare.text} and ${joined.name}`,
          roles: [],
          words: [],
          definite,
          from,
          to: joined.to,
        }
      }
      return {
        is: 'name',
        text: join(tokens, from, end),
        name: bare.text,
        roles: [...roles, ...rolesAfter(tokens, end)],
        words: [],
        definite,
        from,
        to: end,
      }
    }
  }

  // A description; the name may follow it: `the chairman of the board, Ann Berg`, `the head of the union Ann Berg`.
  const speaking =
    /^(?:one|both|two)$/.test((tokens[from] as Token).low) ||
    isRoleNoun(headLow) ||
    isGroupNoun(headLow) ||
    roles.length > 0 ||
    words.some((word) => titles.has(word.low) && !notNames.has(word.low))
  for (const word of words) if (titles.has(word.low) && !roles.includes(word.low)) roles.push(word.low)
  let to = end
  let hops = 0
  while (hops < 3 && /^(?:of|for|at|from|with|in|to|on|and)$/.test(tokens[to]?.low ?? '')) {
    const phrase = skipPhrase(tokens, to + 1)
    if (phrase <= to + 1) break
    if (tokens[to]?.low === 'and' && hops === 0 && !speaking) break
    if (/^(?:in|to|on|with|at|from)$/.test(tokens[to]?.low ?? '') && inverted && !speaking) break
    to = phrase
    hops++
  }
  // `the head of the union Ann Berg`, `Vice President for Policy Ann Berg`
  for (let at = end + 2; at < to - 1; at++) {
    const given = tokens[at] as Token
    const near = tokens[at - 1] as Token
    if (
      !speaking ||
      !isCapital(given) ||
      !isGivenName(given.low) ||
      prepositions.has(near.low) ||
      determiners.has(near.low)
    )
      continue
    if (!tokens.slice(at, to).every(isCapital)) continue
    const bare = bareName(tokens, { from: at, to })
    return { ...named(tokens, { from, to, name: bare.text }, roles), from, to, definite }
  }
  const next = apposition(tokens, to)
  // `Bento’s agent, Rui Falcao, insisted`: between two commas, any noun may have a name.
  const enclosed = next?.name.includes(' ') && tokens[to]?.text === ',' && tokens[next.to]?.text === ','
  if (next && enclosed && !speaking) return { ...named(tokens, next, roles), from, to: next.to, definite }
  if (next && speaking && (!isGroupNoun(headLow) || isRoleNoun(headLow) || tokens[to]?.text === ',')) {
    return { ...named(tokens, next, roles), from, to: next.to, definite }
  }
  return describe(
    tokens,
    from,
    to,
    roles.length > 0 ? roles : isRoleNoun(headLow) || isGroupNoun(headLow) ? [headLow] : [],
    definite,
    headWord,
  )
}

/** A capital that only the beginning of the sentence gives: `Opponents of the plan`, `Rescue team leader Ann Berg`. */
function isCommonHere(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at] as Token
  if (startsWithNotName(tokens, at) && at === from)
    return !isGroupNoun(token.low) || !/^\p{Lu}/u.test(tokens[at + 1]?.text ?? '')
  const opens = at === 0 || tokens[at - 1]?.is === 'quote' || /^[.?!:—–-]$/.test(tokens[at - 1]?.text ?? '')
  if (!opens) return false
  const next = tokens[at + 1]
  if (next && isCapital(next)) return isGroupNoun(token.low) && !isRoleNoun(token.low) && isGivenName(next.low)
  if (isGroupNoun(token.low) || isRoleNoun(token.low)) return true
  if (next?.is !== 'word' || isGivenName(token.low)) return false
  // One or two small nouns lead to a role: `Rescue team leader`, `Education minister`.
  for (let to = at + 1; to < at + 4; to++) {
    const word = tokens[to]
    if (word?.is !== 'word' || isCapital(word)) return false
    if (finite.has(word.low) || isVerbForm(word.low) || prepositions.has(word.low) || beforeVerb.has(word.low))
      return false
    if (isRoleNoun(word.low) || isGroupNoun(word.low)) return true
    // `Left tackle Bo Aldridge`: one or two small words, then a name of two or more.
    if (to < at + 3 && isCapital(tokens[to + 1] ?? word) && isCapital(tokens[to + 2] ?? word))
      return !mayBeVerb(word.low)
  }
  return false
}

function mayBeVerb(low: string): boolean {
  return /(?:ed|s|ing)$|^(?:met|saw|won|lost|beat|led|left|sent|paid|made|took|gave|got|held|kept|put|ran|came|went|sold|bought|hit|cut|let|set|shot|fought|taught|caught|brought|chose|drove|flew|not)$/.test(
    low,
  )
}

function isPossessive(token: Token): boolean {
  return /[’']s?$/.test(token.text)
}

function isPlural(tokens: readonly Token[], and: number, to: number): boolean {
  return and < to && tokens[to] !== undefined
}

function isVerbForm(low: string): boolean {
  return (sayingVerbs.has(low) || judgingVerbs.has(low)) && !isRoleNoun(low) && !isGroupNoun(low)
}

function describe(
  tokens: readonly Token[],
  from: number,
  to: number,
  roles: string[],
  definite: boolean,
  head?: Token,
): Subject {
  const text = join(tokens, from, to)
  const words = tokens.slice(from, to).map((token) => token.low)
  if (head && !words.includes(head.low)) words.push(head.low)
  return { is: 'description', text, name: '', roles, words, definite, from, to }
}

function named(tokens: readonly Token[], at: { from: number; to: number; name: string }, roles: string[]): Subject {
  return {
    is: 'name',
    text: join(tokens, at.from, at.to),
    name: at.name,
    roles,
    words: [],
    definite: true,
    from: at.from,
    to: at.to,
  }
}

/** A personal name that stands beside a description: `, Ann Berg,`. */
function apposition(tokens: readonly Token[], at: number): { from: number; to: number; name: string } | null {
  const comma = tokens[at]?.text === ','
  const from = comma ? at + 1 : at
  if (comma && /^(?:the|a|an)$/.test(tokens[from]?.low ?? '')) {
    // `Her opponent, the veteran Ann Berg,`
    const inner = readPhrase(tokens, from, false)
    return inner?.is === 'name' && inner.name.includes(' ') ? { from, to: inner.to, name: inner.name } : null
  }
  let to = from
  while (
    tokens[to] &&
    (isCapital(tokens[to] as Token) ||
      (to > from &&
        (particles.has((tokens[to] as Token).low) ||
          ((tokens[to] as Token).text === '.' &&
            /^(?:\p{Lu}|Dr|Mr|Mrs|Ms|Prof)$/u.test((tokens[to - 1] as Token).text)))))
  )
    to++
  if (to === from || isPossessive(tokens[to - 1] as Token)) return null
  const bare = bareName(tokens, { from, to })
  if (bare.text === '' || weekdays.includes(bare.text.toLowerCase())) return null
  const after = tokens[to]
  if (
    !bare.text.includes(' ') &&
    bare.roles.length === 0 &&
    !(comma && (!after || after.text === ',' || after.text === '.'))
  )
    return null
  if (
    after &&
    after.is === 'word' &&
    !sayingVerbs.has(after.low) &&
    !judgingVerbs.has(after.low) &&
    !beforeVerb.has(after.low) &&
    !prepositions.has(after.low) &&
    !/^(?:who|as|when|while|and)$/.test(after.low)
  )
    return null
  return { from, to, name: bare.text }
}

/** What roles an apposition after a name gives: `Ann Berg, the mayor of Leeds`. */
function rolesAfter(tokens: readonly Token[], end: number): string[] {
  if (tokens[end]?.text !== ',') return []
  const roles: string[] = []
  for (let at = end + 1; at < Math.min(end + 12, tokens.length); at++) {
    const token = tokens[at] as Token
    if (token.text === ',' || token.text === '.' || token.is === 'quote') break
    if (/^(?:who|said|says|told|and|of|for|at)$/.test(token.low)) break
    if (isRoleNoun(token.low) || (titles.has(token.low) && !notNames.has(token.low))) roles.push(token.low)
    if (nations[token.low]) roles.push(token.low)
  }
  return roles
}

function skipPhrase(tokens: readonly Token[], from: number): number {
  let at = from
  if (determiners.has(tokens[at]?.low ?? '')) at++
  const start = at
  while (at < tokens.length && at < start + 8) {
    const token = tokens[at] as Token
    if (token.is !== 'word') {
      if (token.text === '&') {
        at++
        continue
      }
      break
    }
    const { low } = token
    if (
      prepositions.has(low) ||
      subordinators.has(low) ||
      finite.has(low) ||
      clauseBreaks.has(low) ||
      /^(?:who|which|said|says|told|also|has|had)$/.test(low)
    )
      break
    if (weekdays.includes(low) || /^(?:yesterday|today|last|late|early|earlier|later)$/.test(low)) break
    if (isVerbForm(low) && !nounLike.has(low)) break
    if (beforeVerb.has(low) || /^\p{Ll}+ly$/u.test(token.text)) break
    at++
    // A name without a comma after `of X`: `the head of the union Ann Berg` is left whole.
  }
  return at
}

/** Letters after a name. */
const postNominal = /^(?:KC|QC|MP|MEP|MSP|MS|AM|TD|OBE|MBE|CBE|KBE|DBE|PhD|MD|RN|FRS|Esq|Jr|Sr|II|III|IV)$/

interface BareName {
  text: string
  from: number
  roles: string[]
  isPerson: boolean
}

/** A name without titles and nations: `Russian Foreign Minister Sergei Lavrov`. */
export function bareName(tokens: readonly Token[], { from, to }: { from: number; to: number }): BareName {
  const roles: string[] = []
  let at = from
  const strips = (token: Token): boolean => {
    const low = token.low.replace(/\.$/, '')
    if (isGivenName(low)) return false
    // `GAFFER Lenny Marr`, as tabloids begin.
    if (at === 0 && to > 2 && /^\p{Lu}{4,}$/u.test(token.text) && /^\p{Lu}\p{Ll}/u.test(tokens[1]?.text ?? ''))
      return true
    if (at === from && from === 0 && to - from >= 3 && /^\p{Lu}\p{Ll}{3,}(?:ian|ist|er|or|ant)$/u.test(token.text))
      return true
    return (
      titles.has(low) ||
      isRoleNoun(low) ||
      nations[low] !== undefined ||
      /^(?:then|late)$/.test(low) ||
      // `Mum-of-three`, `Ex-wife`
      /^\p{Lu}\p{Ll}+(?:-\p{Ll}+)+$/u.test(token.text) ||
      token.text === '.'
    )
  }
  while (at < to) {
    const token = tokens[at] as Token
    if (!strips(token)) break
    roles.push(token.low)
    at++
  }
  if (at === to) {
    // All of it is titles or a nation: `the Prime Minister`, `the German`.
    return { text: '', from, roles, isPerson: false }
  }
  // `Bank Governor Ann Berg`, `Labour MP Ann Berg`: what stands before a title belongs to it.
  for (let inner = to - 2; inner >= at; inner--) {
    const token = tokens[inner] as Token
    if (
      (titles.has(token.low) || isRoleNoun(token.low)) &&
      !isGivenName(token.low) &&
      !(titles.has(token.low) && isGivenName(token.low)) &&
      !/^(?:king|prince|dean|head|pope|bishop|baron|duke|miller|baker|cook|butcher|chambers|duke|abbott|marshal|teacher|fisher|farmer|carpenter|green|home|health|trade|justice|state|energy|climate|culture|environment|national|regional|district|group|press|liberal|foreign|education|transport|house|officer)$/.test(
        token.low,
      )
    ) {
      for (let index = at; index <= inner; index++) roles.push((tokens[index] as Token).low)
      at = inner + 1
      break
    }
  }
  // `Policy Ann Berg`: a given name begins the person's.
  const given = tokens.slice(at, to - 1).findIndex((token) => isGivenName(token.low))
  if (
    given > 0 &&
    !isGivenName((tokens[at] as Token).low) &&
    tokens[at + given - 1]?.text !== '.' &&
    (tokens[at] as Token).text.length > 2 &&
    !/^(?:st|saint|van|von|de|al|ben|abu|el|kim|bin|mc|mac)$/.test((tokens[at] as Token).low)
  )
    at += given
  let stop = to
  while (stop > at + 1 && postNominal.test((tokens[stop - 1] as Token).text)) stop--
  const text = join(tokens, at, stop)
    .replace(/[’']s?$/, '')
    .replace(/\s\./g, '.')
  const person = roles.some((role) => titles.has(role) || isRoleNoun(role)) || isGivenName((tokens[at] as Token).low)
  return { text, from: at, roles, isPerson: person && at < to }
}

/** Words of tokens as they would be written. */
export function join(tokens: readonly Token[], from: number, to: number): string {
  let text = ''
  let end: number | null = null
  for (const token of tokens.slice(from, to)) {
    if (end !== null && token.start > end) text += ' '
    text += token.text
    end = token.end
  }
  return text
}
