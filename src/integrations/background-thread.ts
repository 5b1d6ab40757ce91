/** The thread beside the pages: it is given what was read, makes the record of it, and writes what no page shows. */
import { parentPort, workerData } from 'node:worker_threads'
import { toSpoken } from '../loaders/catalogues.ts'
import type { LockedAddress } from '../loaders/lock.ts'
import { buildRecord } from '../record/build-record.ts'
import type { Entries } from '../record/entries.ts'
import { toViews } from '../views/views.ts'
import { speak } from '../words/say.ts'
import { writeRedirects } from './addresses.ts'
import { writeFeeds, writePictures, writeSearch } from './written-files.ts'

export interface Given {
  entries: Entries
  lock: readonly LockedAddress[]
  /** Folder of the site. */
  folder: string
}

const { entries, lock, folder } = workerData as Given
const record = buildRecord(
  entries,
  lock.map(({ address }) => address),
)
const { language, texts } = toSpoken(record)
speak(language, texts)
const views = toViews(record)
// All begin at once: the index waits most of the time, for Pagefind, which is a process of its own.
const tasks = [writeSearch, writeFeeds, writeRedirects, writePictures]
parentPort?.postMessage(await Promise.all(tasks.map((write) => write(views, folder))))
