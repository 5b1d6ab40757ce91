/**
 * Measures, and writes what it finds into `RESULTS.md`: `npm run bench`, or parts of it: `npm run bench -- search`.
 * `README.md` beside this says what each part measures and how.
 */
import { parseArgs } from 'node:util'
import { projectFolder } from '../tests/sites.ts'
import { describeRun } from './machine.ts'
import { writeSection } from './results.ts'
import { buildSite } from './site.ts'

export interface BenchOptions {
  /** How many articles the generated records have. */
  sizes: readonly number[]
  /** How often each thing is measured; the median counts. */
  runs: number
  /** Whether the first build of a size, with every picture to be drawn, is measured. */
  first: boolean
  /** Whether one build of each is enough, for sizes that take long. */
  once: boolean
}

/** Loaded when wanted: each brings what it needs. */
const parts: { [name: string]: (options: BenchOptions) => Promise<void> } = {
  pages: async () => (await import('./pages.ts')).benchPages(),
  checks: async () => (await import('./checks.ts')).benchChecks(),
  search: async () => {
    const { benchSearch } = await import('./search/run.ts')
    const body = await benchSearch((await buildSite()).site.folder)
    writeSection('Search', `${body}\n\n${describeRun(['astro', '@sparticuz/chromium', 'pagefind'])}`)
  },
  build: async (options) => (await import('./build.ts')).benchBuild(options),
  reader: async (options) => (await import('./reader.ts')).benchReader(options),
  import: async () => (await import('./import.ts')).benchImport(),
}

process.chdir(projectFolder)
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: '100,1000' },
    runs: { type: 'string', default: '3' },
    first: { type: 'boolean', default: false },
    once: { type: 'boolean', default: false },
  },
})
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  throw new Error(`Unexpected part ${unknown.join(', ')}, expected any of ${Object.keys(parts).join(', ')}.`)
}
const options: BenchOptions = {
  sizes: values.sizes.split(',').map(Number),
  runs: Number(values.runs),
  first: values.first,
  once: values.once,
}
const numbers = [...options.sizes, options.runs]
if (!numbers.every((number) => Number.isSafeInteger(number) && number > 0)) {
  throw new Error('Expected numbers: `npm run bench -- build --sizes 100,1000 --runs 3`.')
}
for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run(options)
