/** What slipped in a text of which only the hash is known: the common slips are tried until the hash agrees. */

export interface Slip {
  /** The words as they are now. */
  found: string
  /** As they were; empty when they were not there. */
  meant: string
}

/** Marks that editors and keyboards exchange. */
const alike = [
  ['"', '“', '”', '„', '«', '»'],
  ["'", '’', '‘', 'ʼ'],
  ['-', '–', '—', '–-', '--'],
  ['...', '…'],
  [' ', '\u00A0', '\u202F'],
]
const ends = ['', ',', '.', ';', ':', '!', '?']

/** Characters that are tried, in all that is tried: a paragraph of some four thousand characters is tried to its end. */
export const mostTried = 50_000_000

/**
 * Finds a slip that undone makes the text agree: words put in, a word doubled, two exchanged, a mark or a capital changed.
 * `budget` is what is left of the characters that may be tried: for every word the whole text is tried, so time grows with
 * the square of it.
 */
export function findSlip(text: string, agrees: (text: string) => boolean, budget = { left: mostTried }): Slip | null {
  const words = text.trim().split(/\s+/)
  const undo = (from: number, count: number, meant: string[]): Slip | null => {
    if (budget.left < text.length) return null
    budget.left -= text.length
    const tried = [...words.slice(0, from), ...meant, ...words.slice(from + count)].join(' ')
    if (!agrees(tried)) return null
    return { found: words.slice(from, from + count).join(' '), meant: meant.join(' ') }
  }
  for (let at = 0; at < words.length && budget.left >= text.length; at += 1) {
    const word = words[at] ?? ''
    for (const other of variantsOf(word)) {
      const slip = undo(at, 1, [other])
      if (slip) return slip
    }
    const swapped = at + 1 < words.length ? undo(at, 2, [words[at + 1] ?? '', word]) : null
    if (swapped) return swapped
  }
  for (let count = 1; count <= 12; count += 1) {
    for (let at = 0; at + count <= words.length && budget.left >= text.length; at += 1) {
      const slip = undo(at, count, [])
      if (slip) return slip
    }
  }
  return null
}

function variantsOf(word: string): string[] {
  const [, start = '', bare = '', end = ''] = /^(.*?)([\p{L}\p{N}].*?)?([,.;:!?]?)$/su.exec(word) ?? []
  const other =
    bare.charAt(0) === bare.charAt(0).toLowerCase() ? bare.charAt(0).toUpperCase() : bare.charAt(0).toLowerCase()
  const marks = alike.flatMap((group) =>
    group
      .filter((mark) => word.includes(mark))
      .flatMap((mark) => group.filter((meant) => meant !== mark).map((meant) => word.replaceAll(mark, meant))),
  )
  const points = ends.filter((mark) => mark !== end).map((mark) => start + bare + mark)
  return [...points, start + other + bare.slice(1) + end, ...marks]
}
