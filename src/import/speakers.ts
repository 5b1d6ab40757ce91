/** Who says each quotation: a proposal, the words it rests on, and how sure it is. */
import type { Span } from '../markdown/quotation-marks.ts'
import { join } from './bare-names.ts'
import { type Frame, findFrames, findTopic } from './frames.ts'
import { isNaming } from './naming.ts'
import { readNarration, type Sentence, type Token } from './narration.ts'
import { type Cast, type KnownSpeaker, type Person, readCast } from './people.ts'
import { readPhrase, type Subject } from './phrases.ts'
import {
  type Certainty,
  type Heard,
  type ResolvedFrame,
  readLabels,
  recentPeople,
  resolve,
  resolvePronoun,
  toDescribed,
  toNamed,
} from './resolve.ts'

/** Who a stretch of text is proposed to belong to. */
export interface Attribution {
  person: Person | null
  certainty: Certainty
  /** The words it rests on, or why there are none. */
  because: string
  /** True for quoted words that nobody says: the name of a thing. */
  term: boolean
  /** Whether the quotation is a sentence of its own or part of reported speech. */
  embedded: boolean
  sentence: Sentence
  frame: Frame | null
}

/** A sentence with its verbs of saying, each with the person it means. */
export interface ReadSentence {
  sentence: Sentence
  frames: ResolvedFrame[]
}

export interface Attributions {
  /** One a span. */
  spans: Attribution[]
  sentences: ReadSentence[]
  cast: Cast
}

/** Attributes every span of the blocks. `heading` is the headline, which may name people in full. */
export function attribute(
  blocks: readonly string[],
  spans: readonly Span[],
  known: readonly KnownSpeaker[],
  heading = '',
): Attributions {
  const sentences = readNarration(blocks, spans)
  const headingTokens = heading ? (readNarration([heading], [])[0]?.tokens ?? []) : []
  const inside = readNarration(
    spans.map(({ text }) => text.replace(/\n/g, ' ')),
    [],
  )
  const cast = readCast(
    sentences,
    known,
    headingTokens,
    inside.map(({ tokens }) => tokens),
  )
  const found: (Attribution | null)[] = spans.map(() => null)
  const read: ReadSentence[] = []
  const past: Heard[] = []
  const labels = readLabels(blocks, cast)

  for (const [index, sentence] of sentences.entries()) {
    const heard: Heard = { sentence, speakers: [], topic: null, named: cast.namedIn(sentence.tokens) }
    const topic = findTopic(sentence)
    if (topic && sentence.block === 0) topic.opening = true
    if (topic?.is === 'name') {
      const { person } = toNamed(topic, cast, past, heard)
      if (person) cast.learn(person, topic)
      heard.topic = person
    } else if (topic?.is === 'pronoun') heard.topic = resolvePronoun(topic, heard, past, null)
    else if (topic?.is === 'description') {
      const own = toDescribed(topic)
      heard.topic = cast.describe(topic, recentPeople(past, heard)) ?? (own && own.kind !== 'person' ? own : null)
    }
    const frames: ResolvedFrame[] = []
    const label = labels.get(sentence.block) ?? null
    for (const frame of findFrames(sentence)) {
      if (frame.subject?.text === 'I' && !label) continue
      if (frame.subject && sentence.block === 0) frame.subject.opening = true
      frames.push(resolve(frame, { cast, heard, past, frames, topic, label }))
      const speaker = frames.at(-1)?.person
      if (speaker && !frame.passive) {
        const inner = frames.at(-1) as ResolvedFrame
        // Whom somebody else reports is not the one who goes on.
        if (frames.some((other) => other.verb < inner.verb && isOver(other, inner, sentence.tokens)))
          heard.speakers.unshift(speaker)
        else heard.speakers.push(speaker)
        speaker.spoke = true
      }
    }
    read.push({ sentence, frames })
    for (const [at, token] of sentence.tokens.entries()) {
      if (token.is !== 'quote') continue
      const before = found[token.span]
      if (before && (before.frame || before.term)) continue
      const proposal = attributeOne({
        at,
        token,
        sentence,
        frames,
        spans,
        blocks,
        heard,
        past,
        cast,
        read,
        index,
        sentences,
      })
      // A quotation over paragraphs may be explained at its end.
      if (before && !proposal.frame) continue
      found[token.span] = before ? { ...proposal, embedded: before.embedded } : proposal
      if (proposal.person && !proposal.term && !heard.speakers.includes(proposal.person))
        heard.speakers.push(proposal.person)
    }
    past.push(heard)
  }
  // A quotation without a word of saying may be explained by the sentence after it.
  for (const [span, proposal] of found.entries()) {
    if (proposal && proposal.certainty === 'unknown' && !proposal.term)
      found[span] = lookAhead(proposal, span, read, found)
  }
  return {
    spans: found.map(
      (proposal) =>
        proposal ?? {
          person: null,
          certainty: 'unknown',
          because: 'nothing in the text says who speaks',
          term: false,
          embedded: false,
          sentence: sentences[0] as Sentence,
          frame: null,
        },
    ),
    sentences: read,
    cast,
  }
}

