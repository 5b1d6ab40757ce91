/** Noun phrases that may speak: names with what stands around them, and descriptions. */
import { bareName, join } from './bare-names.ts'
import {
  beforeVerb,
  isGivenName,
  isGroupNoun,
  isRoleNoun,
  judgingVerbs,
  months,
  nations,
  notNames,
  nounLike,
  pronouns,
  sayingVerbs,
  titles,
  weekdays,
} from './lexicon.ts'
import type { Token } from './narration.ts'

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

export const prepositions = new Set(
  'in on at by for with from to of about after before during since until under over against amid following between among through across despite without within into onto near outside inside around per via towards toward beyond behind beside besides alongside throughout upon regarding concerning like unlike including'.split(
    ' ',
  ),
)

export const subordinators = new Set(
  'if when while although though because since after before until as whether where once unless whereas despite'.split(
    ' ',
  ),
)

export const clauseBreaks = new Set([
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

export const determiners = new Set(
  'the a an one another this that these those his her its their our my your some several many few two three four five six seven eight nine ten dozens hundreds thousands both most all every each other no any more'.split(
    ' ',
  ),
)

const particles = new Set(
  'de del della der den van von zu la le du da dos das di el al bin ibn ben ter ten af av y e st'.split(' '),
)

export const finite = new Set(
  'is was were are am be been has had have does did do will would can could should shall may might must'.split(' '),
)

/** The phrase whose last word stands at `end`. */
export function phraseEndingAt(tokens: readonly Token[], end: number): Subject | null {
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

const approximately = /^(?:nearly|almost|about|around|roughly|some|over|(?:more|fewer|less) than|at least|up to) /

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
  // `Nearly 200 teachers`, `More than a dozen residents`
  const roughly = approximately.exec(
    tokens
      .slice(at, at + 3)
      .map(({ low }) => low)
      .join(' '),
  )
  if (
    roughly &&
    /^(?:\d.*|a|two|three|four|five|six|seven|eight|nine|ten|half|dozens|hundreds|thousands)$/.test(
      tokens[at + (roughly[0].split(' ').length - 1)]?.low ?? '',
    )
  ) {
    at += roughly[0].trim().split(' ').length
    token = tokens[at] as Token
  }
  const definite = /^(?:the|his|her|their|its|this|that|these|those)$/.test(token.low)
  const determined = determiners.has(token.low) || /^\d+(?:,\d{3})*$/.test(token.low)
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
    if (
      noun &&
      !isPossessive(noun) &&
      /^\p{Ll}+ed$/u.test(token.text) &&
      (isRoleNoun(noun.low) || isGroupNoun(noun.low))
    )
      break
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
        // `a Department for Education spokesperson`, `Ministry of Defence spokesman Ann Berg`
        const role = tokens[to]
        if (role?.is === 'word' && isRoleNoun(role.low) && !isCapital(role)) {
          const who = apposition(tokens, to + 1)
          return who
            ? { ...named(tokens, who, [...roles, role.low]), from, to: who.to, definite }
            : describe(tokens, from, to + 1, [role.low], definite)
        }
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
      !(isGivenName(given.low) || (titles.has(near.low) && isCapital(near) && to - at === 2)) ||
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
  if (tokens.slice(from, to).some(({ low }) => low === 'opposition')) roles.push('opposition')
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
    // `on one flight filmed the breakup`: the word before an article is its verb.
    if (
      at > start &&
      /^(?:the|an?|his|her|their|its)$/.test(tokens[at + 1]?.low ?? '') &&
      /^\p{Ll}+ed$/u.test(token.text)
    )
      break
    at++
    // A name without a comma after `of X`: `the head of the union Ann Berg` is left whole.
  }
  return at
}
