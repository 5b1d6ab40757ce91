/** Writes the search index: that of each part, in one folder, and beside them what every search starts with. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { nothing } from './content.ts'
import {
  type DaysFile,
  daysFile,
  entryFile,
  type Names,
  orderFile,
  type StartFile,
  startFile,
  toOrderFile,
  toPresentEquals,
  toStartFile,
  toWordsFile,
} from './lists.ts'
import { type Fewest, toParts } from './parts.ts'
import type { SearchRecord } from './records.ts'
import { type MadePart, madeFile, writePart } from './write-part.ts'

/** An index without a record does not load; this one is never shown. */
const placeholder = { url: '/', content: 'nothing', meta: {}, filters: { thing: [nothing] }, days: null, since: null }

export interface IndexContents {
  records: readonly SearchRecord[]
  /** Language of the site. */
  language: string
  /** What was indexed, in words: it stands beside a search that finds nothing. */
  scope: string
  names: Names
  days: DaysFile
}

/** Puts the files of a part into a folder: as they were made of these records before, or else as `make` writes them into one. */
export type Keep = (
  part: 'older' | 'newest',
  records: string,
  folder: string,
  make: (folder: string) => Promise<void>,
) => Promise<void>

/**
 * Writes an index into a folder, in place of what is there; throws with what Pagefind refuses. One part is made after the
 * other: at once they would be in memory together.
 */
export async function writeSearchIndex(
  { records, language, scope, names, days }: IndexContents,
  folder: string,
  keep: Keep = (_part, _records, folder, make) => make(folder),
  fewest?: Fewest,
): Promise<void> {
  const all = records.length > 0 ? records : [{ ...placeholder, language }]
  const { newest, older } = toParts(all, fewest)
  const ids = new Map<string, string>()
  const entry: MadePart['entry'] = { languages: {} }
  const words: StartFile['words'] = {}
  const add = async (part: 'older' | 'newest', own: readonly SearchRecord[]): Promise<void> => {
    await keep(part, JSON.stringify(own), folder, (made) => writePart(own, language, part === 'older', made))
    const known: MadePart = JSON.parse(await readFile(join(folder, madeFile), 'utf8'))
    for (const [url, id] of known.ids) ids.set(url, id)
    Object.assign(entry, known.entry, { languages: { ...entry.languages, ...known.entry.languages } })
    Object.assign(words, known.words)
  }
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  if (older.length > 0) await add('older', older)
  await add('newest', newest)
  const present = new Set<string>()
  for (const [name, beginnings] of Object.entries(words))
    for (const beginning of beginnings)
      for (const word of Object.keys(JSON.parse(await readFile(join(folder, toWordsFile(name, beginning)), 'utf8'))))
        present.add(word)
  const start = toStartFile(all, { scope, ...names, equals: toPresentEquals(names, present), words }, ids)
  await rm(join(folder, madeFile))
  await writeFile(join(folder, entryFile), JSON.stringify(entry))
  await writeFile(join(folder, startFile), JSON.stringify(start))
  await writeFile(join(folder, daysFile), JSON.stringify(days))
  await writeFile(join(folder, orderFile), JSON.stringify(toOrderFile(records, ids)))
}
