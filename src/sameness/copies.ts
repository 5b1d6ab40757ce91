/** Whether two articles are copies of one text, as of an agency's. */

/** Share of the shorter text that the other one has too, in runs of seven words; 0 to 1. `runs` are those of one of them. */
export function sharedText(runs: ReadonlySet<string>, blocks: readonly string[]): number {
  // Hardly any other article shares even a few runs: a sample tells.
  const words = blocks.map(toWords)
  const sample = words.flatMap((list) => (list.length >= size ? [list.slice(0, size).join(' ')] : []))
  const longest = words.reduce((sum, list) => sum + Math.max(0, list.length - size + 1), 0)
  if (Math.min(runs.size, longest) < 20 || !sample.some((run) => runs.has(run))) return 0
  const others = toRuns(blocks)
  let shared = 0
  for (const run of others) if (runs.has(run)) shared++
  return shared / Math.min(runs.size, others.size)
}

/** From this share on, two articles may be copies of one text. */
export const copied = 0.5
/** From this share on, they are. */
export const surelyCopied = 0.8

const size = 7

/** Every run of seven words in a text. */
export function toRuns(blocks: readonly string[]): Set<string> {
  const runs = new Set<string>()
  for (const block of blocks) {
    const words = toWords(block)
    for (let at = 0; at + size <= words.length; at++) runs.add(words.slice(at, at + size).join(' '))
  }
  return runs
}

function toWords(block: string): string[] {
  return (
    block
      .toLowerCase()
      .replace(/[‘’]/g, "'")
      .match(/[\p{L}\p{N}']+/gu) ?? []
  )
}
