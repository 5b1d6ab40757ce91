/** A thread beside the pages: it is given the record as it was read, and its share of what is to be written. */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { type Parcel, unpackContent } from '../loaders/hand-over.ts'
import type { Started } from '../loaders/thread.ts'
import { writeRedirects } from './addresses.ts'
import { writeCitations } from './citation-files.ts'
import { writeFeeds } from './feed-files.ts'
import { writeSearch } from './search-index.ts'
import { writePictures } from './share-images.ts'

/** Each begins at once, and writes when it knows where; it says what it wrote. */
const tasks = {
  'search-index': writeSearch,
  'share-images': writePictures,
  feeds: writeFeeds,
  citations: writeCitations,
  redirects: writeRedirects,
}
export type Task = keyof typeof tasks

export interface Given {
  parcel: Parcel
  tasks: readonly Task[]
}

/** What was written, and when, in milliseconds since 1970. */
export interface Done {
  task: Task
  wrote: string
  start: number
  end: number
}

const { given } = workerData as Started<Given>
const content = unpackContent(given.parcel)
// The folder of the site, once it may be written to.
const folder = parentPort ? once(parentPort, 'message').then(([path]) => path as string) : Promise.reject(new Error())
const done = given.tasks.map(async (task): Promise<Done> => {
  const start = Date.now()
  const wrote = await tasks[task](content, folder)
  return { task, wrote, start, end: Date.now() }
})
parentPort?.postMessage(await Promise.all(done))
