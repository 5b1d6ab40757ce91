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

/** A line of a capture, a paragraph each, from 1. */
export interface Line {
  text: string
  line: number
  /** Where it ends, when that is another line. */
  to?: number
  /** Letters of it that are links. */
  links?: number
  /** Set off as a quotation. */
  quoted?: boolean
  /** Its own day, as an entry of a live report has one. */
  day?: string | undefined
  /** Why it is no part of the article; nothing when it is. */
  because?: string | null | undefined
}

/** The cuts of a capture, by all of its lines in order: those for the same reason with nothing kept between are one. */
export function toCuts(lines: readonly Line[]): Cut[] {
  const cuts: (Cut & { lines: { text: string; line: number }[] })[] = []
  for (const [index, { text, line, to = line, because }] of lines.entries()) {
    const last = cuts.at(-1)
    if (!because) continue
    if (last && lines[index - 1]?.because === because) {
      last.to = Math.max(last.to, to)
      last.lines.push({ text, line })
      last.words = firstWords(last.lines.map((one) => one.text).join(' '))
    } else cuts.push({ from: line, to, words: firstWords(text), because, lines: [{ text, line }] })
  }
  return cuts
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
