/**
 * Builds generated records of several sizes, and as many pages with the same words by a bare Astro site, in turns: ours with
 * no more than the pictures kept, then when nothing has changed, and then when an article was added.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { carriedInto } from '../../src/cli/builds.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { writePlainPages } from '../compare/pages.ts'
import { writeRecord } from '../generate.ts'
import { type Cost, runMeasured } from '../measure.ts'
import { countChanged, digestPages, kindOf, readWritten } from './files.ts'
import { type Extent, toExtent } from './hosts.ts'

/** What was found for one size. */
export interface SizeResult {
  articles: number
  quotes: number
  events: number
  pages: number
  files: { [kind: string]: { files: number; bytes: number } }
  extent: Extent
  /** The first build, which draws every picture. */
  first: Cost | null
  /** Builds of the same record for which only the pictures were kept. */
  full: Cost[]
  /** Builds of the same record again. */
  same: Cost[]
  /** Builds after one article was added. */
  added: Cost[]
  /** What became of the pages of each kind when it was. */
  changed: ReturnType<typeof countChanged>
  /** Builds of the same pages by a bare Astro site. */
  bare: Cost[]
  /** Bytes of HTML that each wrote. */
  html: { ours: number; bare: number }
  when: string
  /** Processes that wanted a core before it began, on average of a minute. */
  load: number
}

export interface BuildOptions {
  runs: number
  /** Whether the first build, with all pictures to be drawn, is measured too. */
  first: boolean
  /** Whether one build is enough: what comes first counts, and nothing is built twice. */
  once: boolean
}

const workshop = '.cache/bench'
const pictures = 'kept/share-images'

const toFolders = (articles: number, place = 'site') => {
  const folder = join(workshop, 'build', String(articles))
  return { folder, content: join(folder, 'content'), site: join(folder, place), cache: join(folder, 'cache') }
}

/** The built site of a size, if there is one. */
export const siteOf = (articles: number): string => toFolders(articles).site

/**
 * Measures one size. Every run has a folder of its own, and nothing is cleared away before the last: for up to six minutes
 * ext4 looks past each inode that was freed whenever it makes a file, which doubled the time of whoever came next.
 */
export async function measureSize(articles: number, load: number, options: BuildOptions): Promise<SizeResult> {
  const { folder, content, site, cache } = toFolders(articles)
  rmSync(content, { recursive: true, force: true })
  writeRecord(content, articles)
  clearRuns(folder)
  if (options.first) rmSync(cache, { recursive: true, force: true })
  const isFirst = !existsSync(join(cache, pictures))
  const say = (words: string) => console.log(`${articles} articles: ${words} …`)
  say(isFirst ? 'first build, every picture to be drawn' : 'build before measuring')
  const first = await buildOurs(articles)
  const { record } = readContent(content)
  // What was taken over of an earlier site, for pages that are open, is no part of this one.
  const carried = new Set(await carriedInto(realpathSync(site)))
  const written = readWritten(realpathSync(site)).filter(({ path }) => !carried.has(path))
  const file = join(folder, 'pages.json')
  const pages = writePlainPages(record, realpathSync(site), file)
  const result: SizeResult = {
    articles: record.articles.length,
    quotes: record.quotes.length,
    events: record.events.length,
    pages,
    files: toFiles(written),
    extent: toExtent(written),
    first: isFirst ? first : null,
    full: [],
    same: [],
    added: [],
    changed: {},
    bare: [],
    html: { ours: sizeOfPages(written), bare: 0 },
    when: new Date().toISOString().slice(0, 16),
    load,
  }
  const runs = options.once ? 1 : options.runs
  for (let run = 1; run <= runs; run += 1) {
    say(`run ${run} of ${runs}`)
    const place = `run-${run}`
    if (!options.once) forgetAllBut(join(cache, 'kept'), new Set(['share-images', 'kept.json']))
    result.full.push(options.once ? first : await buildOurs(articles, place))
    const out = join(folder, `${place}-bare`)
    result.bare.push(await buildBare(out, file))
    const found = readWritten(out)
    result.html.bare = sizeOfPages(found)
    const count = found.filter(({ path }) => path.endsWith('.html')).length
    if (count !== pages) throw new Error(`The bare site has ${count} pages, ours are ${pages}.`)
    if (options.once) break
    result.same.push(await buildOurs(articles, place))
    const before = digestPages(realpathSync(toFolders(articles, place).site))
    const added = addArticle(content)
    result.added.push(await buildOurs(articles, place))
    result.changed = countChanged(before, digestPages(realpathSync(toFolders(articles, place).site)))
    rmSync(added)
  }
  clearRuns(folder)
  return result
}

