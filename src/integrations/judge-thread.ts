/** The thread that judges the content of a build. */
import { parentPort, workerData } from 'node:worker_threads'
import { checkContent } from '../checks/check-content.ts'
import { type Parcel, unpackContent } from '../loaders/hand-over.ts'
import type { Started } from '../loaders/thread.ts'

const { given } = workerData as Started<Parcel>
parentPort?.postMessage(checkContent(unpackContent(given, 'judged', 'files')))
