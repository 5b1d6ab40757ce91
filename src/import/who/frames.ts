/** Verbs of saying with their subjects, and whether they tell that something was said. */
import type { Language } from '../languages/language.ts'
import { extend, type Phrase, readPhrase } from './phrases.ts'
import { find, isCapital, join, lowAt, type Sentence, type Token, textAt, tokenAt } from './text.ts'

/** Whether words were said: they were, they were not, or only might be. */
type Mood = 'said' | 'not said' | 'supposed'

/** A verb of saying with its subject. */
export interface Frame {
  verb: number
  word: string
  /** Takes a whole quotation, only words out of one, or names a source. */
  class: 'saying' | 'judging' | 'according'
  /** Null where the subject is that of another verb of the sentence. */
  subject: Phrase | null
  /** `said Ann` */
  inverted: boolean
  /** `saying`, `adding`: it speaks for the subject of its sentence. */
  participle: boolean
  /** `was described as … by`: the subject is who does it. */
  passive: boolean
  mood: Mood
  /** Token where the words belonging to the verb begin, and the one after the last. */
  from: number
  to: number
}

/** Every verb of saying in a sentence, in order. */
export function findFrames({ tokens }: Sentence, language: Language): Frame[] {
  return tokens.flatMap((_, at) => accordingTo(tokens, at, language) ?? toFrame(tokens, at, language) ?? [])
}

function accordingTo(tokens: readonly Token[], at: number, language: Language): Frame | null {
  const words = language.according.find((list) => list.every((word, index) => tokens[at + index]?.low === word))
  if (!words) return null
  const according = { ...frameAt(at, words.join(' '), 'according'), inverted: true, to: at + words.length + 1 }
  const start = at + words.length
  const pronoun = language.object(lowAt(tokens, start))
  if (pronoun && tokens[start + 1]?.is !== 'word') return { ...according, subject: pronounAt(start, pronoun) }
  const subject = readAfter(tokens, start, language)
  if (!subject) return null
  // `according to Harbour Office records`
  const isNoun = ({ is, low, text }: Token) =>
    is === 'word' && low === text && !language.pronoun(low) && !language.isIn(low, ...small) && !language.isFinite(low)
  let to = subject.to
  while (isNoun(tokenAt(tokens, to))) to++
  if (to === subject.to) return { ...according, subject, to }
  const [text, head] = [join(tokens, start, to), lowAt(tokens, to - 1)]
  return { ...according, subject: { ...subject, is: 'description', name: '', text, head, to }, to }
}

const small = ['prepositions', 'breaks', 'auxiliaries', 'relative', 'loose', 'times'] as const

function frameAt(at: number, word: string, kind: Frame['class']): Frame {
  const plain = { inverted: false, participle: false, passive: false, mood: 'said' as const }
  return { ...plain, verb: at, word, class: kind, subject: null, from: at, to: at + 1 }
}

function pronounAt(at: number, word: string): Phrase {
  const plain = { is: 'pronoun' as const, name: '', roles: [], definite: true }
  return { ...plain, text: word, words: [word], head: word, from: at, to: at + 1 }
}

/** The subject that stands after its verb, with what belongs to it: `said the mayor of York, Ann Berg`. */
function readAfter(tokens: readonly Token[], from: number, language: Language): Phrase | null {
  const phrase = readPhrase(tokens, from, language)
  if (!phrase || phrase.is === 'pronoun') return phrase
  // As far as what follows still belongs to it.
  let found = phrase
  for (let at = phrase.to + 1; at < Math.min(phrase.to + 24, tokens.length); at++) {
    const { is, low, text } = tokenAt(tokens, at)
    if (is === 'quote' || language.has('auxiliaries', low) || language.has('relative', low)) break
    const whole = is === 'word' || /^[,.;:)—–]$/.test(text) ? extend(phrase, tokens, at, language) : null
    if (whole) found = { ...whole, to: at }
  }
  if (tokens[found.to]?.text !== ',' || found.is !== 'description') return found
  const other = readPhrase(tokens, found.to + 1, language)
  if (other?.is !== 'name' || !(other.name.includes(' ') || tokens[other.to]?.text === ',')) return found
  const text = join(tokens, found.from, other.to)
  return { ...other, roles: [...found.roles, ...other.roles], from: found.from, text }
}

