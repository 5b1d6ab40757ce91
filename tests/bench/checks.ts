/** How long the checks take on a generated record. */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../sites.ts'
import { writeRecord } from './generate.ts'

export interface CheckFigures {
  articles: number
  /** Of the whole command, from its start to its end: the median of the runs, in seconds. */
  seconds: number
  /** What it says. */
  report: string
}

/** Runs `npm run check` on a record of that many articles. */
export function measureChecks(articles: number, runs = 5): CheckFigures {
  const content = join(projectFolder, '.cache/bench/content')
  rmSync(content, { recursive: true, force: true })
  writeRecord(content, articles)
  const env = { ...process.env, CONTENT: content }
  let report = ''
  const times = Array.from({ length: runs }, () => {
    const started = performance.now()
    report = execFileSync(process.execPath, ['src/cli/check.ts'], { cwd: projectFolder, env, encoding: 'utf8' }).trim()
    return (performance.now() - started) / 1000
  })
  rmSync(content, { recursive: true, force: true })
  const seconds = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0
  return { articles, seconds, report: report.replace(content, 'content') }
}

if (import.meta.main) console.log(measureChecks(Number(process.argv[2] ?? 1000)))
