/** Draws a picture into the cache. */
import { renameSync, writeFileSync } from 'node:fs'
import type { Card } from './cards.ts'
import { drawCard } from './draw.ts'

export interface Job {
  card: Card
  /** Where it is kept. */
  kept: string
}

/** Whole or not at all: an interrupted build leaves no half picture behind. */
export async function keepPicture({ card, kept }: Job): Promise<void> {
  try {
    writeFileSync(`${kept}.part`, await drawCard(card))
    renameSync(`${kept}.part`, kept)
  } catch (error) {
    throw new Error(`The picture of ${card.words} was not drawn: ${error instanceof Error ? error.message : error}`)
  }
}
