/** The rules that say whose a quotation is, the plainest first: the first that speaks is heard. */
import type { Span } from '../../markdown/quotation-marks.ts'
import type { Language } from '../languages/language.ts'
import type { Rule } from '../rule.ts'
import { type Certainty, type Heard, type ResolvedFrame, type Scene, sureIf } from './coreference.ts'
import type { Person } from './people.ts'
import { readPhrase } from './phrases.ts'
import { type Sentence, type Token, textAt, tokenAt } from './text.ts'
import { nameOfThing } from './things.ts'

/** Who a quotation is proposed to belong to. */
export interface Attribution {
  person: Person | null
  /** Who says it too. */
  also: Person[]
  certainty: Certainty
  /** The words it rests on, or why there are none. */
  because: string
  rule: string | null
  /** True for quoted words that nobody says: the name of a thing. */
  term: boolean
  /** Whether the quotation is part of reported speech, not a sentence of its own. */
  embedded: boolean
  /** Nobody, beyond doubt: no later sentence explains it. */
  settled: boolean
  sentence: Sentence
  frame: ResolvedFrame | null
}

/** Where a quotation stands. */
export interface Place extends Scene {
  at: number
  sentence: Sentence
  /** Of the sentence. */
  tokens: readonly Token[]
  spans: readonly Span[]
  found: readonly (Attribution | null)[]
}

type Claim = Partial<Attribution>

export interface QuoteRule extends Rule {
  propose: (place: Place) => Claim | null
}

const by = (frame: ResolvedFrame, certainty: Certainty = frame.certainty): Claim =>
  frame.person
    ? { person: frame.person, also: frame.also, certainty, because: frame.because, frame }
    : { because: `${frame.because}: nobody in the text fits`, frame }

const likely = (person: Person, because: string, certainty: Certainty = 'likely') => ({ person, certainty, because })

