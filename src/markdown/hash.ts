import { createHash } from 'node:crypto'

/** A short hash of words: NFC, white space folded; twelve hexadecimal digits of SHA-256. */
export function hashWords(text: string): string {
  const folded = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return createHash('sha256').update(folded).digest('hex').slice(0, 12)
}
