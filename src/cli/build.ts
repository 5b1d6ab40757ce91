/**
 * Writes the whole site, search index included: `npm run build`. Where to: `OUT`, `SITE` and `BASE` in the environment.
 * The build goes into a fresh folder and becomes the site in one step; when anything fails the last site stays, and when
 * nothing has changed it stays too.
 */
import { existsSync, readdirSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { framedFolder, toHeadersFile } from '../headers.ts'
import { readSettings } from '../loaders/from-disk.ts'
import { base, contentFolder, isEmbeddable, keptFolder, origin, outFolder } from '../site.ts'
import { buildsOf, dropBuild, moveBuild, openBuild, publishBuild } from './builds.ts'
import { checkKept, noteKept } from './kept.ts'
import { takeLock } from './lock.ts'
import { digestOfSources, noteMaking, pagesMadeOf } from './making.ts'

const root = resolve(import.meta.dirname, '../..')
const builds = buildsOf(outFolder)
const workshop = join(root, '.cache/build')
const started = performance.now()
let fresh: string | null = null
let letGo: (() => Promise<void>) | null = null
try {
  letGo = await takeLock(`${workshop}.lock`)
  // What a build that was killed has left.
  await rm(workshop, { recursive: true, force: true })
  const sources = await digestOfSources(root)
  const there = await pagesMadeOf(builds, sources)
  const told = there === null ? await buildAnew(sources) : `Nothing has changed: ${there} pages, as they were built`
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${told} from ${contentFolder}/ into ${outFolder}/, for ${origin}${base}, in ${seconds} s.`)
} catch (error) {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error)
  console.error(`\nThe site was not built: see above what is wrong with ${contentFolder}/ or with the code.`)
  console.error(`What was in ${outFolder}/ before is still there, untouched.`)
  process.exitCode = 1
  // Last of all: pages that were being written when it failed are written to the end.
  const spoiled = fresh
  if (spoiled) process.once('exit', () => dropBuild(spoiled))
} finally {
  await letGo?.().catch(() => {})
}

/** Builds, and makes it the site; says how many pages, and how many of them were made anew. */
async function buildAnew(sources: string): Promise<string> {
  fresh = await openBuild(workshop)
  const kept = resolve(root, keptFolder)
  const since = Date.now()
  const good = await checkKept(kept, console.log)
  const { pages, made } = await buildInto(fresh)
  await noteKept(kept, good, since)
  fresh = await moveBuild(builds, fresh)
  await publishBuild(builds, fresh, contentFolder)
  await noteMaking(fresh, sources, pages)
  return `Built ${pages} pages, ${made} of them anew,`
}

/** Builds into a folder; gives the number of pages, and of those that were made anew. Throws when there is none. */
async function buildInto(folder: string): Promise<{ pages: number; made: number }> {
  const { build } = await import('astro')
  await build({ root, outDir: folder, logLevel: 'warn' })
  await writeFile(join(folder, '_headers'), toHeadersFile(base, readSettings().script, unframedIn(folder)))
  const pages = countOf('pages')
  if (pages === 0 || !existsSync(join(folder, 'index.html'))) throw new Error('There is no page in it.')
  return { pages, made: countOf('made') }
}

/** What may not be framed, where anything may: the front page, and every folder but that one. */
function unframedIn(folder: string): string[] {
  if (!isEmbeddable) return []
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return [
    '',
    ...folders
      .map(({ name }) => `${name}/`)
      .filter((name) => name !== framedFolder)
      .sort()
      .map((name) => `${name}*`),
  ]
}

/** What an integration has counted. */
function countOf(name: string): number {
  const [mark] = performance.getEntriesByName(name, 'mark') as PerformanceMark[]
  return Number(mark?.detail ?? 0)
}
