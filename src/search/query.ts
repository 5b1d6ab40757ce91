/** What somebody typed, read into what a result must have. Pure: the language of search is all here. */
import { type Thing, things } from './content.ts'
import { datePattern, readDate, type Span } from './dates.ts'
import { isLetter, toRuns, toWords } from './words.ts'

export interface Query {
  /** As typed, trimmed. */
  text: string
  /** What a result must have: one choice of each. */
  terms: Choice[][]
  /** And what it must not have. */
  without: Choice[]
  names: NameFilter[]
  things: Thing[]
  kinds: QuoteKind[]
  /** First and last day, `2025-08-20`, or `-08-20` in the last year that has it. */
  from: string | null
  to: string | null
  sort: Sort
  /** Operators that there are not, searched as text. */
  unknown: string[]
  /** Operators with a value that means nothing, left out. */
  misread: string[]
  /** Whether it asks for a number. */
  isCount: boolean
}

/** Folded words, more than one a phrase; of a date also the days that it means. */
export interface Choice {
  words: string[]
  /** As typed. */
  text: string
  span?: Span
  /** Neither a beginning nor another form of the word will do. */
  isWhole?: boolean
  /** As typed and in no other spelling, in quotation marks. */
  isExact?: boolean
}

/** A speaker, an outlet, a topic or a place that a result must have, or must not have. */
export interface NameFilter {
  by: NamedBy
  /** As typed. */
  name: string
  isNot: boolean
}

export const namedBy = ['speaker', 'outlet', 'topic', 'place'] as const
export type NamedBy = (typeof namedBy)[number]

const quoteKinds = ['direct', 'mixed', 'indirect'] as const
type QuoteKind = (typeof quoteKinds)[number]

const sorts = ['best', 'newest', 'oldest'] as const
export type Sort = (typeof sorts)[number]

/** What operators are called, and what else people call them. */
const operators = new Map(
  Object.entries({
    speaker: 'author by who',
    outlet: 'source agency publisher newspaper',
    topic: 'subject about',
    place: 'where location',
    kind: 'type',
    from: 'since after',
    to: 'until till before',
    on: 'date day',
    sort: 'order',
  }).flatMap(([operator, others]) => [operator, ...others.split(' ')].map((name) => [name, operator] as const)),
)

/** Words of questions, which say nothing of what is looked for. */
export const small: ReadonlySet<string> = new Set(
  `a about am an and any anybody anyone are as at be been but by can could did do does due ever expected far for from had happen happened happens has have he her him his how i if in into is it its long many me much my no number not of on or our quote quotes say said says she should so somebody
  someone statement statements tell than that the their them they this to us was we were what when where which who whom whose why will
  with would you your в во на о об у и і та що что про кто хто`.split(/\s+/),
)

/** Below this many letters nothing is looked for while typing. */
const fewestLetters = 3

/** One piece of a query: a phrase in quotation marks, or anything between white space. */
interface Token {
  isNot: boolean
  /** As it is called here; empty when there is none of that name. */
  operator: string
  /** As it was typed. */
  typed: string
  value: string
  isQuoted: boolean
  /** A phrase without its end. */
  isOpen: boolean
  /** As typed, a phrase with its end. */
  text: string
}

/**
 * Reads a query. Quotation marks of any shape enclose a phrase; one left open runs to the end, and while it is being typed
 * its last word may be half a word. `OR` joins what stands beside it, `NOT` leaves out what follows.
 */
export function readQuery(input: string, isTyping = false): Query {
  const query: Query = {
    text: input.trim().replace(/\s+/g, ' '),
    terms: [],
    without: [],
    names: [],
    things: [],
    kinds: [],
    from: null,
    to: null,
    sort: 'best',
    unknown: [],
    misread: [],
    isCount: /^(?:how (?:many|much|far|long)|number of)\b/i.test(input.trim()),
  }
  /** Whether what comes next is another choice of the last term. */
  let isOr = false
  const add = (choice: Choice): void => {
    const last = query.terms.at(-1)
    if (isOr && last) last.push(choice)
    else query.terms.push([choice])
    isOr = false
  }
  for (const token of toTokens(query.text)) {
    const { isNot, operator, typed, value, isQuoted, isOpen, text } = token
    if (/^(?:OR|\|{1,2})$/.test(text) && query.terms.length > 0) {
      isOr = true
      continue
    }
    if (operator && readOperator(token, query)) continue
    if (typed) query.unknown.push(typed)
    const runs = toRuns(typed ? `${typed} ${value}` : value)
    const words = runs.flat()
    if (words.length === 0) continue
    const span = isQuoted || typed ? null : readDate(value)
    if (isNot) query.without.push({ words, text: value, ...(span && { span }) })
    else if (span) add({ words, text: value, span })
    else if (isQuoted) {
      const rest = isTyping && isOpen && !/\s$/.test(input) ? words.splice(words.length > 2 ? -1 : 0) : []
      if (words.length > 0) add({ words, text: value, isWhole: true, isExact: true })
      for (const word of rest) add({ words: [word], text: word })
    } else for (const run of runs) add({ words: run, text: value, ...(isLetter(run[0] ?? '') && { isWhole: true }) })
  }
  const telling = query.terms.filter(([one]) => one && !isSmall(one))
  if (telling.length > 0 || isNarrowed(query)) query.terms = telling
  query.terms = [...new Map(query.terms.map((term) => [JSON.stringify(term.map(({ words }) => words)), term])).values()]
  return query
}

