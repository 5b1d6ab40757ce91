/**
 * An article on the desk: what was brought, and what an editor has answered. Pure: an action makes another piece of one,
 * and a piece is the same whenever the same actions are taken again, so that a journal of them is all that need be kept.
 */

import type { NewEvent, NewOutlet, NewSpeaker } from '../import/decisions.ts'
import { type Capture, putBack } from '../import/page/capture.ts'
import type { Range } from '../import/who/text.ts'
import { event as eventSchema, outlet as outletSchema, speaker as speakerSchema } from '../schema/index.ts'
import { slug } from '../schema/names.ts'
import type { Action, MarkKind } from './actions.ts'
import type { FormValues } from './fields.ts'
import { readForm } from './forms.ts'
import { moveEnd } from './reach.ts'

/** What an editor has said of marked words; what is left out is as proposed. */
export interface Answer {
  as?: MarkKind
  /** What words that somebody has marked are to be, once it is said whose. */
  wanted?: MarkKind
  /** Id of a speaker on record, or `+` and the name of a new one. */
  speaker?: string
  /** The proposed speaker is not the one. */
  isRefused?: boolean
  /** Id of an event on record, or `+` for a new one. */
  event?: string
  ranges?: readonly Range[]
  /** Goes on from the quote before it, or does not. */
  goesOn?: boolean
  said?: string | null
  context?: string | null
  /** Quotes on record it was compared with. */
  same: { readonly [quote: string]: 'same' | 'different' }
}

/** Marked words that no proposal has. */
interface OwnMark {
  id: string
  ranges: readonly Range[]
}

export interface Piece {
  capture: Capture
  /** The facts as the form has them; null while nobody has looked at them. */
  facts: FormValues | null
  outlet: NewOutlet | null
  answers: { readonly [mark: string]: Answer }
  own: readonly OwnMark[]
  /** New speakers by the name that the text has for them. */
  speakers: { readonly [name: string]: NewSpeaker }
  /** New events by the mark that reports them. */
  events: { readonly [mark: string]: NewEvent }
  /** The article it is a copy of; undefined while nobody has said. */
  copyOf: string | null | undefined
  skipped: readonly string[]
  /** Speakers chosen so far, the last one first. */
  chosen: readonly string[]
  /** Who was taken in place of whom. */
  instead: { readonly [proposed: string]: string }
}

/** What an action needs to know of the marks of a piece. */
export interface MarkFacts {
  ranges: readonly Range[]
  proposed: string | null
}

/** A piece nobody has said anything of. */
export function startPiece(capture: Capture): Piece {
  return {
    capture,
    facts: null,
    outlet: null,
    answers: {},
    own: [],
    speakers: {},
    events: {},
    copyOf: undefined,
    skipped: [],
    chosen: [],
    instead: {},
  }
}

export const outletFields = ['name', 'kind', 'url', 'country'] as const
export const speakerFields = ['name', 'kind', 'aliases', 'roles', 'country'] as const
export const eventFields = ['title', 'kind', 'status', 'standing', 'date', 'dateBasis', 'place', 'announcedBy'] as const

/** Raised when an action cannot be taken, with why; of a form, field by field. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  readonly problems: FormValues
  constructor(message: string, problems: FormValues = {}) {
    super(message)
    this.problems = problems
  }
}

/** The piece after an action. `markOf` gives what is known of a mark. */
export function take(piece: Piece, action: Action, markOf: (id: string) => MarkFacts | null): Piece {
  const answer = (mark: string, change: Partial<Answer>): Piece => {
    if (!markOf(mark)) throw new RefusedError('These words are not marked any more.')
    const before = piece.answers[mark] ?? { same: {} }
    return { ...piece, answers: { ...piece.answers, [mark]: { ...before, ...change } } }
  }
  switch (action.do) {
    case 'bring':
    case 'open':
    case 'attribute':
    case 'link':
    case 'fill':
      return piece
    case 'put-back': {
      const cut = piece.capture.cut.find(({ from }) => from === action.line)
      return cut ? { ...piece, capture: putBack(piece.capture, cut) } : piece
    }
    case 'facts':
      return { ...piece, facts: action.values }
    case 'outlet': {
      const front = read(outletSchema, outletFields, action.values)
      const { name, kind, url = null, country = null } = front as unknown as NewOutlet
      return { ...piece, outlet: { id: slug(name), name, kind, url, country } }
    }
    case 'settle': {
      const { mark, as, speaker, event } = action
      const proposed = markOf(mark)?.proposed
      const settled = answer(mark, { as, ...(speaker && { speaker }), ...(event && { event }) })
      if (!speaker || (as !== 'quote' && as !== 'mention')) return settled
      return {
        ...settled,
        chosen: [speaker, ...piece.chosen.filter((one) => one !== speaker)],
        instead: proposed && proposed !== speaker ? { ...piece.instead, [proposed]: speaker } : piece.instead,
      }
    }
    case 'reject':
      return answer(action.mark, { isRefused: true })
    case 'again': {
      const { [action.mark]: _, ...answers } = piece.answers
      return { ...piece, answers, skipped: piece.skipped.filter((id) => !id.endsWith(` ${action.mark}`)) }
    }
    case 'same': {
      const { same = {} } = piece.answers[action.mark] ?? {}
      return answer(action.mark, { same: { ...same, [action.quote]: action.answer } })
    }
    case 'move': {
      const { mark, end, by, to } = action
      const ranges = [...(markOf(mark)?.ranges ?? [])]
      const index = end === 'start' ? 0 : ranges.length - 1
      const range = ranges[index]
      if (!range) throw new RefusedError('These words are not marked any more.')
      const text = piece.capture.blocks[range.block]?.text ?? ''
      ranges[index] = { block: range.block, ...moveEnd(text, range, { end, by, to }, languageOf(piece)) }
      return answer(mark, { ranges })
    }
    case 'join':
      return answer(action.mark, { goesOn: true })
    case 'split':
      return answer(action.mark, { goesOn: false })
    case 'said':
      return answer(action.mark, { said: action.said || null, context: action.context || null })
    case 'mark': {
      const { ranges, as } = action
      for (const { block, start, end } of ranges) {
        const text = piece.capture.blocks[block]?.text
        if (text === undefined || start >= end || end > text.length) throw new RefusedError('There are no such words.')
      }
      const id = `own-${piece.own.length + 1}`
      const isSettled = as === 'term' || as === 'none'
      return {
        ...piece,
        own: [...piece.own, { id, ranges }],
        answers: { ...piece.answers, [id]: { same: {}, ...(isSettled ? { as } : { wanted: as }) } },
      }
    }
    case 'speaker': {
      const front = read(speakerSchema, speakerFields, action.values) as unknown as NewSpeaker
      return { ...piece, speakers: { ...piece.speakers, [action.speaker]: front } }
    }
    case 'event': {
      const front = read(eventSchema, eventFields, action.values)
      const event = { ...front, date: front['date'] ?? null } as NewEvent
      return { ...piece, events: { ...piece.events, [action.mark]: event } }
    }
    case 'copy':
      return { ...piece, copyOf: action.of }
    case 'skip':
      return { ...piece, skipped: [...piece.skipped.filter((id) => id !== action.decision), action.decision] }
  }
}

/** The language of a piece, as far as it is known. */
export function languageOf({ facts, capture }: Piece): string {
  return facts?.['language'] || capture.language || 'en'
}

function read(schema: Parameters<typeof readForm>[0], fields: readonly string[], values: FormValues) {
  const { front, problems } = readForm(schema, fields, values)
  if (Object.keys(problems).length > 0) throw new RefusedError('Some fields need another value.', problems)
  return front
}
