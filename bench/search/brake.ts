/** A slow connection in front of a server. The browser's own brake does not reach what a worker asks for, which Pagefind's does. */
import { connect, createServer, type Socket } from 'node:net'
import { listen } from '../../src/cli/serve.ts'

export interface Brake {
  port: number
  /** What the browser asked for and was sent since this was opened, headers and all. */
  count(): { requests: number; bytes: number }
  close(): void
}

const sliceSize = 1400

/** Passes everything on, requests after `latency` ms, answers at `rate` bytes a second, all connections in turn. */
export async function openBrake(to: number, latency: number, rate: number): Promise<Brake> {
  const waiting = new Map<Socket, Buffer[]>()
  let [requests, bytes] = [0, 0]
  const server = createServer((client) => {
    const upstream = connect(to, '127.0.0.1')
    const end = (): void => {
      waiting.delete(client)
      client.destroy()
      upstream.destroy()
    }
    // The server may be done, and close, long before the browser has it all.
    const endWhenSent = (): void => {
      if (waiting.has(client)) setTimeout(endWhenSent, 50)
      else end()
    }
    client.on('data', (data) => {
      if (data.subarray(0, 4).toString() === 'GET ') requests++
      setTimeout(() => upstream.write(data), latency)
    })
    upstream.on('data', (data) => {
      const slices = waiting.get(client) ?? []
      for (let start = 0; start < data.length; start += sliceSize) slices.push(data.subarray(start, start + sliceSize))
      waiting.set(client, slices)
    })
    client.on('close', end).on('error', end)
    upstream.on('close', endWhenSent).on('error', end)
  })
  let budget = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    budget = Math.min(budget + ((now - last) * rate) / 1000, rate)
    last = now
    while (budget > 0 && waiting.size > 0) {
      for (const [client, slices] of waiting) {
        const slice = slices.shift()
        if (slices.length === 0) waiting.delete(client)
        if (!slice) continue
        client.write(slice)
        bytes += slice.length
        budget -= slice.length
      }
    }
    // What was not used is not saved up.
    if (waiting.size === 0) budget = Math.min(budget, 0)
  }, 4)
  return {
    port: await listen(server as unknown as Parameters<typeof listen>[0], 0),
    count: () => ({ requests, bytes }),
    close: () => {
      clearInterval(timer)
      server.close()
    },
  }
}
