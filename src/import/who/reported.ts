/** Reported speech without quotation marks, and the clause around words that are quoted in one. */
import type { Language } from '../languages/language.ts'
import type { Rule } from '../rule.ts'
import type { Certainty, Heard, ResolvedFrame } from './coreference.ts'
import type { Person } from './people.ts'
import { readPhrase } from './phrases.ts'
import { overlaps, type Range, type Token, tokenAt } from './text.ts'

export interface ReportedSpeech {
  /** One, or two where the speaker stands between them. */
  ranges: Range[]
  person: Person
  also: Person[]
  certainty: Certainty
  because: string
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

const isMark = (token: Token | undefined, form: RegExp) => form.test(token?.text ?? '')
/** Past `But` and its like. */
function pastJoiners(tokens: readonly Token[], from: number): number {
  return /^(?:but|and|so|yet|,|—)$/.test(tokens[from]?.low ?? '') ? pastJoiners(tokens, from + 1) : from
}

const wordsIn = (tokens: readonly Token[], from: number, to: number) =>
  tokens.slice(from, to).filter(({ is }) => is === 'word').length

function hasVerb({ tokens, language }: Scene, from: number, to: number): boolean {
  return tokens
    .slice(from, to)
    .some(
      ({ low, is, text }) => is === 'word' && text !== 'May' && (language.isVerb(low) || language.has('saying', low)),
    )
}

/** Token after the verb, whom it is said to, when and where, and `that`. */
function startAfter({ tokens, frame, frames, language }: Scene): { at: number; that: boolean } {
  const { has } = language
  const start = frame.inverted ? Math.max(frame.to, frame.verb + 1) : frame.verb + 1
  const that = tokens.findIndex((token, index) => index >= start && index < start + 14 && has('that', token.low))
  // `said in a film that showed it`: of the film.
  const before = tokens.slice(start, Math.max(that, start))
  const isRelative =
    that > start + 1 &&
    (frames.some(({ verb }) => verb > frame.verb && verb < that) ||
      before.some(({ low }, at) => language.pronoun(low) && language.isFinite(tokenAt(tokens, start + at + 1).low)) ||
      language.isVerb(tokenAt(tokens, that + 1).low))
  const isBeside = ({ is, low, text }: Token) =>
    (is === 'word' && !language.isIn(low, 'auxiliaries', 'breaks') && low !== 'of') || text === ','
  // `reflected the fact that`
  const isNouns = has('determiners', before[0]?.low ?? '') && !language.takesAddressee(frame.word)
  if (that >= 0 && !isRelative && !isNouns && before.every(isBeside)) return { at: that + 1, that: true }
  let at = start
  if (language.takesAddressee(frame.word)) {
    const audience = readPhrase(tokens, at, language)
    // `warned both sides were preparing`: they are whom it is about.
    const verb = tokenAt(tokens, audience?.to ?? 0).low
    if (audience && (audience.is === 'pronoun' || !has('auxiliaries', verb) || verb.includes("'"))) at = audience.to
  }
  for (let guard = 0; guard < 4; guard++) {
    const [{ low }, next] = [tokenAt(tokens, at), tokenAt(tokens, at + 1).low]
    if (has('times', low) || language.isAdverb(low) || isMark(tokens[at], /^[,:]$/)) at++
    else if (low === 'this' && /^(?:week|month|year|\p{L}+(?:ing|noon))$/u.test(next)) at += 2
    else if (has('prepositions', low) && !has('breaks', low)) {
      const phrase = has('times', next) ? { to: at + 2 } : readPhrase(tokens, at + 1, language)
      const end = tokens[phrase?.to ?? tokens.length]
      if (!phrase || (end?.text !== ',' && end?.is !== 'word')) break
      at = phrase.to
    } else break
  }
  return { at, that: false }
}

/** Where the words of a verb end: before another’s verb of saying, a turn of the sentence, or its last mark. */
function endOf(scene: Scene, verb: number, from: number): { to: number; cut: boolean } {
  const { tokens, frames, language } = scene
  const { has } = language
  let to = tokens.length
  let cut = false
  for (let at = from + 2; at < to; at++) {
    const { text } = tokenAt(tokens, at)
    if (/^[—–-]$/.test(text)) cut = true
    // `had spoken; helped; and written`: a list goes on.
    if (text === ';')
      [to, cut] = tokens.slice(at).some((one, on) => one.text === ';' && has('and', tokenAt(tokens, at + on + 1).low))
        ? [to, true]
        : [at, true]
  }
  // `… and has called it`
  const opens = (from: number) => {
    let at = from
    while (language.has('auxiliaries', tokenAt(tokens, at - 1).low)) at--
    return tokens[at - 1]
  }
  const next = frames.find(
    (frame) =>
      frame.verb > verb &&
      frame.from > from &&
      frame.from < to &&
      hasVerb(scene, from, frame.from) &&
      (isMark(opens(frame.from), /^[,—–]$/) ||
        (/^(?:and|but|while|whereas|although|though)$/.test(opens(frame.from)?.low ?? '') &&
          frame.class !== 'according')),
  )
  if (next) [to, cut] = [next.from, true]
  // `said it would close, a blow to all who …`
  const aside = tokens.findIndex(
    ({ text }, at) =>
      at > from + 2 &&
      at + 8 < to &&
      text === ',' &&
      /^(?:an?|the)$/.test(tokenAt(tokens, at + 1).low) &&
      hasVerb(scene, from, at) &&
      !tokens.slice(at + 1, to).some((one) => one.text === ','),
  )
  if (aside > 0) [to, cut] = [aside, true]
  // `said it would work, but the council has not asked`, `…, which is new`: the writer's own words.
  for (let at = from + 3; at < to; at++)
    if (tokens[at - 1]?.text === ',' && language.has('breaks', tokenAt(tokens, at).low)) {
      cut = true
      const isOwn = contrasts.test(tokenAt(tokens, at).low) && tokens.slice(at, to).some(({ low }) => now.test(low))
      if (has('relative', tokenAt(tokens, at).low) || isOwn) to = at - 1
    }
  while (to > from && /^(?:[.,;:!?—–)-]|and|but|while|as|then|also|which)$/.test(tokenAt(tokens, to - 1).low)) to--
  return { to, cut }
}

