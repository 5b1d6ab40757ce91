/** The threads that parse articles: started before there is anything to parse, they load their code while others load theirs. */
import { existsSync, readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Articles for each thread at least: fewer are parsed sooner than it has started. */
const fewArticles = 100

const thread = new URL('./parse-thread.ts', import.meta.url)

let started: Worker[] = []

/** How many threads help the caller with so many articles. */
export function countParsers(articles: number): number {
  // Bundled into pages, this module has no thread beside it; but pages are given a record that was read before.
  if (!existsSync(fileURLToPath(thread))) return 0
  return Math.max(0, Math.min(availableParallelism(), 8, Math.ceil(articles / fewArticles)) - 1)
}

/** Starts those that a content folder will need. */
export function startParsers(root: string): void {
  const articles = existsSync(join(root, 'articles')) ? readdirSync(join(root, 'articles')).length : 0
  started = [...started, ...start(countParsers(articles) - started.length)]
}

/** So many of them, each for one task; those that were started come first. */
export function takeParsers(count: number): Worker[] {
  const taken = [...started.splice(0, count)]
  return [...taken, ...start(count - taken.length)]
}

function start(count: number): Worker[] {
  return Array.from({ length: Math.max(0, count) }, () => {
    const worker = new Worker(thread)
    worker.unref()
    return worker
  })
}
