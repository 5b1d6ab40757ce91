/** Where the time of a build went, from what it noted and from when it wrote which file. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** One after another: `start` reads the record too, `wait` is for the thread beside the pages, `rest` is what lies between the others. */
export const stages = ['start', 'checks', 'bundle', 'pages', 'data', 'wait', 'publish', 'rest'] as const
/** On the thread beside the pages, at the same time as each other and as the pages. */
export const beside = ['index', 'images', 'feeds'] as const

export type Stage = (typeof stages)[number] | (typeof beside)[number]
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
  ['data', /^data\//],
  ['index', /^pagefind\//],
  ['pictures', /^share\//],
  ['assets', /^/],
]

export const kindOf = (path: string): string => kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'assets'

/** Files that are written while the others wait. */
const generated = ['pages', 'data'] as const

/** Seconds of each stage; `seconds` is how long the whole command took. */
export function toTimes({ from, stages: noted }: Timings, files: readonly Written[], seconds: number): Times {
  const times = Object.fromEntries([...stages, ...beside].map((stage) => [stage, 0])) as Times
  const add = (stage: Stage, milliseconds = 0) => {
    times[stage] += milliseconds / 1000
  }
  const find = (name: string) => noted.find((one) => one.name.endsWith(name))
  const checks = find('check-content astro:build:start')
  const wait = find('background astro:build:done')
  const ready = checks ? checks.start + checks.duration : 0
  add('start', checks?.start)
  add('checks', checks?.duration)
  add('wait', wait?.duration)
  add('publish', find('publish')?.duration)
  add('index', find('background search')?.duration)
  add('images', find('background pictures')?.duration)
  add('feeds', find('background feeds')?.duration)
  // The time from one file to the next is that of the next.
  let last = ready
  const own = files.flatMap(({ path, at }) => {
    const stage = generated.find((kind) => kind === kindOf(path))
    return stage && (!wait || at - from <= wait.start) ? [{ stage, time: at - from }] : []
  })
  for (const [index, { stage, time }] of own.toSorted((a, b) => a.time - b.time).entries()) {
    add(index === 0 ? 'bundle' : stage, Math.max(time - last, 0))
    last = Math.max(time, last)
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
