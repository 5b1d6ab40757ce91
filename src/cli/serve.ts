/** Serves a built site as a static host would: `npm run preview`, or `npm start` after a build. Where: `PORT` and `HOST` in the environment. */
import { createReadStream } from 'node:fs'
import { readFile, realpath, stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, relative, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliCompress, createGzip, constants as zlib } from 'node:zlib'
import { lookup } from 'mrmime'
import { headersOf } from '../headers.ts'
import { outFolder, base as siteBase } from '../site.ts'
import { fail } from './run.ts'

/** A server of the built site in `folder`, answering under `base` (a path with a slash at either end). */
export function createSiteServer(folder: string, base: string): Server {
  return createServer((request, response) => {
    answer(folder, base, request, response).catch(() => response.destroy())
  })
}

/** Listens on the port, or on the next one that is not taken, and gives it. */
export async function listen(server: Server, port: number, host = '127.0.0.1'): Promise<number> {
  const tryPort = (wanted: number) =>
    new Promise<number>((done, fail) => {
      server.once('error', fail)
      server.listen(wanted, host, () => {
        server.off('error', fail)
        done((server.address() as AddressInfo).port)
      })
    })
  for (let wanted = port; ; wanted += 1) {
    try {
      return await tryPort(wanted)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || wanted === lastPort) throw error
    }
  }
}

const lastPort = 65_535

async function answer(folder: string, base: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return
  }
  const [address = '/', query] = (request.url ?? '/').split(/\?(.*)/s)
  const search = query === undefined ? '' : `?${query}`
  const path = toPath(address)
  // The bare origin leads to the site: there is nothing else here.
  if (path === '/' && base !== '/') return redirect(response, 302, base + search)
  if (path !== null && `${path}/` === base) return redirect(response, 301, base + search)
  const file = path?.startsWith(base) ? await findFile(folder, path.slice(base.length)) : null
  if (file === 'folder') return redirect(response, 301, `${encodeURI(path ?? '')}/${search}`)
  if (file) return send(request, response, 200, file, await readPolicy(folder))
  const notFound = await findFile(folder, '404.html')
  if (notFound && notFound !== 'folder') return send(request, response, 404, notFound, await readPolicy(folder))
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found\n')
}

/** The decoded path of a request, null when it is malformed or tries to leave the site. */
function toPath(address: string): string | null {
  try {
    const path = decodeURIComponent(address).replace(/\/{2,}/g, '/')
    if (/[\\\0]/.test(path) || path.split('/').includes('..')) return null
    return path
  } catch {
    return null
  }
}

interface File {
  path: string
  /** Its path in the site. */
  name: string
  size: number
  modified: number
}

/** The file that a host would send; `folder` when the address lacks its last slash. */
async function findFile(folder: string, path: string): Promise<File | 'folder' | null> {
  try {
    const root = await realpath(folder)
    const wanted = await realpath(join(root, path))
    if (wanted !== root && !wanted.startsWith(root + sep)) return null
    const found = await stat(wanted)
    if (found.isFile()) {
      const name = relative(root, wanted).replaceAll(sep, '/')
      return path.endsWith('/') ? null : { path: wanted, name, size: found.size, modified: found.mtimeMs }
    }
    if (!found.isDirectory()) return null
    const index = await findFile(folder, join(path, 'index.html'))
    return index && path !== '' && !path.endsWith('/') ? 'folder' : index
  } catch {
    return null
  }
}

/** The policy that the build has written for the site: a story may allow a script of another host. */
async function readPolicy(folder: string): Promise<{ [header: string]: string }> {
  const written = await readFile(join(folder, '_headers'), 'utf8').catch(() => '')
  const [, policy] = /^ +content-security-policy: (.+)$/m.exec(written) ?? []
  return policy ? { 'content-security-policy': policy } : {}
}

async function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  file: File,
  policy: { [header: string]: string },
): Promise<void> {
  const type = lookup(file.path) ?? 'application/octet-stream'
  const isText = /^text\/|javascript|json|xml|svg/.test(type)
  const encoding = isText ? chooseEncoding(request) : null
  const tag = `W/"${file.size.toString(36)}-${Math.round(file.modified).toString(36)}"`
  const headers = {
    'content-type': isText ? `${type}; charset=utf-8` : type,
    ...headersOf(file.name),
    ...policy,
    etag: tag,
    ...(isText ? { vary: 'accept-encoding' } : {}),
  }
  if (status === 200 && request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(status, {
    ...headers,
    ...(encoding ? { 'content-encoding': encoding } : { 'content-length': file.size }),
  })
  if (request.method === 'HEAD') {
    response.end()
    return
  }
  const content = createReadStream(file.path)
  if (encoding === 'br') {
    await pipeline(content, createBrotliCompress({ params: { [zlib.BROTLI_PARAM_QUALITY]: 5 } }), response)
  } else if (encoding === 'gzip') await pipeline(content, createGzip(), response)
  else await pipeline(content, response)
}

function chooseEncoding(request: IncomingMessage): 'br' | 'gzip' | null {
  const accepted = String(request.headers['accept-encoding'] ?? '')
    .split(',')
    .filter((entry) => !/;\s*q=0(\.0*)?\s*$/.test(entry))
    .map((entry) => entry.split(';')[0]?.trim())
  if (accepted.includes('br')) return 'br'
  return accepted.includes('gzip') ? 'gzip' : null
}

function redirect(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { location }).end()
}

async function main(): Promise<void> {
  const folder = resolve(outFolder)
  const wanted = process.env['PORT'] || '4321'
  const host = process.env['HOST'] || '127.0.0.1'
  if (!/^\d{1,5}$/.test(wanted) || Number(wanted) > lastPort) {
    return fail(`Unexpected PORT "${wanted}", expected a number from 0 to ${lastPort}.`)
  }
  if (!(await findFile(folder, 'index.html'))) {
    return fail(`There is no built site in ${outFolder}/. \`npm start\` builds and serves it.`)
  }
  const server = createSiteServer(folder, siteBase)
  let port: number
  try {
    port = await listen(server, Number(wanted), host)
  } catch (error) {
    return fail(`Nothing can listen on HOST "${host}", PORT "${wanted}": ${toReason(error)}. Name others.`)
  }
  if (port !== Number(wanted) && wanted !== '0') console.log(`Port ${wanted} is taken; this is the next free one.`)
  const name = host === '127.0.0.1' || host === '0.0.0.0' || host === '::' ? 'localhost' : host
  console.log(`The site is at http://${name.includes(':') ? `[${name}]` : name}:${port}${siteBase} (Ctrl-C to stop)`)
  const stop = () => {
    server.close(() => process.exit(0))
    server.closeAllConnections()
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

function toReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EACCES') return 'that port is kept for administrators'
  if (code === 'EADDRINUSE') return 'that port and all above it are taken'
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'this machine has no such address'
  return message
}

if (import.meta.main) await main()
