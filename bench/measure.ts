/** What a command costs, its children included: time, processor and memory, as far as the system tells. */
import { execFileSync, spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

export interface Cost {
  /** From start to end. */
  seconds: number
  /** Of the processor, all threads and children together; null where `/proc` does not tell. */
  cpu: number | null
  /** The most memory that all of them held at once, in bytes; pages that two share count twice; null as above. */
  peak: number | null
}

const sampleEvery = 50

/** Runs a command to its end; throws with what it said when it fails. */
export async function runMeasured(
  command: string,
  given: readonly string[],
  { cwd, env }: { cwd: string; env: { [name: string]: string } },
): Promise<Cost & { output: string }> {
  const started = performance.now()
  const child = spawn(command, given, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const sampler = child.pid === undefined ? null : openSampler(child.pid)
  const code = await new Promise<number | null>((done, fail) => child.once('error', fail).once('close', done))
  const seconds = (performance.now() - started) / 1000
  const { cpu, peak } = sampler?.close() ?? { cpu: null, peak: null }
  if (code !== 0) throw new Error(`${command} ${given.join(' ')} ended with ${code}:\n${output.slice(-4000)}`)
  return { seconds, cpu, peak, output: output.trim() }
}

interface Sampler {
  close(): { cpu: number | null; peak: number | null }
}

/** Looks at a process and all below it, many times a second; a child that lives shorter is missed. */
function openSampler(root: number): Sampler {
  const units = readUnits()
  if (!units) return { close: () => ({ cpu: null, peak: null }) }
  const ticks = new Map<number, number>()
  let peak = 0
  const sample = () => {
    const held = treeOf(root, readProcesses())
    for (const { pid, busy } of held) ticks.set(pid, busy)
    peak = Math.max(peak, held.reduce((sum, { pages }) => sum + pages, 0) * units.page)
  }
  sample()
  const timer = setInterval(sample, sampleEvery)
  return {
    close: () => {
      clearInterval(timer)
      return { cpu: [...ticks.values()].reduce((sum, busy) => sum + busy, 0) / units.ticks, peak }
    },
  }
}

interface Process {
  pid: number
  parent: number
  /** Ticks of the clock that it was running. */
  busy: number
  /** Pages of memory it holds. */
  pages: number
}

/** The fields of `/proc/<pid>/stat`, counted from behind the name, which may contain anything (proc_pid_stat(5)). */
export function readStat(text: string): Process {
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const at = (number: number): number => Number(fields[number - 3])
  return { pid: Number.parseInt(text, 10), parent: at(4), busy: at(14) + at(15), pages: at(24) }
}

/** A process and all below it. */
export function treeOf(root: number, all: readonly Process[]): Process[] {
  const below = Map.groupBy(all, ({ parent }) => parent)
  const found = all.filter(({ pid }) => pid === root)
  for (const { pid } of found) found.push(...(below.get(pid) ?? []))
  return found
}

function readProcesses(): Process[] {
  return readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      return [readStat(readFileSync(`/proc/${name}/stat`, 'utf8'))]
    } catch {
      // It has ended meanwhile.
      return []
    }
  })
}

function readUnits(): { ticks: number; page: number } | null {
  try {
    const of = (name: string) => Number(execFileSync('getconf', [name], { encoding: 'utf8' }))
    readFileSync('/proc/self/stat')
    return { ticks: of('CLK_TCK'), page: of('PAGESIZE') }
  } catch {
    return null
  }
}
