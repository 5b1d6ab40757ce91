/** Writes the citations of quotes, events and articles as files: `<site>/cite/`. */
import { listCitationFiles } from '../feeds/citations/files.ts'
import type { LockedAddress } from '../loaders/lock.ts'
import { urls } from '../urls.ts'
import type { Views } from '../views/views.ts'
import { writeBelow } from './write-below.ts'

/** Writes them below the folder of the site; says how many. */
export async function writeCitations(views: Views, folder: string, lock: readonly LockedAddress[]): Promise<string> {
  const write = writeBelow(folder)
  const published = lock.map(({ address }) => address)
  const files = listCitationFiles(views, published)
  for (const { of, format, cite } of files) write(urls.citations(of, format.ending), format.toFile(cite()))
  return `${files.length} files of citations`
}
