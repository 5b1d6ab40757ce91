/** Reads the content folder on a thread of its own, so that a build can load Astro meanwhile. */
import type { Parcel } from './hand-over.ts'
import { startThread } from './thread.ts'

let reading: Promise<Parcel> | null = null

/** Begins to read, or gives the reading that has begun; rejects with what went wrong. */
export function readAhead(): Promise<Parcel> {
  if (!reading) {
    const { worker, answer } = startThread<Parcel>(
      new URL('./read-thread.ts', import.meta.url),
      null,
      'reads the record',
    )
    worker.ref()
    reading = answer
  }
  return reading
}

/** Holds it no longer. */
export function forgetReading(): void {
  reading = null
}
