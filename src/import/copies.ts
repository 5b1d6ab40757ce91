/** Whether two articles are copies of one text, as of an agency's. */

/** Share of the shorter text that the other one has too, in runs of seven words; 0 to 1. */
export function sharedText(a: readonly string[], b: readonly string[]): number {
  const runsA = toRuns(a)
  const runsB = toRuns(b)
  const [small, large] = runsA.size <= runsB.size ? [runsA, runsB] : [runsB, runsA]
  if (small.size < 20) return 0
  let shared = 0
  for (const run of small) if (large.has(run)) shared++
  return shared / small.size
}

/** From this share on, two articles are copies. */
export const copied = 0.5

function toRuns(blocks: readonly string[]): Set<string> {
  const runs = new Set<string>()
  for (const block of blocks) {
    const words =
      block
        .toLowerCase()
        .replace(/[‘’]/g, "'")
        .match(/[\p{L}\p{N}']+/gu) ?? []
    for (let at = 0; at + 7 <= words.length; at++) runs.add(words.slice(at, at + 7).join(' '))
  }
  return runs
}