const contrasts = /^(?:but|while|although|though|whereas|however|even)$/
const now = /^(?:has|have|is|are|does|do)(?:n't)?$/

function after(scene: Scene, wantsThat: boolean): Clause | null {
  const { tokens, frame, language } = scene
  const { has } = language
  if (!has('reporting', frame.word)) return null
  const { at, that } = startAfter(scene)
  if (that !== wantsThat) return null
  // `Because the polls show that Trump leads, …`: the reason ends at its comma.
  const lead = tokenAt(tokens, frame.from - 1).low
  const isGap = has('relative', lead) || lead === 'what'
  const isAside =
    isGap || isRelative(scene) || /^(?:because|while|although|though|as|since|after|before|if|when)$/.test(lead)
  const goesOn = (index: number) => {
    const { low, text, is } = tokenAt(tokens, index + 1)
    return text === '' || is !== 'word' || language.isIn(low, 'breaks', 'prepositions') || /ing$/.test(low)
  }
  const comma = isAside
    ? tokens.findIndex(
        ({ text }, index) =>
          index > at && text === ',' && !goesOn(index) && (!isRelative(scene) || hasVerb(scene, at, index)),
      )
    : -1
  const end = endOf(scene, frame.verb, at)
  let to = comma > 0 ? Math.min(comma, end.to) : end.to
  // `said he would go, though he called it “odd”`: as far as nothing is quoted.
  const quote = tokens.findIndex(({ is }, index) => is === 'quote' && index > at && index < to)
  if (quote > 0) to = tokens.findLastIndex(({ text }, index) => index < quote && /^[,—–]$/.test(text))
  if (to < at) return null
  if (wordsIn(tokens, at, to) < 3 || !(hasVerb(scene, at, to) || isSaid(frame.word))) return null
  // `which critics said was unfair`
  const isRest = isGap && tokens[frame.from - 2]?.text === ',' && language.isVerb(tokenAt(tokens, at).low)
  // `“…,” Ann said on Monday, waving`
  const isPast = isMark(tokens[at - 1], /^,$/)
  const hasQuote = tokens.slice(0, frame.verb).some(({ is }) => is === 'quote')
  if (!that && isPast && !language.inverts && (hasQuote || tokens[frame.verb + 1]?.text === ',')) return null
  if (isRelative(scene) && !isAsideOf(scene)) return null
  if (!that && (has('thinking', frame.word) || frame.inverted || !(isRest || beginsClause(scene, at, to)))) return null
  const isPlain = !tokens
    .slice(at + 2, to)
    .some(
      ({ text, low }, index, rest) =>
        text === ',' ||
        /^(?:after|as|when|while|because|before|since|but|although|though)$/.test(low) ||
        (has('and', low) && language.isVerb(tokenAt(rest, index + 1).low)),
    )
  return {
    from: at,
    to,
    sure:
      isPlain &&
      quote < 0 &&
      !end.cut &&
      hasVerb(scene, at, to) &&
      !isAside &&
      !has('thinking', frame.word) &&
      !isRelative(scene) &&
      (that || (!frame.participle && (isSaid(frame.word) || frame.word === 'told'))),
  }
}

/** The `who` of `voters who say`; -1 where the verb is that of another clause. */
const relativeOf = ({ tokens, frame: { from, verb }, language }: Scene) =>
  tokens.findLastIndex(
    ({ low }, at) =>
      at >= from && at < verb && at >= verb - 4 && language.has('relative', low) && tokens[at + 1]?.text !== ',',
  )
const isRelative = (scene: Scene) => relativeOf(scene) >= 0
/** `Ann, who says`: it tells more of her. */
const isAsideOf = (scene: Scene) => scene.tokens[relativeOf(scene) - 1]?.text === ','

const isSaid = (word: string) => /^(?:said|says?)$/.test(word)

/** Whether a clause of its own begins here: a subject with a verb after it. */
function beginsClause(scene: Scene, at: number, to: number): boolean {
  const { tokens, language, frame } = scene
  const { has } = language
  const token = tokens[at]
  if (!token) return false
  if (/['’](?:s|re|ll|d|ve|m)$/.test(token.text) && has('auxiliaries', token.low)) return true
  if (has('prepositions', token.low) || has('breaks', token.low)) return false
  if (has('auxiliaries', token.low) || (/ing$/.test(token.low) && !hasVerb(scene, at + 1, to))) return false
  const phrase =
    has('first', token.low) || /^(?:there|this|that|these|those)$/.test(token.low)
      ? { to: at + 1 }
      : readPhrase(tokens, at, language)
  // `talks would resume`, `the blasting had cracked it`: nouns that are verbs elsewhere.
  if (!phrase)
    return (
      isSaid(frame.word) &&
      (language.isIn(token.low, 'determiners', 'judging', 'nouns-too') || /^\d/.test(token.text)) &&
      hasVerb(scene, at + 1, to)
    )
  // Beside other verbs a clause is one only where its verb follows at once: `declared war on the isle`.
  let end = phrase.to
  while (has('prepositions', tokenAt(tokens, end).low)) end = readPhrase(tokens, end + 1, language)?.to ?? tokens.length
  const verb = tokenAt(tokens, end).low
  const isVerb = language.isVerb(verb) || language.isIn(verb, 'loose', 'saying')
  const isNext = isVerb || language.isFinite(tokenAt(tokens, phrase.to - 1).low)
  if (!isSaid(frame.word) && !language.takesAddressee(frame.word)) return isNext
  if (hasVerb(scene, Math.max(at + 1, phrase.to - 1), to)) return true
  // A verb that is in no list: `his friends feel the same way`.
  const next = tokens[phrase.to]
  if (next?.is === 'word' && phrase.to < to && !(has('prepositions', next.low) || has('breaks', next.low))) return true
  // `success depends on it`, `the flowers in parks bloom longer`
  const inner = tokens.slice(at + 1, to - 1)
  if (wordsIn(tokens, at, to) < 5 || inner.some(({ text }) => text === ',')) return false
  return inner.some(({ low, text }) => low === text && /\p{Ll}{2}[^s]s$/u.test(low))
}

/** `As Ann noted, the pier is shut.` */
function asFar(scene: Scene): Clause | null {
  const { tokens, frame, language } = scene
  const at = tokens.findIndex(({ text }, index) => index > frame.verb && text === ',') + 1
  const lead = tokens[frame.from - 2]
  if (
    tokenAt(tokens, frame.from - 1).low !== 'as' ||
    (lead?.is === 'word' && !language.has('breaks', lead.low)) ||
    at === 0 ||
    at > frame.verb + 6
  )
    return null
  const { to } = endOf(scene, frame.verb, at)
  return hasVerb(scene, at, to) ? { from: at, to, sure: false } : null
}

export const reportedRules: readonly ReportedRule[] = [
  {
    name: 'that-clause',
    reads: 'What follows a verb of saying and `that`.',
    example: { text: 'Ann Berg insisted that the pier was sound.', gives: 'Ann Berg: the pier was sound, certain' },
    find: (scene) => (scene.frame.class === 'saying' ? after(scene, true) : null),
  },
  {
    name: 'bare-clause',
    reads: 'A clause that follows a verb of saying without `that`.',
    example: { text: 'Ann Berg said the firms will pay.', gives: 'Ann Berg: the firms will pay, certain' },
    find: (scene) => (scene.frame.class === 'saying' ? after(scene, false) : null),
  },
  {
    name: 'clause-before',
    reads: 'A clause before a comma and `Ann said`, or `said Ann`, that ends the sentence.',
    example: {
      text: 'The pier will open in May, Ann Berg said.',
      gives: 'Ann Berg: The pier will open in May, certain',
    },
    find: (scene) => {
      const { tokens, frame, frames, language } = scene
      if (frame.class !== 'saying' || frame.participle || !frame.subject || !language.has('reporting', frame.word))
        return null
      const begin = frame.inverted ? frame.verb : frame.from
      // `It was then, after all, that Ann said …`, `…, an outlet which writes`
      if (language.has('that', tokenAt(tokens, begin).low) || isRelative(scene)) return null
      if (!isMark(tokens[begin - 1], /^[,—–]$/) || language.has('thinking', frame.word)) return null
      const stop = Math.max(frame.verb + 1, frame.to)
      const rest = tokens.slice(stop)
      // `…, Ann denied taking them`: what she says follows.
      const next = rest[0]
      const isBeside =
        next?.is !== 'word' ||
        (next.low !== 'to' && language.isIn(next.low, 'times', 'prepositions', 'loose', 'audience', 'breaks'))
      if (!isBeside && !frame.inverted && !language.isAdverb(next.low) && !language.takesAddressee(frame.word))
        return null
      const follows = tokenAt(tokens, stop + 1).low
      const goesOn = isMark(rest[0], /^,$/) && (!frame.inverted || language.isVerb(follows))
      if (
        !goesOn &&
        (rest.length > (frame.inverted ? 40 : 16) ||
          rest.some(
            ({ low, is }, index, all) =>
              (is === 'quote' && /^[,:]$/.test(tokenAt(all, index - 1).text)) ||
              (!frame.inverted && (language.has('that', low) || language.has('auxiliaries', low))),
          ))
      )
        return null
      const from = pastJoiners(tokens, tokens.findLastIndex(({ text }, at) => at < begin && text === '(') + 1)
      const earlier = frames.findLast(({ verb }) => verb < begin)
      // `As the charges were unsealed, Ann testified.`
      if (
        /^(?:as|when|while|after|before|although|though|if|since|asked|because|until|once|unless|in|at|on|by|during|speaking|despite|with|for)$/.test(
          tokenAt(tokens, from).low,
        ) &&
        !tokens.slice(from + 1, begin - 1).some(({ text }) => text === ',') &&
        !goesOn
      )
        return null
      const to = begin - 1
      // `Many, he said, have closed.`
      const tail = goesOn ? endOf(scene, frame.verb, stop + 1) : null
      const isAnother = contrasts.test(follows) || frames.some(({ verb }) => verb === stop + 1)
      const isParted = tail !== null && !isAnother && !language.has('relative', follows)
      if (
        wordsIn(tokens, from, to) + (isParted ? 3 : 0) < 4 ||
        !(hasVerb(scene, from + 1, to) || (isParted && hasVerb(scene, stop + 1, tail.to)))
      )
        return null
      if (goesOn && !isParted) return { from, to, sure: false }
      if (isParted) return { from, to, sure: false, rest: { from: stop + 1, to: tail.to } }
      return { from, to, sure: !earlier && rest.length <= 8 && (!frame.inverted || isSaid(frame.word)) }
    },
  },
  {
    name: 'source',
    reads: '`according to` and its like, and the sentence it stands in.',
    example: { text: 'The pier is sound, according to Ann Berg.', gives: 'Ann Berg: The pier is sound, certain' },
    find: (scene) => {
      const { tokens, frame } = scene
      if (frame.class !== 'according') return asFar(scene)
      const opens = frame.verb <= 1
      const comma = opens
        ? Math.max(frame.to, tokens.findIndex(({ text }, at) => at < frame.to + 6 && text === ',') + 1)
        : 0
      const { to, cut } = opens
        ? endOf(scene, frame.verb, comma)
        : { to: isMark(tokens[frame.verb - 1], /^,$/) ? frame.verb - 1 : frame.verb, cut: false }
      // `Since May, according to Ann, the pier …`
      const close = tokens.findIndex((token, at) => at > frame.verb && isMark(token, /^,$/)) + 1
      if (!opens && close > 0 && isMark(tokens[frame.verb - 1], /^,$/)) {
        const { to } = endOf(scene, frame.verb, close)
        if (wordsIn(tokens, 0, frame.verb) <= 6)
          return { from: 0, to: frame.verb - 1, sure: false, rest: { from: close, to } }
      }
      const from = pastJoiners(tokens, comma)
      if (wordsIn(tokens, from, to) < 4 || !hasVerb(scene, from, to)) return null
      return { from, to, sure: opens ? !cut : !tokens.slice(from, to).some(({ text }) => text === ',') }
    },
  },
  {
    name: 'act',
    reads: 'A verb that says something by itself, with what it takes: `ruled out a vote`.',
    example: { text: 'Ann Berg ruled out a toll for now.', gives: 'Ann Berg: ruled out a toll for now, certain' },
    find: (scene) => {
      const { tokens, frame, language } = scene
      const { verb, subject } = frame
      const { has } = language
      if (frame.inverted) return null
      if (tokens.slice(Math.max(0, (subject?.to ?? verb) - 2), verb).some(({ low }) => language.has('relative', low)))
        return null
      const following = tokens
        .slice(verb + 1, verb + 14)
        .map(({ text }) => text)
        .join(' ')
      if (!language.acts.some(([word, next]) => word.test(frame.word) && next.test(following))) return null
      if (has('times', tokenAt(tokens, verb + 2).low)) return null
      const end = endOf(scene, verb, verb + 1)
      // `Though Ann vowed to wait, the board has not`: the main clause is not hers.
      const comma = tokens.findIndex(({ text }, at) => at > verb + 3 && at < end.to && text === ',')
      const isAside = comma > 0 && hasVerb(scene, comma + 1, end.to)
      // `ruled out a bid this morning`: when it was said.
      const time = tokens.findIndex(
        ({ low }, at) =>
          at > verb + 2 &&
          (has('times', low) || low === 'this') &&
          !language.isIn(tokenAt(tokens, at - 1).low, 'prepositions', 'times'),
      )
      const to = Math.min(isAside ? comma : end.to, time > 0 ? time : end.to)
      return { from: verb, to, sure: !isAside && !end.cut && to === end.to && wordsIn(tokens, verb, to) <= 14 }
    },
  },
]

/** Reported speech, where a verb of saying makes it plain. */
export function findReported(
  read: readonly Heard[],
  language: Language,
  without: ReadonlySet<string>,
): ReportedSpeech[] {
  const found: ReportedSpeech[] = []
  const taken: Range[] = []
  // What is told of a whole sentence outranks what is told in it: `A third say it is dear, according to a poll`.
  const order = ['source', 'clause-before']
  const rules = reportedRules
    .filter(({ name }) => !without.has(name))
    .toSorted((a, b) => order.indexOf(b.name) - order.indexOf(a.name))
  for (const { sentence, frames } of read) {
    const { tokens, block } = sentence
    for (const rule of rules)
      for (const frame of frames) {
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
        if (!isQuoted || rule.name === 'that-clause') taken.push(...ranges)
        if (isQuoted) continue
        const certainty = (clause.sure && !isVague) || frame.certainty === 'unknown' ? frame.certainty : 'likely'
        found.push({ ranges, person, also, certainty, because, rule: rule.name, frame })
      }
  }
  return found
}

/** The clause around a quotation that is part of reported speech; null when the quotation stands by itself. */
export function clauseAround(
  { sentence: { tokens, block }, frames }: Heard,
  frame: ResolvedFrame,
  at: number,
  language: Language,
): Range | null {
  const scene: Scene = { tokens, frames, frame, language }
  if (frame.verb < at && frame.class !== 'according') {
    const from = frame.class === 'judging' ? frame.verb : Math.min(startAfter(scene).at, at)
    // `had said “we will go”, he left`: the words end with their mark.
    const next = tokens[at + 1]
    const isLast =
      next?.text === ',' || (/^(?:but|and)$/.test(next?.low ?? '') && language.isFinite(tokenAt(tokens, at + 2).low))
    return toRange(tokens, block, from, isLast ? at + 1 : Math.max(endOf(scene, frame.verb, at).to, at + 1))
  }
  const begin = frame.inverted ? frame.verb : frame.from
  const from = pastJoiners(tokens, 0)
  return frame.verb < at
    ? toRange(tokens, block, frame.to, endOf(scene, frame.verb, at).to)
    : toRange(tokens, block, from, begin)
}

function toRange(tokens: readonly Token[], block: number, from: number, to: number): Range | null {
  let end = to
  let begin = from
  while (end > begin && isMark(tokens[end - 1], /^[.,;:—–!-]$/)) end--
  while (begin < end && isMark(tokens[begin], /^[,:—–]$/)) begin++
  const first = tokens[begin]
  const last = tokens[end - 1]
  return first && last && end > begin ? { block, start: first.start, end: last.end } : null
}
