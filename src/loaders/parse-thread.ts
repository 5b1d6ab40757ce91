/** A thread that parses articles beside the one that asked, which sleeps until all have answered. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { type MessagePort, workerData } from 'node:worker_threads'
import type { Answer, Given } from './parse-share.ts'

// A thread does not share the cache of the one that started it; without one, compiling takes a third of its start.
enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'))

const { given, port } = workerData as { given: Given; port: MessagePort }
port.postMessage(await answer())
Atomics.add(given.state, 1, 1)
Atomics.notify(given.state, 1)

async function answer(): Promise<Answer> {
  try {
    const { parseShare } = await import('./parse-share.ts')
    const { shapesOfDates } = await import('../schema/dates.ts')
    return { parsed: parseShare(given), dates: shapesOfDates() }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