/** Whether a word says nothing of what is looked for; `US` does. */
const isSmall = ({ words, text, isExact }: Choice): boolean =>
  words.length === 1 && !isExact && small.has(words[0] ?? '') && !/^U\.?S\b/.test(text)

/** Whether capitals alone tell a name from a word that says nothing: `US`. */
export const isCapitals = (name: string): boolean => /^\p{Lu}{2,}$/u.test(name) && small.has(name.toLowerCase())

/** Whether there is enough to look for while somebody types. */
export function isEnough(query: Query): boolean {
  const letters = query.terms.flat().flatMap(({ words }) => words)
  // A letter of these is a syllable or a word.
  const isDense = letters.some((word) => isLetter(word) || /^\p{sc=Hang}/u.test(word))
  return isNarrowed(query) || letters.join('').length >= (isDense ? fewestLetters - 1 : fewestLetters)
}

/** Whether there is anything to look for. */
export function isEmpty(query: Query): boolean {
  return query.terms.length === 0 && !isNarrowed(query)
}

/** The folded words of a query outside of operators, those that say nothing too; and without these. */
export function toLooseWords(text: string): { all: string[]; telling: string[] } {
  const all = toTokens(text).flatMap(({ isNot, typed, value }) => (isNot || typed ? [] : toWords(value)))
  return { all, telling: all.filter((word) => !small.has(word)) }
}

const tokenPattern = new RegExp(
  `(-?)(?:(${[...operators.keys()].join('|')}):\\s*(?=\\S)|(\\p{L}+):(?=\\S))?(?:"([^"]*)("|$)|(${datePattern})|([^\\s"]+))`,
  'giu',
)

/** The pieces of a query. */
export function toTokens(text: string): Token[] {
  // Thousands are parted by a space in some languages.
  const straight = text
    .replace(/[“”„‟«»❝❞＂「」『』]/g, '"')
    .replace(/(?<=\d) (?=\d{3}(?!\d))/g, ',')
    .replace(/(?<!\S)NOT\s+(?=\S)/g, '-')
  return Array.from(
    straight.matchAll(tokenPattern),
    ([token, not, known = '', unknown = '', quoted, end, date, bare = '']): Token => ({
      isNot: not === '-',
      operator: operators.get(known.toLowerCase()) ?? '',
      typed: (known || unknown).toLowerCase(),
      value: quoted ?? date ?? bare,
      isQuoted: quoted !== undefined,
      isOpen: end === '',
      text: (end === '' ? `${token}"` : token).replace(/:\s+/, ':'),
    }),
  )
}

/** Takes an operator into the query; false when its value is no value at all. */
function readOperator({ operator, value: typed, isNot, text }: Token, query: Query): boolean {
  const value = typed.toLowerCase()
  const span = readDate(typed)
  // `from:lavrov` asks for a speaker.
  const by = operator === 'from' && !span && toWords(value).some((word) => /\p{L}/u.test(word)) ? 'speaker' : operator
  const named = namedBy.find((one) => one === by)
  if (named && toWords(value).length > 0) {
    query.names.push({ by: named, name: typed, isNot })
    return true
  }
  const thing = things.find((one) => one === value || `${one}s` === value)
  const kind = quoteKinds.find((one) => one === value)
  const sort = sorts.find((one) => one === value)
  if (isNot) query.misread.push(text)
  else if (operator === 'kind' && thing) query.things.push(thing)
  else if (operator === 'kind' && kind) query.kinds.push(kind)
  else if (operator === 'sort' && sort) query.sort = sort
  else if (operator === 'from' && span) query.from = span.from
  else if (operator === 'to' && span) query.to = span.to
  else if (operator === 'on' && span) query.terms.push([{ words: [], text: typed, span }])
  else query.misread.push(text)
  return true
}

function isNarrowed({ without, names, things, kinds, from, to }: Query): boolean {
  return [without, names, things, kinds].some(({ length }) => length > 0) || from !== null || to !== null
}
