/** What stands in the margin of an article: beside each block the speakers and events it is about. */
import { type Stretch, toStretches } from './in-sentence.ts'
import type { Article, NewsEvent, Speaker, When, Wording } from './types.ts'

/** Notes beside one block: a speaker with their wordings there, or an event. */
export type MarginNote = { is: 'said'; speaker: Speaker; wordings: Wording[] } | { is: 'event'; event: NewsEvent }

/** The notes of every block, by the block's number; a block without any is left out. */
export function toMargin({ notes }: Article): Map<number, MarginNote[]> {
  const margin = new Map<number, MarginNote[]>()
  for (const note of notes) {
    const beside = margin.get(note.block) ?? []
    margin.set(note.block, beside)
    if (note.is === 'wording') noteSpeaker(beside, note.wording)
    else if (note.is === 'report') {
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

/** A sentence of an article with the wordings in it, for a page that may not print the copy. */
export interface Excerpt {
  /** The sentence as captured, told apart into the parts of its wordings and what stands between them. */
  stretches: Stretch[]
  notes: MarginNote[]
}

/** The sentences that carry a quote, in the order of the text, each once however many wordings stand in it. */
export function toExcerpts({ wordings }: Article): Excerpt[] {
  const blockOf = ({ parts }: Wording): number => parts[0]?.block ?? 0
  const sentences = Map.groupBy(
    wordings.toSorted((a, b) => blockOf(a) - blockOf(b)),
    (wording) => `${blockOf(wording)} ${wording.sentence}`,
  )
  return [...sentences.values()].map((own) => {
    const notes: MarginNote[] = []
    for (const wording of own) noteSpeaker(notes, wording)
    return { stretches: toStretches(own[0]?.sentence ?? '', own), notes }
  })
}

/** Adds a wording to its speaker's note, or makes one. */
function noteSpeaker(notes: MarginNote[], wording: Wording): void {
  const { speaker } = wording.quote
  const own = notes.find((entry) => entry.is === 'said' && entry.speaker === speaker)
  if (own?.is !== 'said') notes.push({ is: 'said', speaker, wordings: [wording] })
  else if (!own.wordings.includes(wording)) own.wordings.push(wording)
}
