/** A copy of the project in a folder of its own, to build in without disturbing anything. */
import { fork, spawn } from 'node:child_process'
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

/** What comes of a call: `output` is all that it says, in its order. */
export interface Told extends Outcome {
  stdout: string
  stderr: string
}

/** A command that is called in a process that has started already. */
export interface Call {
  script: string
  args?: string[]
  env?: { [name: string]: string }
  /** Where somebody stands who calls it; the project itself when nothing is said. */
  folder?: string
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

/** Commands of one project, one after the other, in one process: all but the first are spared what it takes to start. */
export interface Commands {
  call: (call: Call) => Promise<Told>
  run: (script: string, env?: { [name: string]: string }) => Promise<Outcome>
  build: (env?: { [name: string]: string }) => Promise<Outcome>
  stop: () => Promise<void>
}

/** Starts it in a project; each command begins with the code and nothing but what is in its folders. */
export function startCommands(folder: string, nodeArguments: string[] = []): Commands {
  const execArgv = [...process.execArgv, ...nodeArguments]
  const child = fork(join(folder, 'tests/commands.ts'), {
    cwd: folder,
    execArgv,
    // Nobody is there to be asked, wherever the tests are started.
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const said = 'The process of the commands has ended.'
  const ended = once(child, 'exit').then(([code]): Told => ({ code, output: said, stdout: '', stderr: said }))
  const call: Commands['call'] = async ({ script, args = [], env = {}, folder: where = folder }) => {
    child.send({ script, args, env: environment(env), folder: where })
    return Promise.race([once(child, 'message').then(([outcome]) => outcome as Told), ended])
  }
  const run: Commands['run'] = (script, env = {}) => call({ script, env })
  return {
    call,
    run,
    build: (env) => run('src/cli/build.ts', env),
    stop: async () => {
      child.disconnect()
      await ended
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
