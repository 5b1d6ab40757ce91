/** Draws the cards it is given, on a thread of its own. */
import { workerData } from 'node:worker_threads'
import { type Job, keepPicture } from './keep-picture.ts'

for (const job of workerData as Job[]) await keepPicture(job)
