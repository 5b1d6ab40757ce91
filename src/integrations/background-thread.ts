/** The thread beside the pages: it is given what was read, makes the record of it, and writes what no page shows. */
import { parentPort, workerData } from 'node:worker_threads'
import { toChangedDays } from '../feeds/sitemap.ts'
import { toSpoken } from '../loaders/catalogues.ts'
import type { LockedAddress } from '../loaders/lock.ts'
import { buildRecord } from '../record/build-record.ts'
import type { Entries } from '../record/entries.ts'
import { urls } from '../urls.ts'
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

/** What it tells at its end: what it wrote; and for the sitemap which pages have moved, and when others changed. */
export interface Told {
  wrote: string[]
  moved: string[]
  changed: ReadonlyMap<string, string>
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
const wrote = await Promise.all(tasks.map((write) => write(views, folder)))
const moved = views.moves.map(({ from }) => urls.page(from))
parentPort?.postMessage({ wrote, moved, changed: toChangedDays(views) } satisfies Told)
