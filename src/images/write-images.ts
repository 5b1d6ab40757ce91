/** Writes the pictures of a record; one whose card has not changed since the last build is taken from the cache. */
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { getOrMake } from '../lists.ts'
import { digestOf, digestOfCode } from '../loaders/digest.ts'
import { contentFolder } from '../site.ts'
import type { Card } from './cards.ts'
import { type Job, keepPictures } from './keep-picture.ts'

/** A picture to be written: its card, and its file below the site's folder. */
export interface Wanted {
  card: Card
  file: string
}

/** Cards for each thread at least: fewer are drawn sooner than a thread has started. */
const fewCards = 150

/** Writes all pictures below a folder; returns how many had to be drawn. `few` are not worth a thread. */
export async function writeImages(
  wanted: readonly Wanted[],
  folder: string,
  cache: string,
  few = fewCards,
): Promise<number> {
  mkdirSync(cache, { recursive: true })
  const named = wanted.map(({ card, file }) => ({ card, file, kept: join(cache, `${nameOf(card)}.png`) }))
  const missing = new Map(named.filter(({ kept }) => !existsSync(kept)).map(({ kept, card }) => [kept, card]))
  await drawAll(
    Array.from(missing, ([kept, card]) => ({ card, kept })),
    few,
  )
  for (const parent of new Set(named.map(({ file }) => dirname(join(folder, file)))))
    mkdirSync(parent, { recursive: true })
  for (const { file, kept } of named) copyFileSync(kept, join(folder, file))
  removeOthers(cache, new Set(named.map(({ kept }) => kept)))
  return missing.size
}

/** All that a picture depends on besides its card. */
const code = digestOfCode('images')

/** The same for the same picture, and for no other. */
export function nameOf(card: Card): string {
  return digestOf(code, JSON.stringify(card), typeOf(card))
}

const types = new Map<string, string>()

/** A digest of the story's own type that a card is set in. */
function typeOf({ look }: Card): string {
  const files = [...(look?.fonts.text ?? []), ...(look?.fonts.labels ?? [])].map(({ file }) => file)
  const read = (file: string) => readFileSync(join(resolve(contentFolder), file), 'base64')
  return getOrMake(types, files.join(), () => digestOf(...files.map(read)))
}

/** Where there are many, other threads share them; one core is left to the pages, which are rendered meanwhile. */
async function drawAll(jobs: readonly Job[], few: number): Promise<void> {
  if (jobs.length <= few) {
    await keepPictures(jobs)
    return
  }
  const threads = Math.min(Math.max(availableParallelism() - 1, 1), 8, Math.ceil(jobs.length / few))
  const shares = Array.from({ length: threads }, (_, thread) => jobs.filter((_job, at) => at % threads === thread))
  await Promise.all(shares.map(drawShare))
}

function drawShare(jobs: Job[]): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: jobs })
  return new Promise((done, fail) => {
    worker.once('error', fail)
    worker.once('exit', (code) =>
      code === 0 ? done() : fail(new Error('A thread that draws pictures has ended early.')),
    )
  })
}

function removeOthers(cache: string, kept: ReadonlySet<string>): void {
  for (const name of readdirSync(cache)) {
    const file = join(cache, name)
    if (/\.png(\.part)?$/.test(name) && !kept.has(file)) rmSync(file)
  }
}
