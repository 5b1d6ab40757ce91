/** What a captured page holds: the article's blocks, what was cut, and what the page says of itself. */
import type { Proposal } from '../proposal.ts'

export type CapturedBlock = Proposal['article']['paragraphs'][number] & {
  /** Its own day, as an entry of a live report has one. */
  day?: string
}

/** A stretch of the capture that is no part of the article. */
export type Cut = Proposal['cut'][number] & {
  /** All of it, a paragraph each, with its line. */
  lines: readonly { text: string; line: number }[]
}

export interface Capture {
  title: string | null
  titleLine: number | null
  blocks: CapturedBlock[]
  cut: Cut[]
  warnings: string[]
  /** What the page says of itself, each with the words it rests on. */
  published: { day: string; because: string } | null
  url: string | null
  outletName: string | null
  agency: { name: string; because: string } | null
  language: string | null
}

/** Why nothing can be imported, in words for an editor. */
export class CaptureError extends Error {
  override name = 'CaptureError'
}

/** The capture with a cut put back where it stood, as paragraphs. */
export function putBack(capture: Capture, cut: Cut): Capture {
  const back = cut.lines.map(({ text, line }): CapturedBlock => ({ kind: 'paragraph', text, line }))
  return {
    ...capture,
    // The sort is stable: what has the same line stays in its order.
    blocks: [...capture.blocks, ...back].sort((a, b) => a.line - b.line),
    cut: capture.cut.filter((one) => one !== cut),
  }
}

/** The first words of something long. */
export function firstWords(text: string, most = 8): string {
  const words = text.trim().split(/\s+/)
  return words.length <= most ? words.join(' ') : `${words.slice(0, most).join(' ')} …`
}
