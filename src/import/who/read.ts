/** Reads a text from its beginning to its end: who speaks in each sentence, and whose each quotation is. */
import type { Span } from '../../markdown/quotation-marks.ts'
import type { Language } from '../languages/language.ts'
import { type Heard, resolve, resolveFrame, type Scene } from './coreference.ts'
import { findFrames, topicOf } from './frames.ts'
import { fromDescription, type KnownSpeaker, type Person, readCast } from './people.ts'
import { type Attribution, lookAhead, type Place, quoteRules } from './quotes.ts'
import { readText, type Sentence, textAt } from './text.ts'

export interface ReadText {
  /** One a span. */
  spans: Attribution[]
  sentences: Heard[]
}

/** Attributes every span of the blocks. `heading` is the headline, which may name people in full. */
export function readSpeakers(
  blocks: readonly string[],
  spans: readonly Span[],
  known: readonly KnownSpeaker[],
  language: Language,
  { heading = '', without = new Set<string>() }: { heading?: string; without?: ReadonlySet<string> } = {},
): ReadText {
  const sentences = readText(blocks, spans, language)
  const inside = readText([heading, ...spans.map(({ text }) => text.replace(/\n/g, ' '))], [], language)
  const others = inside.map(({ tokens }) => tokens)
  const cast = readCast(sentences, known, others, language)
  const found: (Attribution | null)[] = spans.map(() => null)
  const past: Heard[] = []
  const described = new Map<string, Person>()
  const rules = quoteRules.filter(({ name }) => !without.has(name))
  for (const sentence of sentences) {
    const heard: Heard = { sentence, frames: [], speakers: [], topic: null, named: cast.namedIn(sentence.tokens) }
    const scene: Scene = { language, cast, past, heard, described }
    heard.topic = findTopic(sentence, scene)
    for (const frame of findFrames(sentence, language)) addFrame(frame, scene)
    for (const [at, token] of sentence.tokens.entries()) {
      if (token.is !== 'quote') continue
      const before = found[token.span]
      // A quotation over paragraphs is explained where it begins, or where it ends.
      if (before && (before.frame || before.term)) continue
      const proposal = attribute({ ...scene, at, sentence, tokens: sentence.tokens, spans, found }, rules)
      if (before && !proposal.frame) continue
      found[token.span] = before ? { ...proposal, embedded: before.embedded } : proposal
      const { person, term } = proposal
      if (!person || term) continue
      person.spoke = true
      if (!heard.speakers.includes(person)) heard.speakers.push(person)
    }
    past.push(heard)
  }
  const isOpen = (one: Attribution | null) => one && !one.person && !one.term && !one.settled
  for (const [index, proposal] of found.entries())
    if (proposal && isOpen(proposal) && !without.has(lookAhead.name))
      found[index] = lookAhead.propose(proposal, index, past, found) ?? proposal
  const unread = nobody(sentences[0] as Sentence, 'nothing in the text says who speaks')
  return { spans: found.map((one) => one ?? unread), sentences: past }
}

function addFrame(frame: ReturnType<typeof findFrames>[number], scene: Scene): void {
  const { heard } = scene
  const resolved = resolveFrame(frame, scene)
  heard.frames.push(resolved)
  const { person } = resolved
  if (!person || frame.passive || frame.mood === 'not said' || scene.language.has('thinking', frame.word)) return
  // Whom somebody else reports is not the one who goes on.
  const isTold = heard.frames.some(
    (other) => other.class === 'saying' && other.person && other.person !== person && other.to <= frame.from,
  )
  // What somebody is said to have said is known from another.
  if (isTold && resolved.certainty === 'certain') resolved.certainty = 'likely'
  if (isTold) heard.speakers.unshift(person)
  else heard.speakers.push(person)
}

function findTopic(sentence: Sentence, scene: Scene): Person | null {
  const phrase = topicOf(sentence.tokens, scene.language)
  if (!phrase) return null
  return phrase.is === 'description' ? fromDescription(phrase, scene.language) : resolve(phrase, scene, null).person
}

function attribute(place: Place, rules: typeof quoteRules): Attribution {
  const none = { ...nobody(place.sentence, 'no verb of saying governs these words'), embedded: isEmbedded(place) }
  for (const { name, propose } of rules) {
    const claim = propose(place)
    if (claim) return { ...none, because: '', ...claim, rule: name }
  }
  return none
}

/** What is said of a quotation while nobody is found. */
export function nobody(sentence: Sentence, because: string): Attribution {
  const none = { person: null, also: [], rule: null, frame: null, term: false, embedded: false, settled: false }
  return { ...none, certainty: 'unknown', because, sentence }
}

/** Whether a quotation is part of a sentence of somebody else’s, not one of its own. */
function isEmbedded({ tokens, at, spans }: Place): boolean {
  const words = (spans[tokens[at]?.span ?? -1]?.text ?? '').trim()
  const before = tokens[at - 1]
  const opens = at === 0 || /^[:,—–-]$/.test(before?.text ?? '')
  const closes = /[.,?!…;—–-]["'’”]?$/.test(words) || /^[,.:;—–-]$/.test(textAt(tokens, at + 1))
  return !(opens && closes) && !(before?.is === 'word' && /^[\p{Lu}…]/u.test(words) && /[.?!…]["'’”]?$/.test(words))
}
