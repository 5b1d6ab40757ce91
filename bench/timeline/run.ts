/** How long the filters of the timeline take to answer, in the browser, and what they load. */
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '../../tests/e2e/browser.ts'
import { openSite } from '../../tests/e2e/open-site.ts'
import { projectFolder, type TestSite } from '../../tests/sites.ts'
import { describeRun } from '../machine.ts'
import { median, table, writeSection } from '../results.ts'
import { writeTimeline } from './generate.ts'

const count = 3000
const goal = { page: 40 * 1024, click: 100 }
const clicksEach = 40
const groups = ['period', 'speaker', 'topic', 'outlet', 'kind', 'status', 'order']

/** Builds a record of 3,000 events, weighs its timeline and clicks through the filters. */
export async function benchTimeline(): Promise<void> {
  const site = buildSite()
  const [html, entries, texts] = ['index.html', 'entries.json', 'texts.json'].map((file) =>
    weigh(site, `timeline/${file}`),
  ) as [number, number, number]
  const scripts = readdirSync(join(projectFolder, site.folder, '_astro'))
  const sum = (pattern: RegExp) =>
    scripts.filter((file) => pattern.test(file)).reduce((total, file) => total + weigh(site, `_astro/${file}`), 0)
  const css = sum(/\.css$/)
  const filters = sum(/^filters\..*\.js$/)
  const rows = await clickThrough(site)
  const all = rows.flatMap(({ times }) => times)
  const met = (isMet: boolean) => (isMet ? 'met' : '**missed**')
  const worst = Math.max(...all)
  writeSection(
    'Timeline',
    `A generated record of ${count.toLocaleString('en')} events, each reported by two outlets. A click is timed on loopback, once the data is loaded, from when the browser
takes it to when the answer is painted: address, counts of every value, and the first twelve entries (of forty, which follow at once). Real mouse clicks, others chosen already or not.

${table(
  ['group', 'clicks', 'median, ms', 'highest, ms'],
  rows.map(({ group, times }) => [group, times.length, median(times).toFixed(1), Math.max(...times).toFixed(1)]),
)}

Compressed by gzip: first page ${describe(html)} and style sheet ${describe(css)}; when the filters are first used, their code ${describe(filters)}, what is filtered
${describe(entries)}, the texts of the results ${describe(texts)}.

- ${met(html + css < goal.page)}: first page and style sheet ${describe(html + css)} bytes, below ${describe(goal.page)}
- ${met(worst < goal.click)}: every one of ${all.length} clicks answered within ${Math.ceil(worst)} ms, below ${goal.click}; median ${median(all).toFixed(1)} ms

${describeRun(['astro', '@sparticuz/chromium'])}`,
  )
}

async function clickThrough(site: TestSite): Promise<{ group: string; times: number[] }[]> {
  const open = await openSite(site)
  const { page, faults } = await open.open()
  const rows: { group: string; times: number[] }[] = []
  await page.goto(open.address('timeline/'))
  await page.locator('[data-narrow] summary').click()
  await page.locator('[data-ways] input').first().waitFor()
  await page.waitForLoadState('networkidle')
  await page.evaluate(watchClicks)
  for (const group of groups) {
    const targets = page.locator(group === 'order' ? '[data-order] a' : `[data-ways] input[name="${group}"]`)
    const number = await targets.count()
    const times: number[] = []
    for (let click = 0; click < clicksEach; click += 1)
      times.push(await timeClick(page, targets.nth((click * 7) % number)))
    rows.push({ group, times })
  }
  await open.close()
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return rows
}

async function timeClick(page: Page, target: ReturnType<Page['locator']>): Promise<number> {
  await page.locator('[data-list]:not([aria-busy])').waitFor({ state: 'attached' })
  await target.scrollIntoViewIfNeeded()
  await target.click()
  return page.evaluate(takeClick)
}

/** Notes for every click how long it took from the browser's taking it until after the next picture. */
function watchClicks(): void {
  const times: number[] = []
  Object.assign(globalThis, { clickTimes: times })
  addEventListener(
    'click',
    ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => times.push(performance.now() - timeStamp))),
    { capture: true },
  )
}

/** Waits for the time of the click that was made. */
async function takeClick(): Promise<number> {
  const { clickTimes } = globalThis as unknown as { clickTimes: number[] }
  while (clickTimes.length === 0) await new Promise((done) => setTimeout(done, 5))
  return clickTimes.pop() ?? 0
}

function buildSite(): TestSite {
  const root = '.cache/bench/timeline'
  const site: TestSite = { name: 'timeline', content: `${root}/content`, origin: '', base: '/', folder: `${root}/site` }
  console.log(`Building ${count} events …`)
  rmSync(join(projectFolder, root), { recursive: true, force: true })
  writeTimeline(join(projectFolder, site.content), count)
  const env = { CONTENT: site.content, SITE: '', BASE: site.base, OUT: site.folder, CACHE: `${root}/cache` }
  execFileSync(process.execPath, ['src/cli/build.ts'], { env: { ...process.env, ...env }, stdio: 'inherit' })
  return site
}

const weigh = ({ folder }: TestSite, file: string): number =>
  gzipSync(readFileSync(join(projectFolder, folder, file)), { level: 9 }).length
const describe = (bytes: number): string => bytes.toLocaleString('en')
