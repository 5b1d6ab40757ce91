/** Servers with our lines, where they are installed: each in a folder of its own, on loopback, as nobody's service. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { answers, findNginx, startNginx } from './nginx.ts'

export interface TestServer {
  /** Whether it is installed. */
  found: boolean
  /** Starts it on a port, with these lines of ours; `folder` is for what it writes. */
  start(lines: string, folder: string, port: number): Promise<Running>
}

export interface Running {
  /** Ends it, and gives what it had to say. */
  stop(): Promise<string>
}

const nginx = findNginx()

export const servers: { [name: string]: TestServer } = {
  nginx: { found: nginx !== null, start: (lines, folder, port) => startNginx(nginx ?? '', lines, folder, port) },
  caddy: { found: isInstalled('caddy', 'version'), start: startCaddy },
  apache: { found: isInstalled('/usr/sbin/apache2', '-v'), start: startApache },
}

function startCaddy(lines: string, folder: string, port: number): Promise<Running> {
  const config = write(
    folder,
    'Caddyfile',
    `{\nadmin off\nauto_https off\nlog {\nlevel ERROR\n}\n}\nhttp://127.0.0.1:${port} {\n${lines}}\n`,
  )
  // It keeps what it knows in the home folder.
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder }
  return start('caddy', ['run', '--config', config, '--adapter', 'caddyfile'], port, 'SIGTERM', env)
}

/** Debian's build: its modules are files of their own. */
async function startApache(lines: string, folder: string, port: number): Promise<Running> {
  const modules = ['mpm_event', 'authz_core', 'alias', 'deflate', 'dir', 'filter', 'headers', 'mime']
    .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so\n`)
    .join('')
  // It refuses to work as an administrator.
  const user = process.getuid?.() === 0 ? 'User nobody\nGroup nogroup\n' : ''
  const types = existsSync('/etc/mime.types') ? 'TypesConfig /etc/mime.types\n' : ''
  const config = write(
    folder,
    'apache.conf',
    `ServerRoot "${folder}"\nServerName localhost\nPidFile "${folder}/pid"\nDefaultRuntimeDir "${folder}"
ErrorLog "${folder}/errors"\nLogLevel error\n${user}Listen 127.0.0.1:${port}\n${modules}${types}<VirtualHost *:${port}>\n${lines}</VirtualHost>\n`,
  )
  const server = await start('/usr/sbin/apache2', ['-DFOREGROUND', '-f', config], port, 'SIGTERM', process.env)
  return {
    stop: async () =>
      ((await server.stop()) + readFileSync(join(folder, 'errors'), 'utf8')).replace(/^.*:notice\] .*\n/gm, ''),
  }
}

function write(folder: string, name: string, text: string): string {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  writeFileSync(file, text)
  return file
}

async function start(
  command: string,
  args: string[],
  port: number,
  signal: NodeJS.Signals,
  env: NodeJS.ProcessEnv,
): Promise<Running> {
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'], env })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString()
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const stop = async () => {
    child.kill(signal)
    await ended
    // Caddy tells of its configuration, and how that is indented, before it has read how much to tell.
    return said.replace(/^\{"level":"(info|warn)".*"adapter":"caddyfile".*\n|^\{"level":"info".*\n/gm, '')
  }
  for (let tries = 0; tries < 200; tries += 1) {
    if (await answers(port)) return { stop }
    if (child.exitCode !== null) break
    await setTimeout(50)
  }
  throw new Error(`${command} did not start:\n${await stop()}`)
}

function isInstalled(command: string, ...args: string[]): boolean {
  return spawnSync(command, args).status === 0
}
