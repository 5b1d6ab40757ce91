/** The lines that Git leaves in a file where two versions of it disagree. */

/** The first of them. */
export interface Conflict {
  /** In the file, from 1. */
  line: number
  /** As it stands there. */
  mark: string
}

/** `<<<<<<< HEAD`, `||||||| base`, `>>>>>>> theirs`: nobody begins a line so. */
const mark = /^(?:<{7}|\|{7}|>{7})(?:[ \t].*)?$/

/** Finds the first such line; null when there is none. */
export function findConflict(text: string): Conflict | null {
  if (!/^(?:<{7}|\|{7}|>{7})/m.test(text)) return null
  const lines = text.split(/\r\n?|\n/)
  const index = lines.findIndex((line) => mark.test(line))
  return index === -1 ? null : { line: index + 1, mark: (lines[index] as string).trimEnd() }
}
