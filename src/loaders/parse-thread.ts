/** A thread that parses articles beside the one that asked, which sleeps until all have answered. */
import { once } from 'node:events'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { Answer, Given } from './parse-share.ts'

// A thread does not share the cache of the one that started it; without one, compiling takes a third of its start.
enableCompileCache(join(import.meta.dirname, '../../.cache/compiled'))
const { parseShare } = await import('./parse-share.ts')
const { shapesOfDates } = await import('../schema/dates.ts')

if (parentPort) {
  const [{ given, port }] = (await once(parentPort, 'message')) as [{ given: Given; port: MessagePort }]
  port.postMessage(answer(given))
  Atomics.add(given.state, 1, 1)
  Atomics.notify(given.state, 1)
}

function answer(given: Given): Answer {
  try {
    return { parsed: parseShare(given), dates: shapesOfDates() }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
