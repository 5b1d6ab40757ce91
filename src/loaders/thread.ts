/** Runs a module of ours on a thread of its own. */
import { Worker } from 'node:worker_threads'

export interface Thread<Answer> {
  worker: Worker
  /** The first that it posts; rejects with what went wrong, also when it has ended before. */
  answer: Promise<Answer>
}

/** What a thread is started with: its module finds `given` in `workerData`. */
export interface Started<Given> {
  module: string
  given: Given
}

/** Starts a thread; `does` says what it does, for the message when it fails. The process does not wait for it by itself. */
export function startThread<Answer>(module: URL, given: unknown, does: string): Thread<Answer> {
  const workerData: Started<unknown> = { module: module.href, given }
  const worker = new Worker(new URL('./thread-start.ts', import.meta.url), { workerData })
  const answer = new Promise<Answer>((done, fail) => {
    worker.once('message', done)
    worker.once('error', fail)
    worker.once('exit', () => fail(new Error(`The thread that ${does} has ended early.`)))
  })
  // Heard when somebody asks for it.
  answer.catch(() => {})
  // Not before: each listener holds the process again.
  worker.unref()
  return { worker, answer }
}
