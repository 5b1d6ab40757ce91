/** The nearest right answer to a wrong one. */

/** So many problems of a kind get a hint, which costs a look at all names: nobody reads those of more. */
export const mostHints = 100

/** A name that is longer is no slip of another. */
const longest = 200

/** `Did you mean …?` for the closest of the known names; nothing when none is close. */
export function suggest(wrong: string, known: Iterable<string>): string | undefined {
  const best = nearest(wrong, known)
  return best === undefined ? undefined : `Did you mean \`${best}\`?`
}

/** The same for a path: by the last name in it alone, of those in its folder, which would make them all alike. */
export function suggestPath(wrong: string, known: Iterable<string>): string | undefined {
  const [, folder = '', name = ''] = /^(.*?)([^/]*\/?)$/s.exec(wrong) ?? []
  const names = [...known].flatMap((path) => (path.startsWith(folder) ? [path.slice(folder.length)] : []))
  const best = nearest(name, names)
  return best === undefined ? undefined : `Did you mean \`${folder}${best}\`?`
}

/** The closest of the known names; nothing when none is close. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  if (wrong.length > longest) return undefined
  let best: string | undefined
  // A third of the letters may differ: enough for a slip, too little for another word.
  let least = Math.max(2, Math.floor(wrong.length / 3)) + 1
  for (const name of known) {
    if (Math.abs(name.length - wrong.length) >= least) continue
    const distance = editDistance(wrong, name)
    if (distance < least) [best, least] = [name, distance]
  }
  return best
}

/** Number of letters to insert, delete or replace (Levenshtein). */
export function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
