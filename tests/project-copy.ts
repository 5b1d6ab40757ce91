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
  /** Runs a script of the project with Node, in a process of its own; `nodeArguments` come before its path. */
  run: (script: string, options?: RunOptions) => Promise<Outcome>
  /** Runs it as `runCommand` does. */
  command: (script: string, env?: RunOptions['env']) => Promise<Outcome>
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
    command: (script, env) => runCommand(folder, script, env),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Processes in which a command has ended, and the next may begin. */
const waiting: ChildProcess[] = []
/** After so many commands one ends: each leaves some 100 MB behind, the code that was loaded for it. */
const mostCommands = 8
/** Commands may be asked to fail; their threads, too, so it is no import. */
const withFaults = [...process.execArgv, '--import', new URL('faults.ts', import.meta.url).href]
const begun = new WeakMap<ChildProcess, number>()

/**
 * Runs a script of a project, one that does its work when it is imported, in a process that has run others: it is spared
 * what it takes to start, and begins with the code and nothing but what is in its folders.
 */
export async function runCommand(folder: string, script: string, env: RunOptions['env'] = {}): Promise<Outcome> {
  const child = waiting.pop() ?? fork(join(import.meta.dirname, 'command.ts'), { execArgv: withFaults })
  const count = (begun.get(child) ?? 0) + 1
  begun.set(child, count)
  child.ref()
  const ending = new AbortController()
  const { signal } = ending
  child.send({ folder, script, env: environment(env) })
  const outcome = await Promise.race([
    once(child, 'message', { signal }).then(([told]) => told as Outcome),
    once(child, 'exit', { signal }).then(([code]): Outcome => ({ code, output: 'The process has ended.' })),
  ]).finally(() => ending.abort())
  // One that waits does not keep the tests from ending; it ends with them.
  child.unref()
  child.channel?.unref()
  if (!child.connected) return outcome
  if (count < mostCommands) waiting.push(child)
  else child.disconnect()
  return outcome
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
