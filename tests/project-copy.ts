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
  /** Runs a script of the project with Node, in a process of its own. */
  run: (script: string, env?: NodeJS.ProcessEnv) => Promise<Outcome>
  /** Runs it as `runCommand` does. */
  command: (script: string, env?: NodeJS.ProcessEnv) => Promise<Outcome>
  remove: () => Promise<void>
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
    run: (script, env = {}) => run(folder, script, env),
    command: (script, env = {}) => runCommand(script, { project: folder, env }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Processes in which a command has ended, and the next may begin. */
const waiting: ChildProcess[] = []
/** After so many builds one ends: each leaves some 100 MB behind, the code that was loaded for it. */
const mostBuilds = 16
const begun = new WeakMap<ChildProcess, number>()

/** What such a process is asked for. */
export interface Call {
  project: string
  script: string
  args: string[]
  env: NodeJS.ProcessEnv
  /** Where somebody stands who calls it. */
  from: string
}

/** What comes of it: `output` is all that it says, in its order. */
export interface Told extends Outcome {
  stdout: string
  stderr: string
}

/**
 * Runs a script of a project, of this one when none is named, in a process that has run others: it is spared what it takes to
 * start, and begins with the code and nothing but what is in its folders. It is a script that does its work when it is
 * imported, and asks nobody. It is called from the project's folder when no other is named.
 */
export async function runCommand(
  script: string,
  { project = projectFolder, args = [], env = {}, from = project }: Partial<Call> = {},
): Promise<Told> {
  const asked = environment(env)
  const child = waiting.pop() ?? startProcess(asked)
  const builds = (begun.get(child) ?? 0) + (script.endsWith('/build.ts') ? 1 : 0)
  begun.set(child, builds)
  child.ref()
  const ending = new AbortController()
  const { signal } = ending
  child.send({ project, script, args, env: asked, from } satisfies Call)
  const said = 'The process has ended.'
  const told = await Promise.race([
    once(child, 'message', { signal }).then(([outcome]) => outcome as Told),
    once(child, 'exit', { signal }).then(([code]): Told => ({ code, output: said, stdout: '', stderr: said })),
  ]).finally(() => ending.abort())
  // One that waits does not keep the tests from ending; it ends with them.
  child.unref()
  child.channel?.unref()
  // Who was killed may be known to have ended before the connection is.
  if (!child.connected || child.exitCode !== null || child.signalCode !== null) return told
  if (builds < mostBuilds) waiting.push(child)
  else child.disconnect()
  return told
}

/** Ends the processes that wait: a command does some things when its process ends, and the next one begins in another. */
export async function endProcesses(): Promise<void> {
  const ending = waiting.splice(0).map((child) => {
    child.ref()
    const ended = once(child, 'exit')
    child.disconnect()
    return ended
  })
  await Promise.all(ending)
}

/** Commands may be asked to fail, and their threads too. */
const withFaults = ['--import', new URL('faults.ts', import.meta.url).href]

/** It begins with the environment of the first command: the language of a process, `LANG`, is for good. */
function startProcess(env: NodeJS.ProcessEnv): ChildProcess {
  return fork(join(import.meta.dirname, 'command.ts'), {
    cwd: projectFolder,
    env,
    execArgv: [...process.execArgv, ...withFaults],
    // Nobody is there to be asked, wherever the tests are started.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
}

const environment = (env: NodeJS.ProcessEnv) => ({
  ...process.env,
  CACHE: '.cache/astro',
  OUT: 'dist',
  SITE: '',
  BASE: '',
  ...env,
})

function run(folder: string, script: string, env: NodeJS.ProcessEnv): Promise<Outcome> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...withFaults, script], { cwd: folder, env: environment(env) })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
    child.on('error', fail)
    child.on('close', (code) => done({ code, output }))
  })
}
