/** What is to be decided next, one thing at a time, and all that an editor needs to decide it. Pure. */
import { diffWords } from 'diff'
import { proposeSpeaker } from '../import/decisions.ts'
import type { Draft, Known, SameAs } from '../import/propose.ts'
import type { Person } from '../import/who/people.ts'
import type { Range } from '../import/who/text.ts'
import { findByAddress } from '../sameness/addresses.ts'
import { surelyCopied } from '../sameness/copies.ts'
import {
  article as articleSchema,
  eventKinds,
  event as eventSchema,
  outlet as outletSchema,
  speaker as speakerSchema,
} from '../schema/index.ts'
import { suggest } from '../schema/nearest.ts'
import { toWords } from '../words/dates.ts'
import type { MarkKind } from './actions.ts'
import type { FormField, FormValues } from './fields.ts'
import { readForm, toForm } from './forms.ts'
import { type Mark, peopleOf, personOf, proposeEvent, wordsOfMark } from './marks.ts'
import { eventFields, outletFields, type Piece, speakerFields } from './piece.ts'

/** Somebody or something to choose. */
export interface Choice {
  key: string
  name: string
  isNew: boolean
}

/** A stretch of words, and whether only one of two wordings has it. */
interface DiffPart {
  words: string
  is: 'both' | 'here' | 'record'
}

/** One decision. */
export type Step =
  | { is: 'facts' | 'outlet'; id: string; fields: FormField[]; problems: string[] }
  | {
      is: 'mark'
      id: string
      mark: string
      words: string
      ranges: readonly Range[]
      offered: MarkKind
      speaker: Choice | null
      choices: Choice[]
      events: Choice[]
      certainty: string
      because: string
      rule: string | null
      said: string
      saidWords: string
      context: string
      goesOn: boolean
      /** The utterance on record that it is most like. */
      like: string | null
    }
  | {
      is: 'same'
      id: string
      mark: string
      ranges: readonly Range[]
      quote: string
      parts: DiffPart[]
      score: number
      warning: string | null
      said: string
    }
  | { is: 'speaker'; id: string; speaker: string; ranges: readonly Range[]; words: string; fields: FormField[] }
  | { is: 'event'; id: string; mark: string; ranges: readonly Range[]; words: string; fields: FormField[] }
  | { is: 'copy'; id: string; article: string; outlet: string; share: number; isSure: boolean }
  | { is: 'publish'; id: string }
  | {
      is: 'again'
      id: string
      /** The article that is open; null when only other files are. */
      own: string | null
      quotes: { quote: string; words: string; who: string }[]
      speakers: Choice[]
      events: Choice[]
      /** The new address of a quote that was given to somebody else, after the old one, while no correction says so. */
      moved: { from: string; to: string } | null
    }
  | {
      is: 'thing'
      id: string
      file: string
      noun: string
      fields: FormField[]
    }

const factFields = ['title', 'outlet', 'published', 'url', 'language', 'agency', 'rights', 'topics'] as const

/** Everything that is left to decide, in its order: skipped ones stand at the end. */
export function toSteps(piece: Piece, marks: readonly Mark[], draft: Draft, known: Known): Step[] {
  if (!piece.facts || problemsOfFacts(piece.facts, known).length > 0) return [factsStep(piece, draft, known)]
  const steps: Step[] = []
  const people = peopleOf(draft, known)
  const outlet = piece.facts['outlet'] ?? ''
  if (!piece.outlet && !known.record.outlets.some(({ id }) => id === outlet)) {
    const home = URL.canParse(draft.facts.url ?? '') ? new URL(draft.facts.url ?? '').origin : ''
    const fields = toForm(outletSchema, outletFields, { name: outlet, kind: 'newspaper', url: home })
    steps.push({ is: 'outlet', id: 'outlet', fields, problems: [] })
  }
  const asked = new Set<string>()
  for (const mark of marks) {
    if (mark.as === null) steps.push(markStep(mark, marks, piece, draft, known, people))
    else if (mark.as === 'quote' || mark.as === 'mention') {
      const same = mark.as === 'quote' ? openSame(mark) : null
      if (same) steps.push(sameStep(mark, same, draft))
      const key = mark.speaker ?? ''
      if (key.startsWith('+') && !piece.speakers[key.slice(1)] && !asked.has(key)) {
        asked.add(key)
        steps.push(speakerStep(key, mark, draft, people))
      }
    } else if (mark.as === 'report' && mark.event === '+' && !piece.events[mark.id]) {
      steps.push(eventStep(mark, draft, known))
    }
  }
  const [copy] = draft.copies
  if (copy && piece.copyOf === undefined) {
    const { article, share } = copy
    const isSure = share >= surelyCopied
    steps.push({ is: 'copy', id: 'copy', article: article.id, outlet: article.outlet.name, share, isSure })
  }
  const isSkipped = ({ id }: Step) => piece.skipped.includes(id)
  const later = steps.filter(isSkipped).sort((a, b) => piece.skipped.indexOf(a.id) - piece.skipped.indexOf(b.id))
  const all = [...steps.filter((step) => !isSkipped(step)), ...later]
  return all.length > 0 ? all : [{ is: 'publish', id: 'publish' }]
}

/** Why the facts may not stand. */
function problemsOfFacts(values: FormValues, { record }: Known): string[] {
  const problems: string[] = []
  const { problems: wrong } = readForm(articleSchema, factFields, { ...values, outlet: 'any' })
  problems.push(...Object.entries(wrong).map(([field, problem]) => `${field}: ${problem}`))
  if (!values['outlet']?.trim()) problems.push('outlet: Expected the name of an outlet.')
  const same = findByAddress(record.articles, values['url'] ?? '')
  if (same) problems.push(`url: This address is on record already: articles/${same.id}.md`)
  return problems
}

