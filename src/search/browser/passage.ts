/** What of a longer text is shown: as much as answers, and never half a quotation. */

/** Paragraphs up to this many words are shown whole. */
const longest = 60

/** The sentence with the highest score, with its neighbours as far as a quotation reaches; a short text whole. */
export function toPassage(text: string, language: string, score: (sentence: string) => number): string {
  if (text.split(/\s+/).length <= longest) return text
  const segments = new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)
  const sentences = Array.from(segments, ({ segment, index }) => ({
    start: index,
    end: index + segment.length,
    segment,
  }))
  const scores = sentences.map(({ segment }) => score(segment))
  const best = sentences[scores.indexOf(Math.max(...scores))]
  if (!best) return text
  let { start, end } = best
  // A sentence within a quotation would look like the outlet's own.
  for (const quotation of text.matchAll(/“[^”]*(?:”|$)|"[^"]*(?:"|$)/g)) {
    const [from, to] = [quotation.index, quotation.index + quotation[0].length]
    if (to <= start || from >= end) continue
    start = Math.min(start, sentences.findLast((sentence) => sentence.start <= from)?.start ?? start)
    end = Math.max(end, sentences.find((sentence) => sentence.end >= to)?.end ?? end)
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
