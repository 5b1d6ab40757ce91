/** Whose the quoted words of an article are. */
import type { QuotedSpan, Reading } from './reading.ts'
import { toTermTest } from './terms.ts'

/** How a quoted span is accounted for: by a link to a speaker's quote, to one that was withdrawn, as a term, or not at all. */
export type Covering = 'quote' | 'withdrawn' | 'term' | null

/** Every quoted span of an article, in order, with what accounts for it. A span belongs to quotes when links cover its words. */
export function coverSpans(reading: Reading, terms: readonly string[]): { span: QuotedSpan; by: Covering }[] {
  const isTerm = toTermTest(terms)
  const quotes = byBlock(reading.links.filter((link) => link.is === 'quote'))
  const withdrawn = byBlock(reading.withdrawn)
  return reading.spans.map((span) => {
    const text = reading.blocks[span.block]?.text ?? ''
    const own = quotes.get(span.block) ?? []
    const gone = withdrawn.get(span.block) ?? []
    const rest = blankAll(text.slice(span.start, span.end), span.start, own)
    if (isCovered(span, rest)) return { span, by: 'quote' }
    if (gone.length > 0 && isCovered(span, blankAll(rest, span.start, gone))) return { span, by: 'withdrawn' }
    return { span, by: isTerm(span.text) ? 'term' : null }
  })
}

function byBlock<Link extends { block: number }>(links: readonly Link[]): Map<number, Link[]> {
  return Map.groupBy(links, ({ block }) => block)
}

function blankAll(text: string, offset: number, links: readonly { start: number; end: number }[]): string {
  return links
    .filter(({ start, end }) => start < offset + text.length && end > offset)
    .reduce((words, { start, end }) => blank(words, start - offset, end - offset), text)
}

/** Whether nothing of a span's words is left. */
function isCovered({ text }: QuotedSpan, rest: string): boolean {
  return !/[\p{L}\p{N}]/u.test(rest) && /[\p{L}\p{N}]/u.test(text)
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
