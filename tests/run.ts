/**
 * Runs everything: `npm test`, one stage of it: `npm test -- unit`, or files: `npm test -- tests/schema/dates.test.ts`. Ends
 * on a line `N passed, N failed`, in which a
 * type check, a code check and a build count as one each.
 */
import { fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { glob, rm } from 'node:fs/promises'
import { availableParallelism, constants, getPriority, setPriority } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './project-copy.ts'
import { runFiles, type Tally } from './run-files.ts'
import { projectFolder, type TestSite, testSites } from './sites.ts'
import { installTools } from './tools.ts'

const stages: { [name: string]: () => Promise<Tally> } = {
  code: async () =>
    sum(
      await Promise.all([
        // Types in every file of the project, not of components alone.
        // What is no error fails nothing, and to find it takes a fifth of the time.
        check('astro check', ['node_modules/astro/bin/astro.mjs', 'check', '--minimumSeverity', 'error']),
        check('biome check', ['tests/node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']),
        check('knip', ['tests/node_modules/knip/bin/knip.js']),
        check('catalogues', ['tests/catalogues.ts']),
      ]),
    ),
  unit: async () => {
    const files = await findFiles(['tests/**/*.test.ts', 'bench/**/*.test.ts'], ['tests/e2e/**'])
    const others = files.filter((file) => !buildsCopies(file))
    const { apart = [], together = [] } = Object.groupBy(others, (file) => (isApart(file) ? 'apart' : 'together'))
    const { long = [], short = [] } = Object.groupBy(apart, (file) => (isLong(file) ? 'long' : 'short'))
    const usual = testGroups([...long.map((file) => [file]), ...toGroups(together, 3)])
    // They fill the lanes that are free while the last group of browser tests goes on.
    return sum(await Promise.all([usual, testGroups(toGroups(short, short.length), queues.last)]))
  },
  // One after the other: two builds in one folder collide.
  build: async () => {
    const tallies: Tally[] = []
    for (const site of Object.values(testSites)) tallies.push(await build(site))
    return sum(tallies)
  },
  e2e: async () => {
    // In a process of its own: while the browser is unpacked the environment is another.
    const browser = await check('a browser', ['tests/e2e/browser.ts'], false)
    if (browser.failed > 0) return browser
    const files = await findFiles(['tests/e2e/**/*.test.ts'])
    const { alone = [], others = [] } = Object.groupBy(files, (file) => (isLong(file) ? 'alone' : 'others'))
    return sum([browser, await testGroups([...alone.map((file) => [file]), ...toGroups(others, 3 * lanes)])])
  },
  copies: testCopies,
}

/**
 * What is after what, and which share the lanes. A build has work for nearly two processors: of two builds at a time each takes
 * two and a half times as long (3.2 and 8.2 s), a build beside browser tests no less. So nothing else is done meanwhile but what
 * judges the code, which takes what the builds of copies leave: a fifth of the time, by its low priority. Those of hostile pages
 * share lanes with the others all the same: they visit for most of their time.
 */
const order = [['build'], ['copies', 'code'], ['unit', 'e2e']]

/**
 * So many processes work at a time: one more than there are processors, as most wait for a browser or a command now and then
 * (browser tests on two processors: 227 s in two lanes, 201 s in three).
 */
const lanes = availableParallelism() + 1
let free = lanes
const queues: { usual: (() => void)[]; last: (() => void)[] } = { usual: [], last: [] }

process.chdir(projectFolder)
// Each test file, and each command that one runs, is a process: what one has compiled the next need not.
process.env['NODE_COMPILE_CACHE'] ??= join(projectFolder, '.cache/compiled')
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in stages) && !isTest(name))
if (unknown.length > 0) {
  console.error(
    `Unexpected ${unknown.join(', ')}, expected any of ${Object.keys(stages).join(', ')}, or a file as tests/schema/dates.test.ts.`,
  )
  process.exit(1)
}

// What is built needs nothing of them.
const installed = installTools('tests')
installed.catch(() => {})
const files = wanted.filter(isTest)
if (files.length > 0) stages['files'] = () => runFiles(files, { concurrency: lanes })
const total: Tally = { passed: 0, failed: 0 }
let isBuilt = true
const isAsked = (name: string) => name in stages && (wanted.length === 0 || wanted.includes(name) || name === 'files')
for (const names of [...order, ['files']]) await Promise.all(names.filter(isAsked).map(runStage))
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

/** Runs a stage, and adds what came of it. */
async function runStage(name: string): Promise<void> {
  if (name === 'e2e' && !isBuilt) {
    console.error('The browser tests need the sites that were not built; they did not run.')
    return
  }
  console.log(`\n── ${name}`)
  const started = performance.now()
  const work = async () => {
    if (name !== 'build') await installed
    return stages[name]?.()
  }
  const tally = (await work().catch((error: unknown) => console.error(error))) ?? { passed: 0, failed: 1 }
  total.passed += tally.passed
  total.failed += tally.failed
  console.log(`── ${name}: ${tally.failed ? `${tally.failed} failed` : 'passed'}, ${seconds(started)}`)
  if (name === 'build') isBuilt = tally.failed === 0
}

