/** Whose the quoted words of an article are. */
import type { QuotedSpan, Reading } from './reading.ts'
import { toTermTest } from './terms.ts'

/** How a quoted span is accounted for: by a link to a speaker's quote, as a term, or not at all. */
export type Covering = 'quote' | 'term' | null

/** Every quoted span of an article, in order, with what accounts for it. A span belongs to quotes when links cover its words. */
export function coverSpans(reading: Reading, terms: readonly string[]): { span: QuotedSpan; by: Covering }[] {
  const isTerm = toTermTest(terms)
  const quotes = Map.groupBy(
    reading.links.filter((link) => link.is === 'quote'),
    (link) => link.block,
  )
  return reading.spans.map((span) => {
    const text = reading.blocks[span.block]?.text ?? ''
    const rest = (quotes.get(span.block) ?? [])
      .filter((link) => link.start < span.end && link.end > span.start)
      .reduce(
        (words, link) => blank(words, link.start - span.start, link.end - span.start),
        text.slice(span.start, span.end),
      )
    const covered = !/[\p{L}\p{N}]/u.test(rest) && /[\p{L}\p{N}]/u.test(span.text)
    return { span, by: covered ? 'quote' : isTerm(span.text) ? 'term' : null }
  })
}

/** The quoted spans that are nobody's. */
export function uncoveredSpans(reading: Reading, terms: readonly string[]): QuotedSpan[] {
  return coverSpans(reading, terms).flatMap(({ span, by }) => (by === null ? [span] : []))
}

/** The text with a stretch of it blanked out. */
function blank(text: string, from: number, to: number): string {
  const [start, end] = [Math.max(0, Math.min(text.length, from)), Math.max(0, Math.min(text.length, to))]
  return text.slice(0, start) + ' '.repeat(Math.max(0, end - start)) + text.slice(Math.max(start, end))
}
