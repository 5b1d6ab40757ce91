/** A copy of the project in a folder of its own, to build in without disturbing anything. */
import { type ChildProcess, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { projectFolder } from './sites.ts'

const needed = [
  'src',
  'content',
  'public',
  'tests',
  'astro.config.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]

export interface ProjectCopy {
  folder: string
  /** Runs a script of the project with Node; `nodeArguments` come before its path. */
  run: (script: string, options?: RunOptions) => Promise<Outcome>
  remove: () => Promise<void>
}

export interface RunOptions {
  env?: { [name: string]: string }
  nodeArguments?: string[]
  /** Kills the process with SIGKILL after so many milliseconds. */
  killAfter?: number
}

export interface Outcome {
  code: number | null
  output: string
}

/** Copies the project; the packages are shared by a link. */
export async function copyProject(name = 'copy'): Promise<ProjectCopy> {
  const folder = await mkdtemp(join(tmpdir(), `on-record-${name}-`))
  const filter = (path: string) => basename(path) !== 'node_modules'
  for (const entry of needed) await cp(join(projectFolder, entry), join(folder, entry), { recursive: true, filter })
  await symlink(join(projectFolder, 'node_modules'), join(folder, 'node_modules'))
  return {
    folder,
    run: (script, options = {}) => run(folder, script, options),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Builds of one project, one after the other, in a process that has loaded the code before the first. */
export interface Builds {
  /** `code` names the code: what is loaded stays as it is, so that another has a process of its own. */
  build: (code: string) => Promise<Outcome>
  stop: () => Promise<void>
}

/** Makes them in a copy of the project; each begins with nothing but what is in its folders. */
export function startBuilds(folder: string, env: { [name: string]: string }): Builds {
  let running: { child: ChildProcess; code: string; ended: Promise<unknown[]> } | null = null
  let output = ''
  const start = (code: string) => {
    const child = fork(join(folder, 'tests/builds.ts'), { cwd: folder, env: environment(env), silent: true })
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)))
    return { child, code, ended: once(child, 'exit') }
  }
  const stop = async () => {
    running?.child.disconnect()
    await running?.ended
    running = null
  }
  return {
    stop,
    build: async (code) => {
      if (running?.code !== code) await stop()
      running ??= start(code)
      output = ''
      running.child.send('build')
      const [ended] = await Promise.race([once(running.child, 'message'), running.ended])
      return { code: ended as number | null, output }
    },
  }
}

const environment = (env: { [name: string]: string }) => ({
  ...process.env,
  CACHE: '.cache/astro',
  OUT: 'dist',
  SITE: '',
  BASE: '',
  ...env,
})

function run(
  folder: string,
  script: string,
  { env = {}, nodeArguments = [], killAfter }: RunOptions,
): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...nodeArguments, script], {
      cwd: folder,
      env: environment(env),
      // A group of its own, so that what it started can be killed with it.
      detached: true,
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    const timer =
      killAfter === undefined ? null : setTimeout(() => child.pid && process.kill(-child.pid, 'SIGKILL'), killAfter)
    child.on('error', fail)
    child.on('close', (code) => {
      if (timer) clearTimeout(timer)
      done({ code, output })
    })
  })
}
