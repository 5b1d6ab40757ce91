/** The marks of a piece: what is proposed of its words, with what the editor has said of it. Pure. */
import type { Decision, Decisions } from '../import/decisions.ts'
import { basisOf, type FoundEvent, findEvents } from '../import/events.ts'
import type { Draft, Known, ProposedQuote } from '../import/propose.ts'
import type { Person } from '../import/who/people.ts'
import type { Range } from '../import/who/text.ts'
import type { MarkKind } from './actions.ts'
import type { Answer, MarkFacts, Piece } from './piece.ts'

export interface Mark {
  id: string
  ranges: readonly Range[]
  /** What its words are; null while nobody has said. */
  as: MarkKind | null
  /** What they are offered as. */
  offered: MarkKind
  /** Key of the speaker: the one chosen, else the one proposed; null when nobody is. */
  speaker: string | null
  proposed: string | null
  event: string | null
  said: string | null
  context: string | null
  quote: ProposedQuote | null
  found: FoundEvent | null
  answer: Answer
}

/** The key of a speaker: the id of one on record, `+` and the name of a new one. */
function keyOf(person: Pick<Person, 'id' | 'name'>): string {
  return person.id ?? `+${person.name}`
}

/** All marks, in the order of the text. */
export function toMarks({ answers, own, instead }: Piece, draft: Draft): Mark[] {
  const taken = new Set<string>()
  const idOf = (kind: string, range: Range | undefined): string => {
    const line = draft.capture.blocks[range?.block ?? 0]?.line ?? 0
    let id = `${kind}-${line}-${range?.start ?? 0}`
    while (taken.has(id)) id += '+'
    taken.add(id)
    return id
  }
  /** A mark that nothing is said of but by the answer. */
  const plain = (id: string, ranges: readonly Range[], offered: MarkKind): Mark => {
    const answer = answers[id] ?? { same: {} }
    const { as = null, speaker = null, event = null, said = null, context = null } = answer
    return {
      ...{ id, ranges: answer.ranges ?? ranges, as, offered, speaker, proposed: null, event, said, context },
      ...{ quote: null, found: null, answer },
    }
  }
  const quotes = draft.quotes
    .filter((quote) => !quote.inTitle && quote.ranges.length > 0)
    .map((quote): Mark => {
      const mark = plain(idOf('quote', quote.ranges[0]), quote.ranges, quote.term ? 'term' : 'quote')
      const { speaker, isRefused, said = quote.said, context = quote.context } = mark.answer
      const proposed = quote.person && !quote.term ? keyOf(quote.person) : null
      // Whoever was taken in place of a speaker is offered in that place again.
      const offered = proposed && quote.certainty !== 'certain' ? (instead[proposed] ?? proposed) : proposed
      return { ...mark, speaker: speaker ?? (isRefused ? null : offered), proposed, said, context, quote }
    })
  const events = findEvents(draft).map((found): Mark => {
    return { ...plain(idOf('event', found.range), [found.range], 'report'), found }
  })
  const marked = own.map(({ id, ranges }) => plain(id, ranges, answers[id]?.wanted ?? 'quote'))
  const order = ({ ranges }: Mark): number => (ranges[0]?.block ?? 0) * 1_000_000 + (ranges[0]?.start ?? 0)
  return [...quotes, ...events, ...marked].sort((a, b) => order(a) - order(b))
}

/** What an action needs to know of a mark. */
export function factsOfMark(marks: readonly Mark[]): (id: string) => MarkFacts | null {
  return (id) => marks.find((mark) => mark.id === id) ?? null
}

/** The words of a mark. */
export function wordsOfMark({ ranges }: Pick<Mark, 'ranges'>, { capture }: Pick<Draft, 'capture'>): string {
  return ranges.map(({ block, start, end }) => (capture.blocks[block]?.text ?? '').slice(start, end)).join('\n')
}

