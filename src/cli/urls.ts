/**
 * Writes the addresses of the built site into `urls.lock`, beside those that are there: `npm run urls`. None is ever taken
 * out, and a build in which one of them leads nowhere fails.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readLock, writeLock } from '../loaders/lock.ts'
import { lockFile } from '../loaders/names.ts'
import { writeFiles } from '../loaders/write-files.ts'
import { contentFolder, outFolder } from '../site.ts'
import { buildsOf, recordOf } from './builds.ts'
import { listFiles } from './files.ts'
import { fail, readArguments, runOnRecord } from './run.ts'

/** Pages, and the files that other programs fetch; not what pages are made of, whose names change. */
const kept = /^(?:(?:.*\/)?index\.html|(?:data|feeds)\/.+)$/

/** The addresses of a built site, without the base, sorted. */
export async function listAddresses(folder: string): Promise<string[]> {
  return (await listFiles(folder))
    .filter((file) => kept.test(file))
    .map((file) => `/${file.replace(/(?:^|(?<=\/))index\.html$/, '')}`)
    .sort()
}

async function main(): Promise<void> {
  readArguments('npm run urls', {})
  if (!existsSync(join(outFolder, 'index.html'))) {
    return fail(`There is no built site in ${outFolder}/. Build it first: \`npm run build\`.`)
  }
  const shown = await recordOf(buildsOf(outFolder))
  if (shown !== null && resolve(shown) !== resolve(contentFolder)) {
    return fail(
      `The site in ${outFolder}/ was built from ${shown}, not from ${contentFolder}. Build it from ${contentFolder} first: \`npm run build\`. Nothing was written.`,
    )
  }
  const file = join(contentFolder, lockFile)
  const before = existsSync(file) ? readLock(readFileSync(file, 'utf8')).map(({ address }) => address) : []
  const now = await listAddresses(outFolder)
  await writeFiles(contentFolder, [{ path: lockFile, text: writeLock([...before, ...now]) }], new Set([lockFile]))
  const known = new Set(before)
  const added = now.filter((address) => !known.has(address)).length
  console.log(`${file}: ${new Set([...before, ...now]).size} addresses, ${added} of them new.`)
}

if (import.meta.main) await runOnRecord(main)
