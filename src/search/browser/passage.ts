/** What of a longer text is shown: as much as answers, and never half a quotation. */
import { toWords } from '../words.ts'

/** Paragraphs up to this many words are shown whole. */
const longest = 60

/** The sentence with the highest score, with its neighbours as far as a quotation reaches; a short text whole. */
export function toPassage(text: string, language: string, score: (sentence: string) => number): string {
  if (toWords(text).length <= longest) return text
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  const sentences = Array.from(segments, ({ segment, index }) => ({
    start: index,
    end: index + segment.length,
    segment,
  }))
  const scores = sentences.map(({ segment }) => score(segment))
  const best = sentences[scores.indexOf(Math.max(...scores))]
  if (!best) return text
  const quotations = Array.from(
    text.matchAll(/“[^”]*(?:”|$)|"[^"]*(?:"|$)|«[^»]*(?:»|$)|„[^“”]*(?:[“”]|$)|「[^」]*(?:」|$)/g),
    (match) => ({
      start: match.index,
      end: match.index + match[0].length,
    }),
  )
  let { start, end } = best
  let width = 0
  // A sentence within a quotation would look like the outlet's own.
  while (end - start > width) {
    width = end - start
    for (const quotation of quotations) {
      if (quotation.end <= start || quotation.start >= end) continue
      start = Math.min(start, sentences.findLast((sentence) => sentence.start <= quotation.start)?.start ?? start)
      end = Math.max(end, sentences.find((sentence) => sentence.end >= quotation.end)?.end ?? end)
    }
  }
  return text.slice(start, end).trim()
}

/** A text without the quotation marks around words that nobody said. */
export function withoutMarks(text: string, terms: readonly string[]): string {
  return terms.reduce(
    (bare, term) =>
      bare.replace(new RegExp(`[“"‘'](${term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}[,.]?)[”"’']`, 'gu'), '$1'),
    text,
  )
}
