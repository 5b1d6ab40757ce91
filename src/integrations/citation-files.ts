/** Writes the citations of quotes, events and articles as files: `<site>/cite/`. */
import { listCitationFiles } from '../feeds/citations/files.ts'
import type { Content } from '../loaders/content.ts'
import { urls } from '../urls.ts'
import { writeBelow } from './write-below.ts'

/** Writes them below the folder of the site; says how many. */
export async function writeCitations({ record, lock }: Content, folder: Promise<string>): Promise<string> {
  const write = writeBelow(await folder)
  const files = listCitationFiles(record, lock)
  for (const { of, format, cite } of files) write(urls.citations(of, format.ending), format.toFile(cite()))
  return `${files.length} files of citations`
}
