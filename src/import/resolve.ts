/** Whom the subject of a verb of saying means: somebody named, the one a pronoun or a description stands for. */
import { join } from './bare-names.ts'
import type { Frame } from './frames.ts'
import { isGroupNoun, isRoleNoun, roleGender, titles } from './lexicon.ts'
import type { Sentence } from './narration.ts'
import { type Cast, isSure, type Person } from './people.ts'
import type { Subject } from './phrases.ts'

/** How sure a proposal is. */
export type Certainty = 'certain' | 'likely' | 'unknown'

/** A verb of saying with the person its subject means. */
export interface ResolvedFrame extends Frame {
  person: Person | null
  certainty: Certainty
  because: string
}

const label = /^(\p{Lu}[\p{L}’'.-]+(?: \p{Lu}[\p{L}’'.-]+){0,3}): \S/u

/** Whose each paragraph of an interview is: `Reyl: I told her so.` A question has nobody. */
export function readLabels(blocks: readonly string[], cast: Cast): Map<number, Person> {
  const labels = new Map<number, Person>()
  const turns = new Map<string, number>()
  for (const text of blocks) {
    const name = label.exec(text)?.[1]
    if (name) turns.set(name, (turns.get(name) ?? 0) + 1)
  }
  for (const [block, text] of blocks.entries()) {
    const name = label.exec(text)?.[1]
    if (
      !name ||
      name.length < 3 ||
      /^(?:\p{Lu}{1,2}|Question|Answer|Note|Update|Correction|Read|Photo|Picture)$/u.test(name)
    )
      continue
    if ((turns.get(name) ?? 0) > 1) labels.set(block, cast.toPerson(name))
  }
  return labels
}

/** What a sentence leaves for the next ones to refer to. */
export interface Heard {
  sentence: Sentence
  speakers: Person[]
  topic: Person | null
  named: Person[]
}

interface Scene {
  cast: Cast
  heard: Heard
  past: readonly Heard[]
  frames: readonly ResolvedFrame[]
  topic: Subject | null
  /** Whose the paragraph is, in an interview: `Reyl: I told her so.` */
  label: Person | null
}

export function resolve(frame: Frame, scene: Scene): ResolvedFrame {
  const { cast, heard, past, frames } = scene
  const { subject } = frame
  const words = toWords(frame, heard.sentence)
  const unknown: ResolvedFrame = { ...frame, person: null, certainty: 'unknown', because: words }
  if (!subject) return unknown
  switch (subject.is) {
    case 'name': {
      const person = cast.toPerson(subject.name)
      cast.learn(person, subject)
      return { ...frame, person, certainty: 'certain', because: words }
    }
    case 'pronoun': {
      if (subject.text === 'I') {
        const person = scene.label
        return person ? { ...frame, person, certainty: 'likely', because: `${person.name}: … ${words}` } : unknown
      }
      const author = /^it$/i.test(subject.text) ? authorOf(past.at(-1)) : null
      if (author)
        return { ...frame, person: author, certainty: 'likely', because: `${author.name} issued it … ${words}` }
      const person = resolvePronoun(subject, heard, past, frames.findLast((other) => other.person)?.person ?? null)
      if (!person) return unknown
      if (!person.gender && person.kind === 'person' && person.id === null && /^s?he$/i.test(subject.text)) {
        person.gender = /^he$/i.test(subject.text) ? 'm' : 'f'
      }
      return {
        ...frame,
        person,
        certainty: 'likely',
        because: `${words}; the last one named who fits is ${person.name}`,
      }
    }
    case 'description': {
      // `according to Ann Berg’s statement`: what somebody has written is theirs.
      const work = written.exec(subject.text)
      if (work?.[1]) {
        const owner = /^\p{Lu}/u.test(work[1])
          ? { ...subject, is: 'name' as const, text: work[1], name: work[1] }
          : {
              ...subject,
              text: work[1],
              words: work[1].toLowerCase().split(/\s+/),
              roles: work[1]
                .toLowerCase()
                .split(/\s+/)
                .filter((word) => isRoleNoun(word) || isGroupNoun(word)),
            }
        const theirs = resolve({ ...frame, subject: owner }, scene)
        return { ...theirs, subject, certainty: theirs.person ? 'likely' : 'unknown', because: words }
      }
      const person = cast.describe(subject, recentPeople(past, heard))
      if (person) {
        const exact = person.kind !== 'person'
        return {
          ...frame,
          person,
          certainty: exact ? 'certain' : 'likely',
          because: exact ? words : `${words}; ${subject.text} is taken to be ${person.name}`,
        }
      }
      const own = toDescribed(subject, frame.class !== 'judging' || /^(?:one|another|an?) /i.test(subject.text))
      return own ? { ...frame, person: own, certainty: 'likely', because: words } : unknown
    }
    case 'elided': {
      const earlier = frames.findLast((other) => other.person && !other.passive && other.class !== 'according')
      const topic = scene.topic
      if (earlier && !(frame.participle && earlier.verb > frame.verb)) {
        return {
          ...frame,
          person: earlier.person,
          certainty: frame.participle || earlier.certainty === 'likely' ? 'likely' : earlier.certainty,
          because: `${earlier.because} … ${words}`,
        }
      }
      if (topic && topic.to <= frame.verb) {
        if (topic.is === 'description' && !cast.describe(topic, recentPeople(past, heard)) && !toDescribed(topic))
          return unknown
        const subjectFrame = resolve({ ...frame, subject: topic }, { ...scene, topic: null })
        return {
          ...subjectFrame,
          subject,
          certainty: subjectFrame.person ? 'likely' : 'unknown',
          because: `${topic.text} … ${words}`,
        }
      }
      return unknown
    }
  }
}

