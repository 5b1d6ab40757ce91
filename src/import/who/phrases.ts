/** Who or what a row of words names: a name, a pronoun or a description, with what stands around it. */
import type { Language } from '../languages/language.ts'
import { isCapital, join, lowAt, type Token, textAt, tokenAt } from './text.ts'

export interface Phrase {
  is: 'name' | 'pronoun' | 'description'
  /** The words as written. */
  text: string
  /** The name alone, without titles. */
  name: string
  /** Titles and roles said of it, small letters. */
  roles: string[]
  /** The words of a description, small letters. */
  words: string[]
  /** The noun that a description is about. */
  head: string
  definite: boolean
  from: number
  to: number
  /** More than an apposition stands between it and its verb. */
  far?: boolean
  /** A second one that is joined to it. */
  and?: Phrase
}

const postNominal = /^(?:KC|QC|MP|MEP|MSP|TD|OBE|MBE|CBE|KBE|DBE|PhD|MD|RN|Esq|Jr|Sr|II|III|IV)$/
/** Whether a token cannot stand in a phrase: a verb, a preposition, a word that joins clauses. */
function endsPhrase(tokens: readonly Token[], at: number, from: number, language: Language): boolean {
  const token = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  const { low } = token
  const { has } = language
  const isLater = at > from
  if (token.is !== 'word' || has('times', low)) return true
  const isDefinite = has('definite', low) && !/^(?:all|both)$/.test(before.low)
  if (isLater && (isDefinite || language.pronoun(low) || /^an?$/.test(low))) return true
  if (isCapital(token) && !isOpening(tokens, at)) return false
  // `a newly found email`
  const isHow = language.isAdverb(low) && !/^(?:an?|the|his|her|its|their|our)$/.test(before.low)
  if (language.isIn(low, 'prepositions', 'breaks', 'auxiliaries') || isHow) return true
  if (has('loose', low) && !has('determiners', low) && !has('determiners', before.low)) return true
  const isPerson = isCapital(before) || language.isRole(before.low) || has('groups', before.low)
  // `Tricia Vance disputed`
  const isTold = isPerson && (has('audience', low) || (language.isFinite(low) && !language.isRole(low)))
  if (isLater && (isTold || has('near', low))) return true
  if (!language.isIn(low, 'saying', 'judging') || has('groups', low)) return false
  return !(isLater && has('nouns-too', low) && (has('determiners', before.low) || /['’]s?$/.test(before.text)))
}

/** Reads the phrase that begins at a token; null when none does. */
export function readPhrase(tokens: readonly Token[], from: number, language: Language): Phrase | null {
  const first = tokens[from]
  if (first?.is !== 'word') return null
  const { has } = language
  const plain = { roles: [], words: [first.low], head: first.low, definite: true, from, to: from + 1 }
  if (language.pronoun(first.low)) return { ...plain, is: 'pronoun', text: first.text, name: '' }
  // `that she said`: a clause begins.
  const next = tokens[from + 1]
  if (has('that', first.low) && next && (language.pronoun(next.low) || isCapital(next))) return null
  let at = from
  const isNumber = /^(?:\d[\d.,]*%?|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\p{L}+)?)$/u.test(first.low)
  const determined = has('determiners', first.low) || isNumber
  while (has('determiners', lowAt(tokens, at)) && at < from + 3) at++
  if (isNumber) at = Math.max(at, from + 1)
  const start = at
  const isVerb = (index: number) => language.isFinite(lowAt(tokens, index))
  // A verb, where nothing makes it a noun: `won 758 delegates`.
  if (!determined && !isCapital(first) && isVerb(from) && !language.isRole(first.low)) return null
  let owner = start
  for (; at < tokens.length; at++) {
    const [before, token, next] = [tokenAt(tokens, at - 1), tokenAt(tokens, at), tokenAt(tokens, at + 1)]
    if (at > start && isCapital(next) && joinsName(tokens, at, language)) continue
    // `current and former officials`
    const isBetween = at > start && (at === 1 || !isCapital(before)) && !language.isRole(before.low)
    if (has('and', token.low) && isBetween && !isCapital(next) && leadsToPerson(tokens, at + 1, language)) continue
    if (endsPhrase(tokens, at, start, language)) break
    // `Fiorina threw her support`, but `Clinton economic advisers`
    const isBeside = at > start && isCapital(before) && !/['’]s?$/.test(before.text)
    if (isBeside && !isCapital(token) && !leadsToPerson(tokens, at, language)) break
    if (/['’]s?$/.test(token.text)) owner = at + 1
  }
  // `those surveyed`
  const isAsked = at > start && first.low === 'those' && language.isParticiple(lowAt(tokens, start))
  if (at === start || isAsked) {
    // `one`, `the two`, `45% of the riders`; not `the most telling word`
    const counter = lowAt(tokens, Math.max(start - 1, from))
    const isCount = /%$/.test(counter) || (has('indefinite', counter) && !(start > from + 1 && counter === 'most'))
    if (!isCount && !isAsked) return null
    // `one of the riders`, `some in the party`
    const to = isAsked ? start + 1 : start
    return { ...plain, is: 'description', text: join(tokens, from, to), name: '', to, definite: false }
  }
  if (owner === at) return null
  const inner = tokens.slice(start, at).filter(({ is }) => is === 'word')
  const named = findName(tokens, Math.max(start, owner), at, determined, language)
  const roles = inner
    .filter(({ start: begin, text }) => begin < (named?.start ?? Infinity) && !/['’]s?$/.test(text))
    .map(({ low }) => low)
    .filter((low) => language.isOffice(low) || language.nation(low) || has('groups', low))
  const [text, words] = [join(tokens, from, at), inner.map(({ low }) => low)]
  const definite = has('definite', first.low) || !determined
  const phrase = { roles, text, words, head: lowAt(tokens, at - 1), definite, from, to: at }
  return named ? { ...phrase, is: 'name', name: named.name } : { ...phrase, is: 'description', name: '' }
}

/** Whether a token before a capital goes on with a name: `Gov. Berg`, `Berg & Sons`, `Vera von Berg`, `Chamber of Trade`. */
function joinsName(tokens: readonly Token[], at: number, language: Language): boolean {
  const { text, low } = tokenAt(tokens, at)
  const before = tokenAt(tokens, at - 1)
  if (text === '.') return isShort(before, language)
  // `Vera von Berg`, but `Anna Berg der Zeitung`
  const isParticle = language.has('particles', low) && !(language.capitalNouns && language.has('determiners', low))
  return text === '&' || (isCapital(before) && (isParticle || (low === 'of' && language.has('bodies', before.low))))
}

/** Whether small words lead to a noun for people. */
function leadsToPerson(tokens: readonly Token[], from: number, language: Language): boolean {
  for (let at = from; at < from + 4; at++) {
    const token = tokenAt(tokens, at)
    const { low } = token
    if (token.is !== 'word' || (at > from && endsPhrase(tokens, at, from, language))) return false
    if (language.isRole(low) || language.has('groups', low) || language.isPersonNoun(low) || isCapital(token))
      return true
    if (language.isFinite(low)) return false
  }
  return false
}

const isShort = ({ text, low }: Token, { has }: Language): boolean => /^\p{Lu}$/u.test(text) || has('short', low)

/** The name at the end of a phrase: capital words, less the titles before them. */
function findName(tokens: readonly Token[], from: number, to: number, determined: boolean, language: Language) {
  const { has } = language
  const isInner = (at: number): boolean => {
    const { low, text } = tokenAt(tokens, at)
    const isSmall = (has('particles', low) || low === 'of') && isCapital(tokens[at - 1])
    return at < to - 1 && (isSmall || /^[.&]$/.test(text))
  }
  let begin = to
  while (begin > from && (isCapital(tokens[begin - 1]) || isInner(begin - 1))) begin--
  if (begin === to) return null
  let last = to
  while (last > begin + 1 && postNominal.test(textAt(tokens, last - 1))) last--
  // `Residents said`, `Fellow protester`: a capital that only the beginning of the sentence gives.
  if (begin === from && isOpening(tokens, begin) && isCommon(tokens, begin, last, language)) begin++
  if (begin >= last) return null
  const isBody =
    last - begin > 1 &&
    (has('bodies', lowAt(tokens, last - 1)) || (tokens[begin + 1]?.low === 'of' && has('bodies', lowAt(tokens, begin))))
  let name = begin
  for (let at = last - 2; at >= begin && !isBody; at--) {
    const token = tokenAt(tokens, at)
    if (!strips(token, language)) continue
    // `Dean Porritt`, `Rose Baker`: a given name, where nothing else would be left of one.
    if (at === begin && last - at === 2 && language.isGivenName(token.low)) continue
    name = at + 1
    break
  }
  while (tokens[name]?.text === '.') name++
  // `Landlady Ann Berg`: a given name begins a person’s.
  const given = tokens.slice(name, last - 1).findIndex(({ low }) => language.isGivenName(low))
  if (given > 0 && !isBody && tokens[name + given - 1]?.text !== '.') name += given
  while (!isBody && last - name > 1 && language.nation(lowAt(tokens, name))) name++
  const [only, end] = [tokenAt(tokens, name), tokenAt(tokens, last - 1)]
  const isOne = last - name === 1
  const isNoun = language.isRole(only.low) && (language.capitalNouns || determined)
  const isNone = isNoun || language.isIn(only.low, 'titles', 'groups')
  if (isOne && ((isNone && !language.isGivenName(only.low)) || (determined && language.nation(only.low)))) return null
  // A noun of a language that writes nouns with a capital: `die Sprecherin des Hafens`.
  if (language.capitalNouns && determined && !language.isGivenName(only.low)) return null
  // `the Publicity Secretary`: an office, not a name.
  if (determined && !isOne && !isBody && language.isOffice(end.low)) return null
  const text = join(tokens, name, last).replace(/['’]s?$/, '')
  return { name: text.replace(/\s\./g, '.'), start: only.start }
}

function strips({ low, text }: Token, language: Language): boolean {
  const bare = low.replace(/\.$/, '')
  const isOffice = language.has('titles', bare) || (language.isRole(bare) && !language.isPlural(bare))
  return isOffice || /^(?:PC|DC|DS|DI|DCI|CEO|CFO|COO|PM|MP|GP|DJ|AG)$/.test(text)
}

function isOpening(tokens: readonly Token[], at: number): boolean {
  return at === 0 || tokens[at - 1]?.is === 'quote' || /^[.?!:(—–-]$/.test(textAt(tokens, at - 1))
}

/** Whether a word at the beginning is a word like any other. */
function isCommon(tokens: readonly Token[], at: number, to: number, language: Language): boolean {
  const [{ low }, next] = [tokenAt(tokens, at), tokenAt(tokens, at + 1)]
  const [isGroup, isRole] = [language.has('groups', low), language.isRole(low)]
  if (language.has('not-names', low)) return true
  if (at + 1 < to && isCapital(next)) return isGroup && !isRole && language.isGivenName(next.low)
  return isGroup || (isRole && !language.isGivenName(low))
}

/**
 * Whether what follows a phrase belongs to it up to a token: `of the board`, `, the mayor,`, `, who runs a shop,`, `(R)`. Gives
 * the phrase, under the name that an apposition adds; null when something else stands between.
 */
export function extend(phrase: Phrase, tokens: readonly Token[], to: number, language: Language): Phrase | null {
  const { has } = language
  let found = phrase
  let at = phrase.to
  while (at < to) {
    const [{ low, text }, next] = [tokenAt(tokens, at), tokenAt(tokens, at + 1)]
    const isTold = found.is === 'description'
    const close = tokens.findIndex((token, index) => index > at && token.text === ')')
    if (text === '(' && close < to) at = close + 1
    // `secretary of state`: no verb; `sources close to the talks`
    else if (low === 'of' && next.low === 'state') at += 2
    else if (has('prepositions', next.low) && (has('and', low) || (isTold && has('near', low)))) at++
    else if (has('and', low)) {
      const second = readPhrase(tokens, at + 1, language)
      const whole = second && second.to <= to ? extend(second, tokens, to, language) : null
      return whole && (at > phrase.to ? { ...found, text: join(tokens, phrase.from, to) } : { ...found, and: whole })
    } else if (has('prepositions', low) && !has('breaks', low)) {
      const whole = readPhrase(tokens, at + 1, language)
      const inner = whole && whole.to > to ? readPhrase(tokens.slice(0, to), at + 1, language) : whole
      // `activities to organise in March`: a verb; not `privy to talks`.
      const isNoun = isCapital(next) || has('determiners', next.low) || has('near', lowAt(tokens, at - 1))
      if (!inner || (low === 'to' && !isNoun)) return null
      at = inner.to
      if (phrase.is !== 'description' || found !== phrase) continue
      // `minister of mines Ann Berg`
      const isBare = !isCapital(next) && !has('determiners', next.low)
      const isNamed = inner.name.includes(' ') && isBare && language.isRole(phrase.head)
      const whose = join(tokens, phrase.from, at)
      phrase = isNamed
        ? { ...inner, roles: [...phrase.roles, ...inner.roles], from: phrase.from, text: whose }
        : { ...phrase, text: whose, words: [...phrase.words, ...inner.words], to: at }
      found = phrase
    } else if (has('relative', low) || (isTold && language.isParticiple(text))) {
      // `the firm that runs the pub`, `a nurse accused of theft`; not `a current that the pilots fear`
      const isNominal = isCapital(next) || has('determiners', next.low)
      const comma = tokens.findIndex((token, index) => index > at && index < to && token.text === ',')
      const rest = tokens.slice(at + 1, comma < 0 ? to : comma)
      const isOwn = has('relative', low)
        ? !isNominal && low !== 'whose' && !language.pronoun(next.low)
        : isNominal || has('prepositions', next.low) || at + 1 === to
      const isLong = rest.length > 13 || rest.some((token) => has('breaks', token.low) && !has('relative', token.low))
      if (!isTold || !isOwn || isLong) return null
      if (comma < 0) return found
      at = comma
    } else if (/^[,—–]$/.test(text)) {
      const end = closingComma(tokens, at, to, text, language)
      if (end < 0) return null
      const inner = readPhrase(tokens, at + 1, language)
      const whole = inner && extend(inner, tokens, end, language)
      if (!whole && !startsAside(next, language)) return null
      const { from, words, definite } = found
      const told = whole?.words.filter(language.isRole) ?? []
      const roles = [...found.roles, ...(whole?.roles ?? [])]
      if (whole?.is === 'name' && found.is !== 'name')
        found = { ...whole, from, words, definite, roles, text: join(tokens, from, end) }
      else found = { ...found, roles: [...roles, ...told] }
      at = end + 1
    } else return null
  }
  return at === to ? found : null
}

/** Where an aside that a comma opens is closed: at the last comma before the verb for `, who …,`, else at the next. */
function closingComma(tokens: readonly Token[], open: number, to: number, mark: string, language: Language): number {
  const commas = [...tokens.keys()].slice(open + 1, to).filter((at) => tokens[at]?.text === mark)
  const isRelative = language.has('relative', lowAt(tokens, open + 1))
  return (isRelative ? commas.findLast((at) => at === to - 1) : commas[0]) ?? -1
}

/** Words that open an aside about somebody, not a clause of its own. */
const startsAside = ({ low, text }: Token, language: Language): boolean =>
  language.isIn(low, 'relative', 'prepositions', 'loose', 'determiners') ||
  language.isRole(low) ||
  language.isParticiple(text) ||
  /^\d{1,3}$/.test(text)
