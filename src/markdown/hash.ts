import { createHash, hash } from 'node:crypto'

/** A short hash of words: NFC, white space folded; twelve hexadecimal digits of SHA-256. */
export function hashWords(text: string): string {
  const composed = text.normalize('NFC')
  // Most texts have single spaces and nothing to fold.
  const folded = unfolded.test(composed) ? composed.replace(/\s+/g, ' ') : composed
  return hash('sha256', folded.trim()).slice(0, 12)
}

const unfolded = /\s{2}|[^\S ]/

/** SHA-256 of one text after another, in hexadecimal digits; bytes may stand between them. */
export function sha256(...parts: readonly (string | Uint8Array)[]): string {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(part)
  return sum.digest('hex')
}
