/** Draws the cards it is sent, on a thread of its own. */
import { writeFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import type { Card } from './cards.ts'
import { drawCard } from './draw.ts'

parentPort?.on('message', async ({ card, file }: { card: Card; file: string }) => {
  try {
    writeFileSync(file, await drawCard(card))
    parentPort?.postMessage({ error: null })
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) })
  }
})
