/** Pairs of quotes on record that may be one utterance. */
import type { NewsRecord, Quote } from '../record/types.ts'
import { compareWordings, type Likeness, toComparable, worthALook } from './wordings.ts'

export interface SamePair {
  quote: Quote
  other: Quote
  /** The wordings that were compared. */
  text: string
  otherText: string
  likeness: Likeness
}

const week = 7 * 86_400_000

/** Every pair of one speaker's quotes within a week that are alike and not refused; the likest first. */
export function findSamePairs({ speakers }: Pick<NewsRecord, 'speakers'>, refused: ReadonlySet<string>): SamePair[] {
  const pairs: SamePair[] = []
  for (const { quotes } of speakers) {
    const all = quotes
      .map((quote) => ({
        quote,
        when: quote.said ?? quote.reported,
        wordings: quote.wordings.map(({ text }) => ({ text, comparable: toComparable(text) })),
      }))
      .sort((a, b) => a.when.earliest - b.when.earliest)
    for (const [index, one] of all.entries()) {
      for (const other of all.slice(index + 1)) {
        if (other.when.earliest > one.when.latest + week) break
        if (refused.has(`${one.quote.id} ${other.quote.id}`)) continue
        // Two quotes of one article stand side by side there: its editor has told them apart.
        const shared = one.quote.wordings.some(({ article }) =>
          other.quote.wordings.some((wording) => wording.article === article),
        )
        if (shared) continue
        let best: SamePair | null = null
        for (const a of one.wordings) {
          for (const b of other.wordings) {
            const likeness = compareWordings(a.comparable, b.comparable)
            if (likeness.score >= worthALook && likeness.score > (best?.likeness.score ?? 0)) {
              best = { quote: one.quote, other: other.quote, text: a.text, otherText: b.text, likeness }
            }
          }
        }
        if (best) pairs.push(best)
      }
    }
  }
  return pairs.sort((a, b) => b.likeness.score - a.likeness.score)
}
