/** How the direct wordings of one quote differ, word by word and mark by mark. */
import { diffArrays } from 'diff'
import type { Wording } from '../record/types.ts'
import type { Range } from './shapes.ts'

/** Words with their apostrophes and hyphens, white space, and each mark for itself. */
const token = /[\p{L}\p{N}]+(?:['’‑-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu

/**
 * Of each direct wording among those given, where it differs from the others: offsets in its text. With fewer than two there
 * is nothing to compare and the map is empty: an outlet's report is never set against a quotation.
 */
export function toDifferences(wordings: readonly Pick<Wording, 'kind' | 'text'>[]): Map<object, Range[]> {
  const direct = wordings.filter(({ kind }) => kind === 'direct')
  const [first, ...others] = direct.map((wording) => ({ wording, tokens: toTokens(wording.text) }))
  if (!first || others.length === 0) return new Map()
  const differing = new Map<object, Set<number>>(direct.map((wording) => [wording, new Set()]))
  for (const other of others) {
    const marks = compare(first.tokens, other.tokens)
    for (const index of marks.first) differing.get(first.wording)?.add(index)
    for (const index of marks.second) differing.get(other.wording)?.add(index)
  }
  return new Map(
    [first, ...others].map(({ wording, tokens }) => [wording, toRanges(tokens, differing.get(wording) ?? new Set())]),
  )
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

/** Neighbours that differ are one range; white space between two differing words differs with them. */
function toRanges(tokens: readonly string[], differing: ReadonlySet<number>): Range[] {
  const ranges: Range[] = []
  let at = 0
  tokens.forEach((text, index) => {
    const from = at
    at += text.length
    const space = /^\s+$/.test(text)
    if (!(space ? differing.has(index - 1) && differing.has(index + 1) : differing.has(index))) return
    const last = ranges.at(-1)
    if (last?.[1] === from) last[1] = at
    else ranges.push([from, at])
  })
  return ranges
}
