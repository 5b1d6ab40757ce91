/** Words in short, for titles and links; never in quotation marks. */
import type { Piece } from '../record/types.ts'

/** Pieces of words as one line, parts joined by ` … `, cut at a word. */
export function cutWords(pieces: readonly (readonly Piece[])[], most = 70): string {
  const text = pieces.map((part) => part.map((piece) => piece.text).join('')).join(' … ')
  return cut(text.replace(/\s+/g, ' ').trim(), most)
}

function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = text.slice(0, most + 1)
  return `${whole.slice(0, Math.max(whole.lastIndexOf(' '), most / 2)).replace(/[\s,;:–—-]+$/u, '')} …`
}
