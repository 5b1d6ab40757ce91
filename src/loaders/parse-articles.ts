/** Parses many articles on all cores. The caller waits: a record is read in one go. */
import { MessageChannel, receiveMessageOnPort, type Transferable } from 'node:worker_threads'
import { shapesOfDates } from '../schema/dates.ts'
import type { ParseArticles, ParsedArticle } from './content.ts'
import { type Answer, type Given, parseShare } from './parse-share.ts'
import { countParsers, takeParsers } from './parsers.ts'

/** Milliseconds after which a thread that has not answered has failed. */
const patience = 120_000

/** For a content folder, with or without rendering. What few articles there are is left to the caller. */
export function sideBySide(root: string, unrendered: boolean): ParseArticles {
  return (paths, around) => {
    const helpers = countParsers(paths.length)
    if (helpers === 0) return []
    // The next article that nobody has taken, and how many threads have answered.
    const state = new Int32Array(new SharedArrayBuffer(8))
    const given: Given = { root, paths, around, unrendered, state }
    const ports = takeParsers(helpers).map((parser) => {
      const { port1, port2 } = new MessageChannel()
      parser.postMessage({ given, port: port2 }, [port2 as unknown as Transferable])
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
