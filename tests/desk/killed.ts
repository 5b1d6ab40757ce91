/** Ends an editor's process at any moment, and says what the desk then finds. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Desk } from '../../src/desk/desk.ts'
import { linesIn } from './answer.ts'
import { harbour, writeRecord } from './harbour.ts'

/** All files of a record, but those that readers pass over. */
export function textsIn(folder: string): { [path: string]: string } {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('.') && statSync(join(folder, path)).isFile())
  return Object.fromEntries(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

/** Kills so many milliseconds after the first answer; what was wrong afterwards, nothing when all is well. */
export async function killAfter(milliseconds: number, whole: { [path: string]: string }): Promise<string | null> {
  const folder = writeRecord(harbour)
  try {
    const child = spawn(process.execPath, [join(import.meta.dirname, 'answer.ts'), folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let told = ''
    child.stdout.on('data', (text: Buffer) => (told += text))
    await once(child.stdout, 'data')
    await sleep(milliseconds)
    const ended = once(child, 'close')
    child.kill('SIGKILL')
    await ended
    const lines = told.trim().split('\n').map(Number)
    const desk = await Desk.open(folder)
    const found = JSON.stringify(textsIn(folder))
    if (found !== JSON.stringify(sound) && found !== JSON.stringify(whole)) return `some of the files: ${found}`
    const { saved, article } = desk.view()
    if ((saved !== null) !== (found === JSON.stringify(whole))) return 'the desk and the files do not agree'
    if (!article) return 'the article is lost'
    // A save that was going on is two lines more or fewer.
    const last = lines.at(-1) ?? 0
    const most = Math.max(...lines)
    const isAnswering = last === most && lines.length === most
    return linesIn(folder) >= (isAnswering ? last : last - 2) ? null : `${linesIn(folder)} lines of ${last}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const sound = Object.fromEntries(Object.entries(harbour).sort(([a], [b]) => (a < b ? -1 : 1)))
