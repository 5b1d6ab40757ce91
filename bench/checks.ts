/** How long the checks take on a generated record. */
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../tests/sites.ts'
import { writeRecord } from './generate.ts'
import { describeRun } from './machine.ts'
import { runMeasured } from './measure.ts'
import { median, table, writeSection } from './results.ts'

/** Of a thousand articles, in seconds. */
const goal = 2
const runs = 5

export async function benchChecks(): Promise<void> {
  const sizes = [100, 1000]
  const rows: (string | number)[][] = []
  let seconds = 0
  for (const articles of sizes) {
    console.log(`Checking ${articles} generated articles …`)
    const costs = await measureChecks(articles)
    seconds = median(costs.map((cost) => cost.seconds))
    const peak = median(costs.map((cost) => cost.peak ?? 0))
    rows.push([articles.toLocaleString('en'), seconds.toFixed(1), Math.round(peak / 2 ** 20)])
  }
  writeSection(
    'Checks',
    `\`npm run check\` on generated articles of 450 words with six quotes each, from the start of the command to its end; the median of ${runs} runs.

${table(['articles', 'seconds', 'memory, MB'], rows)}

- ${seconds <= goal ? 'met' : '**missed**'}: 1,000 articles in ${seconds.toFixed(1)} s, at most ${goal}

${describeRun()}`,
  )
}

async function measureChecks(articles: number) {
  const content = join(projectFolder, '.cache/bench/checked')
  rmSync(content, { recursive: true, force: true })
  writeRecord(content, articles)
  const costs = []
  for (let run = 0; run < runs; run += 1) {
    const given = { cwd: projectFolder, env: { CONTENT: content } }
    costs.push(await runMeasured(process.execPath, ['-r', './src/cli/guard.cjs', 'src/cli/check.ts'], given))
  }
  rmSync(content, { recursive: true, force: true })
  return costs
}
