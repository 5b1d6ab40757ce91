/** Asks for every file of a site many times over, at rising concurrency, and while new builds take its place. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { linkSync, mkdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { buildsOf, moveBuild, openBuild, publishBuild } from '../../src/cli/builds.ts'
import { forms } from '../../src/cli/headers.ts'
import { findNginx, nginxVersion, startNginx } from '../../tests/nginx.ts'
import { readWritten } from '../build/stages.ts'
import { writeRecord } from '../generate.ts'
import { runMeasured } from '../measure.ts'
import { freePort } from '../site.ts'
import { type Findings, type Reading, type Target, toHash } from './reader.ts'

/** Requests under way at once. */
export const levels = [8, 64, 256, 1024]
/** Threads of readers; the server has the other cores. */
const threads = 2
/** Between one build and the next, in milliseconds. */
const pause = 300

export interface LoadResult {
  /** What sent the answers. */
  server: string
  articles: number
  files: number
  rows: LoadRow[]
}

export interface LoadRow {
  /** Whether builds took the place of the site meanwhile, and how many. */
  switches: number | null
  concurrency: number
  requests: number
  seconds: number
  /** Milliseconds. */
  median: number
  p95: number
  p99: number
  longest: number
  builds: number[]
  wrong: string[]
}

const workshop = '.cache/bench/load'

/** Sends so many requests at each concurrency, then as many while the site is replaced over and over. */
export async function measureLoad(articles: number, requests: number): Promise<LoadResult> {
  const [first, second] = await buildTwo(articles)
  const builds = buildsOf(join(workshop, 'dist'))
  rmSync(builds.site, { force: true })
  rmSync(builds.folder, { recursive: true, force: true })
  const publish = async (build: string) => {
    const fresh = await openBuild(join(workshop, 'fresh'))
    linkAll(build, fresh)
    await publishBuild(builds, await moveBuild(builds, fresh))
  }
  await publish(first)
  const port = await freePort()
  const { name, stop } = await startServer(builds.site, port)
  const rows: LoadRow[] = []
  try {
    const alone = toTargets([first])
    const read = { port, requests }
    for (const concurrency of levels) rows.push(await measureRow({ ...read, targets: alone, concurrency }, null))
    const both = toTargets([first, second])
    for (const concurrency of levels) {
      let done = false
      let switches = 0
      const replacing = (async () => {
        while (!done) {
          await publish(switches % 2 === 0 ? second : first)
          switches += 1
          await setTimeout(pause)
        }
      })()
      const row = measureRow({ ...read, targets: both, concurrency }, 0).finally(() => {
        done = true
      })
      const [found] = await Promise.all([row, replacing])
      rows.push({ ...found, switches })
    }
    return { server: name, articles, files: alone.length, rows }
  } finally {
    await stop()
  }
}

/** Two builds of one record, of which the second has another name on every page. */
async function buildTwo(articles: number): Promise<[string, string]> {
  const content = join(workshop, 'content')
  rmSync(content, { recursive: true, force: true })
  writeRecord(content, articles)
  const build = async (name: string): Promise<string> => {
    console.log(`Building ${name} …`)
    const env = { CONTENT: content, OUT: join(workshop, name), CACHE: join(workshop, 'cache'), SITE: '', BASE: '' }
    await runMeasured(process.execPath, ['src/cli/build.ts'], { cwd: '.', env })
    return realpathSync(join(workshop, name))
  }
  const first = await build('first')
  const story = join(content, 'story.md')
  writeFileSync(story, readFileSync(story, 'utf8').replace(/^name: .*$/m, 'name: Another name'))
  return [first, await build('second')]
}

/** All files of the builds, in an order that is the same on every run and no order of folders. */
function toTargets(builds: readonly string[]): Target[] {
  const hashes = new Map<string, string[]>()
  for (const build of builds) {
    for (const { path } of readWritten(build)) {
      if (path.startsWith('_headers') || path === '404.html') continue
      const address = `/${path.replace(/(^|\/)index\.html$/, '$1')}`
      const known = hashes.get(address) ?? []
      hashes.set(address, [...known, toHash(readFileSync(join(build, path)))])
    }
  }
  const targets = [...hashes].map(([path, of]) => ({ path: encodeURI(path), hashes: of }))
  return targets
    .map((target) => ({ target, key: toHash(Buffer.from(target.path)) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ target }) => target)
}

async function measureRow(
  { targets, concurrency, requests, port }: { targets: Target[]; concurrency: number; requests: number; port: number },
  switches: number | null,
): Promise<LoadRow> {
  const started = performance.now()
  const share = Math.ceil(requests / threads)
  const found = await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const of = thread === threads - 1 ? requests - share * thread : share
      return readOnThread({ port, targets, from: share * thread, requests: of, readers: concurrency / threads })
    }),
  )
  const seconds = (performance.now() - started) / 1000
  const times = Float64Array.from(found.flatMap((one) => one.times)).sort()
  const at = (part: number): number => times[Math.min(times.length - 1, Math.floor(times.length * part))] ?? 0
  const row: LoadRow = {
    switches,
    concurrency,
    requests,
    seconds,
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    longest: times.at(-1) ?? 0,
    builds: [0, 1].map((build) => found.reduce((sum, { builds }) => sum + (builds[build] ?? 0), 0)),
    wrong: found.flatMap(({ wrong }) => wrong),
  }
  console.log(`${concurrency} at once: ${Math.round(requests / seconds)} a second, ${row.wrong.length} wrong`)
  for (const line of row.wrong.slice(0, 5)) console.log(`  ${line}`)
  return row
}

function readOnThread(reading: Reading): Promise<Findings> {
  const worker = new Worker(new URL('./reader.ts', import.meta.url), { workerData: reading })
  return new Promise((done, fail) => {
    worker.once('message', done)
    worker.once('error', fail)
  })
}

/** nginx with our lines, or our own server where there is none. */
async function startServer(site: string, port: number): Promise<{ name: string; stop: () => Promise<unknown> }> {
  const nginx = findNginx()
  if (nginx) {
    const lines = forms['nginx']?.({ base: '/', folder: site }) ?? ''
    const { stop } = await startNginx(nginx, lines, join(workshop, 'nginx'), port)
    const said = async () => {
      const text = await stop()
      if (text) console.log(text)
    }
    return { name: `nginx ${nginxVersion(nginx)} with the lines of \`npm run headers -- nginx\``, stop: said }
  }
  console.log(
    'nginx is not installed: our own server answers, which is made for looking at a site, not for many readers.',
  )
  const env = { ...process.env, OUT: site, PORT: String(port), BASE: '' }
  const child = spawn(process.execPath, ['src/cli/serve.ts'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  const stop = async () => {
    child.kill()
    await once(child, 'close')
  }
  return { name: '`npm start`, as nginx was not there,', stop }
}

/** A copy that shares its content: a build is never written to again. */
function linkAll(from: string, to: string): void {
  for (const { path } of readWritten(from)) {
    mkdirSync(dirname(join(to, path)), { recursive: true })
    linkSync(join(from, path), join(to, path))
  }
}