/** Who issued the statement that the sentence before speaks of: `“…,” it read`. */
function authorOf(entry: Heard | undefined): Person | null {
  if (!entry?.topic || entry.topic.kind === 'organisation') return null
  return entry.sentence.tokens.some((token) =>
    /^(?:statement|letter|note|post|message|email|memo|tweet)$/.test(token.low),
  )
    ? entry.topic
    : null
}

const written =
  /^(.+?)[’']s?\s+(?:\p{L}+\s+)?(?:statement|website|posts?|letter|report|account|messages?|tweet|memo|figures|tally|count|testimony|remarks|comments|version|press release)(?:\s.*)?$/u

/** A speaker without a name: `a spokesman for the ministry`, `officials`. Null when the words are nobody. */
export function toDescribed(subject: Subject, anyNoun = false): Person | null {
  const words = subject.text.replace(/^(?:the|a|an|one|another|this|that|some|several|his|her|their|its)\s+/i, '')
  const tokens = words.toLowerCase().split(/\s+/)
  const head = tokens.findIndex((word) => /^(?:of|for|at|from|in|with|to|on)$/.test(word))
  const core = (head > 0 ? tokens.slice(0, head) : tokens).map((word) => word.replace(/[’']s?$/, ''))
  const last = core.at(-1) ?? ''
  const group = isGroupNoun(last)
  const role = isRoleNoun(last) || titles.has(last) || /-year-old$/.test(last)
  if (!anyNoun && !group && !role && subject.roles.length === 0) {
    if (
      !/^(?:one|another|many|some|several|most|others|both)(?: of \S+)*$/i.test(subject.text) &&
      !/^(?:statement|report|letter|document|post|message|study|spokes\w+|company|firm|people|\w+(?:ists|ers|ors|ians|men|women|ees|ants))$/.test(
        last,
      )
    )
      return null
  }
  return {
    id: null,
    name: words,
    kind: group && !/s$/.test(last) ? 'organisation' : 'unnamed',
    gender: roleGender(last) ?? (/s$/.test(last) || group ? 'p' : null),
    roles: new Set(core.filter((word) => isRoleNoun(word) || titles.has(word))),
    country: null,
  }
}

export function recentPeople(past: readonly Heard[], heard: Heard): Person[] {
  const recent: Person[] = []
  const push = (person: Person | null) => {
    if (person && !recent.includes(person)) recent.push(person)
  }
  for (const entry of [heard, ...past.slice(-12).reverse()]) {
    for (const speaker of [...entry.speakers].reverse()) push(speaker)
    push(entry.topic)
    for (const person of entry.named) push(person)
  }
  return recent
}

export function resolvePronoun(
  subject: Subject,
  heard: Heard,
  past: readonly Heard[],
  inSentence: Person | null,
): Person | null {
  const word = subject.text.toLowerCase()
  const fits = (person: Person | null): person is Person => {
    if (!person) return false
    if (word === 'he' || word === 'she') {
      if (person.kind !== 'person' && person.kind !== 'unnamed') return false
      if (person.gender === 'p') return false
      return person.gender === null || person.gender === (word === 'he' ? 'm' : 'f')
    }
    if (word === 'they')
      return (
        person.gender === 'p' ||
        person.kind === 'group' ||
        person.kind === 'organisation' ||
        (person.kind === 'unnamed' && person.gender === null)
      )
    return person.kind === 'organisation' || (person.kind === 'unnamed' && person.gender === null)
  }
  if (fits(inSentence)) return inSentence
  if (subject.from > 0) {
    if (fits(heard.topic)) return heard.topic
  }
  const block = heard.sentence.block
  for (const entry of past.slice(-14).reverse()) {
    if (block - entry.sentence.block > 5) break
    const speaker = entry.speakers.findLast(fits)
    // A sentence about somebody new, after the last speech, shifts the pronoun.
    const named = entry.named.filter((person) => fits(person) && person.kind === 'person')
    const told = named.filter((person) => person.gender !== null)
    // A teacher told her so: `she` is the one whose name tells it.
    const vague = (person: Person | null) => person !== null && person.kind === 'unnamed' && person.gender === null
    if ((speaker ? vague(speaker) : vague(entry.topic)) && told.length === 1 && word !== 'they' && word !== 'it')
      return told[0] as Person
    if (speaker) return speaker
    if (fits(entry.topic) && (isSure(entry.topic) || told.length !== 1)) return entry.topic
    const sure = named.filter((person) => person.gender !== null)
    if (sure.length === 1) return sure[0] as Person
    if (named.length === 1 && entry.sentence.block === block) return named[0] as Person
  }
  return null
}

function toWords(frame: Frame, sentence: Sentence): string {
  const from = Math.min(frame.subject && frame.subject.is !== 'elided' ? frame.subject.from : frame.verb, frame.verb)
  const to = Math.max(
    frame.to,
    frame.verb + 1,
    frame.inverted || frame.class === 'according' ? (frame.subject?.to ?? 0) : 0,
  )
  const words = join(sentence.tokens, from, Math.min(to, from + 24))
  return frame.word === 'told' || frame.word === 'tells'
    ? join(sentence.tokens, from, Math.min(to + 1, sentence.tokens.length))
    : words
}