function factsStep(piece: Piece, draft: Draft, known: Known): Step {
  const { facts, capture } = draft
  const values: FormValues = piece.facts ?? {
    title: facts.title ?? '',
    outlet: facts.outlet ?? capture.outletName ?? '',
    published: facts.published ?? '',
    url: facts.url ?? '',
    language: facts.language,
    agency: facts.agency ?? '',
    rights: facts.rights,
    topics: '',
  }
  const problems = piece.facts ? problemsOfFacts(piece.facts, known) : []
  const byField = Object.fromEntries(problems.map((problem) => problem.split(/: (.*)/s).slice(0, 2)))
  const because: { [field: string]: string } = {}
  if (capture.published) because['published'] = capture.published.because
  if (capture.agency) because['agency'] = capture.agency.because
  if (capture.outletName) because['outlet'] = capture.outletName
  const fields = toForm(articleSchema, factFields, values, { problems: byField, because })
  const near = suggest(
    values['outlet'] ?? '',
    known.record.outlets.map(({ id }) => id),
  )
  return { is: 'facts', id: 'facts', fields, problems: [...problems, ...(near && piece.facts ? [near] : [])] }
}

function markStep(
  mark: Mark,
  marks: readonly Mark[],
  piece: Piece,
  draft: Draft,
  known: Known,
  people: Map<string, Person>,
): Step {
  const { quote, found } = mark
  const here = marks.flatMap(({ speaker, as }) => (speaker && as !== 'term' ? [speaker] : []))
  const keys = [...new Set([...(mark.speaker ? [mark.speaker] : []), ...piece.chosen, ...here, ...people.keys()])]
  const toChoice = (key: string): Choice => {
    return { key, name: personOf(key, people)?.name ?? key, isNew: key.startsWith('+') }
  }
  const date = found?.date.edtf
  const events = known.record.events.map(({ id, title, date: when }) => ({ id, title, isNear: when?.edtf === date }))
  const sorted = [...events.filter(({ isNear }) => isNear), ...events.filter(({ isNear }) => !isNear)]
  return {
    ...{ is: 'mark', id: `mark ${mark.id}`, mark: mark.id, words: wordsOfMark(mark, draft), ranges: mark.ranges },
    offered: mark.offered,
    speaker: mark.speaker ? toChoice(mark.speaker) : null,
    choices: keys.map(toChoice),
    events: sorted.map(({ id, title }) => ({ key: id, name: title, isNew: false })),
    certainty: quote?.certainty ?? (found ? 'likely' : 'unknown'),
    because: quote?.because ?? (found ? `${found.date.words}: a date, and nobody is quoted` : 'marked by hand'),
    rule: quote?.rule ?? null,
    said: mark.said ?? '',
    saidWords: mark.said ? toWords(mark.said) : '',
    context: mark.context ?? '',
    goesOn: mark.answer.goesOn ?? false,
    like: openSame(mark)?.quote.id ?? null,
  }
}

/** The utterance on record that nobody has compared it with yet. */
function openSame({ quote, speaker, answer }: Mark): SameAs | null {
  if (!quote || Object.values(answer.same).includes('same')) return null
  return quote.same.find((one) => one.quote.speaker.id === speaker && !answer.same[one.quote.id]) ?? null
}

function sameStep(mark: Mark, { quote, wording, likeness }: SameAs, draft: Draft): Step {
  const here = mark.quote?.clause ?? mark.quote?.text ?? wordsOfMark(mark, draft)
  const parts = diffWords(wording, here).map(({ value, added, removed }): DiffPart => {
    return { words: value, is: added ? 'here' : removed ? 'record' : 'both' }
  })
  const when = quote.said ?? quote.reported
  return {
    ...{ is: 'same', id: `same ${mark.id}`, mark: mark.id, ranges: mark.ranges, quote: quote.id, parts },
    score: likeness.score,
    warning: likeness.warning,
    said: toWords(when.edtf),
  }
}

function speakerStep(key: string, mark: Mark, draft: Draft, people: ReadonlyMap<string, Person>): Step {
  const person = personOf(key, people)
  const proposed = person ? proposeSpeaker(person) : { name: key.slice(1), kind: 'person', aliases: [], country: null }
  const fields = toForm(speakerSchema, speakerFields, {
    name: proposed.name,
    kind: proposed.kind,
    aliases: proposed.aliases.join('\n'),
    country: proposed.country ?? '',
  })
  return {
    ...{ is: 'speaker', id: `speaker ${key}`, speaker: key.slice(1), ranges: mark.ranges },
    words: wordsOfMark(mark, draft),
    fields,
  }
}

function eventStep(mark: Mark, draft: Draft, { record }: Known): Step {
  const { date, dateBasis, isAhead } = proposeEvent(mark, draft)
  const own = Object.keys(record.settings?.eventKinds ?? {})
  const values = { kind: 'other', status: isAhead ? 'expected' : 'happened', date, dateBasis }
  const fields = toForm(eventSchema, eventFields, values, { choices: { kind: [...eventKinds, ...own] } })
  const words = wordsOfMark(mark, draft)
  return { is: 'event', id: `event ${mark.id}`, mark: mark.id, ranges: mark.ranges, words, fields }
}
