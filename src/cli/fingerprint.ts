/**
 * Prints one hash of the built site, `npm run fingerprint`: two builds of one record agree on it, wherever and whenever
 * they were made. What a build keeps of the one before it does not count.
 */
import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { outFolder } from '../site.ts'
import { carriedInto } from './builds.ts'
import { listFiles } from './files.ts'

/** SHA-256 over the paths and contents of all files of a site, in the order of their paths. */
export async function fingerprintOf(folder: string): Promise<string> {
  const root = await realpath(folder)
  const carried = new Set(await carriedInto(root))
  const paths = (await listFiles(root)).filter((path) => !carried.has(path)).sort()
  const hash = createHash('sha256')
  for (const path of paths) {
    const content = createHash('sha256').update(await readFile(join(root, path)))
    hash.update(`${path}\0${content.digest('hex')}\n`)
  }
  return hash.digest('hex')
}

if (import.meta.main) {
  try {
    console.log(`${await fingerprintOf(outFolder)}  ${outFolder}/`)
  } catch {
    console.error(`There is no built site in ${outFolder}/. \`npm run build\` builds it.`)
    process.exitCode = 1
  }
}
