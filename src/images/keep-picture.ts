/** Draws a picture into the cache. */
import { renameSync, writeFileSync } from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Card } from './cards.ts'
import { drawCard } from './draw.ts'

export interface Job {
  card: Card
  /** Where it is kept. */
  kept: string
}

/** One after another. Between two of them the thread rests, or the pixels of all would be kept to the end: 6 MB each. */
export async function keepPictures(jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) {
    await keepPicture(job)
    await setImmediate()
  }
}

/** Whole or not at all: an interrupted build leaves no half picture behind. */
async function keepPicture({ card, kept }: Job): Promise<void> {
  try {
    writeFileSync(`${kept}.part`, await drawCard(card))
    renameSync(`${kept}.part`, kept)
  } catch (error) {
    const why = error instanceof Error ? error.message : error
    throw new Error(`The picture of ${card.words} was not drawn: ${why}`, { cause: error })
  }
}
