/**
 * What an editor has done, kept as it is done: one line of JSON an action, one file an article, in a folder that the record
 * passes over. A line is on the disk before its answer is shown; one that was cut short by the end of the process is none.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { type ChangedFile, isRunning } from '../loaders/write-files.ts'
import type { Action } from './actions.ts'

/** A save: what it changes stands in the journal before it is begun, and that it is done after. */
export interface Save {
  do: 'save'
  files: ChangedFile[]
}

export type Entry = Action | Save | { do: 'saved' } | { do: 'take-back' }

/** So many articles are kept to go back to. */
const most = 50

export class Journal {
  readonly folder: string
  entries: Entry[] = []
  #number = 0
  /** Where each entry begins in the file. */
  #starts: number[] = []
  #size = 0

  /** Opens the journal in a folder, at the article that was last on the desk. */
  constructor(folder: string, record: string) {
    this.folder = folder
    mkdirSync(folder, { recursive: true })
    const lock = join(folder, 'open')
    const pid = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : Number.NaN
    if (pid !== process.pid && Number.isInteger(pid) && pid > 0 && isRunning(pid))
      throw new Error(`The desk of ${record} is open already, in process ${pid}.`)
    writeFileSync(lock, String(process.pid))
    // What was pasted is other people's, and no part of the record.
    writeFileSync(join(folder, '.gitignore'), '*\n')
    this.#open(this.#numbers().at(-1) ?? 1)
  }

  /** Adds an entry; it is on the disk when this returns. */
  add(entry: Entry): void {
    const line = Buffer.from(`${JSON.stringify(entry)}\n`)
    const file = openSync(this.#path(), 'a')
    try {
      let at = 0
      while (at < line.length) at += writeSync(file, line, at)
      fsyncSync(file)
    } catch (error) {
      // A disk without room has taken a part of it.
      truncateSync(this.#path(), this.#size)
      throw error
    } finally {
      closeSync(file)
    }
    this.#starts.push(this.#size)
    this.#size += line.length
    this.entries.push(entry)
  }

  /** Takes away the last entries. */
  drop(count = 1): void {
    const kept = this.entries.length - count
    this.#size = this.#starts[kept] ?? this.#size
    truncateSync(this.#path(), this.#size)
    this.entries.length = kept
    this.#starts.length = kept
  }

  /** Begins another article. */
  begin(): void {
    if (this.entries.length === 0) return
    this.#open(this.#number + 1)
    // The desk is free when it is opened next, too; where there is no room for a name, it shows what was last on it.
    try {
      writeFileSync(this.#path(), '', { flag: 'a' })
    } catch {}
    const numbers = this.#numbers()
    for (const old of numbers.slice(0, Math.max(0, numbers.length - most))) rmSync(this.#path(old))
  }

  /** Whether an article was on the desk before this one. */
  hasBefore(): boolean {
    return this.#numbers().some((number) => number < this.#number)
  }

  /** Goes back to the article before; false when there is none. */
  goBack(): boolean {
    const before = this.#numbers().findLast((number) => number < this.#number)
    if (before === undefined) return false
    rmSync(this.#path(), { force: true })
    this.#open(before)
    return true
  }

  #numbers(): number[] {
    return readdirSync(this.folder)
      .flatMap((name) => (/^\d+\.jsonl$/.test(name) ? [Number.parseInt(name, 10)] : []))
      .sort((a, b) => a - b)
  }

  #path(number = this.#number): string {
    return join(this.folder, `${String(number).padStart(5, '0')}.jsonl`)
  }

  #open(number: number): void {
    this.#number = number
    this.entries = []
    this.#starts = []
    this.#size = 0
    if (!existsSync(this.#path())) return
    const bytes = readFileSync(this.#path())
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(10, at)
      if (end < 0) break
      try {
        this.entries.push(JSON.parse(bytes.toString('utf8', at, end)) as Entry)
      } catch {
        break
      }
      this.#starts.push(at)
      at = end + 1
      this.#size = at
    }
    if (this.#size < bytes.length) truncateSync(this.#path(), this.#size)
  }
}
