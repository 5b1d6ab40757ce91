/**
 * Runs test files and shows what comes of them. Started itself, it runs those it is given in its own process and sends the
 * tally to whoever started it.
 */
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

export interface Tally {
  passed: number
  failed: number
}

/** Runs them so many at a time, each in a process of its own; or all in this one, when `isolation` is `none`. */
export async function runFiles(
  files: string[],
  options: { concurrency: number } | { isolation: 'none' },
): Promise<Tally> {
  const tests = run({ files, timeout: 1_200_000, ...options })
  const tally: Tally = { passed: 0, failed: 0 }
  tests.on('test:summary', ({ file, counts }) => {
    // The last summary is that of the whole run, and names no file.
    if (file !== undefined) return
    tally.passed = counts.passed
    tally.failed = counts.tests - counts.passed
  })
  for await (const text of tests.compose(spec)) process.stdout.write(text)
  return tally
}

if (import.meta.main) {
  const tally = await runFiles(process.argv.slice(2), { isolation: 'none' })
  process.send?.(tally)
}
