/** A thread that parses articles beside the one that asked, which sleeps until all have answered. */
import { type MessagePort, workerData } from 'node:worker_threads'
import { type Answer, type Given, parseShare } from './parse-share.ts'

const { given, port } = workerData as { given: Given; port: MessagePort }
port.postMessage(answer())
Atomics.add(given.state, 1, 1)
Atomics.notify(given.state, 1)

function answer(): Answer {
  try {
    return { parsed: parseShare(given) }
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}
