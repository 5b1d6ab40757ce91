/** Quotation marks in running text: where quoted words begin and end, and how literal a stretch of text is. */
import type { Kind, Piece } from './reading.ts'

/** Offsets of quoted words, their marks included. */
export interface Quotation {
  start: number
  end: number
  closed: boolean
}

const closers: { [opener: string]: string } = { '"': '"', '“': '”', '„': '“”', '«': '»' }
const markForm = /["“”„«»]/g
const beforeWord = /[\s([{—–\-/‘'…]/
const afterMark = /[^\s,;:!?)\]]/
const letterOrDigit = /[\p{L}\p{N}]/u

/**
 * Finds what stands in double quotation marks: straight, curly, low or angled. Apostrophes and single marks are not
 * counted, nor are marks within a quotation. A quotation that is not closed reaches to the end of the text.
 */
export function findQuotations(text: string): { quotations: Quotation[]; stray: number[] } {
  const quotations: Quotation[] = []
  const stray: number[] = []
  let open: { mark: string; at: number } | null = null
  for (const { 0: mark, index } of text.matchAll(markForm)) {
    if (open && (closers[open.mark] ?? '').includes(mark) && !(mark === '"' && opensSentence(text, index))) {
      quotations.push({ start: open.at, end: index + 1, closed: true })
      open = null
    } else if (!open) {
      if (mark === '"' ? !closesWord(text, index) || opensWord(text, index) : mark in closers)
        open = { mark, at: index }
      else stray.push(index)
    } else if (mark === open.mark) {
      // A second opening mark of the same kind: the first one was never closed.
      stray.push(open.at)
      open = { mark, at: index }
    }
  }
  if (open) quotations.push({ start: open.at, end: text.length, closed: false })
  return { quotations, stray }
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
    const innerStart = Math.max(start, quotation.start + 1)
    const innerEnd = Math.min(end, quotation.closed ? quotation.end - 1 : quotation.end)
    pushPiece(pieces, text.slice(innerStart, innerEnd), true)
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
  return { kind, text: fold(text.slice(start, end).replace(/,\s*(["”“»])$/, '$1')).trim(), pieces }
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

/** Whether a straight mark stands where a word begins. */
function opensWord(text: string, at: number): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  return (before === undefined || beforeWord.test(before)) && after !== undefined && afterMark.test(after)
}

/** The same, stricter: after white space or a bracket, so that a dash may stand before a closing mark. */
function opensSentence(text: string, at: number): boolean {
  return opensWord(text, at) && (at === 0 || /[\s([{]/.test(text[at - 1] ?? ''))
}

/** Whether a straight mark stands where a word ends. */
function closesWord(text: string, at: number): boolean {
  const before = text[at - 1]
  const after = text[at + 1]
  return before !== undefined && !/\s/.test(before) && (after === undefined || !letterOrDigit.test(after))
}