/** The first phrase of a sentence that stands where a subject stands. */
export function topicOf(tokens: readonly Token[], language: Language, from = 0): Phrase | null {
  const token = tokenAt(tokens, from)
  const { low } = token
  if (token.is === 'quote' || token === tokenAt([], 0)) return null
  const leads = (language.isIn(low, 'breaks', 'loose') || language.isAdverb(low)) && !language.has('prepositions', low)
  if (token.is !== 'word' || (leads && !language.has('subordinate', low))) return topicOf(tokens, language, from + 1)
  // `Walking on, Berg said`
  const isParticiple = language.isParticiple(from > 0 ? token.text : low)
  if (!isParticiple && !language.isIn(low, 'prepositions', 'breaks', 'times')) return readAfter(tokens, from, language)
  // `On Monday, …`: past the comma that closes it.
  const comma = tokens.findIndex(({ text }, index) => index > from && text === ',')
  return comma < 0 ? null : topicOf(tokens, language, comma + 1)
}

/** The noun that a participle tells of: `with one councillor saying`, `voters saying`. */
function bearer(tokens: readonly Token[], at: number, language: Language): Phrase | null {
  const start = tokens.findLastIndex(({ low }, index) => index < at && /^(?:with|,)$/.test(low))
  const own = tokens[start]?.low === 'with' ? readPhrase(tokens, start + 1, language) : null
  const whole = own && extend(own, tokens, at, language)
  if (whole) return whole
  const phrase = subjectBefore(tokens, at, language)
  return phrase?.is === 'description' && phrase.from > 0 && language.isPlural(phrase.head) ? phrase : null
}

function toFrame(tokens: readonly Token[], at: number, language: Language): Frame | null {
  const token = tokenAt(tokens, at)
  const { low } = token
  const { has } = language
  if (token.is !== 'word') return null
  const next = lowAt(tokens, at + 1)
  const saying = has('saying', low) || has('phrasal', `${low}_${next}`)
  if (!saying && !has('judging', low)) return null
  const before = tokens[at - 1]
  const near = before?.low ?? ''
  // `in other states`, `the claim that is made`
  const isNoun = has('determiners', near) || (has('that', next) && has('auxiliaries', lowAt(tokens, at + 2)))
  if (has('nouns-too', low) && isNoun) return null
  let left = at - 1
  while (left > 0 && /^[,—–]$/.test(textAt(tokens, left))) left--
  const afterQuote = tokens[left]?.is === 'quote'
  if (isCapital(token) && at > 0 && !afterQuote) return null
  const isForm = language.isParticiple(low) && /ing$/.test(low)
  const frame = frameAt(at, low, saying ? 'saying' : 'judging')

  // `“…,” said Ann`; `…, said Ann`; `Said one violinist: “…”`
  const opens = before?.text === ',' || at === 0
  const mayInvert = saying && !isForm && !has('never-inverted', low) && !has('that', next)
  if (mayInvert && (afterQuote || opens || (language.inverts && !subjectBefore(tokens, at, language)))) {
    const subject = readAfter(tokens, at + 1, language)
    // `…,” said he would go`: what he said.
    const { head = '', to = 0 } = subject ?? {}
    const after = tokenAt(tokens, to)
    const isClosed = textAt(tokens, to - 1) === ',' || /^[.,:;—–]?$/.test(after.text)
    const ends = isClosed || (after.is === 'quote' && afterQuote) || has('relative', after.low)
    const isPerson = subject?.is === 'name' || language.isRole(head) || language.isIn(head, 'groups', 'shares')
    const isNear = language.inverts || (afterQuote && (ends || !language.isVerb(after.low)))
    if (subject && (isNear || (isPerson && ends)))
      return { ...frame, subject, inverted: true, mood: moodOf(tokens, null, at, language).mood, to: subject.to }
  }
  if (isForm) {
    if (has('prepositions', near) && !/^(?:by|as|in|after|before|while)$/.test(near)) return null
    // `with one councillor saying`
    if (before?.is === 'word' && !language.isIn(near, 'breaks', 'prepositions', 'loose')) {
      const subject = bearer(tokens, at, language)
      if (subject) return { ...frame, subject, from: subject.from }
    }
    // `denied saying`
    const mood = has('refusing', near) ? 'not said' : moodOf(tokens, null, at, language).mood
    return { ...frame, participle: true, mood }
  }
  const joined = isJoined(tokens, at, language)
  const isBase = has('saying', `${low}s`) || has('judging', `${low}s`)
  const isPlain = saying && !joined && !has('nouns-too', low)
  const isClear = /^sa(?:id|ys?)$/.test(low) || language.isIn(next, 'that', 'times', 'determiners')
  const mayBeFar = isPlain && (isClear || language.pronoun(next))
  const subject = subjectBefore(tokens, at, language) ?? (mayBeFar ? farSubject(tokens, at, language) : null)
  if (!subject && (!joined || (has('nouns-too', low) && near === ','))) return null
  if (subject && isBase && !takesBase(tokens, subject, at, language)) return null
  // `A nurse told to be silent`: she is told.
  if (/^(?:told|reminded|informed|assured)$/.test(low) && /^(?:to|that|by|of|not|they|he|she)$/.test(next))
    return { ...frame, passive: true, from: subject?.from ?? at }
  const { mood, passive } = moodOf(tokens, subject, at, language)
  const from = subject?.from ?? at
  if (!passive) return { ...frame, subject, mood, from }
  // `was described as … by Ann`: who does it.
  const by = find(tokens, /^by$/, at, at + 14)
  return { ...frame, passive: true, subject: by > 0 ? readAfter(tokens, by + 1, language) : null, from }
}

