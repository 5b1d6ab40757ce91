/** How long a proposal takes against a large record. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { generateRecord, quotesEach, writeFiles } from './generate.ts'
import { describeRun } from './machine.ts'
import { runMeasured } from './measure.ts'
import { median, table, writeSection } from './results.ts'

const quotes = 5000
const runs = 5
/** Of the generated record, so many articles are taken out, and are the page: about 2,000 words. */
const heldOut = 4

export async function benchImport(): Promise<void> {
  const folder = '.cache/bench/import'
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const files = generateRecord(quotes / quotesEach + heldOut, 1, ['en'])
  const taken = Object.keys(files)
    .filter((path) => path.startsWith('articles/'))
    .slice(-heldOut)
  const page = taken.map((path) => toCapture(files[path] ?? '')).join('\n\n')
  for (const path of taken) delete files[path]
  writeFiles(join(folder, 'content'), files)
  writeFileSync(join(folder, 'page.txt'), `A long page about everything\n\n${page}\n`)
  const options = ['--dry-run', '--json', '--outlet', 'outlet-0', '--published', taken[0]?.slice(9, 19) ?? '']
  const command = ['-r', './src/cli/guard.cjs', 'src/cli/import.ts', join(folder, 'page.txt'), ...options]
  const costs = []
  for (let run = 0; run < runs; run += 1) {
    const given = { cwd: '.', env: { CONTENT: join(folder, 'content') } }
    costs.push(await runMeasured(process.execPath, command, given))
  }
  const megabytes = median(costs.map(({ peak }) => peak ?? 0)) / 2 ** 20
  const proposed = JSON.parse(costs[0]?.output ?? '') as { quotes: unknown[]; same: unknown[] }
  writeSection(
    'Import',
    `\`npm run import -- page.txt --dry-run --json\`: a page of ${page.split(/\s+/).length.toLocaleString('en')} words, made of ${heldOut} generated articles, against a record of the
${(quotes / quotesEach).toFixed(0)} that came before them, with about ${quotes.toLocaleString('en')} quotes; from the start of the command to its end, the median of ${runs} runs.

${table(
  ['quotes proposed', 'alike on record', 'seconds', 'CPU, s', 'memory, MB'],
  [
    [
      proposed.quotes.length,
      proposed.same.length,
      median(costs.map(({ seconds }) => seconds)).toFixed(1),
      median(costs.map(({ cpu }) => cpu ?? 0)).toFixed(1),
      Math.round(megabytes),
    ],
  ],
)}

${describeRun()}`,
  )
}

/** An article as a page has it: its copy without links. */
function toCapture(file: string): string {
  const copy = file.slice(file.indexOf('\n---\n') + 5).replace(/^\[\w+\]: .*$/gm, '')
  return copy.replace(/\[([^\]]*)\]\[\w+\]/g, '$1').trim()
}
