/** The files in a folder, and work on many of them. */
import { hash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Paths of all files below a folder, from it, with slashes; none when it is not there. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
}

/** Of what is in a file. */
export async function digestOfFile(file: string): Promise<string> {
  return hash('sha256', await readFile(file), 'base64url')
}

/** Files at a time. */
const atOnce = 32

/** Does something with each path, some at a time. */
export async function eachOf(paths: readonly string[], work: (path: string) => Promise<void>): Promise<void> {
  const left = paths.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const path of left) await work(path)
    }),
  )
}
