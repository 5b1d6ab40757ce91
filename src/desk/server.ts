/**
 * Serves the desk to a browser on this machine and to nobody else: under a token in the address, to requests that name this
 * host and come from its own page.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { toHeaders } from '../headers.ts'
import { CaptureError } from '../import/page/capture.ts'
import { decode } from '../import/page/decode.ts'
import { action } from './actions.ts'
import { bundlePage } from './bundle.ts'
import type { Desk } from './desk.ts'
import { RefusedError } from './piece.ts'

/** No page needs more than its own script and style: it loads no picture, no font and nothing of the pages brought to it. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

/** Not a file of its own: Vite takes every `.html` below the project for an entry of the site. */
const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>The desk</title>
    <link rel="stylesheet" href="desk.css" />
    <script type="module" src="desk.js"></script>
  </head>
  <body>
    <noscript>The desk needs JavaScript. Everything it does can be done by hand: see content/README.md.</noscript>
    <div id="desk"></div>
  </body>
</html>
`

/** Bytes of a request: a page of 20 MB, as JSON. */
const largest = 45_000_000

const request = z.discriminatedUnion('ask', [
  z.strictObject({ ask: z.literal('act'), version: z.number(), action }),
  // A file as it is, whatever its encoding.
  z.strictObject({ ask: z.literal('file'), version: z.number(), name: z.string().max(2000), bytes: z.base64() }),
  z.strictObject({ ask: z.enum(['undo', 'publish', 'leave']), version: z.number() }),
])

/** A server for the desk, with the path under which it answers; the desk is opened when somebody comes. */
export function createDeskServer(open: () => Promise<Desk>): { server: Server; path: string } {
  const token = randomBytes(24).toString('base64url')
  const folder = join(import.meta.dirname, 'browser')
  const files: { readonly [name: string]: { type: string; read: () => Promise<string> } } = {
    '': { type: 'text/html', read: async () => page },
    'desk.css': { type: 'text/css', read: () => readFile(join(folder, 'desk.css'), 'utf8') },
    'desk.js': { type: 'text/javascript', read: () => (script ??= bundlePage()) },
  }
  let script: Promise<string> | undefined
  let opened: Promise<Desk> | undefined
  const atDesk = async <Told>(work: (desk: Desk) => Told): Promise<Awaited<Told>> => {
    opened ??= open()
    // When it cannot be opened, it is tried again next time.
    opened.catch(() => {
      opened = undefined
    })
    return await work(await opened)
  }
  // One after the other: an answer is given before the next question is looked at.
  let turn: Promise<unknown> = Promise.resolve()
  const server = createServer((asked, response) => {
    answer(asked, response).catch((error: unknown) => {
      console.error(error)
      if (!response.headersSent)
        send(response, 500, 'text/plain', `${error instanceof Error ? error.message : error}\n`)
      else response.destroy()
    })
  })
  const answer = async (asked: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { port } = server.address() as AddressInfo
    const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
    const { host = '', origin, 'sec-fetch-site': site = 'none' } = asked.headers
    // A page elsewhere whose name has been pointed at this machine, or that asks across.
    if (!hosts.includes(host) || (origin !== undefined && origin !== `http://${host}`))
      return send(response, 403, 'text/plain', 'Forbidden\n')
    const [, given = '', name = ''] = /^\/([^/?]*)\/([^/?]*)$/.exec(asked.url ?? '') ?? []
    if (!isSame(given, token)) return send(response, 404, 'text/plain', 'Not found\n')
    const isPost = asked.method === 'POST'
    if ((name === 'api' || name === 'check') && !['same-origin', 'none'].includes(String(site)))
      return send(response, 403, 'text/plain', 'Forbidden\n')
    if (name === 'api' && isPost) {
      if (origin === undefined || asked.headers['content-type'] !== 'application/json')
        return send(response, 403, 'text/plain', 'Forbidden\n')
      const body = await readBody(asked)
      if (body === null) return send(response, 413, 'text/plain', 'That is no article.\n')
      const told = turn.then(() => atDesk((desk) => serve(desk, body)))
      // One that fails does not stand in the way of the next.
      turn = told.catch(() => {})
      return send(response, 200, 'application/json', JSON.stringify(await told))
    }
    if (asked.method !== 'GET') return send(response, 405, 'text/plain', 'Not allowed\n')
    if (name === 'api' || name === 'check') {
      const told = turn.then(() => atDesk((desk) => desk.view(name === 'check')))
      turn = told.catch(() => {})
      return send(response, 200, 'application/json', JSON.stringify({ view: await told }))
    }
    const file = files[name]
    if (file) return send(response, 200, file.type, await file.read())
    send(response, 404, 'text/plain', 'Not found\n')
  }
  return { server, path: `/${token}/` }
}

/** What the page is told: the view after what was asked, and why it was refused. */
async function serve(desk: Desk, body: string): Promise<object> {
  const told = (refused?: string, problems?: object) => ({ view: desk.view(), refused, problems })
  let json: unknown
  try {
    json = JSON.parse(body)
  } catch {
    return told('The request is no JSON.')
  }
  const result = request.safeParse(json)
  if (!result.success) return told('The request is none that the desk knows.')
  const asked = result.data
  // Another window has gone on meanwhile.
  if (asked.version !== desk.version) return told('The desk has gone on in another window: this is how it stands.')
  try {
    if (asked.ask === 'act') await desk.act(asked.action)
    else if (asked.ask === 'file') {
      const text = decode(Buffer.from(asked.bytes, 'base64'), asked.name)
      await desk.act({ do: 'bring', name: asked.name, text })
    } else await desk[asked.ask]()
    return told()
  } catch (error) {
    if (error instanceof RefusedError) return told(error.message, error.problems)
    if (error instanceof CaptureError) return told(error.message)
    throw error
  }
}

async function readBody(asked: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of asked) {
    size += (part as Buffer).length
    if (size > largest) return null
    parts.push(part as Buffer)
  }
  return Buffer.concat(parts).toString('utf8')
}

function isSame(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  const headers = {
    ...toHeaders(),
    'content-security-policy': policy,
    // The token in the address is nobody else's.
    'referrer-policy': 'no-referrer',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
    'content-type': `${type}; charset=utf-8`,
  }
  response.writeHead(status, headers).end(body)
}
