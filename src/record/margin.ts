/** What stands in the margin of an article: beside each block the speakers and events it is about. */
import type { Article, NewsEvent, Speaker, When, Wording } from './types.ts'

/** Notes beside one block: a speaker with their wordings there, or an event. */
export type MarginNote = { is: 'said'; speaker: Speaker; wordings: Wording[] } | { is: 'event'; event: NewsEvent }

/** The notes of every block, by the block's number; a block without any is left out. */
export function toMargin({ notes }: Article): Map<number, MarginNote[]> {
  const margin = new Map<number, MarginNote[]>()
  for (const note of notes) {
    const beside = margin.get(note.block) ?? []
    margin.set(note.block, beside)
    if (note.is === 'wording') {
      const { speaker } = note.wording.quote
      const own = beside.find((entry) => entry.is === 'said' && entry.speaker === speaker)
      if (own?.is !== 'said') beside.push({ is: 'said', speaker, wordings: [note.wording] })
      else if (!own.wordings.includes(note.wording)) own.wordings.push(note.wording)
    } else if (note.is === 'report') {
      const { event } = note.report
      if (!beside.some((entry) => entry.is === 'event' && entry.event === event)) beside.push({ is: 'event', event })
    }
  }
  for (const [block, beside] of margin) if (beside.length === 0) margin.delete(block)
  return margin
}

/** Wordings of one day and occasion, so that neither is repeated beside each. */
export interface Occasion {
  said: When | null
  context: string | null
  wordings: Wording[]
}

/** Gathers wordings by day and occasion, in the order in which they stand. */
export function occasions(wordings: readonly Wording[]): Occasion[] {
  const gathered: Occasion[] = []
  for (const wording of wordings) {
    const { said, context } = wording
    const own = gathered.find((entry) => entry.said?.edtf === said?.edtf && entry.context === context)
    if (own) own.wordings.push(wording)
    else gathered.push({ said, context, wordings: [wording] })
  }
  return gathered
}

/** Each wording of an article with where it stands in the text, for a page that may not print the copy. */
export function toExcerpts({ wordings }: Article): Wording[] {
  return wordings.toSorted((a, b) => (a.parts[0]?.block ?? 0) - (b.parts[0]?.block ?? 0))
}
