/** The thread that judges the content of a build. */
import { parentPort } from 'node:worker_threads'
import { checkContent } from '../checks/check-content.ts'
import { type Parcel, unpackContent } from '../loaders/hand-over.ts'
import { takeGiven } from '../loaders/thread.ts'

parentPort?.postMessage(checkContent(unpackContent(takeGiven<Parcel>(), 'judged', 'files')))
