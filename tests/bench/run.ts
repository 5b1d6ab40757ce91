/**
 * Measures, and writes what it finds into `RESULTS.md`: `npm run bench`, or a part of it: `npm run bench -- search`. What a
 * page weighs and what Lighthouse says of it; how long the checks take; the search beside others.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import lighthouse from 'lighthouse'
import { listen } from '../../src/cli/serve.ts'
import { openBrowser } from '../e2e/browser.ts'
import { type OpenSite, openSite } from '../e2e/open-site.ts'
import { templatesOf } from '../e2e/templates.ts'
import { projectFolder, type TestSite, testSites } from '../sites.ts'
import { weigh } from '../weigh.ts'
import { measureChecks } from './checks.ts'
import { median, table, writeSection } from './results.ts'
import { benchSearch } from './search/run.ts'

const judged = ['front page', 'timeline', 'speaker', 'direct quote', 'article, full']
const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const runs = 3

const parts: { [name: string]: () => Promise<void> } = { pages: benchPages, checks: benchChecks, search: writeSearch }

process.chdir(projectFolder)
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) {
  throw new Error(`Unexpected part ${unknown.join(', ')}, expected any of ${Object.keys(parts).join(', ')}.`)
}
// Built for the address it is served at, as a published site is.
const port = await freePort()
const site: TestSite = { ...testSites.real, origin: `http://127.0.0.1:${port}`, folder: '.cache/bench/site' }
let isBuilt = false
for (const [name, run] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await run()

async function benchPages(): Promise<void> {
  buildSite()
  const open = await openSite(site, port)
  const weights = await weighAll(open)
  const scores = await judgeAll(open)
  await open.close()
  writeSection(
    'What a page weighs',
    `Bytes of all that a page asks for when it is only read; text compressed by gzip. Budget: HTML and CSS 30,720; script 3,072; fonts 133,120.

${table(
  ['page', 'HTML', 'CSS', 'HTML and CSS', 'script', 'fonts'],
  weights.map(({ name, weight: { html, css, script, fonts } }) => [name, html, css, html + css, script, fonts]),
)}

${describeRun()}`,
  )
  writeSection(
    'Lighthouse',
    `Mobile, simulated slow 4G and a CPU four times slower (its defaults), on loopback with compression; the median of ${runs} runs.

${table(['page', ...categories], scores)}

${describeRun(`Lighthouse ${versionOf('lighthouse')}`)}`,
  )
}

async function benchChecks(): Promise<void> {
  console.log('Checking 1,000 generated articles …')
  const { articles, seconds } = measureChecks(1000)
  writeSection(
    'Checks',
    `\`npm run check\` on ${articles.toLocaleString('en')} generated articles of 450 words with six quotes each: ${seconds.toFixed(1)} s, from the start of the command to its end; the median of 5 runs.

${describeRun()}`,
  )
}

async function writeSearch(): Promise<void> {
  buildSite()
  const body = await benchSearch(site.folder)
  const versions = `Pagefind ${versionOf('pagefind')}, MiniSearch ${versionOf('minisearch')}`
  writeSection('Search', `${body}\n\n${describeRun(versions)}`)
}

function buildSite(): void {
  if (isBuilt) return
  console.log('Building …')
  execFileSync(process.execPath, ['src/cli/build.ts'], {
    env: {
      ...process.env,
      CONTENT: site.content,
      SITE: site.origin,
      BASE: site.base,
      OUT: site.folder,
      CACHE: '.cache/bench/astro',
    },
    stdio: 'inherit',
  })
  isBuilt = true
}

/** When, where and how busy: sizes are the same everywhere, times and scores are not. */
function describeRun(versions = ''): string {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
  const used = ['astro', '@sparticuz/chromium'].map((name) => `${name} ${versionOf(name)}`)
  return `${new Date().toISOString().slice(0, 10)}: ${machine}, of which ${(loadavg()[0] ?? 0).toFixed(1)} were wanted in the last minute; Node ${process.versions.node}, ${[...used, versions].filter(Boolean).join(', ')}.`
}

async function weighAll(open: OpenSite) {
  const all = []
  for (const { name, path } of templatesOf(open.site)) all.push({ name, weight: await weigh(open, path) })
  return all
}

async function judgeAll(open: OpenSite): Promise<(string | number)[][]> {
  const pages = templatesOf(open.site).filter(({ name }) => judged.includes(name))
  if (pages.length !== judged.length) throw new Error(`Expected a page for each of ${judged.join(', ')}.`)
  const port = await freePort()
  const browser = await openBrowser([`--remote-debugging-port=${port}`])
  const rows = []
  for (const { name, path } of pages) {
    const results: number[][] = []
    for (let run = 0; run < runs; run++) {
      const result = await lighthouse(open.address(path), { port, onlyCategories: categories, logLevel: 'error' })
      if (!result || result.lhr.runtimeError) {
        throw new Error(`Lighthouse could not look at ${name}: ${result?.lhr.runtimeError?.message ?? 'no result'}`)
      }
      results.push(categories.map((id) => Math.round((result.lhr.categories[id]?.score ?? 0) * 100)))
      const faults = Object.values(result.lhr.audits).filter(
        ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'metricSavings',
      )
      for (const { id, displayValue, title } of faults) console.log(`${name}: ${id}: ${displayValue ?? title}`)
    }
    rows.push([name, ...categories.map((_, index) => median(results.map((result) => result[index] ?? 0)))])
  }
  await browser.close()
  return rows
}

async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server, 0)
  await new Promise((done) => server.close(done))
  return port
}

function versionOf(name: string): string {
  const file = join(projectFolder, 'node_modules', name, 'package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
