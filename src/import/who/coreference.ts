/** Whom a subject means: a name, a pronoun or a description, in what has been heard so far. */
import { getOrMake } from '../../lists.ts'
import type { Language } from '../languages/language.ts'
import { type Frame, topicOf } from './frames.ts'
import { type Cast, fromDescription, isSure, type Person } from './people.ts'
import { type Phrase, readPhrase } from './phrases.ts'
import { fold, join, lowAt, type Sentence, type Token, upToOwner } from './text.ts'

export type Certainty = 'certain' | 'likely' | 'unknown'

/** A verb of saying with the one it means. */
export interface ResolvedFrame extends Frame {
  person: Person | null
  /** Who says it too: `A and B said`. */
  also: Person[]
  certainty: Certainty
  because: string
}

/** What a sentence has told of people. */
export interface Heard {
  sentence: Sentence
  frames: ResolvedFrame[]
  /** Whose words it has, the last one last. */
  speakers: Person[]
  /** Whom it is about: its first subject. */
  topic: Person | null
  named: Person[]
}

/** Where a subject stands, and what was heard before. */
export interface Scene {
  language: Language
  cast: Cast
  past: readonly Heard[]
  heard: Heard
  /** Speakers without a name, by their description. */
  described: Map<string, Person>
}

interface Found {
  person: Person | null
  also?: Person[]
  certainty: Certainty
  /** Why, beyond the words themselves. */
  why?: string
}

/** No more than likely, where something speaks against it. */
export const sureIf = (isSure: boolean, certainty: Certainty): Certainty =>
  certainty === 'certain' && !isSure ? 'likely' : certainty

const nobody: Found = { person: null, certainty: 'unknown' }

/** The verb with the one its subject means. */
export function resolveFrame(frame: Frame, scene: Scene): ResolvedFrame {
  const words = wordsOf(frame, scene.heard.sentence)
  const found = frame.subject ? resolve(frame.subject, scene, frame) : shared(frame, scene)
  const isDoubtful =
    frame.subject?.far || frame.mood === 'supposed' || (frame.mood === 'said' && isSubordinate(frame, scene))
  const isDenied = found.person && frame.mood === 'not said'
  const doubt = frame.mood === 'supposed' && found.person ? 'perhaps not said' : ''
  return {
    ...{ ...frame, person: found.person, also: found.also ?? [] },
    certainty: isDenied ? 'unknown' : sureIf(!isDoubtful, found.certainty),
    because: [words, found.why, doubt].filter(Boolean).join('; '),
  }
}

/** `While Ann Berg calls it “fine”, Tom Hale …`, `inclined to say`: the sentence may be somebody else's. */
function isSubordinate({ from, verb, inverted }: Frame, { heard, language }: Scene): boolean {
  const { tokens } = heard.sentence
  return !inverted && (language.has('asides', lowAt(tokens, from - 1)) || lowAt(tokens, verb - 1) === 'to')
}

/** Whom a phrase means. */
export function resolve(phrase: Phrase, scene: Scene, frame: Frame | null): Found {
  const { and, ...alone } = phrase
  if (and) {
    const [one, other] = [resolve(alone, scene, frame), resolve(and, scene, frame)]
    if (!other.person) return { ...one, certainty: 'likely' }
    const certainty = sureIf(other.certainty === 'certain', one.certainty)
    return { person: one.person, also: [other.person, ...(other.also ?? [])], certainty }
  }
  if (phrase.is === 'name') return resolveName(phrase, scene)
  if (phrase.is === 'pronoun') return resolvePronoun(phrase, scene)
  return resolveDescription(phrase, scene, frame)
}

function resolveName(phrase: Phrase, { cast, past, heard }: Scene): Found {
  const same = cast.namesakes(phrase.name, phrase.roles)
  if (same.length > 1) {
    const person = recentPeople(past, heard).find((one) => same.includes(one)) ?? (same[0] as Person)
    return { person, certainty: 'likely', why: 'the text has several of that name' }
  }
  const person = same[0] ?? cast.toPerson(phrase.name)
  cast.learn(person, phrase)
  return { person, certainty: 'certain' }
}

