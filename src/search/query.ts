/** What somebody typed, read into what a result must have. Pure: the language of search is all here. */
import { type Thing, things } from './content.ts'
import { toWords } from './words.ts'

export interface Query {
  /** As typed, trimmed. */
  text: string
  /** Folded words that a result must have, each once. */
  words: string[]
  /** Folded words of each quoted phrase, in order. */
  phrases: string[][]
  /** Folded words, or phrases, that a result must not have. */
  without: string[][]
  names: NameFilter[]
  things: Thing[]
  kinds: QuoteKind[]
  /** First and last day, `2025-08-20`. */
  from: string | null
  to: string | null
  sort: Sort
  /** Operators that there are not, searched as text. */
  unknown: string[]
  /** Operators with a value that means nothing, left out. */
  misread: string[]
}

/** A speaker, an outlet or a topic that a result must have, or must not have. */
export interface NameFilter {
  by: NamedBy
  /** As typed. */
  name: string
  isNot: boolean
}

export const namedBy = ['speaker', 'outlet', 'topic'] as const
export type NamedBy = (typeof namedBy)[number]

const quoteKinds = ['direct', 'mixed', 'indirect'] as const
type QuoteKind = (typeof quoteKinds)[number]

const sorts = ['best', 'newest', 'oldest'] as const
export type Sort = (typeof sorts)[number]

/** Words of questions, which say nothing of what is looked for. */
const small = new Set(
  `a about am an and any anybody anyone are as at be been but by can could did do does ever for from had has have he her him his how i if in
  into is it its many me much my no not of on or our say said says she should so somebody someone than that the their them they this to us
  was we were what when where which who whom whose why will with would you your`.split(/\s+/),
)

/** Below this many letters nothing is looked for while typing. */
const fewestLetters = 3

/** One piece of a query: a phrase in quotation marks, or anything between white space. */
interface Token {
  isNot: boolean
  operator: string
  value: string
  isQuoted: boolean
  /** A phrase without its end. */
  isOpen: boolean
  /** As typed, a phrase with its end. */
  text: string
}

/**
 * Reads a query. Quotation marks of any shape enclose a phrase; one left open runs to the end, and while it is being typed
 * its last word may be half a word.
 */
export function readQuery(input: string, isTyping = false): Query {
  const query: Query = {
    text: input.trim().replace(/\s+/g, ' '),
    words: [],
    phrases: [],
    without: [],
    names: [],
    things: [],
    kinds: [],
    from: null,
    to: null,
    sort: 'best',
    unknown: [],
    misread: [],
  }
  const loose: string[] = []
  for (const token of toTokens(query.text)) {
    if (token.operator && readOperator(token, query)) continue
    const words = toWords(token.operator ? `${token.operator} ${token.value}` : token.value)
    if (token.operator) query.unknown.push(token.operator)
    if (words.length === 0) continue
    if (token.isNot) query.without.push(words)
    else if (token.isQuoted && words.length > 1) {
      if (isTyping && token.isOpen && !/\s$/.test(input)) loose.push(...words.splice(words.length > 2 ? -1 : 0))
      if (words.length > 0) query.phrases.push(words)
    } else loose.push(...words)
  }
  const telling = loose.filter((word) => !small.has(word))
  const isEnough = telling.length > 0 || query.phrases.length > 0 || isNarrowed(query)
  query.words = [...new Set(isEnough ? telling : loose)]
  return query
}

/** Whether there is enough to look for while somebody types. */
export function isEnough(query: Query): boolean {
  return isNarrowed(query) || allWords(query).join('').length >= fewestLetters
}

/** Whether there is anything to look for. */
export function isEmpty(query: Query): boolean {
  return allWords(query).length === 0 && !isNarrowed(query)
}

/** All words that a result must have, for looking it up and for marking it. */
export function allWords({ words, phrases }: Query): string[] {
  return [...new Set([...words, ...phrases.flat()])]
}

/** The query as typed with another word in place of a folded one; without it, when no other is given. */
export function replaceWord(text: string, word: string, other = ''): string {
  return text
    .split(' ')
    .map((token) => (toWords(token).includes(word) ? other : token))
    .filter(Boolean)
    .join(' ')
}

