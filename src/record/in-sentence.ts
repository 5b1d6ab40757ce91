/** A wording where it stands: the captured sentence, with its words told apart from the rest. */
import type { Wording } from './types.ts'

export interface Stretch {
  text: string
  /** Whether these are the words of the wording. */
  own: boolean
}

/** The sentence as captured, in stretches that make it up without a gap. */
export function toSentenceStretches({ sentence, parts }: Pick<Wording, 'sentence' | 'parts'>): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  for (const { verbatim } of parts) {
    const start = sentence.indexOf(verbatim, at)
    if (start === -1) continue
    stretches.push({ text: sentence.slice(at, start), own: false }, { text: verbatim, own: true })
    at = start + verbatim.length
  }
  stretches.push({ text: sentence.slice(at), own: false })
  return stretches.filter(({ text }) => text !== '')
}
