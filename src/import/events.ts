/** Sentences of a text that may report an event: those with a date, in which nobody is quoted. */
import { findSentences } from '../markdown/sentences.ts'
import type { FoundDate } from './dates.ts'
import type { Draft } from './propose.ts'
import { overlaps, type Range } from './who/text.ts'

export interface FoundEvent {
  date: FoundDate
  sentence: string
  range: Range
}

/** The sentences that may report an event, in the order of the text. */
export function findEvents({ facts, capture, dates, quotes }: Draft): FoundEvent[] {
  const isQuoted = (own: Range) => quotes.some(({ term, ranges }) => !term && ranges.some((one) => overlaps(one, own)))
  return dates.flatMap((date) => {
    const { block } = date
    const text = capture.blocks[block]?.text ?? ''
    const [from, end] = findSentences(text, facts.language).findLast(([at]) => at <= date.start) ?? [0, text.length]
    const sentence = text.slice(from, end).trim().replace(/\.$/, '')
    const range = { block, start: from, end: from + sentence.length }
    return isQuoted(date) || isQuoted(range) ? [] : [{ date, sentence, range }]
  })
}

/** Whether an event of that date has happened when the article is published. */
export function statusOf({ edtf }: FoundDate, { facts }: Pick<Draft, 'facts'>): 'happened' | 'expected' {
  return edtf.startsWith('../') || edtf > (facts.published ?? '') ? 'expected' : 'happened'
}

/** What the date of an event rests on. */
export function basisOf({ words }: FoundDate, { facts }: Pick<Draft, 'facts'>): string {
  return `${words}, in an article of ${facts.published}`
}