const wordsOf = ({ at, tokens, spans }: Place): string => (spans[tokens[at]?.span ?? -1]?.text ?? '').trim()
/** Whether the quotation ends as one before `said Ann` does. */
const isSeparated = (place: Place) =>
  /[,?!…;—–-]["'’”]?$/.test(wordsOf(place)) || /^[,—–-]$/.test(tokenAt(place.tokens, place.at + 1).text)
const opensSentence = ({ at, tokens }: Place) =>
  tokens.slice(0, at).every(({ is, low }) => is === 'mark' || /^(?:and|but|so)$/.test(low))
/** A sentence of its own in marks. */
const isWhole = (place: Place) =>
  /^[\p{Lu}\p{N}…¿¡]|^\p{Lo}/u.test(wordsOf(place)) && /[.?!…。！？।]["'’”]?$/.test(wordsOf(place))

/** The verb that stands right after the quotation. */
function frameAfter(place: Place): ResolvedFrame | undefined {
  const { at, tokens, heard } = place
  return heard.frames.find(({ verb, subject, inverted, from }) => {
    const between = tokens.slice(at + 1, inverted ? verb : from)
    const isBeside = verb > at && subject && between.every(({ text }) => /^[,—–-]$/.test(text))
    return isBeside && (inverted || isSeparated(place) || /[.]["'’”]?$/.test(wordsOf(place)))
  })
}

/** What stands between a verb and the quotation. */
const between = ({ at, tokens }: Place, { verb, inverted, to }: ResolvedFrame) =>
  tokens.slice(Math.max(verb + 1, inverted ? to : 0), at)

/** The verb before the quotation that governs it: nothing between them begins a clause of somebody else’s. */
function frameBefore(place: Place): ResolvedFrame | undefined {
  const { at, heard, language } = place
  return heard.frames.findLast((frame) => {
    const inner = between(place, frame)
    // `called it “a” and “b”`, `said he “did” and would “do” it again`
    const last = inner.findLastIndex(({ is, text }) => is === 'quote' || text === ';')
    const isOwn = last < 0 || (inner[last]?.is === 'quote' && inner.slice(last + 1).every(({ is }) => is === 'word'))
    // `shrugged off the smell and “the officer left”`
    const hasOwn = inner.some(({ low }) => language.isVerb(low) || language.has('that', low))
    const isJoined = language.has('and', inner.at(-1)?.low ?? '')
    return frame.verb < at && frame.class !== 'according' && isOwn && (hasOwn || !isJoined)
  })
}

/** Whether nothing but an addressee, a time and small words stands between the verb and the quotation. */
function isClose(place: Place, frame: ResolvedFrame): boolean {
  const inner = between(place, frame)
  if (/^[:,]$/.test(tokenAt(place.tokens, place.at - 1).text))
    return !inner.some(({ low }) => place.language.has('auxiliaries', low))
  return inner.length <= 3 && inner.every(({ is, low }) => is === 'word' && !place.language.has('breaks', low))
}

export const quoteRules: readonly QuoteRule[] = [
  {
    name: 'label',
    reads: 'A name and a colon before the words, or a name after a dash or in brackets behind them.',
    example: { text: 'Ann Berg: “No.”', gives: 'Ann Berg, certain' },
    propose: (place) => {
      const { at, tokens, cast, language } = place
      const isSigned = /^[—–(-]$/.test(textAt(tokens, at + 1))
      if (!isSigned && !/^[:：]$/.test(textAt(tokens, at - 1))) return null
      const phrase = readPhrase(tokens, isSigned ? at + 2 : 0, language)
      if (phrase?.is !== 'name' || !(isSigned || phrase.to === at - 1)) return null
      const person = cast.toPerson(phrase.name)
      cast.learn(person, phrase)
      return likely(person, phrase.text, isSigned && !opensSentence(place) ? 'likely' : 'certain')
    },
  },
  {
    name: 'thing',
    reads: 'What stands beside the words names a thing, a title or a sign: nobody says them.',
    example: { text: 'They live in a so-called “tiny house”.', gives: 'nobody' },
    propose: (place) => {
      const because = nameOfThing(place, wordsOf(place))
      return because ? { because, term: true, settled: true } : null
    },
  },
  {
    name: 'after',
    reads: 'A verb of saying with its subject right after the words.',
    example: { text: '“No,” said Ann Berg.', gives: 'Ann Berg, certain' },
    propose: (place) => {
      const frame = frameAfter(place)
      if (!frame || frame.class === 'according') return null
      const earlier = frameBefore(place)
      // `claimed that “…,” Ann Berg said`, `Asked whether he had called it “a joke”, he laughed`: the earlier one’s.
      const isThat = place.language.has('that', tokenAt(place.tokens, place.at - 1).low)
      const isAsked = earlier?.mood !== 'said' && !/[,?!…]$/.test(wordsOf(place))
      if (earlier && (isThat || isAsked)) return null
      // `Ann said, according to the paper`: at second hand.
      const isTold = place.heard.frames.some(({ class: is, verb }) => is === 'according' && verb > frame.verb)
      return by(frame, sureIf(!isTold, frame.certainty))
    },
  },
  {
    name: 'according',
    reads: '`according to` and its like, with whom.',
    example: { text: 'It was “done,” according to Ann Berg.', gives: 'Ann Berg, certain' },
    propose: (place) => {
      const { heard, at, tokens } = place
      const sources = heard.frames.filter(({ class: is }) => is === 'according')
      const frame = sources.find(({ verb }) => verb > at) ?? sources[0]
      if (!frame || (frameBefore(place)?.verb ?? -1) > frame.verb) return null
      return by(frame, frame.verb === at + 1 || tokens[at + 1]?.text === ',' ? frame.certainty : 'likely')
    },
  },
  {
    name: 'before',
    reads: 'A verb of saying with its subject before the words, or one that takes them for an object: `called it “…”`.',
    example: { text: 'Ann Berg told reporters: “No.”', gives: 'Ann Berg, certain' },
    propose: (place) => {
      const { at, tokens, language } = place
      const frame = frameBefore(place)
      if (!frame) return null
      if (frame.mood === 'not said') return { because: `${frame.because}: not said`, settled: true }
      if (frame.passive && !frame.person) return { because: `${frame.because}: by whom is not told`, settled: true }
      const inner = tokens.slice(frame.verb + 1, at)
      const turns = /^(?:,|while|but|because|after|when|whether|if|who|which)$/
      // `observing a noisy “classroom”`: a word the writer doubts.
      const isDoubted = frame.class === 'saying' && frame.subject === null && wordsOf(place).split(/\s+/).length <= 2
      const isPlain = !isDoubted && !inner.some(({ is, low }) => is === 'quote' || turns.test(low))
      const sure = isClose(place, frame) || (isPlain && (frame.class === 'saying' || inner.length <= 12))
      return by(frame, sureIf(sure && !language.has('thinking', frame.word), frame.certainty))
    },
  },
  {
    name: 'split',
    reads: 'A quotation that goes on after its speaker was named in the same sentence.',
    example: { text: '“We go,” said Ann Berg; “we go far.”', gives: 'Ann Berg, certain' },
    propose: (place) => {
      const { at, tokens, found } = place
      const earlier = tokens.slice(0, at).findLast(({ is }) => is === 'quote')
      const claim = earlier ? found[earlier.span] : null
      if (!earlier || !claim?.person) return null
      const { person, also, because, frame } = claim
      const certainty = frame && tokens.indexOf(earlier) < frame.verb ? claim.certainty : 'likely'
      return { person, also, because, frame, certainty }
    },
  },
  {
    name: 'closing',
    reads: 'The last words of a sentence, after a comma, say who speaks in all of it.',
    example: { text: 'It would be a “green light” for others, Ann Berg told the paper.', gives: 'Ann Berg, certain' },
    propose: (place) => {
      const { at, tokens, heard } = place
      const frame = heard.frames.find(({ verb, from, inverted, class: is, to }) => {
        const isSet = inverted || tokens[from - 1]?.text === ','
        return verb > at && is === 'saying' && isSet && tokens.length - Math.max(verb, to) <= 10
      })
      return frame?.person && frame.mood === 'said' ? by(frame) : null
    },
  },
  {
    name: 'goes-on',
    reads: 'A whole sentence in marks that follows one of somebody’s in the same paragraph.',
    example: { text: '“No,” Ann Berg said. “Not me.”', gives: 'Ann Berg, certain' },
    propose: (place) => {
      const { sentence, past } = place
      if (!(opensSentence(place) && (isWhole(place) || isOnly(place)))) return null
      const before = past.at(-1)
      if (!before || before.sentence.block !== sentence.block) return null
      const claim = lastClaim(place, before)
      const person = claim?.person ?? before.speakers.at(-1)
      if (!person) return null
      const frame = claim?.person ? claim.frame : before.frames.findLast((one) => one.person === person)
      const sure =
        (claim?.person ? claim : frame)?.certainty === 'certain' &&
        before.speakers.every((one) => one === person) &&
        (claim?.person ? !turns(before, claim.frame, place.language) : frame?.class === 'saying') &&
        isOnly(place)
      const because = `goes on from the sentence before, ${person.name}’s`
      return { ...likely(person, because, sure ? 'certain' : 'likely'), also: claim?.person ? claim.also : [] }
    },
  },
  {
    name: 'set-off',
    reads: 'A paragraph in marks below one that ends with a colon.',
    example: { text: 'Ann Berg wrote to the board:\n“We are leaving.”', gives: 'Ann Berg, certain' },
    propose: (place) => {
      const { past, sentence } = place
      const before = past.at(-1)
      if (!isOnly(place) || before?.sentence.block !== sentence.block - 1) return null
      if (!/^[:：]$/.test(before.sentence.tokens.at(-1)?.text ?? '')) return null
      const frame = before.frames.findLast(({ person }) => person)
      if (frame) return by(frame, frame.certainty)
      const person = before.topic ?? before.speakers.at(-1)
      return person ? likely(person, `${person.name} … :`) : null
    },
  },
  {
    name: 'nearby',
    reads: 'A whole sentence in marks: who spoke, or was spoken of, shortly before.',
    example: { text: '“No,” Ann Berg said.\n“Not me.”', gives: 'Ann Berg, likely' },
    propose: (place) => {
      const { sentence, past } = place
      if (!(opensSentence(place) && (isWhole(place) || isOnly(place)))) return null
      for (const { sentence: before, speakers, topic, named } of past.slice(-4).reverse()) {
        if (before.block < sentence.block - (isOnly(place) ? 2 : 0)) return null
        const about = before.block === sentence.block ? named.find(({ kind }) => kind === 'person') : undefined
        const person = about ?? speakers.at(-1) ?? topic
        if (person) return likely(person, `${person.name} is heard of shortly before`)
      }
      return null
    },
  },
  {
    name: 'about',
    reads: 'Some quoted words in a sentence about somebody, with a verb that is in no list.',
    example: { text: 'Ann Berg turned the town into “a gull in a storm”.', gives: 'Ann Berg, likely' },
    propose: (place) => {
      const { heard, at, tokens, language } = place
      const words = wordsOf(place).split(/\s+/)
      const { topic } = heard
      if (!topic || at < 2 || !(topic.kind === 'person' || topic.kind === 'unnamed') || words.length < 3) return null
      if (tokens.slice(0, at).some(({ low }) => language.isIn(low, 'negations', 'doubts'))) return null
      return likely(topic, `${topic.name} is whom the sentence is about`)
    },
  },
]

/** Whether a sentence is nothing but quotations. */
const isOnly = ({ tokens }: Place) => tokens.every(({ is, low }) => is !== 'word' || /^(?:and|but)$/.test(low))

/** `Ann said, and Tom broke in.`: somebody else may go on. */
const turns = ({ sentence: { tokens } }: Heard, frame: ResolvedFrame | null, { has }: Language) =>
  tokens.some(
    ({ low }, at) =>
      at > (frame?.verb ?? 0) && has('breaks', low) && tokens[at - 1]?.text === ',' && !has('relative', low),
  )

/** What was proposed for the last quotation of a sentence. */
function lastClaim({ found }: Place, { sentence: { tokens } }: Heard): Attribution | null {
  const quote = tokens.findLast(({ is }) => is === 'quote')
  return quote ? (found[quote.span] ?? null) : null
}

/** A quotation that nothing before explains: who speaks in the sentence after it. */
export const lookAhead = {
  name: 'look-ahead',
  reads: 'The sentence after a quotation that nothing before it explains.',
  example: { text: '“It was late.” Ann Berg told the board that she had slept.', gives: 'Ann Berg, likely' },
  propose: (claim: Attribution, span: number, read: readonly Heard[], found: readonly (Attribution | null)[]) => {
    if (claim.embedded || claim.frame) return null
    const next = read[claim.sentence.index + 1]
    if (next?.sentence.block !== claim.sentence.block) return null
    const frame = next.frames.find(({ person }) => person)
    const likely = (person: Person | null | undefined, because: string): Attribution | null =>
      person ? { ...claim, person, certainty: 'likely', because, rule: lookAhead.name } : null
    const following = found[span + 1]
    const person = following?.sentence === next.sentence ? following.person : frame?.person
    return likely(person, `the sentence after it is ${person?.name}’s`)
  },
} satisfies Rule & { propose: unknown }