/** The query as typed without the words that say nothing, outside of phrases; of phrases too, when they are to be loose words. */
export function simplify(text: string, isLoose: boolean): string {
  return toTokens(text)
    .flatMap(({ isNot, operator, isQuoted, value, text }) => {
      if (isNot || operator || (isQuoted && !isLoose)) return text
      return value.split(' ').filter((word) => toWords(word).some((one) => !small.has(one)))
    })
    .join(' ')
}

/** The query as typed with an operator set to a value, or added; without it, when the value is empty. */
export function setOperator(text: string, operator: string, value: string): string {
  const kept = toTokens(text).filter((token) => token.operator !== operator || token.isNot)
  return [...kept.map((token) => token.text), ...(value ? [`${operator}:${value}`] : [])].join(' ')
}

/** The query as typed with one of an operator's several values put in or taken out. */
export function toggleOperator(text: string, operator: string, value: string): string {
  const tokens = toTokens(text)
  const kept = tokens.filter((token) => token.isNot || token.operator !== operator || token.value !== value)
  return [...kept.map((token) => token.text), ...(kept.length === tokens.length ? [`${operator}:${value}`] : [])].join(
    ' ',
  )
}

/** The query as typed with a span of time, `2025-08`, in place of its dates; without dates, when it is empty. */
export function setSpan(text: string, span: string): string {
  return setOperator(setOperator(text, 'from', span), 'to', span)
}

/** The words and phrases that a query leaves out, as typed. */
export function getWithout(text: string): string {
  return toTokens(text)
    .filter(({ isNot, operator }) => isNot && !operator)
    .map((token) => token.text.slice(1))
    .join(' ')
}

/** The query as typed with these words and phrases left out, in place of those that were. */
export function setWithout(text: string, without: string): string {
  const kept = toTokens(text).filter(({ isNot, operator }) => !isNot || operator)
  const left = toTokens(without).map((token) => `-${token.text.replace(/^-/, '')}`)
  return [...kept.map((token) => token.text), ...left].join(' ')
}

/** First day of a year, a month or a day. */
export const toFirstDay = (span: string): string => span + '-01-01'.slice(span.length - 4)

/** Last day of a year, a month or a day. */
export function toLastDay(span: string): string {
  const [year, month = 12, day] = span.split('-')
  return day ? span : new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

function toTokens(text: string): Token[] {
  const straight = text.replace(/[“”„‟«»❝❞＂]/g, '"')
  return Array.from(
    straight.matchAll(/(-?)(?:(\p{L}+):(?=\S))?(?:"([^"]*)("|$)|([^\s"]+))/gu),
    ([token, not, operator = '', quoted, end, bare = '']): Token => ({
      isNot: not === '-',
      operator: operator.toLowerCase(),
      value: quoted ?? bare,
      isQuoted: quoted !== undefined,
      isOpen: end === '',
      text: end === '' ? `${token}"` : token,
    }),
  )
}

/** Takes an operator into the query; false when there is none of that name. */
function readOperator({ operator, value: typed, isNot, text }: Token, query: Query): boolean {
  const value = typed.toLowerCase()
  const by = namedBy.find((one) => one === operator)
  if (by && toWords(value).length > 0) {
    query.names.push({ by, name: typed, isNot })
    return true
  }
  const isKnown = by || ['kind', 'from', 'to', 'sort'].includes(operator)
  if (!isKnown) return false
  const thing = things.find((one) => one === value || `${one}s` === value)
  const kind = quoteKinds.find((one) => one === value)
  const sort = sorts.find((one) => one === value)
  const isDay = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value) && !Number.isNaN(Date.parse(value))
  if (isNot) query.misread.push(text)
  else if (operator === 'kind' && thing) query.things.push(thing)
  else if (operator === 'kind' && kind) query.kinds.push(kind)
  else if (operator === 'sort' && sort) query.sort = sort
  else if (operator === 'from' && isDay) query.from = toFirstDay(value)
  else if (operator === 'to' && isDay) query.to = toLastDay(value)
  else query.misread.push(text)
  return true
}

function isNarrowed({ without, names, things, kinds, from, to }: Query): boolean {
  return [without, names, things, kinds].some(({ length }) => length > 0) || from !== null || to !== null
}
