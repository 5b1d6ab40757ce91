/** How the direct wordings of one quote differ, word by word and mark by mark. */
import { diffArrays } from 'diff'
import type { Wording } from './types.ts'

/** Words of a wording; `differs` when another direct wording has something else there. */
export interface Run {
  text: string
  differs: boolean
}

/** Words with their apostrophes and hyphens, white space, and each mark for itself. */
const token = /[\p{L}\p{N}]+(?:['’‑-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu

/**
 * The direct wordings among those given, each told apart into runs. With fewer than two there is nothing to compare and
 * the map is empty: an outlet's report is never set against a quotation.
 */
export function toDifferences(wordings: readonly Wording[]): Map<Wording, Run[]> {
  const direct = wordings.filter(({ kind }) => kind === 'direct')
  const [first, ...others] = direct.map((wording) => ({ wording, tokens: toTokens(wording.text) }))
  if (!first || others.length === 0) return new Map()
  const differing = new Map<Wording, Set<number>>(direct.map((wording) => [wording, new Set()]))
  for (const other of others) {
    const marks = compare(first.tokens, other.tokens)
    for (const index of marks.first) differing.get(first.wording)?.add(index)
    for (const index of marks.second) differing.get(other.wording)?.add(index)
  }
  return new Map(
    [first, ...others].map(({ wording, tokens }) => [wording, toRuns(tokens, differing.get(wording) ?? new Set())]),
  )
}

/** Whether the direct wordings are the same to the letter. */
export function areAlike(differences: ReadonlyMap<Wording, Run[]>): boolean {
  return [...differences.values()].every((runs) => runs.every(({ differs }) => !differs))
}

const names: { [mark: string]: string } = {
  ',': 'a comma',
  '.': 'a full stop',
  ';': 'a semicolon',
  ':': 'a colon',
  '!': 'an exclamation mark',
  '?': 'a question mark',
  '–': 'a dash',
  '—': 'a dash',
  '-': 'a hyphen',
  '…': 'an ellipsis',
}
const quotationMark = /^["'“”„‟‘’‚‛«»‹›]$/u

/** What is underlined, for those who do not see it: `don’t; a comma; moment`. Quotation marks are named, not printed. */
export function describeDifferences(runs: readonly Run[]): string {
  return runs
    .filter(({ differs }) => differs)
    .map(({ text }) =>
      toTokens(text)
        .filter((word) => word.trim() !== '')
        .map((word) => names[word] ?? (quotationMark.test(word) ? 'a quotation mark' : word))
        .join(' '),
    )
    .join('; ')
}

function toTokens(text: string): string[] {
  return text.match(token) ?? []
}

function compare(first: string[], second: string[]): { first: number[]; second: number[] } {
  const marks: { first: number[]; second: number[] } = { first: [], second: [] }
  let at = 0
  let other = 0
  for (const { added, removed, value } of diffArrays(first, second)) {
    if (removed) for (const _ of value) marks.first.push(at++)
    else if (added) for (const _ of value) marks.second.push(other++)
    else {
      at += value.length
      other += value.length
    }
  }
  return marks
}

/** Neighbours alike are one run; white space between two differing words differs with them. */
function toRuns(tokens: readonly string[], differing: ReadonlySet<number>): Run[] {
  const runs: Run[] = []
  tokens.forEach((text, index) => {
    const space = /^\s+$/.test(text)
    const differs = space ? differing.has(index - 1) && differing.has(index + 1) : differing.has(index)
    const last = runs.at(-1)
    if (last && last.differs === differs) last.text += text
    else runs.push({ text, differs })
  })
  return runs
}