/** Whether a subject takes `say`, `note`: the form that others have an ending on. */
function takesBase(tokens: readonly Token[], subject: Phrase, at: number, language: Language): boolean {
  const between = tokens.slice(subject.to, at)
  if (between.some(({ low }) => language.has('doubts', low) || /^(?:did|do|does|to|didn't|don't|doesn't)$/.test(low)))
    return true
  if (subject.is === 'pronoun') return /^(?:they|we|you|i)$/i.test(subject.text)
  const { head, and, far } = subject
  const isSeveral = language.isPlural(head) || language.isIn(head, 'determiners', 'shares') || /^who$|%$/.test(head)
  return isSeveral || and !== undefined || far === true
}

/** Whether a verb without a subject of its own shares the one of an earlier verb: `rose and said`, `, said`. */
function isJoined(tokens: readonly Token[], at: number, language: Language): boolean {
  let left = at - 1
  while (left >= 0 && language.has('loose', lowAt(tokens, left))) left--
  const { is, low, text } = tokenAt(tokens, left)
  return language.has('and', low) || low === 'but' || text === ',' || is === 'quote'
}

/** What the words between a subject and its verb make of it, and those that lead to the subject. */
function moodOf(tokens: readonly Token[], subject: Phrase | null, at: number, language: Language) {
  const { has } = language
  const { from: start, to: from } = subject ?? { from: at, to: at }
  const lows = (begin: number, end: number) => tokens.slice(begin, end).map(({ low }) => low)
  const isLead = ({ is, low }: Token, index: number) =>
    (index < from && (is === 'quote' || /^(?:[,;:—–(]|that|because|but|after|when)$/.test(low))) ||
    (index < start && has('and', low))
  const leadAt = tokens.findLastIndex(isLead) + 1
  const [inner, lead, opening] = [lows(from, at), lows(leadAt, from), lows(0, Math.max(leadAt - 1, 0))]
  const joiner = lowAt(tokens, leadAt - 1)
  // `Nobody said`, `no longer says`, `denied that she had said`, `Few said`; not `nearly half of them said`
  const isDenied =
    inner.some((low, index) => has('negations', low) || has('refusing', low) || (low === 'longer' && index > 0)) ||
    lead.some((low) => has('negations', low) && !/^(?:not|almost|nearly)$/.test(low)) ||
    (has('that', joiner) && has('refusing', opening.at(-1) ?? '')) ||
    has('refusing', lowAt(tokens, start - 1)) ||
    /^(?:no|few)\b/.test(lead.join(' '))
  // `If A says`, `asked whether A had said`, `Had A said “no”, …`, `rumours that A said`
  const isOpen =
    inner.some((low, index) => has('doubts', low) || (low === 'to' && !/^(?:on|used)$/.test(inner[index - 1] ?? ''))) ||
    lead.some((low) => has('unreal', low) || (has('doubts', low) && !/^(?:may|might|can|will|must)$/.test(low))) ||
    lead[0] === 'had'
  // `It is not true that A said`, `In the film, A says`
  const isShort = opening.length <= 7 && !opening.some((low) => low === '' || has('saying', low))
  const isUnreal = has('that', joiner)
    ? opening.some((low) => language.isIn(low, 'unreal', 'negations', 'doubts'))
    : joiner === ',' && opening[0] === 'in' && opening.some((low) => has('told', low))
  const mood: Mood = isDenied ? 'not said' : isOpen || (isShort && isUnreal) ? 'supposed' : 'said'
  return { mood, passive: inner.some((low) => has('passive', low)) }
}

/** Words that stand between a subject and its verb. */
function isLoose(tokens: readonly Token[], at: number, language: Language): boolean {
  const low = lowAt(tokens, at)
  return (
    language.isIn(low, 'loose', 'leading') ||
    language.isAdverb(low) ||
    (low === 'to' && language.isIn(lowAt(tokens, at - 1), 'leading', 'refusing', 'auxiliaries'))
  )
}

/** The subject that ends where the verb, and what stands between the two, begins. */
function subjectBefore(tokens: readonly Token[], verb: number, language: Language): Phrase | null {
  // A time may be part of the phrase before: `the day after the storm`.
  const inner = isLoose(tokens, verb - 1, language) ? subjectBefore(tokens, verb - 1, language) : null
  return inner ?? subjectEndingAt(tokens, verb, language)
}

/** The first phrase of the sentence, when all between it and the verb tells of it: `Voters in a poll last year said`. */
function farSubject(tokens: readonly Token[], verb: number, language: Language): Phrase | null {
  const { has } = language
  const joined = tokens.findLastIndex(({ low }, at) => at < verb && has('and', low) && tokens[at - 1]?.text === ',')
  const phrase = topicOf(tokens, language, joined + 1)
  if (!phrase || phrase.is === 'pronoun' || phrase.to > verb || verb - phrase.to > 24) return null
  const between = tokens.slice(phrase.to, verb)
  const isOwn = ({ low, text }: Token) =>
    text !== ';' &&
    !has('saying', low) &&
    (!has('breaks', low) || has('relative', low) || language.isIn(low, 'prepositions', 'and') || low === 'as')
  if (!between.every(isOwn)) return null
  return { ...phrase, text: join(tokens, phrase.from, Math.min(verb, phrase.from + 14)), far: true }
}

function subjectEndingAt(tokens: readonly Token[], end: number, language: Language): Phrase | null {
  const { has } = language
  const { low } = tokenAt(tokens, end - 1)
  if (has('first', low)) return pronounAt(end - 1, low)
  if (has('relative', low) && low !== 'that') return ownerOf(tokens, end - 1, language)
  let best: Phrase | null = null
  for (let from = end - 1; from > end - 45; from--) {
    const { is, text } = tokenAt(tokens, from)
    if (is === 'quote' || /^[;:]?$/.test(text)) break
    const phrase = is === 'word' && mayBegin(tokens, from, language) ? readPhrase(tokens, from, language) : null
    if (phrase) best = extend(phrase, tokens, end, language) ?? best
  }
  return best && { ...best, to: end }
}

/** Whether a subject may begin at a token: where a clause begins, not after a preposition or within a phrase. */
function mayBegin(tokens: readonly Token[], at: number, language: Language): boolean {
  const before = tokens[at - 1]
  const { has } = language
  if (before?.is !== 'word') return before?.text !== '.'
  const { low } = before
  const own = lowAt(tokens, at)
  if (language.pronoun(own) || has('first', own)) return true
  if (has('prepositions', low) && !has('breaks', low)) return false
  // `does not care and …`: a verb follows.
  if (has('auxiliaries', low)) return isCapital(tokens[at]) || has('determiners', own)
  const isSmall = has('not-names', low) && !has('determiners', low)
  const lists = ['breaks', 'loose', 'saying', 'judging', 'times', 'audience'] as const
  return isSmall || language.isIn(low, ...lists) || language.isAdverb(low)
}

/** Whom `who` stands for. */
function ownerOf(tokens: readonly Token[], who: number, language: Language): Phrase | null {
  const end = textAt(tokens, who - 1) === ',' ? who - 1 : who
  let widest: Phrase | null = null
  for (let from = end - 1; from >= 0 && from > end - 14; from--) {
    const phrase = readPhrase(tokens, from, language)
    const whole = phrase && extend(phrase, tokens, end, language)
    if (!whole) continue
    widest = { ...whole, to: end }
    const before = tokenAt(tokens, from - 1)
    const isInner = isCapital(before) || language.isRole(before.low) || language.has('determiners', before.low)
    const isPerson = language.isRole(whole.head) || language.has('groups', whole.head)
    // `Captain Ann Berg of York, who`
    if (!isInner && (isPerson || (whole.is === 'name' && !language.has('prepositions', before.low)))) return widest
  }
  return widest
}
