/** Draws the cards it is given, on a thread of its own. */
import { workerData } from 'node:worker_threads'
import { type Job, keepPictures } from './keep-picture.ts'

await keepPictures(workerData as Job[])
