/** How the search index grows: what every reader downloads, what it takes to make, and whether parts by year pay. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser } from 'playwright-core'
import { createSiteServer, listen } from '../src/cli/serve.ts'
import { openBrowser } from '../tests/e2e/browser.ts'
import { describeRun, loadOf } from './machine.ts'
import { type Cost, runMeasured } from './measure.ts'
import { median, table, writeSection } from './results.ts'
import type { BenchOptions } from './run.ts'
import { type Brake, openBrake } from './search/brake.ts'

const workshop = '.cache/bench/index'
/** Articles that have about 1,000, 10,000 and 60,000 quotes. */
const sizes = [182, 1812, 10_870]
/** 150 ms and 1.6 Mbit/s. */
const [latency, rate] = [150, 200_000]

interface About {
  quotes: number
  records: number
  parts: string[]
  words: string[]
}

/** Bytes of an index that every reader downloads before the first word is looked up, and of the rest. */
interface Parts {
  code: number
  meta: number
  lists: number
  /** Fetched for a date, an order or a facet. */
  later: number
  chunks: number
  largestChunk: number
  files: number
  bytes: number
}

interface First {
  bytes: number
  time: number
}

export async function benchIndex({ runs }: BenchOptions): Promise<void> {
  const busy = loadOf()
  const rows: (string | number)[][] = []
  for (const articles of sizes) {
    const { about, cost, folder } = await write(articles, 'whole')
    const { code, meta, lists, later, chunks, largestChunk, files, bytes } = weighIndex(join(folder, 'whole'))
    const [megabytes, peak] = [bytes / 2 ** 20, (cost.peak ?? 0) / 2 ** 20]
    rows.push([
      about.quotes.toLocaleString('en'),
      about.records,
      code,
      meta,
      lists,
      later,
      chunks,
      largestChunk,
      files,
      Math.round(megabytes),
      cost.seconds.toFixed(0),
      Math.round(peak),
    ])
  }
  const largest = sizes.at(-1) ?? 0
  const compared = await compare(largest, runs)
  writeSection(
    'How the index grows',
    `Generated records. *Code, meta, lists*: bytes that every reader downloads with the first search, text by gzip: Pagefind's code with its
WebAssembly; the list of all records (\`pf_meta\`); our own \`start.json\`; *on demand* \`names.json\` and
\`order.json\`, for names, dates and order. *Chunks* are fetched by the word. Time and memory are those of
reading the record and making its index in a process of its own.

${table(['quotes', 'records', 'code', 'meta', 'lists', 'lists on demand', 'chunks', 'largest chunk', 'files', 'MB', 's', 'memory, MB'], rows)}

The largest one whole, and as one index a year, merged in the browser (\`mergeIndex\`); at 1.6 Mbit/s and 150 ms, from nothing to the first result
with its text, the median of three words (${compared.words.join(', ')}), ${runs} runs each. *Newest year* finds nothing older.

${table(
  ['', 'bytes', 'ms'],
  compared.rows.map(({ name, first }) => [name, Math.round(first.bytes), Math.round(first.time)]),
)}

Made by year, one after another, it took ${compared.cost.seconds.toFixed(0)} s and ${Math.round((compared.cost.peak ?? 0) / 2 ** 20).toLocaleString('en')} MB.

${describeRun(['pagefind', '@sparticuz/chromium'], busy)}`,
  )
}

async function write(articles: number, form: string): Promise<{ about: About; cost: Cost; folder: string }> {
  console.log(`Indexing ${articles} articles, ${form} …`)
  const folder = join(workshop, `${articles}-${form}`)
  rmSync(folder, { recursive: true, force: true })
  const script = join(import.meta.dirname, 'index/write.ts')
  const cost = await runMeasured(
    process.execPath,
    ['--max-old-space-size=8000', script, String(articles), folder, form],
    { cwd: '.', env: {} },
  )
  return { about: readAbout(folder), cost, folder }
}

const readAbout = (folder: string): About => JSON.parse(readFileSync(join(folder, 'about.json'), 'utf8')) as About

function weighIndex(folder: string): Parts {
  const sizeOf = (name: string) => statSync(join(folder, name)).size
  const packed = (name: string) => gzipSync(readFileSync(join(folder, name))).length
  const top = readdirSync(folder)
  const sum = (names: readonly string[], size = sizeOf) => names.reduce((total, name) => total + size(name), 0)
  const chunks = readdirSync(join(folder, 'index')).map((name) => sizeOf(join('index', name)))
  const all = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return {
    code: sum(['pagefind.js', 'pagefind-entry.json'], packed) + sum(['wasm.en.pagefind']),
    meta: sum(top.filter((name) => name.endsWith('.pf_meta'))),
    lists: sum(
      top.filter((name) => name === 'start.json'),
      packed,
    ),
    later: sum(
      top.filter((name) => name === 'names.json' || name === 'order.json'),
      packed,
    ),
    chunks: chunks.length,
    largestChunk: Math.max(...chunks),
    files: all.length,
    bytes: all.reduce((total, entry) => total + statSync(join(entry.parentPath, entry.name)).size, 0),
  }
}

async function compare(articles: number, runs: number) {
  const about = readAbout(join(workshop, `${articles}-whole`))
  const { about: years, cost } = await write(articles, 'years')
  const site = join(workshop, 'site')
  rmSync(site, { recursive: true, force: true })
  mkdirSync(site, { recursive: true })
  writeFileSync(join(site, 'index.html'), '<!doctype html><html lang="en"><title>Index</title>')
  const server = createSiteServer(workshop, '/')
  const brake = await openBrake(await listen(server, 0), latency, rate)
  const browser = await openBrowser()
  const [newest = '', ...older] = years.parts.toReversed()
  const at = (form: string, part: string) => `/${articles}-${form}/${part}/`
  const forms: [string, string[]][] = [
    ['whole', [at('whole', 'whole')]],
    [`newest year of ${years.parts.length}`, [at('years', newest)]],
    ['all years, merged', [newest, ...older].map((year) => at('years', year))],
  ]
  const rows = []
  for (const [name, indexes] of forms) {
    const firsts: First[] = []
    for (let run = 0; run < runs; run += 1)
      for (const word of about.words) firsts.push(await measureFirst(browser, brake, indexes, word))
    rows.push({
      name,
      first: { bytes: median(firsts.map(({ bytes }) => bytes)), time: median(firsts.map(({ time }) => time)) },
    })
  }
  await browser.close()
  brake.close()
  server.close()
  server.closeAllConnections()
  return { words: about.words, rows, cost }
}

interface Pagefind {
  createInstance(options: object): {
    mergeIndex(path: string, options: object): Promise<void>
    search(words: string): Promise<{ results: { data(): Promise<unknown> }[] }>
  }
}

async function measureFirst(browser: Browser, brake: Brake, indexes: string[], word: string): Promise<First> {
  const context = await browser.newContext({ bypassCSP: true })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${brake.port}/site/`)
  const before = brake.count().bytes
  const time = await page.evaluate(
    async ({ paths: [first = '', ...others], wanted }) => {
      const started = performance.now()
      const { createInstance } = (await import(`${first}pagefind.js`)) as Pagefind
      const index = createInstance({ basePath: first, baseUrl: '/', noWorker: true })
      await Promise.all(others.map((path) => index.mergeIndex(path, { basePath: path, baseUrl: '/' })))
      const { results } = await index.search(wanted)
      await results[0]?.data()
      return performance.now() - started
    },
    { paths: indexes, wanted: word },
  )
  await page.waitForTimeout(200)
  const { bytes } = brake.count()
  await context.close()
  return { bytes: bytes - before, time }
}
