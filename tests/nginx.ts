/** nginx with our lines, where it is installed: in a folder of its own, on loopback, as nobody's service. */
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** Debian has it where only an administrator looks. */
const places = ['nginx', '/usr/sbin/nginx', '/usr/local/sbin/nginx']

/** The command; null when there is none. */
export function findNginx(): string | null {
  return places.find((place) => spawnSync(place, ['-v']).status === 0) ?? null
}

export interface Nginx {
  /** Ends it, and gives what it had to say. */
  stop(): Promise<string>
  /** Its processes: one that leads and those that work. */
  pid: number
}

/** Starts it on a port with these lines in its `server` block. */
export async function startNginx(nginx: string, lines: string, folder: string, port: number): Promise<Nginx> {
  const child = spawn(nginx, toCommand(writeConfig(lines, folder, port)), { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const stop = async () => {
    child.kill('SIGQUIT')
    await ended
    return said
  }
  for (let tries = 0; tries < 100; tries += 1) {
    if (await answers(port)) return { stop, pid: child.pid ?? 0 }
    if (child.exitCode !== null) break
    await setTimeout(50)
  }
  throw new Error(`nginx did not start:\n${await stop()}`)
}

const toCommand = (config: string, ...more: string[]): string[] => [
  '-e',
  'stderr',
  '-p',
  join(config, '..'),
  '-c',
  config,
  ...more,
]

/** Everything it writes stays in the folder. */
function writeConfig(lines: string, folder: string, port: number): string {
  const at = resolve(folder)
  mkdirSync(at, { recursive: true })
  const config = join(at, 'nginx.conf')
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `${name}_temp_path ${at}/${name};`)
    .join('\n')
  // An administrator's would work as somebody who may not read here.
  const user = process.getuid?.() === 0 ? `user ${userInfo().username};\n` : ''
  writeFileSync(
    config,
    `daemon off;
${user}worker_processes auto;
worker_rlimit_nofile 8192;
pid ${at}/nginx.pid;
error_log stderr warn;
events { worker_connections 4096; }
http {
types {
  text/html html; text/css css; text/xml xml; text/plain txt; application/javascript js; application/json json;
  image/svg+xml svg; image/png png; font/woff2 woff2; application/wasm wasm;
}
default_type application/octet-stream;
access_log off;
log_not_found off;
sendfile on;
keepalive_requests 100000;
${temporary}
server {
listen 127.0.0.1:${port} backlog=4096;
${lines}
}
}
`,
  )
  return config
}

/** Whether somebody listens on a port of this machine. */
export function answers(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => {
      socket.destroy()
      done(true)
    })
    socket.once('error', () => done(false))
  })
}
