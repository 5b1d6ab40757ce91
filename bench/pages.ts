/** What a page weighs, and what Lighthouse says of it. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openBrowser } from '../tests/e2e/browser.ts'
import { type OpenSite, openSite } from '../tests/e2e/open-site.ts'
import { type Template, templatesOf } from '../tests/e2e/templates.ts'
import { projectFolder } from '../tests/sites.ts'
import { weigh } from '../tests/weigh.ts'
import { describeRun } from './machine.ts'
import { median, table, writeSection } from './results.ts'
import { buildSite, freePort } from './site.ts'

const judged = ['front page', 'timeline', 'speaker', 'direct quote', 'article, full']
const categories = ['performance', 'accessibility', 'best-practices', 'seo']
const runs = 3

export async function benchPages(): Promise<void> {
  const { site, port } = await buildSite()
  const open = await openSite(site, port)
  const templates = templatesOf(open.site)
  const weights = await weigh(
    open,
    templates.map(({ path }) => path),
  )
  const pages = templates.filter(({ name }) => judged.includes(name))
  if (pages.length !== judged.length) throw new Error(`Expected a page for each of ${judged.join(', ')}.`)
  const scores = await judgePages(open, pages)
  await open.close()
  writeSection(
    'What a page weighs',
    `Bytes of all that a page asks for when it is only read; text compressed by gzip. Budget: HTML and CSS 30,720; script 3,072; fonts 133,120.

${table(
  ['page', 'HTML', 'CSS', 'HTML and CSS', 'script', 'fonts'],
  weights.map(({ html, css, script, fonts }, at) => [templates[at]?.name ?? '', html, css, html + css, script, fonts]),
)}

${describeRun(['astro', '@sparticuz/chromium'])}`,
  )
  writeSection(
    'Lighthouse',
    `Mobile, simulated slow 4G and a CPU four times slower (its defaults), on loopback with compression; the median of ${runs} runs.

${table(['page', ...categories], scores)}

${describeRun(['astro', '@sparticuz/chromium', 'lighthouse'])}`,
  )
}

/** What Lighthouse says of some pages: a row for each, its name and the median of each score. */
export async function judgePages(open: OpenSite, pages: readonly Template[]): Promise<(string | number)[][]> {
  const port = await freePort()
  const browser = await openBrowser([`--remote-debugging-port=${port}`])
  const rows = []
  for (const { name, path } of pages) {
    const results: number[][] = []
    for (let run = 0; run < runs; run++) {
      const report = await judge(open.address(path), port)
      if (report.runtimeError) throw new Error(`Lighthouse could not look at ${name}: ${report.runtimeError.message}`)
      results.push(categories.map((id) => Math.round((report.categories[id]?.score ?? 0) * 100)))
      const faults = Object.values(report.audits).filter(
        ({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'metricSavings',
      )
      for (const { id, displayValue, title } of faults) console.log(`${name}: ${id}: ${displayValue ?? title}`)
    }
    rows.push([name, ...categories.map((_, index) => median(results.map((result) => result[index] ?? 0)))])
  }
  await browser.close()
  return rows
}

/** What of a report of Lighthouse is looked at. */
interface Report {
  runtimeError?: { message: string }
  categories: { [id: string]: { score: number | null } }
  audits: {
    [id: string]: {
      id: string
      title: string
      score: number | null
      scoreDisplayMode: string
      displayValue?: string
    }
  }
}

/** Asks Lighthouse's command, so that types and tests need nothing of it; the browser is the one that listens at the port. */
async function judge(address: string, port: number): Promise<Report> {
  const command = join(projectFolder, 'bench/node_modules/lighthouse/cli/index.js')
  const asked = [address, `--port=${port}`, `--only-categories=${categories.join()}`, '--output=json', '--quiet']
  const { stdout } = await promisify(execFile)(process.execPath, [command, ...asked], { maxBuffer: 2 ** 28 })
  return JSON.parse(stdout) as Report
}
