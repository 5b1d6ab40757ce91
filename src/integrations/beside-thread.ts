/** The thread beside the pages: it is given the entries of the record as they were read, so nothing is read twice. */
import { parentPort, workerData } from 'node:worker_threads'
import type { LockedAddress } from '../loaders/lock.ts'
import { buildRecord } from '../record/build-record.ts'
import type { Entries } from '../record/entries.ts'
import { writeCitations } from './citation-files.ts'
import { writeFeeds } from './feed-files.ts'
import { writeSearch } from './search-index.ts'
import { writePictures } from './share-images.ts'

export interface Given {
  entries: Entries
  lock: readonly LockedAddress[]
  /** Where the site is built. */
  folder: string
}

/** How much was written, and when, in milliseconds since 1970. */
export interface Done {
  searched: number
  pictures: number
  drawn: number
  cited: number
  fed: number
  times: { name: string; start: number; end: number }[]
}

const { entries, lock, folder } = workerData as Given
const record = buildRecord(entries)
const times: Done['times'] = []
const pictures = noting('share-images', () => writePictures(record, folder))
const searched = noting('search-index', () => writeSearch(record, folder))
const fed = noting('feeds', () => writeFeeds(record, folder))
const cited = noting('citations', () => writeCitations(record, lock, folder))
const done = { ...(await pictures), searched: await searched, fed: await fed, cited: await cited }
parentPort?.postMessage({ ...done, times } satisfies Done)

async function noting<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const start = Date.now()
  const value = await work()
  times.push({ name, start, end: Date.now() })
  return value
}
