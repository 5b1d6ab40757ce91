/** What a page of each kind weighs for a reader of a large record: the section for `RESULTS.md`. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { readWritten } from './build/files.ts'
import { siteOf } from './build/run.ts'
import { describeRun, loadOf } from './machine.ts'
import { table, writeSection } from './results.ts'
import type { BenchOptions } from './run.ts'

/** Of HTML and CSS, compressed: 40 KB. */
const goal = 40 * 1024
/** Of each kind, so many of the largest before compression are compressed. */
const looked = 40
/** The kinds that Lighthouse looks at. */
const judged = ['', 'timeline', 'speakers/*', 'quotes/*/*', 'articles/*']

export interface Heaviest {
  /** Of HTML and CSS, compressed. */
  bytes: number
  page: string
  pages: number
}

export async function benchReader({ sizes }: BenchOptions): Promise<void> {
  const built = sizes.filter((articles) => existsSync(siteOf(articles)))
  if (built.length === 0)
    throw new Error(`Expected a built site: \`npm run bench -- build reader --sizes ${sizes.join(',')}\`.`)
  const found = built.map((articles) => weighTemplates(realpathSync(siteOf(articles))))
  const names = [...new Set(found.flatMap((one) => [...one.keys()]))].sort()
  const busy = loadOf()
  const largest = built.at(-1) ?? 0
  const scores = await judgeHeaviest(siteOf(largest), found.at(-1) ?? new Map())
  const heaviest = found.map((one) => Math.max(...[...one.values()].map(({ bytes }) => bytes)))
  writeSection(
    'What a page weighs in a large record',
    `HTML and CSS of the heaviest page of each kind, compressed by gzip as \`npm run headers -- nginx\` sets it (level 6); of each kind the ${looked}
largest pages were compressed. In brackets how many pages there are. Fonts and script are the same on every page: see *What a page weighs*.

${table(
  ['page', ...built.map((articles) => `${articles.toLocaleString('en')} articles`)],
  names.map((name) => [
    name || 'front page',
    ...found.map((one) => {
      const weight = one.get(name)
      return weight ? `${weight.bytes.toLocaleString('en')} (${weight.pages.toLocaleString('en')})` : ''
    }),
  ]),
)}

${built.map((articles, index) => judge(articles, heaviest[index] ?? 0)).join('\n')}

Lighthouse on the heaviest of them in the record of ${largest.toLocaleString('en')} articles, as in *Lighthouse*:

${table(['page', 'performance', 'accessibility', 'best-practices', 'seo'], scores)}

${describeRun(['astro', 'lighthouse', '@sparticuz/chromium'], busy)}`,
  )
}

async function judgeHeaviest(folder: string, heaviest: ReadonlyMap<string, Heaviest>): Promise<(string | number)[][]> {
  // The browser is loaded when it is wanted.
  const [{ judgePages }, { openSite }] = await Promise.all([import('./pages.ts'), import('../tests/e2e/open-site.ts')])
  const open = await openSite({ name: 'large', content: '', origin: '', base: '/', folder })
  const pages = judged.flatMap((name) => {
    const page = heaviest.get(name)?.page.replace(/(^|\/)index\.html$/, '$1')
    return page === undefined ? [] : [{ name: name || 'front page', path: page }]
  })
  const scores = await judgePages(open, pages)
  await open.close()
  return scores
}

const judge = (articles: number, bytes: number): string =>
  `- ${bytes <= goal ? 'met' : '**missed**'}: the heaviest page of ${articles.toLocaleString('en')} articles has ${bytes.toLocaleString('en')} bytes, at most ${goal.toLocaleString('en')}`

/** The heaviest page of each kind of a built site, by the kind's path. */
export function weighTemplates(site: string): Map<string, Heaviest> {
  const pages = readWritten(site).filter(({ path }) => path.endsWith('.html'))
  const sheets = new Map<string, number>()
  const weighSheet = (href: string): number => {
    const known = sheets.get(href)
    if (known !== undefined) return known
    const size = gzipSync(readFileSync(join(site, href)), { level: 6 }).length
    sheets.set(href, size)
    return size
  }
  const weigh = (path: string): number => {
    const html = readFileSync(join(site, path))
    const links = html.toString().matchAll(/<link[^>]*rel="?stylesheet"?[^>]*>/g)
    const hrefs = [...links].map(([link]) => /href="?([^"\s>]+)/.exec(link)?.[1] ?? '')
    return gzipSync(html, { level: 6 }).length + hrefs.reduce((sum, href) => sum + weighSheet(href), 0)
  }
  const heaviest = new Map<string, Heaviest>()
  for (const [name, list] of Map.groupBy(pages, ({ path }) => templateOf(path))) {
    const weights = list
      .toSorted((a, b) => b.size - a.size)
      .slice(0, looked)
      .map(({ path }) => ({ page: path, bytes: weigh(path) }))
    const [first] = weights.toSorted((a, b) => b.bytes - a.bytes)
    if (first) heaviest.set(name, { ...first, pages: list.length })
  }
  return heaviest
}

/** The kind of a page: its path with a star for every name and every number, and without the number of a list's page. */
export function templateOf(path: string): string {
  const parts = path
    .replace(/index\.html$/, '')
    .replace(/\/$/, '')
    .replace(/\/?page\/\d+$/, '')
    .split('/')
  const [room = '', ...rest] = parts
  const own = { events: 1, speakers: 1, articles: 1, topics: 1, quotes: 2 }[room] ?? 0
  // Below the timeline a list has its kind first and its name second.
  const isName = (part: string, index: number): boolean => index < own || /^\d/.test(part) || (own === 0 && index > 0)
  return [room, ...rest.map((part, index) => (isName(part, index) ? '*' : part))].join('/')
}
