/**
 * A folder of many small files that is kept for the next build as one file: that is written, read and compared in a tenth of
 * the time. Whether it is as it was left is known from the list of all that is kept.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** What stands in the first line: of what the folder was made, and its files in their order. */
interface Head {
  key: string
  files: [path: string, bytes: number][]
}

/** Lays out what was kept, if it was made of the same. */
export function takeFolder(kept: string, key: string, folder: string): boolean {
  if (!existsSync(kept)) return false
  const bytes = readFileSync(kept)
  let at = bytes.indexOf('\n') + 1
  const head: Head = JSON.parse(bytes.toString('utf8', 0, at))
  if (head.key !== key) return false
  for (const parent of new Set(head.files.map(([path]) => dirname(join(folder, path)))))
    mkdirSync(parent, { recursive: true })
  for (const [path, size] of head.files) {
    writeFileSync(join(folder, path), bytes.subarray(at, at + size))
    at += size
  }
  return true
}

/** Keeps a folder, and of what it was made. */
export function keepFolder(folder: string, key: string, kept: string): void {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const texts = files.map((file) => readFileSync(file))
  const head: Head = { key, files: files.map((file, at) => [relative(folder, file), texts[at]?.length ?? 0]) }
  writeFileSync(kept, Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...texts]))
}

/** Moves what is in a folder into another. */
export function moveFolder(folder: string, to: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const target = join(to, relative(folder, path))
    if (entry.isDirectory()) mkdirSync(target, { recursive: true })
    else renameSync(path, target)
  }
  rmSync(folder, { recursive: true })
}