/** Everybody who may be meant, by key. */
export function peopleOf(draft: Draft, { record }: Known): Map<string, Person> {
  const people = new Map<string, Person>()
  for (const { person, also } of draft.quotes)
    for (const one of person ? [person, ...also] : []) if (!people.has(keyOf(one))) people.set(keyOf(one), one)
  for (const { id, name, kind } of record.speakers)
    if (!people.has(id)) people.set(id, { id, name, kind, gender: null, roles: new Set(), country: null })
  return people
}

/** Somebody by key; a new one is known by the name alone. */
export function personOf(key: string, people: ReadonlyMap<string, Person>): Person | null {
  if (!key.startsWith('+')) return people.get(key) ?? null
  const name = key.slice(1)
  return people.get(key) ?? { id: null, name, kind: 'person', gender: null, roles: new Set(), country: null }
}

/** The decisions of a piece, as the import writes them. */
export function toDecided(piece: Piece, marks: readonly Mark[], draft: Draft, known: Known): Decisions {
  const people = peopleOf(draft, known)
  // One person, one object: the import tells by it who says something too.
  const personFor = (key: string | null) => {
    const person = key === null ? null : personOf(key, people)
    if (person && key !== null) people.set(key, person)
    return person
  }
  const quotes: Decision[] = []
  const events: Decisions['events'][number][] = []
  const reports: ({ event: string } & Range)[] = []
  for (const mark of marks) {
    const { id, as, ranges, event, answer } = mark
    if (as === 'report') {
      const begun = piece.events[id]
      if (event && event !== '+') for (const range of ranges) reports.push({ event, ...range })
      else if (begun) events.push({ ...begun, ranges })
      continue
    }
    if (!mark.quote && (as === null || as === 'none')) continue
    quotes.push({
      quote: toQuote(mark, draft),
      person: as === null || as === 'quote' || as === 'mention' ? personFor(mark.speaker) : null,
      confirmed: as !== null,
      sameAs: Object.entries(answer.same).find(([, said]) => said === 'same')?.[0] ?? null,
      notSameAs: Object.entries(answer.same).flatMap(([other, said]) => (said === 'different' ? [other] : [])),
      isTerm: as === 'term',
      isMention: as === 'mention',
      goesOn: answer.goesOn,
    })
  }
  const copy = draft.copies.find(({ article }) => article.id === piece.copyOf) ?? null
  const speakers = new Map(Object.entries(piece.speakers))
  const topics = (piece.facts?.['topics'] ?? '').split('\n').flatMap((line) => line.trim() || [])
  return { quotes, events, topics, reports, outlet: piece.outlet, copyOf: copy, speakers }
}

/** The quote as it was proposed, or as an editor has marked it. */
function toQuote(mark: Mark, draft: Draft): ProposedQuote {
  const { quote, ranges, said, context, answer } = mark
  if (quote && !answer.ranges) return { ...quote, said, context }
  const words = wordsOfMark(mark, draft)
  const [, inner] = /^["“„«'‘「『](.*?),?["”“»'’」』]$/s.exec(words) ?? []
  const kind = inner !== undefined ? 'direct' : quote && quote.kind !== 'indirect' ? 'mixed' : 'indirect'
  return {
    ...{ person: null, also: [], certainty: 'certain', because: 'marked by hand', rule: null, term: false, line: 1 },
    ...{ inTitle: false, sentence: -1, same: [] },
    ...quote,
    ...{ text: (inner ?? words).trim(), kind, clause: inner === undefined ? words : null, said, context },
    ranges: [...ranges],
  }
}

/** What the form of a new event begins with. */
export function proposeEvent(
  { found, ranges }: Mark,
  draft: Draft,
): { date: string; dateBasis: string; isAhead: boolean } {
  const date = found?.date ?? draft.dates.find((one) => ranges.some((range) => holds(range, one)))
  if (!date) return { date: '', dateBasis: '', isAhead: false }
  const isAhead = date.edtf.startsWith('../') || date.edtf > (draft.facts.published ?? '')
  return { date: date.edtf, dateBasis: basisOf(date, draft), isAhead }
}

function holds(range: Range, { block, start, end }: Range): boolean {
  return range.block === block && range.start <= start && end <= range.end
}