interface Place {
  at: number
  token: Token
  sentence: Sentence
  frames: readonly ResolvedFrame[]
  spans: readonly Span[]
  blocks: readonly string[]
  heard: Heard
  past: readonly Heard[]
  cast: Cast
  read: readonly ReadSentence[]
  index: number
  sentences: readonly Sentence[]
}

function attributeOne(place: Place): Attribution {
  const { at, token, sentence, frames, spans, cast } = place
  const { tokens } = sentence
  const span = spans[token.span] as Span
  const before = tokens[at - 1]
  const after = tokens[at + 1]
  const words = span.text.trim()
  const ended = /[.?!…,;—–-]["'’”]?$/.test(words)
  const separated = /[,?!…;—–-]["'’”]?$/.test(words) || /^[,—–-]$/.test(after?.text ?? '')
  const startsSentence = at === 0 || (at === 1 && /^(?:and|but|so|\(|—|–|-|•)$/.test(before?.low ?? ''))
  const base = { term: false, embedded: isEmbedded(tokens, at, words), sentence, frame: null as Frame | null }
  const nobody = (because: string): Attribution => ({ ...base, person: null, certainty: 'unknown', because })
  const by = (frame: ResolvedFrame, certainty = frame.certainty): Attribution => {
    if (!frame.person)
      return {
        ...base,
        person: null,
        certainty: 'unknown',
        because: `${frame.because}: nobody in the text fits`,
        frame,
      }
    return { ...base, person: frame.person, certainty, because: frame.because, frame }
  }
  const shout = isNaming(tokens, at, words, frames)
  if (shout) return { ...base, person: null, certainty: 'unknown', because: shout, term: true }

  // 1. Right after it: `“…,” Ann said`, `“…,” said Ann`, `“…,” according to Ann`.
  const afterFrame = frames.find((frame) => {
    if (frame.verb <= at) return false
    if (tokens.slice(at + 1, frame.verb).some((other) => other.is === 'quote')) return false
    const gap = frame.class === 'according' || frame.inverted ? frame.verb : (frame.subject?.from ?? frame.verb)
    if (frame.subject?.is === 'elided' && !frame.inverted) return false
    if (frame.class === 'judging' && !separated) return false
    const between = tokens.slice(at + 1, gap)
    if (!between.every((other) => /^[,—–-]$|^as$/.test(other.text))) return false
    if (frame.class === 'according') return true
    return separated || ended || startsSentence || frame.inverted
  })
  const nearest = frames.findLast((frame) => frame.verb < at && governs(frame, tokens, at, frames))
  const above = nearest && frames.find((frame) => frame.verb < nearest.verb && isOver(frame, nearest, tokens))
  // `Ann said Tom thinks it is “over”`: what Tom thinks is Ann's to say.
  // `Ann said she had been told to “stay out”`: so Ann says.
  const teller =
    nearest?.passive && !nearest.person
      ? frames.findLast(
          (frame) =>
            frame.verb < nearest.verb &&
            frame.class === 'saying' &&
            !frame.passive &&
            frame.person &&
            tokens.slice(frame.verb, nearest.verb).every((other) => other.is !== 'quote' && other.text !== ';'),
        )
      : undefined
  if (teller) return by(teller, 'likely')
  const beforeFrame = above && nearest && thinking.test(nearest.word) ? above : nearest
  const beforeIsClose = beforeFrame && isClose(tokens, beforeFrame, at)
  if (afterFrame && !(beforeIsClose && beforeFrame.person && !/[,?!]["'’”]?$/.test(words))) {
    if (/\.["'’”]?$/.test(words) && afterFrame.verb - at > 1 && continuesAsClause(tokens, afterFrame)) {
      return carry(place, base) ?? by(afterFrame, 'likely')
    }
    return by(afterFrame)
  }

  // `declared a “no limits” partnership`: the words tell which, nobody says them.
  const naming =
    beforeFrame && /^(?:declar|announc|reveal|launch|confirm|unveil|report|offer|agree)/.test(beforeFrame.word)
  if (
    naming &&
    at - beforeFrame.verb === 2 &&
    /^(?:a|an|the|its|their|his|her)$/.test(before?.low ?? '') &&
    after?.is === 'word' &&
    !separated
  ) {
    return {
      ...nobody(`${beforeFrame.because} … ${after.text}: the words tell which one`),
      term: words.split(/\s+/).length <= 3,
    }
  }

  // 2. In the same sentence before it: `Ann said: “…”`, `Ann called it “…”`.
  if (beforeFrame) {
    const sure =
      beforeFrame.class === 'judging'
        ? isObject(tokens, beforeFrame, at)
        : beforeIsClose || isPlain(tokens, beforeFrame, at)
    const plain = sure && !above && !thinking.test(beforeFrame.word)
    const certainty = beforeFrame.certainty === 'certain' && !plain ? 'likely' : beforeFrame.certainty
    return by(beforeFrame, certainty)
  }
  // `It would be a “green light” for others, Ann told the paper.`
  const closing = frames.find((frame) => frame.verb > at && closesSentence(frame, tokens))
  // `has pulled out of the new ‘Otello’, the company said`
  if (
    closing &&
    base.embedded &&
    !ended &&
    words.split(/\s+/).length <= 2 &&
    /^\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?$/u.test(words)
  )
    return { ...nobody('written as a name'), term: true }
  if (closing?.person) return by(closing, 'likely')
  const earlierQuote = tokens.slice(0, at).findLastIndex((other) => other.is === 'quote')
  if (earlierQuote >= 0) {
    // `“…,” Ann said, “…”` with the verb between, or two quotations of one sentence.
    const between = frames.findLast(
      (frame) => frame.verb > earlierQuote && frame.verb < at && frame.person && !frame.passive,
    )
    if (between) return by(between, between.certainty)
  }

  // `Ann Berg: “…”`
  if (before?.text === ':') {
    const colon = speakerBeforeColon(tokens, at - 1, place)
    if (colon) return { ...base, ...colon }
  }
  // `“…” — Ann Berg, mayor`
  if (/^[—–-]$/.test(after?.text ?? '') || (after?.text === '(' && isNameAfter(tokens, at + 2))) {
    const phrase = readPhrase(tokens, at + 2, true)
    const rest = tokens
      .slice(phrase?.to ?? at + 2)
      .every((other) => !/^(?:is|was|has|had|will|said|says)$/.test(other.low))
    if (phrase?.is === 'name' && rest && (startsSentence || !ended === false)) {
      const person = cast.toPerson(phrase.name)
      cast.learn(person, phrase)
      return { ...base, person, certainty: startsSentence ? 'certain' : 'likely', because: `— ${phrase.text}` }
    }
  }

  // 3. A whole sentence in marks, with nothing beside it: it goes on from what stands before.
  const alone = tokens.every((other) => other.is === 'quote' || other.is === 'mark' || /^(?:and|but)$/.test(other.low))
  if (alone) {
    return carry(place, base) ?? nobody('nothing beside it says who speaks')
  }
  const whole = /^[\p{Lu}\p{N}…]/u.test(words) && /[.?!…]["'’”]?$/.test(words) && words.split(/\s+/).length >= 3
  if (whole && startsSentence) {
    const carried = carry(place, base)
    if (carried) return carried
  }
  // `Ann signed off with a plain “no”`, `For Ann it was “a dream”`: somebody is there, but nobody says anything.
  if (words.split(/\s+/).length <= 4 && !ended)
    return { ...nobody('no verb of saying governs these words'), term: true }
  const topic = place.heard.topic
  if (whole && topic?.kind === 'person') {
    return { ...base, person: topic, certainty: 'likely', because: `${topic.name} is whom the sentence is about` }
  }
  return nobody('no verb of saying governs these words')
}

const thinking =
  /^(?:thinks?|thought|believes?|believed|feels?|felt|hopes?|hoped|fears?|feared|wants?|wanted|expects?|reckons?|reckoned|saw|sees|considers?|considered|deems?)$/

/** Whether what the one says holds the other: `Ann said that Tom thinks …`. */
function isOver(frame: ResolvedFrame, inner: ResolvedFrame, tokens: readonly Token[]): boolean {
  if (frame.class !== 'saying' || frame.passive || frame.inverted || !frame.person || frame.person === inner.person)
    return false
  if (thinking.test(frame.word) || inner.subject?.is === 'elided') return false
  const between = tokens.slice(frame.verb + 1, inner.from)
  return !between.some((token) => token.is === 'quote' || token.text === ';' || /^(?:but|while|and)$/.test(token.low))
}

/** `…, Ann Berg told the paper.`: the last words of a sentence say who speaks in all of it. */
function closesSentence(frame: ResolvedFrame, tokens: readonly Token[]): boolean {
  if (frame.class !== 'saying' || frame.participle || frame.passive || frame.negated || !frame.person) return false
  if (!frame.subject || frame.subject.is === 'elided' || thinking.test(frame.word)) return false
  if (tokens[frame.from - 1]?.text !== ',') return false
  const rest = tokens.slice(Math.max(frame.verb + 1, frame.to))
  return (
    rest.length <= 9 &&
    !rest.some(
      (token) => token.is === 'quote' || /^(?:that|was|were|is|are|had|would|will|it|he|she|they)$/.test(token.low),
    )
  )
}

/** The speaker of the sentences before, for a quotation that stands alone. */
function carry(place: Place, base: Pick<Attribution, 'term' | 'embedded' | 'sentence' | 'frame'>): Attribution | null {
  const { past, sentence, blocks } = place
  const carried = (person: Person, because: string): Attribution => ({ ...base, person, certainty: 'likely', because })
  const here = past.filter((entry) => entry.sentence.block === sentence.block).reverse()
  for (const [steps, entry] of here.entries()) {
    const speaker = entry.speakers.at(-1)
    if (speaker) return carried(speaker, `goes on from the sentence before, ${speaker.name}’s`)
    const person = entry.topic
    if (person && (person.kind === 'person' || person.kind === 'unnamed')) {
      return carried(person, `the sentence before is about ${person.name}`)
    }
    const named = entry.named.filter((other) => other.kind === 'person')
    if (steps === 0 && named.length === 1)
      return carried(named[0] as Person, `the sentence before names ${(named[0] as Person).name}`)
  }
  const above = past.filter((entry) => entry.sentence.block < sentence.block).reverse()
  const last = above[0]
  if (!last) return null
  const lastBlock = last.sentence.block
  const lastText = (blocks[lastBlock] ?? '').trimEnd()
  if (sentence.block - lastBlock > 1) return null
  for (const entry of above) {
    if (entry.sentence.block !== lastBlock) break
    const speaker = entry.speakers.at(-1)
    if (speaker) return carried(speaker, `goes on from the paragraph before, ${speaker.name}’s`)
  }
  for (const entry of above) {
    if (entry.sentence.block !== lastBlock) break
    if (entry.topic && entry.topic.kind === 'person') {
      const because = /:$/.test(lastText)
        ? `${join(last.sentence.tokens, 0, 24)}`
        : `the paragraph before is about ${entry.topic.name}`
      return carried(entry.topic, because)
    }
  }
  return null
}

/** Whether a verb before a quotation in its sentence speaks for it. */
function governs(
  frame: ResolvedFrame,
  tokens: readonly Token[],
  at: number,
  frames: readonly ResolvedFrame[],
): boolean {
  if (frame.class === 'according') {
    // `According to Ann, the plan is “dead”`, not what follows in another clause.
    return frame.verb === 0 || frame.verb <= 2
  }
  const between = tokens.slice(frame.verb + 1, at)
  if (between.some((token) => token.text === ';')) return false
  // `If they agreed to it, the plan would be “dead”`
  const opening = tokens.slice(Math.max(0, frame.from - 1), frame.from + 1).map((token) => token.low)
  if (
    opening.some((low) => /^(?:if|when|after|although|though|because|since|once|until|unless|before)$/.test(low)) &&
    between.some((token) => token.text === ',')
  )
    return false
  if (frame.passive) return !between.some((token) => token.text === ',')
  // `Ann, who rejected the plan, was told “no”`
  const next = frames.find((other) => other.verb > frame.verb && other.verb < at && other.passive)
  if (next) return false
  if (frame.class === 'judging' && between.length > 28) return false
  // `Sales have fallen, he says, and what is left is “crime”`
  if (frame.class === 'saying' && tokens[frame.from - 1]?.text === ',' && tokens[frame.verb + 1]?.text === ',')
    return true
  // A new clause with its own subject and no verb of saying, after a comma and `but`, `while` or `and`.
  const turn = between.findIndex(
    (token, index) =>
      /^(?:but|while|and|as|although|though|when|before|after|whereas)$/.test(token.low) &&
      between[index - 1]?.text === ',' &&
      startsClause(between.slice(index + 1)),
  )
  return (
    turn < 0 ||
    (frame.class === 'saying' &&
      /^(?:as|when|after|before)$/.test(between[turn]?.low ?? '') &&
      between.some((token) => token.low === 'that'))
  )
}

function startsClause(tokens: readonly Token[]): boolean {
  const verb = tokens.findIndex(
    (token) =>
      /^(?:is|was|were|are|has|had|have|will|would|did|does|could|can)$/.test(token.low) ||
      /\p{Ll}{2,}ed$/u.test(token.text),
  )
  return verb > 0 && verb < 9
}

/** `said: “…”`, `said that “…”`, `told reporters “…”`, `called it “…”` */
function isClose(tokens: readonly Token[], frame: ResolvedFrame, at: number): boolean {
  const between = tokens.slice(frame.verb + 1, at)
  if (between.some((token) => token.is === 'quote')) return false
  if (between.length <= 3) return true
  return between.length <= 14 && /^[:,]$/.test(between.at(-1)?.text ?? '')
}

/** `called it “…”`, `described the plan as “…”`, `accused them of “…”`: the words are what the verb gives. */
function isObject(tokens: readonly Token[], frame: Frame, at: number): boolean {
  const before = tokens[at - 1]
  return (
    at - frame.verb <= 12 &&
    /^(?:as|of|it|them|him|her|this|that|a|an|for|to|:|,|plan|\p{L}+)$/u.test(before?.low ?? '') &&
    (at - frame.verb <= 2 ||
      /^(?:as|of|for|:)$/.test(before?.low ?? '') ||
      /^(?:call|dub|label|brand|term)/.test(frame.word))
  )
}

/** No other person stands between the verb and the quotation, and it is near. */
function isPlain(tokens: readonly Token[], frame: ResolvedFrame, at: number): boolean {
  const between = tokens.slice(frame.verb + 1, at)
  if (between.length > 18) return false
  return !between.some(
    (token) => /^(?:who|which|because|while|but|after|although|when|whose)$/.test(token.low) || token.text === ';',
  )
}

/** `Ann said she would …`: a sentence of its own, not the attribution of the one before it. */
function continuesAsClause(tokens: readonly Token[], frame: Frame): boolean {
  const rest = tokens.slice(frame.verb + 1, frame.verb + 7)
  return rest.length > 3 && !/^[.,]$/.test(rest[0]?.text ?? '.')
}

function isEmbedded(tokens: readonly Token[], at: number, words: string): boolean {
  const before = tokens[at - 1]
  if (!before || before.is === 'quote' || /^[:.?!—–-]$/.test(before.text)) return false
  if (before.text === ',')
    return !/^[\p{Lu}…]/u.test(words) && tokens.slice(0, at).every((token) => token.is !== 'quote')
  if (/^(?:said|says|asked|added|wrote|replied|explained|insisted|tweeted|shouted|answered)$/.test(before.low))
    return !/^\p{Lu}/u.test(words)
  return true
}

function isNameAfter(tokens: readonly Token[], at: number): boolean {
  return /^\p{Lu}/u.test(tokens[at]?.text ?? '')
}

/** Who speaks before a colon that no verb of saying explains: `Ann Berg, baker: “…”`, `Berg’s verdict: “…”`. */
function speakerBeforeColon(
  tokens: readonly Token[],
  colon: number,
  place: Place,
): Pick<Attribution, 'person' | 'certainty' | 'because'> | null {
  const { cast } = place
  const turn = tokens.findLastIndex(
    (token, index) => index < colon && /^(?:but|while)$/.test(token.low) && tokens[index - 1]?.text === ',',
  )
  const first = readPhrase(tokens, turn + 1, false)
  const because = join(tokens, turn + 1, Math.min(colon + 1, 16))
  if (first?.is === 'name') {
    const person = cast.toPerson(first.name)
    cast.learn(person, first)
    const label = first.to === colon || tokens[first.to]?.text === ',' || tokens[first.to]?.text === '('
    return { person, certainty: label && first.to === colon ? 'certain' : 'likely', because }
  }
  const topic = place.heard.topic
  if (turn >= 0 && first?.is === 'description') {
    const person = cast.describe(first, recentPeople(place.past, place.heard)) ?? toDescribed(first, true)
    if (person) return { person, certainty: 'likely', because }
  }
  if (topic) return { person: topic, certainty: 'likely', because }
  const possessor = tokens.slice(0, colon).find((token) => /^\p{Lu}.*[’']s?$/u.test(token.text))
  if (possessor) {
    const bare = possessor.text.replace(/[’']s?$/, '')
    const person = cast.namedIn([{ ...possessor, text: bare, low: bare.toLowerCase() }])[0]
    if (person) return { person, certainty: 'likely', because }
  }
  const his = tokens.slice(0, colon).find((token) => /^(?:his|her|their)$/.test(token.low))
  if (his) {
    const pronoun = his.low === 'his' ? 'he' : his.low === 'her' ? 'she' : 'they'
    const subject: Subject = {
      is: 'pronoun',
      text: pronoun,
      name: '',
      roles: [],
      words: [],
      definite: true,
      from: 0,
      to: 1,
    }
    const person = resolvePronoun(subject, place.heard, place.past, null)
    if (person) return { person, certainty: 'likely', because }
  }
  if (first?.is === 'description') {
    const person = cast.describe(first, recentPeople(place.past, place.heard)) ?? toDescribed(first)
    if (person) return { person, certainty: 'likely', because }
  }
  const named = place.heard.named.filter((person) => person.kind === 'person')
  return named.length === 1 ? { person: named[0] as Person, certainty: 'likely', because } : null
}

/** For a quotation that opens a paragraph unexplained: who speaks in the sentence after it. */
function lookAhead(
  proposal: Attribution,
  span: number,
  read: readonly ReadSentence[],
  found: readonly (Attribution | null)[],
): Attribution {
  if (proposal.embedded || proposal.frame) return proposal
  const next = read.find(({ sentence }) => sentence.index === proposal.sentence.index + 1)
  if (!next) return proposal
  if (next.sentence.block !== proposal.sentence.block) {
    // `“…”` and below it `That is how Ann Berg describes …`
    const opening = next.sentence.tokens[0]?.low ?? ''
    const teller = next.frames.find((other) => other.person && !other.passive)
    if (!/^(?:that|this|those|these|so|such|thus)$/.test(opening) || !teller?.person) return proposal
    return { ...proposal, person: teller.person, certainty: 'likely', because: `${teller.because}, below it` }
  }
  const following = found[span + 1]
  const frame = next.frames.find((other) => other.person && !other.passive)
  const person = following?.sentence === next.sentence ? following.person : (frame?.person ?? null)
  return person
    ? { ...proposal, person, certainty: 'likely', because: `the sentence after it is ${person.name}’s` }
    : proposal
}
