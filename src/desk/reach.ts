/** Moves an end of a mark over words and sentences. Offsets count in the text of a block. */
import { findSentences } from '../markdown/sentences.ts'

export interface Move {
  end: 'start' | 'end'
  by: 'word' | 'sentence'
  to: -1 | 1
}

/** The stretch with one end moved; the same when there is nowhere to move to, or nothing would be left. */
export function moveEnd(
  text: string,
  { start, end }: { start: number; end: number },
  { end: which, by, to }: Move,
  language: string,
): { start: number; end: number } {
  const stops = by === 'word' ? wordsOf(text, language) : sentencesOf(text, language)
  const edges = stops.map(([from, until]) => (which === 'start' ? from : until))
  const at = which === 'start' ? start : end
  const next = to === 1 ? edges.find((edge) => edge > at) : edges.findLast((edge) => edge < at)
  const moved = which === 'start' ? { start: next ?? start, end } : { start, end: next ?? end }
  return moved.start < moved.end ? moved : { start, end }
}

/** Words with the signs that stick to them, so that a mark never parts a word from its quotation mark. */
export function wordsOf(text: string, language: string): [start: number, end: number][] {
  const words: [number, number][] = []
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' })
  let isOpen = false
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const last = words.at(-1)
    if (/^\s+$/.test(segment)) isOpen = false
    else if (last && isOpen && !(isWordLike && /\p{L}$/u.test(text.slice(0, index)))) last[1] = index + segment.length
    else {
      words.push([index, index + segment.length])
      isOpen = true
    }
  }
  return words
}

function sentencesOf(text: string, language: string): [start: number, end: number][] {
  return findSentences(text, language).map(([start, end]) => [start, start + text.slice(start, end).trimEnd().length])
}
