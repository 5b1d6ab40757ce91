/** Runs a module of ours on a thread of its own. */
import { Worker, workerData } from 'node:worker_threads'

export interface Thread<Answer> {
  worker: Worker
  /** The first that it posts; rejects with what went wrong, also when it has ended before. */
  answer: Promise<Answer>
}

/** What a thread is started with. */
export interface Started {
  module: string
  given: unknown
}

/** What a module was given; once, so that its memory is free when the module is done with it. */
export function takeGiven<Given>(): Given {
  const started = workerData as Started
  const given = started.given as Given
  started.given = null
  return given
}

/** Starts a thread; `does` says what it does, for the message when it fails. The process does not wait for it by itself. */
export function startThread<Answer>(module: URL, given: unknown, does: string): Thread<Answer> {
  const started: Started = { module: module.href, given }
  const worker = new Worker(new URL('./thread-start.ts', import.meta.url), { workerData: started })
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
