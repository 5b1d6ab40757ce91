/**
 * What was made of each file is kept for the next command. It stands in one file, behind a digest of it: a file that was cut
 * short, or written by something else, is read as if it were not there.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { contentFolder, keptFolder } from '../site.ts'
import type { Content, Parsed, ReadOptions } from './content.ts'
import { digestOfAll } from './digest.ts'
import { readContent } from './from-disk.ts'

/** Name of the file in the folder of what is kept. */
export const readingFile = 'reading.json'

/** Reads the content folder; what was read of a file before, by any command, is not read again while it is so. */
export function readWithKept(options: Pick<ReadOptions, 'unrendered'> = {}): Content {
  const file = resolve(keptFolder, readingFile)
  const known = readKept(file)
  const content = readContent(contentFolder, { ...options, known })
  const isSame =
    known.size === content.parsed.size && [...content.parsed].every(([path, one]) => known.get(path) === one)
  if (!isSame) writeKept(file, content.parsed)
  return content
}

/** A file to a line, by what was made of it: what has not changed is not put into words again. */
const lines = new WeakMap<Parsed, string>()

function readKept(file: string): ReadonlyMap<string, Parsed> {
  if (!existsSync(file)) return new Map()
  const [digest = '', ...kept] = readFileSync(file, 'utf8').split('\n')
  if (digest !== digestOfAll(kept)) {
    console.error(`${file} is not as it was written: all is read, and it is made again.`)
    return new Map()
  }
  return new Map(
    kept.map((line) => {
      const [path, parsed]: [string, Parsed] = JSON.parse(line)
      lines.set(parsed, line)
      return [path, parsed]
    }),
  )
}

function writeKept(file: string, parsed: ReadonlyMap<string, Parsed>): void {
  const kept = Array.from(parsed, ([path, one]) => lines.get(one) ?? JSON.stringify([path, one]))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(`${file}.part`, [digestOfAll(kept), ...kept].join('\n'))
  renameSync(`${file}.part`, file)
}
