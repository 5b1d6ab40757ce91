/** An editor at a terminal: waits for each question and types the answer. */
import { PassThrough, Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'

export const keys = { enter: '\r', down: '\x1b[B', up: '\x1b[A', space: ' ', stop: '\x03', yes: 'y', no: 'n' } as const

export type Answer = [question: RegExp, ...typed: string[]]

/** Streams for a command that asks, on which the answers are given in order. */
export function sitAt(answers: readonly Answer[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, isRaw: false, setRawMode: () => input })
  const left = [...answers]
  let shown = ''
  let typing = false
  const type = async () => {
    const [question, ...typed] = left[0] ?? []
    if (typing || !question?.test(shown)) return
    typing = true
    left.shift()
    shown = ''
    for (const key of typed) {
      // A key is read on the next turn, and a lone escape is told from a sequence by time.
      await new Promise((resolve) => setTimeout(resolve, 15))
      input.write(key)
    }
    typing = false
    void type()
  }
  const screen: string[] = []
  const output = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        const text = stripVTControlCharacters(String(chunk))
        screen.push(text)
        shown += text
        void type()
        done()
      },
    }),
    { isTTY: true, columns: 200, rows: 60 },
  )
  return {
    streams: { input, output },
    /** All that was shown. */
    screen: () => screen.join(''),
    /** Questions that never came. */
    unasked: () => left.map(([question]) => String(question)),
  }
}