function resolveDescription(phrase: Phrase, scene: Scene, frame: Frame | null): Found {
  const { cast, past, heard, language } = scene
  const paper = written(phrase, scene, frame)
  if (paper !== undefined) return paper
  const recent = recentPeople(past, heard)
  const known = cast.describe(phrase, recent)
  if (known)
    return known.kind === 'person'
      ? { person: known, certainty: 'likely', why: `${phrase.text} is taken to be ${known.name}` }
      : { person: known, certainty: 'certain' }
  // `the company` after what a firm said, `the ministry` after what the Ministry of Health did
  const isFirm = ({ kind, name }: Person) =>
    kind === 'organisation' &&
    /^\p{Lu}/u.test(name) &&
    (language.has('firms', phrase.head) || (name.includes(' ') && fold(name).split(' ').includes(phrase.head)))
  const firm = past
    .slice(-3)
    .flatMap(({ speakers }) => speakers)
    .findLast(isFirm)
  if (firm && phrase.words.length === 1)
    return { person: firm, certainty: 'likely', why: `${phrase.text} is taken to be ${firm.name}` }
  const isPlain = fromDescription(phrase, language)
  // Whatever stands beside `said` speaks: `says the narrator`.
  const made = isPlain ?? (frame && frame.class !== 'judging' ? fromDescription(phrase, language, true) : null)
  if (!made) return nobody
  const person = getOrMake(scene.described, fold(made.name), () => made)
  // Somebody new without a name is nobody else; `the mayor` may have been named.
  const mayBeNamed = phrase.definite && person.kind === 'unnamed' && person.gender !== 'p'
  return { person, certainty: isPlain && !mayBeNamed ? 'certain' : 'likely' }
}

