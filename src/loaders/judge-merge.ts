/** The lines that Git leaves in a file where two versions of it disagree. */

import type { Problem } from '../schema/problem.ts'

/** `<<<<<<< HEAD`, `||||||| base`, `>>>>>>> theirs`: nobody begins a line so. */
const mark = /^(?:<{7}|\|{7}|>{7})(?:[ \t].*)?$/

/** The problem of a file with such a line; null when there is none. */
export function judgeMerge(path: string, text: string): Problem | null {
  if (!/^(?:<{7}|\|{7}|>{7})/m.test(text)) return null
  const lines = text.split(/\r\n?|\n/)
  const index = lines.findIndex((line) => mark.test(line))
  if (index === -1) return null
  return {
    file: path,
    line: index + 1,
    column: 1,
    rule: 'settled-merge',
    severity: 'error',
    found: `line \`${(lines[index] as string).trimEnd().slice(0, 60)}\`, which Git leaves where two versions disagree`,
    expected: 'one version',
    hint: 'Keep what is right of both and take out the lines of Git.',
  }
}
