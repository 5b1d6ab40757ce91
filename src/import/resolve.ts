/** Whom the subject of a verb of saying means: somebody named, the one a pronoun or a description stands for. */
import { join } from './bare-names.ts'
import type { Frame } from './frames.ts'
import { femaleTitles, isGroupNoun, isRoleNoun, maleTitles, nations, roleGender, titles } from './lexicon.ts'
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
  /** Who is named in the sentence before the words in question. */
  before?: Person[]
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
      const { person, sure } = toNamed(subject, cast, past, heard)
      if (person) cast.learn(person, subject)
      return {
        ...frame,
        person,
        certainty: !person ? 'unknown' : sure ? 'certain' : 'likely',
        because: sure ? words : `${words}; the text has several of that name`,
      }
    }
    case 'pronoun': {
      if (subject.text === 'I') {
        const person = scene.label
        return person ? { ...frame, person, certainty: 'likely', because: `${person.name}: … ${words}` } : unknown
      }
      const author = /^it$/i.test(subject.text) ? authorOf(past.at(-1)) : null
      if (author)
        return { ...frame, person: author, certainty: 'likely', because: `${author.name} issued it … ${words}` }
      const beforeIt = cast
        .namedIn(heard.sentence.tokens.slice(0, subject.from))
        .filter((person) => person.kind === 'person' && person.gender !== null)
      const person = resolvePronoun(
        subject,
        { ...heard, before: beforeIt, topic: frame.class === 'according' && frame.verb === 0 ? null : heard.topic },
        past,
        frames.findLast((other) => other.person)?.person ?? null,
      )
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
      // `the statement read`: whoever issued it; a letter nobody in the text wrote has nobody.
      const paper = papers.exec(subject.text)?.[1]?.toLowerCase()
      if (paper) {
        const person = issuerOf(paper, subject, scene)
        return person ? { ...frame, person, certainty: 'likely', because: `${words}; it is ${person.name}’s` } : unknown
      }
      if (things.test(subject.text)) return unknown
      // `a statement from the company said`
      const issuer = issued.exec(subject.text)?.[1]
      if (issuer) {
        const words = issuer.toLowerCase().split(/\s+/)
        const owner = /^\p{Lu}/u.test(issuer)
          ? { ...subject, is: 'name' as const, text: issuer, name: issuer }
          : { ...subject, text: issuer, words, roles: words.filter((word) => isRoleNoun(word) || isGroupNoun(word)) }
        const theirs = resolve({ ...frame, subject: owner }, scene)
        return { ...theirs, subject, certainty: theirs.person ? 'likely' : 'unknown' }
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
      const same = sameAgain(frame, subject, scene)
      if (same)
        return {
          ...frame,
          person: same,
          certainty: 'likely',
          because: `${words}; ${subject.text} is taken to be ${same.name}`,
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

/** The one just heard of, under another name: `“…,” the second-year passer said`, `The Albion chief added`. */
function sameAgain(frame: Frame, subject: Subject, { heard, past, cast }: Scene): Person | null {
  if (!/^the /i.test(subject.text) || /\b(?:of|for|from|at|spokes\p{L}+)\b/u.test(subject.text)) return null
  const head = subject.roles.at(-1) ?? ''
  const last = past.at(-1)
  if (!head || isGroupNoun(head) || !last) return null
  const gender = roleGender(head)
  const fits = (person: Person | null | undefined): person is Person =>
    person?.kind === 'person' && !(gender && person.gender && person.gender !== gender)
  const spoke = last.speakers.at(-1)
  if (/^(?:add|continu|conclud)/.test(frame.word)) return fits(spoke) ? spoke : null
  if (last.sentence.block !== heard.sentence.block || subject.words.some((word) => nations[word])) return null
  const person = spoke ?? last.topic
  if (!fits(person) || last.speakers.some((other) => other !== person)) return null
  const told = [...person.roles].some((role) => isRoleNoun(role) && !nations[role])
  return told || cast.namedIn(heard.sentence.tokens).length > 0 ? null : person
}

const papers =
  /^(?:the|this|that|its|his|her|their|a|an|another)(?: [\p{L}-]+){0,2} (statement|letter|post|message|email|e-mail|note|memo|tweet|caption|filing|press release|text|brief)$/iu

const issued =
  /^(?:a|an|the|another)(?: [\p{L}-]+)? (?:statement|letter|post|email|message|memo) (?:from|by|issued by|sent by) (.+)$/iu

/** What bears words without saying any. */
const things =
  /^(?:the|a|an|one|another|its|his|her|their)(?: [\p{L}-]+){0,2} (?:box|label|sign|notice|headline|plaque|banner|placard|poster|screen|inscription|sticker|ticket|leaflet|flyer|menu|packet|tin|bottle|invitation|card|subtitle|strapline|billboard|advert|advertisement|entry|passage|paragraph|line|section|clause|page)$/iu

const issuing: { readonly [paper: string]: RegExp | undefined } = {
  post: /^(?:posted|tweeted)$/,
  letter: /^(?:written|wrote|signed)$/,
  email: /^emailed$/,
}

/** Who issued what the text speaks of: the subject of its own sentence, or the speaker of a sentence shortly before that names it. */
function issuerOf(paper: string, subject: Subject, { heard, past, topic, cast }: Scene): Person | null {
  if (topic && topic.to < subject.from) {
    if (heard.topic) return heard.topic
    return topic.is === 'description' ? toDescribed(topic) : null
  }
  // `The firm issued a clarification. “…,” a statement said.`
  const before = past.at(-1)
  if (/^an? /i.test(subject.text) && before?.sentence.block === heard.sentence.block)
    return before.speakers.at(-1) ?? before.topic
  if (!/^(?:the|this|that) /i.test(subject.text)) return topic && topic.from < subject.from ? heard.topic : null
  for (const entry of past.slice(-4).reverse()) {
    if (heard.sentence.block - entry.sentence.block > 2) break
    if (!entry.sentence.tokens.some((token) => token.low === paper || issuing[paper]?.test(token.low))) continue
    return (
      entry.speakers.at(-1) ??
      entry.topic ??
      (entry.named.length === 1 ? cast.toPerson((entry.named[0] as Person).name) : null)
    )
  }
  return null
}

/** Whom a name means; of several who share a surname the one their title tells, else the last one heard of. */
export function toNamed(
  subject: Subject,
  cast: Cast,
  past: readonly Heard[],
  heard: Heard,
): { person: Person | null; sure: boolean } {
  const same = cast.namesakes(subject.name, subject.roles)
  if (same.length < 2) {
    const person = same[0] ?? cast.toPerson(subject.name)
    // `Mrs Feldman` is not Burt Feldman.
    const title = subject.roles.find((role) => maleTitles.has(role) || femaleTitles.has(role))
    const other = title !== undefined && person.gender !== null && maleTitles.has(title) !== (person.gender === 'm')
    if (!other || person.kind !== 'person' || subject.name.includes(' ')) return { person, sure: true }
    return { person: cast.toPerson(subject.text), sure: false }
  }
  const recent = recentPeople(past, { ...heard, speakers: [], topic: null, named: [] })
  return { person: recent.find((person) => same.includes(person)) ?? same[0] ?? null, sure: false }
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

const notAgents =
  /^(?:factor|reactor|sector|vector|tractor|monitor|committee|coffee|degree|fee|guarantee|indicator|generator|refugee camp|list|twist|radiator|calculator|tree|career|gist|mist|wrist|fist|beer)$/

/** A speaker without a name: `a spokesman for the ministry`, `officials`. Null when the words are nobody. */
export function toDescribed(subject: Subject, anyNoun = false): Person | null {
  const words = subject.text.replace(/^(?:the|a|an|one|another|this|that|some|several|his|her|their|its)\s+/i, '')
  const tokens = words.toLowerCase().split(/\s+/)
  if (/[’']s?$/.test(words) && !/s[’']$/.test(words)) return null
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
      ) &&
      !(/^\p{Ll}{3,}(?:ctor|itor|ator|isor|ist|ician|ee|[^t]eer)$/u.test(last) && !notAgents.test(last))
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
    const near = heard.before?.findLast(fits)
    if (near) return near
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
    if (
      fits(entry.topic) &&
      (isSure(entry.topic) || told.length !== 1 || (entry.topic.kind === 'unnamed' && entry.topic.gender !== null))
    )
      return entry.topic
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