/** Whether somebody names a test file, and it is there. */
function isTest(name: string): boolean {
  return name.endsWith('.test.ts') && existsSync(name)
}

/** Does a work of one process when there is a lane for it, in the order of asking; what waits in `last` after all others. */
async function inLane<Outcome>(work: () => Promise<Outcome>, queue = queues.usual): Promise<Outcome> {
  if (free > 0) free -= 1
  else await new Promise<void>((go) => queue.push(go))
  try {
    return await work()
  } finally {
    const next = queues.usual.shift() ?? queues.last.shift()
    if (next) next()
    else free += 1
  }
}

/** Runs a script under this same Node, if it has time, behind all else; what it prints is shown when it fails. */
async function check(name: string, args: string[], hasTime = true): Promise<Tally> {
  return inLane(async () => {
    const started = performance.now()
    const { code, output } = await execute(args, hasTime)
    if (code !== 0) console.log(output.trimEnd())
    console.log(`${code === 0 ? '✔' : '✖'} ${name} (${seconds(started)})`)
    return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
  })
}

async function build(site: TestSite): Promise<Tally> {
  await rm(site.folder, { recursive: true, force: true })
  const started = performance.now()
  const { code, output } = await runCommand('src/cli/build.ts', {
    env: {
      CONTENT: site.content,
      SITE: site.origin,
      BASE: site.base,
      OUT: site.folder,
      CACHE: join('.cache/astro', site.name),
    },
  })
  console.log(output.trimEnd())
  console.log(`${code === 0 ? '✔' : '✖'} build of ${site.name} (${seconds(started)})`)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** Runs test files in one process, which loads what they need once; what it prints is shown at its end. */
async function testInOne(files: string[]): Promise<Tally> {
  const child = fork(join(projectFolder, 'tests/run-files.ts'), files, { silent: true })
  let [tally, output]: [Tally, string] = [{ passed: 0, failed: 1 }, '']
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text))
  child.on('message', (told: Tally) => (tally = told))
  const [code] = await once(child, 'close')
  console.log(output.trimEnd())
  return code === 0 || tally.failed > 0 ? tally : { ...tally, failed: 1 }
}

/** Runs groups of test files: what one file has loaded, and the browser that it has opened, the next in its process has. */
async function testGroups(groups: string[][], queue = queues.usual): Promise<Tally> {
  const some = groups.filter(({ length }) => length > 0)
  return sum(await Promise.all(some.map((group) => inLane(() => testInOne(group), queue))))
}

/** Puts test files into so many groups: with few less is loaded, with many all lanes end at about the same time. */
function toGroups(files: string[], number: number): string[][] {
  // Those of much text take long; each group has some of them.
  const ordered = files.toSorted((a, b) => statSync(b).size - statSync(a).size)
  return Array.from({ length: number }, (_, at) => ordered.filter((_file, index) => index % number === at))
}

/**
 * Runs the tests that build copies and open no browser, in one process: a build is spared what the one before it has loaded. The
 * file of least text is the last: it ends the process of its builds.
 */
async function testCopies(): Promise<Tally> {
  const files = await findFiles(['tests/**/*.test.ts'], ['tests/e2e/**'])
  return testGroups(toGroups(files.filter(buildsCopies), 1))
}

async function findFiles(include: string[], exclude: string[] = []): Promise<string[]> {
  const files: string[] = []
  const others = ['tests/fixtures/**', '**/node_modules/**', ...exclude]
  for await (const file of glob(include, { exclude: others })) files.push(join(projectFolder, file))
  if (files.length === 0) throw new Error(`Found no test in ${include.join(', ')}.`)
  return files.sort()
}

function buildsCopies(file: string): boolean {
  return readFileSync(file, 'utf8').includes('copyProject(')
}

/** Whether a file takes as long as a group of others: it starts a build or the development server, or reads long texts. */
function isLong(file: string): boolean {
  return buildsCopies(file) || /\/(?:dev|shapes)\.test\.ts$/.test(file)
}

/** Whether a test changes what others in its process would see and never puts it back, or compares times. */
function isApart(file: string): boolean {
  const changes = /process\.(?:env\['\w+'\] =|chdir|threadCpuUsage)|Object\.assign\(globalThis/
  return changes.test(readFileSync(file, 'utf8'))
}

function execute(args: string[], hasTime: boolean): Promise<{ code: number; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    // Nobody may raise what was started behind others (`nice npm test`).
    const behind = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL)
    if (child.pid && hasTime) setPriority(child.pid, behind)
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
