/** Writes the citations of quotes, events and articles as files: `<site>/cite/`. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { listCitationFiles } from '../feeds/citations/files.ts'
import type { LockedAddress } from '../loaders/lock.ts'
import type { NewsRecord } from '../record/types.ts'
import { base } from '../site.ts'
import { urls } from '../urls.ts'

/** Files at a time: writing is mostly waiting. */
const atOnce = 32

/** Writes them below the folder of the site; returns how many. */
export async function writeCitations(
  record: NewsRecord,
  lock: readonly LockedAddress[],
  folder: string,
): Promise<number> {
  const files = listCitationFiles(record, lock)
  for (let from = 0; from < files.length; from += atOnce) {
    await Promise.all(
      files.slice(from, from + atOnce).map(async ({ of, format, cite }) => {
        const file = join(folder, decodeURIComponent(urls.citations(of, format.ending).slice(base.length)))
        await mkdir(dirname(file), { recursive: true })
        await writeFile(file, format.toFile(cite()))
      }),
    )
  }
  return files.length
}
