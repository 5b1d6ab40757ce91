/** What a run was measured on: sizes are the same everywhere, times and scores are not. */
import { existsSync, readFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { projectFolder } from '../tests/sites.ts'

/** When, where and how busy; with the versions of what was used, Node and these packages. */
export function describeRun(packages: readonly string[] = [], load: number = loadOf()): string {
  const machine = `${cpus()[0]?.model.trim()}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
  const used = packages.map((name) => `${name} ${versionOf(name)}`)
  return `${new Date().toISOString().slice(0, 10)}: ${machine}, of which ${load.toFixed(1)} were wanted in the last minute; ${[`Node ${process.versions.node}`, ...used].join(', ')}.`
}

/** Processes that wanted a core, on average of the last minute. */
export function loadOf(): number {
  return loadavg()[0] ?? 0
}

function versionOf(name: string): string {
  const file = ['.', 'tests', 'bench']
    .map((folder) => join(projectFolder, folder, 'node_modules', name, 'package.json'))
    .find((path) => existsSync(path))
  if (!file) throw new Error(`Expected the package ${name} to be installed.`)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}
