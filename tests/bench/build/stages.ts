/** Where the time of a build went, from what it noted and from when it wrote which file. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** In the order of a build; `rest` is what lies between them. */
export const stages = [
  'start',
  'checks',
  'bundle',
  'pages',
  'feeds',
  'data',
  'index',
  'images',
  'publish',
  'rest',
] as const
export type Stage = (typeof stages)[number]
export type Times = { [stage in Stage]: number }

interface Timings {
  /** Milliseconds since 1970. */
  from: number
  stages: { name: string; start: number; duration: number }[]
}

/** A file of the site that was written at a time, in milliseconds since 1970. */
export interface Written {
  path: string
  size: number
  at: number
}

/** Kinds of files, by their path in the site. */
const kinds: readonly (readonly [kind: string, path: RegExp])[] = [
  ['pages', /\.html$/],
  ['feeds', /^(feeds\/|opensearch\.xml$)/],
  ['citations', /^cite\//],
  ['data', /^data\//],
  ['index', /^pagefind\//],
  ['pictures', /^share\//],
  ['assets', /^/],
]

export const kindOf = (path: string): string => kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'assets'

/** Files of which Astro writes one after another, and the stage they belong to. */
const generated: { [kind: string]: Stage } = { pages: 'pages', feeds: 'feeds', citations: 'feeds', data: 'data' }

/** Seconds of each stage; `seconds` is how long the whole command took. */
export function toTimes({ from, stages: noted }: Timings, files: readonly Written[], seconds: number): Times {
  const times = Object.fromEntries(stages.map((stage) => [stage, 0])) as Times
  const add = (stage: Stage, milliseconds: number) => {
    times[stage] += milliseconds / 1000
  }
  const find = (pattern: RegExp) => noted.find(({ name }) => pattern.test(name))
  const checks = find(/check-content astro:config:done/)
  const done = find(/astro:build:done/)
  const ready = checks ? checks.start + checks.duration : 0
  add('start', checks?.start ?? 0)
  add('checks', checks?.duration ?? 0)
  add('index', find(/search-index astro:build:done/)?.duration ?? 0)
  add('images', find(/share-images astro:build:done/)?.duration ?? 0)
  add('publish', find(/^publish$/)?.duration ?? 0)
  // The time from one file to the next is that of the next.
  let last = ready
  const own = files.filter(({ path, at }) => kindOf(path) in generated && (!done || at - from <= done.start))
  for (const [index, { path, at }] of own.toSorted((a, b) => a.at - b.at).entries()) {
    const stage = generated[kindOf(path)] as Stage
    const time = Math.max(at - from, last)
    add(index === 0 ? 'bundle' : stage, time - last)
    last = time
  }
  times.rest = Math.max(0, seconds - stages.reduce((sum, stage) => sum + times[stage], 0))
  return times
}

export function readTimings(file: string): Timings {
  return JSON.parse(readFileSync(file, 'utf8')) as Timings
}

/** All files of a site, with when they were written. */
export function readWritten(site: string): Written[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const { size, mtimeMs } = statSync(path)
      return { path: path.slice(site.length + 1).replaceAll('\\', '/'), size, at: mtimeMs }
    })
}
