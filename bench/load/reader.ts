/** Many readers on one thread: each asks for one file after another and looks at every byte of the answer. */
import { createHash } from 'node:crypto'
import { Agent, type IncomingHttpHeaders, request } from 'node:http'
import { promisify } from 'node:util'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import { gunzip } from 'node:zlib'

/** A file of the site, and the hash of its content in each build that has it. */
export interface Target {
  path: string
  hashes: readonly string[]
}

export interface Reading {
  port: number
  targets: readonly Target[]
  /** Where in the targets the first reader begins. */
  from: number
  requests: number
  /** How many requests are under way at once. */
  readers: number
}

export interface Findings {
  /** Milliseconds from asking to the last byte, of each answer. */
  times: number[]
  /** Answers by the build whose content they had; content that all builds share counts for the first. */
  builds: number[]
  /** What was wrong: a status, a broken connection, other bytes. */
  wrong: string[]
}

export const toHash = (content: Buffer): string => createHash('sha256').update(content).digest('base64')

const decompress = promisify(gunzip)

/** Reads until all requests are answered, rightly or wrongly. */
export async function readAll({ port, targets, from, requests, readers }: Reading): Promise<Findings> {
  const agent = new Agent({ keepAlive: true, maxSockets: readers })
  const found: Findings = { times: [], builds: [], wrong: [] }
  let sent = 0
  const one = async () => {
    while (sent < requests) {
      const { path, hashes } = targets[(from + sent) % targets.length] as Target
      sent += 1
      try {
        const started = performance.now()
        const { status, headers, body } = await get(agent, port, path)
        found.times.push(performance.now() - started)
        const content = headers['content-encoding'] === 'gzip' ? await decompress(body) : body
        const build = hashes.indexOf(toHash(content))
        if (status !== 200) found.wrong.push(`${path}: ${status}`)
        else if (build === -1) found.wrong.push(`${path}: ${content.length} bytes of no build`)
        else found.builds[build] = (found.builds[build] ?? 0) + 1
      } catch (error) {
        found.wrong.push(`${path}: ${error instanceof Error ? error.message : error}`)
      }
    }
  }
  await Promise.all(Array.from({ length: readers }, one))
  agent.destroy()
  return found
}

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: Buffer
}

function get(agent: Agent, port: number, path: string): Promise<Answer> {
  return new Promise((done, fail) => {
    const asked = request(
      { agent, host: '127.0.0.1', port, path, headers: { 'accept-encoding': 'gzip' }, timeout: 30_000 },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('end', () =>
          done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        )
        response.once('error', fail)
      },
    )
    asked.once('timeout', () => asked.destroy(new Error('no answer in 30 s')))
    asked.once('error', fail)
    asked.end()
  })
}

if (!isMainThread && workerData) parentPort?.postMessage(await readAll(workerData as Reading))
