/** Writes the pictures of a record; one whose card has not changed since the last build is taken from the cache. */
import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Card } from './cards.ts'
import { drawCard, drawingVersion } from './draw.ts'

/** A picture to be written: its card, and its file below the site's folder. */
export interface Wanted {
  card: Card
  file: string
}

/** Cards for each thread at least: fewer are drawn sooner than a thread has started. */
const fewCards = 150

/** Writes all pictures below a folder; returns how many had to be drawn. */
export async function writeImages(wanted: readonly Wanted[], folder: string, cache: string): Promise<number> {
  mkdirSync(cache, { recursive: true })
  const named = wanted.map(({ card, file }) => ({ card, file, kept: join(cache, `${nameOf(card)}.png`) }))
  const missing = new Map(named.filter(({ kept }) => !existsSync(kept)).map(({ kept, card }) => [kept, card]))
  await drawAll([...missing].map(([kept, card]) => ({ card, kept })))
  for (const { file, kept } of named) {
    const to = join(folder, file)
    mkdirSync(dirname(to), { recursive: true })
    copyFileSync(kept, to)
  }
  forgetOthers(cache, new Set(named.map(({ kept }) => kept)))
  return missing.size
}

/** The same for the same picture, and for no other. */
export function nameOf(card: Card): string {
  return createHash('sha256')
    .update(JSON.stringify([drawingVersion, card]))
    .digest('hex')
    .slice(0, 32)
}

interface Job {
  card: Card
  kept: string
}

async function drawAll(jobs: Job[]): Promise<void> {
  if (jobs.length <= fewCards) {
    for (const { card, kept } of jobs) {
      writeFileSync(`${kept}.part`, await drawCard(card))
      renameSync(`${kept}.part`, kept)
    }
    return
  }
  const threads = Math.min(availableParallelism(), 8, Math.ceil(jobs.length / fewCards))
  const queue = [...jobs]
  await Promise.all(Array.from({ length: threads }, () => work(queue)))
}

/** One thread takes jobs until there are none. */
function work(queue: Job[]): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url))
  return new Promise<void>((done, fail) => {
    let job: Job | undefined
    const next = () => {
      job = queue.shift()
      if (job) worker.postMessage({ card: job.card, file: `${job.kept}.part` })
      else done()
    }
    worker.on('error', fail)
    worker.on('message', ({ error }: { error: string | null }) => {
      if (error !== null || !job) return fail(new Error(`The picture of ${job?.card.words} was not drawn: ${error}`))
      // Whole or not at all: an interrupted build leaves no half picture behind.
      renameSync(`${job.kept}.part`, job.kept)
      next()
    })
    next()
  }).finally(() => worker.terminate())
}

function forgetOthers(cache: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(cache)) {
    const file = join(cache, name)
    if (/\.png(\.part)?$/.test(name) && !kept.has(file)) rmSync(file)
  }
}
