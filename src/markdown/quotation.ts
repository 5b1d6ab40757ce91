/** Quoted words in running text: where they begin and end, and how literal a stretch of text is. */
import { findSpans } from './quotation-marks.ts'
import type { Kind, Piece } from './reading.ts'

/** Offsets of quoted words in one paragraph, with their marks and without. */
export interface Quotation {
  start: number
  end: number
  innerStart: number
  innerEnd: number
  /** Whether it goes on in the next paragraph. */
  runsOn: boolean
  /** False when no mark closes it, here or later: it then reaches to the end of its paragraph. */
  closed: boolean
}

export interface Quotations {
  quotations: Quotation[]
  /** Offsets of double marks that belong to no quotation. */
  stray: number[]
}

const letterOrDigit = /[\p{L}\p{N}]/u
const doubleMarks = /["“”„«»]/g

/** The quotations of one paragraph. */
export function findQuotations(text: string): Quotations {
  return readQuotations([text])[0] as Quotations
}

/** The quotations of each paragraph of a text. */
export function readQuotations(paragraphs: readonly string[]): Quotations[] {
  const found = paragraphs.map((): Quotations => ({ quotations: [], stray: [] }))
  for (const { parts, closed } of findSpans(paragraphs)) {
    for (const [index, { block, ...offsets }] of parts.entries()) {
      const runsOn = index < parts.length - 1
      found[block]?.quotations.push({ ...offsets, runsOn, closed: closed || runsOn })
    }
  }
  for (const [index, { quotations, stray }] of found.entries()) {
    let next = 0
    for (const { index: at } of (paragraphs[index] ?? '').matchAll(doubleMarks)) {
      while (next < quotations.length && (quotations[next] as Quotation).end <= at) next++
      if (at < (quotations[next]?.start ?? Number.POSITIVE_INFINITY)) stray.push(at)
    }
  }
  return found
}

/** How a linked stretch reads. */
export interface PartReading {
  kind: Kind
  text: string
  pieces: Piece[]
}

/** Reads a linked stretch, `quotations` being those of the whole text: its kind, its pieces and its words without outer marks. */
export function readPart(text: string, start: number, end: number, quotations: readonly Quotation[]): PartReading {
  const pieces: Piece[] = []
  let from = start
  for (const quotation of quotations) {
    if (quotation.end <= start || quotation.start >= end) continue
    pushPiece(pieces, text.slice(from, Math.max(from, quotation.start)), false)
    pushPiece(pieces, text.slice(Math.max(start, quotation.innerStart), Math.min(end, quotation.innerEnd)), true)
    from = Math.max(from, Math.min(end, quotation.end))
  }
  pushPiece(pieces, text.slice(from, end), false)
  const kind = toKind(pieces)
  if (kind === 'direct') {
    const words = pieces.filter((piece) => piece.quoted)
    for (const piece of words) piece.text = withoutComma(piece.text)
    return { kind, text: words.map((piece) => piece.text).join(''), pieces: words }
  }
  const last = pieces.at(-1)
  if (last?.quoted) last.text = withoutComma(last.text)
  return { kind, text: fold(text.slice(start, end).replace(/,\s*(["”“»›’‘'」]|'')$/, '$1')).trim(), pieces }
}

/** Direct is one quotation with nothing but points and spaces about it; several of them are no one utterance. */
function toKind(pieces: readonly Piece[]): Kind {
  const quoted = pieces.filter((piece) => piece.quoted)
  if (quoted.length === 0) return 'indirect'
  const said = pieces.some((piece) => !piece.quoted && letterOrDigit.test(piece.text))
  return said || quoted.length > 1 ? 'mixed' : 'direct'
}

function pushPiece(pieces: Piece[], text: string, quoted: boolean): void {
  const words = quoted ? fold(text).trim() : fold(text)
  if (words !== '') pieces.push({ text: words, quoted })
}

function withoutComma(text: string): string {
  return text.replace(/,\s*$/, '')
}

/** White space of the source is one space; what the outlet set, as a no-break space, stays. */
function fold(text: string): string {
  return text.replace(/[ \t\n]+/g, ' ')
}
