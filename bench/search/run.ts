/** Puts our search and stock Pagefind side by side on the same generated records. */
import { cp, mkdir, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createSiteServer, listen } from '../../src/cli/serve.ts'
import { typingPause } from '../../src/search/browser/panel.ts'
import { toDaysFile, toNames } from '../../src/search/names.ts'
import { toSearchRecords } from '../../src/search/records.ts'
import { writeSearchIndex } from '../../src/search/write-index.ts'
import { describeSearched } from '../../src/words/site.ts'
import { openBrowser } from '../../tests/e2e/browser.ts'
import { median, table } from '../results.ts'
import { openBrake } from './brake.ts'
import { generate } from './generate.ts'
import { type Box, type FirstAnswer, measureFirst, measureKeys, measureTasks } from './measure.ts'
import { writeStock } from './stock.ts'

const allSizes = [6000, 30_000]

/** 150 ms and 1.6 Mbit/s. */
const [latency, rate] = [150, 200_000]

const goals = { stock: 1.15, key: 16, slowKey: 100, block: 50 }

type Engine = 'ours, dialog' | 'ours, page' | 'stock Pagefind'

interface Result {
  engine: Engine
  first: FirstAnswer
  /** Less the pause for which a box waits for another key. */
  key: number
  slowKey: number
  /** To all that is shown at first, not to the first results alone. */
  wholeKey: number
  /** The longest task of the page while somebody types, 0 when none is a long one; and of how many keys. */
  block: number
  keys: number
}

/** Measures all engines on a built site's pages and gives the section for `RESULTS.md`. */
export async function benchSearch(site: string, sizes: readonly number[] = allSizes): Promise<string> {
  const parts: string[] = []
  for (const size of sizes) parts.push(describe(size, await measure(size, site)))
  return `Generated records, the same for all; each engine on its own page in the same run, text compressed by the site's server. Bytes (with
headers), requests and time run from opening the search on a loaded page to its first results, at 1.6 Mbit/s and 150 ms: the median
of three queries.

A key is timed on loopback without a brake, from the key to its first results laid out, each key typed when the last is answered, from
the third letter on, below which our box does not search. Ours waits ${typingPause} ms for another key; that pause
is taken off, so a reader sees results so much later than the columns say. Stock Pagefind waits for nothing. Ours
shows the quotes first: the last column is the median until events, articles, speakers and topics are there too. The longest task that keeps the page from answering is that of a
processor four times slower, with a key every 120 ms. Times are those of the machine and of what else it does.

${parts.join('\n\n')}`
}

async function measure(size: number, site: string): Promise<Result[]> {
  console.log(`Generating ${size} quotes …`)
  const { views, queries } = generate(size)
  const records = toSearchRecords(views)
  const folder = join('.cache/bench/search', String(size))
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await cp(await realpath(site), folder, { recursive: true })
  await writeSearchIndex(
    { records, language: 'en', scope: describeSearched(views.site), names: toNames(views), days: toDaysFile(views) },
    join(folder, 'pagefind'),
  )
  await writeStock(records, join(folder, 'stock'))
  const server = createSiteServer(folder, '/')
  const port = await listen(server, 0)
  const brake = await openBrake(port, latency, rate)
  const browser = await openBrowser()
  const focus = (panel: string): Omit<Box, 'path'> => ({
    panel,
    open: (page) => page.locator(`${panel} input`).focus(),
  })
  const boxes: [Engine, Box][] = [
    [
      'ours, dialog',
      {
        path: '/timeline/',
        panel: 'dialog [data-search-panel]',
        open: (page) => page.keyboard.press('Control+k'),
      },
    ],
    ['ours, page', { path: '/search/', ...focus('main [data-search-panel]') }],
    ['stock Pagefind', { path: '/stock/', ...focus('#panel') }],
  ]
  const results: Result[] = []
  for (const [engine, box] of boxes) {
    const firsts: FirstAnswer[] = []
    for (const query of queries.slice(0, 3)) firsts.push(await measureFirst(browser, brake, box, query))
    const pause = engine.startsWith('ours') ? typingPause : 0
    const times = await measureKeys(browser, port, box, queries)
    const { keys, tasks } = await measureTasks(browser, port, box, queries)
    const shown = times.map((time) => time.shown - pause).toSorted((a, b) => a - b)
    const of = (name: keyof FirstAnswer): number => median(firsts.map((first) => first[name]))
    results.push({
      engine,
      first: { bytes: of('bytes'), requests: of('requests'), time: of('time') },
      key: median(shown),
      slowKey: shown[Math.floor(shown.length * 0.95)] ?? 0,
      wholeKey: median(times.map((time) => time.whole - pause)),
      block: Math.max(0, ...tasks),
      keys,
    })
    console.log(results.at(-1))
  }
  await browser.close()
  brake.close()
  server.close()
  server.closeAllConnections()
  return results
}

function describe(size: number, results: readonly Result[]): string {
  const rows = results.map(({ engine, block, first, key, slowKey, wholeKey }) => [
    engine,
    Math.round(first.bytes),
    first.requests,
    Math.round(first.time),
    key.toFixed(1),
    slowKey.toFixed(1),
    wholeKey.toFixed(1),
    block === 0 ? 'none' : Math.round(block),
  ])
  const head = [
    '',
    'bytes',
    'requests',
    'first result, ms',
    'key, median, ms',
    'key, 95th percentile, ms',
    'all of it, median, ms',
    'longest task of 50 ms or more',
  ]
  return `### ${size.toLocaleString('en')} quotes\n\n${table(head, rows)}\n\n${judge(results).join('\n')}`
}

/** Each goal with what came of it. */
function judge(results: readonly Result[]): string[] {
  const stock = results.find(({ engine }) => engine === 'stock Pagefind')
  if (!stock) throw new Error('Expected stock Pagefind to be measured.')
  const line = (isMet: boolean, text: string, why = ''): string =>
    isMet ? `- met: ${text}` : `- **missed**: ${text}${why}`
  return results
    .filter(({ engine }) => engine.startsWith('ours'))
    .flatMap(({ block, engine, first, key, keys, slowKey }) => {
      const ofStock = first.bytes / stock.first.bytes
      const late = Math.round(first.time - stock.first.time)
      const why = (own: number): string => `; stock Pagefind takes ${own.toFixed(1)} ms for the same keys`
      return [
        line(
          ofStock <= goals.stock,
          `${engine}: ${ofStock.toFixed(2)} of stock Pagefind's bytes, at most ${goals.stock}`,
        ),
        line(
          late <= 0,
          `${engine}: first result ${Math.abs(late)} ms ${late > 0 ? 'after' : 'before'} stock Pagefind's, no later than it`,
        ),
        line(key < goals.key, `${engine}: median key ${key.toFixed(1)} ms, below ${goals.key}`, why(stock.key)),
        line(
          slowKey < goals.slowKey,
          `${engine}: 95th percentile ${slowKey.toFixed(1)} ms, below ${goals.slowKey}`,
          why(stock.slowKey),
        ),
        line(
          block <= goals.block,
          `${engine}: ${block === 0 ? 'no task' : `a task of ${Math.round(block)} ms`} kept the page from answering in ${keys} keys, at most ${goals.block} ms`,
        ),
      ]
    })
}