/** What a statement says is its writer's: `Ann Berg’s letter`, `a statement from the firm`; undefined when it is no paper. */
function written(phrase: Phrase, scene: Scene, frame: Frame | null): Found | undefined {
  const { heard, past, language } = scene
  const { tokens } = heard.sentence
  const paper = phrase.text.split(' ').find((word) => language.has('papers', word))
  if (!paper)
    return phrase.words.some((word) => language.has('things', word)) && !language.isRole(phrase.head)
      ? nobody
      : undefined
  const owner = tokens.findIndex(({ text }, at) => at >= phrase.from && at < phrase.to && /['’]s?$/.test(text))
  const by = tokens.findIndex(({ low }, at) => at > phrase.from && at <= phrase.to && /^(?:from|by)$/.test(low))
  const inner =
    owner >= 0
      ? readPhrase(upToOwner(tokens, phrase.from, owner), 0, language)
      : by > 0
        ? readPhrase(tokens, by + 1, language)
        : null
  if (inner) return { ...resolve(inner, scene, frame), certainty: 'likely' }
  // `according to an email that leaked`
  if (frame?.class === 'according' && !phrase.definite) return undefined
  // Whoever issued it, where the text has just told.
  const issued = past.slice(-3).findLast(({ sentence: { tokens: words } }) => words.some(({ low }) => low === paper))
  const person = (phrase.from > 0 ? heard.topic : null) ?? issued?.speakers.at(-1) ?? issued?.topic ?? null
  return person ? { person, certainty: 'likely', why: `it is taken to be ${person.name}’s` } : nobody
}

/** The subject of an earlier verb of the sentence, or whom the sentence is about. */
function shared(frame: Frame, scene: Scene): Found {
  const { heard, cast, language } = scene
  const { tokens } = heard.sentence
  const earlier = heard.frames.findLast((other) => other.person)
  if (earlier) {
    const isOther = ({ low }: Token, at: number) =>
      at > earlier.verb &&
      at < frame.verb &&
      language.has('breaks', low) &&
      (!language.has('and', low) || tokens[at - 1]?.text === ',')
    const { person, also, certainty, because } = earlier
    return { person, also, certainty: sureIf(!tokens.some(isOther), certainty), why: because }
  }
  const phrase = topicOf(tokens, language)
  // `Asked by the court, she …`; the subject follows: `Speaking to reporters, Ann Berg said`.
  if (!phrase || (phrase.to > frame.verb && !(frame.participle && frame.verb < 3))) return nobody
  const found = resolve(phrase, { ...scene, cast }, frame)
  return { ...found, certainty: sureIf(frame.verb - phrase.to < 24, found.certainty), why: phrase.text }
}

/** Everybody heard of shortly, the last one first. */
function recentPeople(past: readonly Heard[], heard: Heard): Person[] {
  const recent = new Set<Person>()
  for (const { speakers, topic, named } of [heard, ...past.slice(-12).reverse()])
    for (const person of [...[...speakers].reverse(), topic, ...named]) if (person) recent.add(person)
  return [...recent]
}

function resolvePronoun(phrase: Phrase, { past, heard, cast, language }: Scene): Found {
  const word = phrase.text.toLowerCase()
  const gender = language.pronoun(word)
  if (!gender) return nobody
  const isOne = gender === 'm' || gender === 'f'
  const fits = (person: Person | null | undefined): person is Person => {
    if (!person) return false
    const { kind, gender: own } = person
    if (isOne) return (kind === 'person' || kind === 'unnamed') && (own === null || own === gender)
    if (gender === 'p') return own === 'p' || kind === 'group' || kind === 'organisation'
    return kind === 'organisation' || (kind === 'unnamed' && own === null)
  }
  const isPerson = (person: Person | null) => fits(person) && person.kind === 'person'
  /** Sure where nobody else of those named may be meant. */
  const take = (person: Person, sure: boolean, among: readonly (Person | null)[]): Found => {
    const isTold = person.gender === gender || !isOne
    if (person.kind === 'person' && person.id === null && isOne) person.gender ??= gender
    const hasRivals = among.some((other) => other !== person && isPerson(other))
    const certainty = sure && isTold && person.kind === 'person' && !hasRivals ? 'certain' : 'likely'
    return { person, certainty, why: `the last one named who fits is ${person.name}` }
  }
  const named = cast.namedIn(heard.sentence.tokens.slice(0, phrase.from))
  const inSentence = heard.frames.findLast(({ person }) => fits(person))?.person
  if (inSentence) return take(inSentence, true, named)
  const { topic } = heard
  if (phrase.from > 0 && fits(topic) && (named.includes(topic) || topic.kind !== 'person'))
    return take(topic, true, named)
  const near = named.findLast(isPerson)
  if (near) return take(near, false, named)
  const seen: (Person | null)[] = [...named]
  for (const entry of past.slice(-16).reverse()) {
    // `Vorn told Tomas Reel … he said`: a name alone may be a man’s; who was told is less likely to go on.
    const telling = entry.frames.findLast(({ word, person }) => person && language.has('addressee', word))
    const teller = telling?.person
    if (isOne && teller?.kind === 'organisation' && !/ /.test(teller.name)) return take(teller, false, seen)
    const told = entry.named.filter((person) => isPerson(person) && person.gender !== null)
    const fitting = entry.named.filter(fits)
    const only = told.length === 1 ? told[0] : fitting.length === 1 ? fitting[0] : undefined
    const isAbout = fits(entry.topic) && (told.length !== 1 || isSure(entry.topic))
    const candidate = entry.speakers.findLast(fits) ?? (isAbout ? entry.topic : null) ?? only
    seen.push(...entry.named, ...entry.speakers, entry.topic)
    if (candidate) return take(candidate, !teller || teller === candidate, seen)
  }
  return nobody
}

function wordsOf(frame: Frame, { tokens }: Sentence): string {
  const { subject, verb } = frame
  const from = Math.min(subject ? subject.from : verb, verb)
  const to = Math.max(frame.to, verb + 1, frame.inverted ? (subject?.to ?? 0) : 0)
  const told = /^t(?:old|ells)$/.test(frame.word) ? 1 : 0
  return join(tokens, from, Math.min(to + told, from + 24, tokens.length))
}
