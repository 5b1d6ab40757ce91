/** A thread beside the pages: it is given the record as it was read, and its share of what is to be written. */
import { once } from 'node:events'
import { type MessagePort, parentPort } from 'node:worker_threads'
import { type Parcel, unpackContent } from '../loaders/hand-over.ts'
import { takeGiven } from '../loaders/thread.ts'
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

// The folder of the site, once it may be written to.
const folder = once(parentPort as MessagePort, 'message').then(([path]) => path as string)
parentPort?.postMessage(await Promise.all(begin(takeGiven<Given>())))

/** Nothing holds the record longer than the tasks that need it. */
function begin({ parcel, tasks: own }: Given): Promise<Done>[] {
  const content = unpackContent(parcel)
  return own.map((task) => note(task, Date.now(), tasks[task](content, folder)))
}

async function note(task: Task, start: number, written: Promise<string>): Promise<Done> {
  const wrote = await written
  return { task, wrote, start, end: Date.now() }
}
