/**
 * Installs what only the tests or only the bench need, each from a lockfile of its own: `node tests/tools.ts tests bench`.
 * Somebody who writes a record never needs them.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './sites.ts'

/** Installs what the lockfile of a folder names, unless it is there already. Throws when it cannot. */
export async function installTools(folder: 'tests' | 'bench'): Promise<void> {
  const place = join(projectFolder, folder)
  const lockfile = readFileSync(join(place, 'package-lock.json'), 'utf8')
  // What was installed last; `npm ci` empties the folder.
  const installed = join(place, 'node_modules/.installed-lock.json')
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lockfile) return
  console.log(`Installing the packages of ${folder}/, once …`)
  const [code] = await once(npm(place, ['ci']), 'close').catch((error: unknown) => [error])
  if (code !== 0) throw new Error(`\`npm ci\` in ${folder}/ did not succeed: ${code}.`)
  writeFileSync(installed, lockfile)
}

/** npm as it was started, else the one of this machine. */
function npm(place: string, args: string[]): ChildProcess {
  const started = process.env['npm_execpath']
  const options: SpawnOptions = { cwd: place, stdio: ['ignore', 'ignore', 'inherit'] }
  return started?.endsWith('.js')
    ? spawn(process.execPath, [started, ...args], options)
    : spawn('npm', args, { ...options, shell: process.platform === 'win32' })
}

if (import.meta.main) {
  for (const folder of process.argv.slice(2)) await installTools(folder as 'tests' | 'bench')
}