function clearRuns(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (/^\.?run-\d+/.test(name)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

async function buildOurs(articles: number, place?: string): Promise<Cost> {
  const { content, site, cache } = toFolders(articles, place)
  const env = { CONTENT: content, OUT: site, CACHE: cache, SITE: 'https://example.org', BASE: '' }
  const { output: _, ...cost } = await runMeasured(
    process.execPath,
    ['-r', './src/cli/guard.cjs', 'src/cli/build.ts'],
    { cwd: '.', env },
  )
  return cost
}

function forgetAllBut(folder: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(folder)) if (!kept.has(name)) rmSync(join(folder, name), { recursive: true })
}

/** The pages, given as data, by a bare Astro site in a folder of its own. */
async function buildBare(out: string, pages: string): Promise<Cost> {
  const root = join(workshop, 'astro')
  if (!existsSync(root)) cpSync(join(import.meta.dirname, '../compare/astro'), root, { recursive: true })
  const astro = 'node_modules/astro/bin/astro.mjs'
  const command = [astro, 'build', '--silent', '--root', root, '--outDir', join(process.cwd(), out)]
  const env = {
    PAGES: join(process.cwd(), pages),
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: '--max-old-space-size=12000',
  }
  const { output: _, ...cost } = await runMeasured(process.execPath, command, { cwd: '.', env })
  return cost
}

/** Files the newest article again, a day later, with names and words of its own but for what it took from another. */
function addArticle(content: string): string {
  const folder = join(content, 'articles')
  const newest = readFileSync(join(folder, readdirSync(folder).sort().at(-1) ?? ''), 'utf8')
  const [, published = ''] = /^published: (.*)$/m.exec(newest) ?? []
  const day = new Date(Date.parse(published) + 86_400_000).toISOString().slice(0, 10)
  const file = join(folder, `${day}-more.md`)
  writeFileSync(
    file,
    newest
      .replace(/^textHash.*\n/m, '')
      .replace(/^(published|added): .*$/gm, `$1: ${day}`)
      .replace(/^url: .*$/m, 'url: https://example.org/more')
      .replace(/#said-\d+-([02-9])/g, '#more-$1')
      .replace(/\[(["“]?)(?=[^\]]{20,}\]\[q)/g, (opening, _, at) => `${opening}more${at} words `),
  )
  return file
}

function toFiles(written: readonly { path: string; size: number }[]): SizeResult['files'] {
  const files: SizeResult['files'] = {}
  for (const { path, size } of written) {
    const kind = kindOf(path)
    const { files: count, bytes } = files[kind] ?? { files: 0, bytes: 0 }
    files[kind] = { files: count + 1, bytes: bytes + size }
  }
  return files
}

const sizeOfPages = (written: readonly { path: string; size: number }[]): number =>
  written.reduce((sum, { path, size }) => (path.endsWith('.html') ? sum + size : sum), 0)

export function saveResult(result: SizeResult): void {
  const folder = join(workshop, 'results')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `build-${result.articles}.json`), `${JSON.stringify(result, null, 2)}\n`)
}

/** What was measured here so far, by size. */
export function readResults(): SizeResult[] {
  const folder = join(workshop, 'results')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => /^build-\d+\.json$/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as SizeResult)
    .toSorted((a, b) => a.articles - b.articles)
}
