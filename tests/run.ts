/**
 * Runs everything: `npm test`, or one stage of it: `npm test -- unit`. Ends on a line `N passed, N failed`, in which a
 * type check, a code check and a build count as one each.
 */
import { spawn } from 'node:child_process'
import { glob, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { projectFolder, type TestSite, testSites } from './sites.ts'
import { installTools } from './tools.ts'

interface Tally {
  passed: number
  failed: number
}

const stages: { [name: string]: () => Promise<Tally> } = {
  code: async () => {
    installTools('bench')
    return sum(
      await Promise.all([
        // Types in every file of the project, not of components alone.
        check('astro check', astro, 'check'),
        check('biome check', biome, 'check', '--error-on-warnings', '.').then(async (tally) =>
          sum([tally, await check('knip', knip)]),
        ),
      ]),
    )
  },
  unit: () =>
    test(['tests/**/*.test.ts', 'bench/**/*.test.ts'], ['tests/e2e/**', 'tests/fixtures/**', '**/node_modules/**']),
  // One after the other: two builds in one folder collide.
  build: async () => {
    const tallies: Tally[] = []
    for (const site of Object.values(testSites)) tallies.push(await build(site))
    return sum(tallies)
  },
  e2e: async () => {
    const { findChrome } = await import('./e2e/browser.ts')
    await findChrome()
    // A page is waited for half of the time.
    return test(['tests/e2e/**/*.test.ts'], [], availableParallelism() + 1)
  },
}

const astro = ['node_modules/astro/bin/astro.mjs']
const biome = ['tests/node_modules/@biomejs/biome/bin/biome']
const knip = ['tests/node_modules/knip/bin/knip.js']

process.chdir(projectFolder)
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
// Each test file, and each command that one runs, is a process: what one has compiled the next need not.
process.env['NODE_COMPILE_CACHE'] ??= join(projectFolder, '.cache/compiled')
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in stages))
if (unknown.length > 0) {
  console.error(`Unexpected stage ${unknown.join(', ')}, expected any of ${Object.keys(stages).join(', ')}.`)
  process.exit(1)
}

installTools('tests')
const total: Tally = { passed: 0, failed: 0 }
for (const [name, stage] of Object.entries(stages)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n── ${name}`)
  const started = performance.now()
  const tally = await stage().catch((error: unknown) => {
    console.error(error)
    return { passed: 0, failed: 1 }
  })
  total.passed += tally.passed
  total.failed += tally.failed
  console.log(`── ${name}: ${tally.failed ? `${tally.failed} failed` : 'passed'}, ${seconds(started)}`)
  if (name === 'build' && tally.failed > 0) {
    console.error('The browser tests need the sites that were not built; they did not run.')
    break
  }
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** Runs a script under this same Node; what it prints is shown when it fails. */
async function check(name: string, script: string[], ...args: string[]): Promise<Tally> {
  const started = performance.now()
  const { code, output } = await execute([...script, ...args])
  if (code !== 0) console.log(output.trimEnd())
  console.log(`${code === 0 ? '✔' : '✖'} ${name} (${seconds(started)})`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function build(site: TestSite): Promise<Tally> {
  await rm(site.folder, { recursive: true, force: true })
  const started = performance.now()
  const { code, output } = await execute(['src/cli/build.ts'], {
    CONTENT: site.content,
    SITE: site.origin,
    BASE: site.base,
    OUT: site.folder,
    CACHE: join('.cache/astro', site.name),
  })
  console.log(output.trimEnd())
  console.log(`${code === 0 ? '✔' : '✖'} build of ${site.name} (${seconds(started)})`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

async function test(
  include: string[],
  exclude: string[] = [],
  // Left to itself the runner leaves a core free: of two it would use one.
  concurrency = availableParallelism(),
): Promise<Tally> {
  const files: string[] = []
  for await (const file of glob(include, { exclude })) files.push(join(projectFolder, file))
  files.sort()
  if (files.length === 0) throw new Error(`Found no test in ${include.join(', ')}.`)
  const tests = run({ files, concurrency, timeout: 600_000 })
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

function execute(args: string[], env: Record<string, string> = {}): Promise<{ code: number; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (text: Buffer) => (output += text))
    child.stderr.on('data', (text: Buffer) => (output += text))
    child.on('error', fail)
    child.on('close', (code) => done({ code: code ?? 1, output }))
  })
}

function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, { passed }) => total + passed, 0),
    failed: tallies.reduce((total, { failed }) => total + failed, 0),
  }
}

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`
}
