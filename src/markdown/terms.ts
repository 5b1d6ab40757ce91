/** Quoted words that nobody said, listed by an article's `terms`. */

/** A test for whether quoted words are one of the terms: white space folded, the point before a closing mark left out. */
export function toTermTest(terms: readonly string[]): (words: string) => boolean {
  const known = new Set(terms.map(toTerm))
  return (words) => known.size > 0 && known.has(toTerm(words))
}

function toTerm(words: string): string {
  return words.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/[,.]$/, '')
}
