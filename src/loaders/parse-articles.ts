/** Parses many articles on all cores. The caller waits: a record is read in one go. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { MessageChannel, receiveMessageOnPort, type Transferable, Worker } from 'node:worker_threads'
import { shapesOfDates } from '../schema/dates.ts'
import type { ParseArticles, ParsedArticle } from './content.ts'
import { type Answer, type Given, parseShare } from './parse-share.ts'

/** Articles for each thread at least: fewer are parsed sooner than it has started. */
const fewArticles = 100

/** Milliseconds after which a thread that has not answered has failed. */
const patience = 120_000

const thread = new URL('./parse-thread.ts', import.meta.url)

/** For a content folder, with or without rendering. What few articles there are is left to the caller. */
export function sideBySide(root: string, unrendered: boolean): ParseArticles {
  return (paths, unhappened) => {
    const helpers = Math.min(availableParallelism(), 8, Math.ceil(paths.length / fewArticles)) - 1
    // Bundled into pages, this module has no thread beside it; but pages are given a record that was read before.
    if (helpers < 1 || !existsSync(fileURLToPath(thread))) return []
    // The next article that nobody has taken, and how many threads have answered.
    const state = new Int32Array(new SharedArrayBuffer(8))
    const given: Given = { root, paths, unhappened, unrendered, state }
    const ports = Array.from({ length: helpers }, () => {
      const { port1, port2 } = new MessageChannel()
      const workerData = { given, port: port2 }
      new Worker(thread, { workerData, transferList: [port2 as unknown as Transferable] }).unref()
      return port1
    })
    const own = parseShare(given)
    for (;;) {
      const answered = Atomics.load(state, 1)
      if (answered === helpers) break
      if (Atomics.wait(state, 1, answered, patience) === 'timed-out')
        throw new Error('A thread that reads articles does not answer.')
    }
    const shares = ports.map((port): ParsedArticle[] => {
      const answer = receiveMessageOnPort(port)?.message as Answer | undefined
      port.close()
      if (!answer?.parsed) throw new Error(`The articles could not be read: ${answer?.error ?? 'no answer'}`)
      for (const [text, shape] of answer.dates) shapesOfDates().set(text, shape)
      return answer.parsed
    })
    return [own, ...shares].flat()
  }
}
