/** Selects words by keys, to mark what was missed: a stretch of whole words in one paragraph. Pure. */
import type { View } from '../view.ts'

type Blocks = NonNullable<View['article']>['blocks']

/** The paragraph, and the first and the last word of the stretch. */
export interface Selection {
  block: number
  first: number
  last: number
}

/** The selection after a key; null when the key means nothing here. */
export function moveSelection(blocks: Blocks, { block, first, last }: Selection, key: string): Selection | null {
  const words = blocks[block]?.words ?? []
  const final = words.length - 1
  const at = (word: number): Selection => ({ block, first: clamp(word, final), last: clamp(word, final) })
  switch (key) {
    case 'ArrowRight':
      return at(last + 1)
    case 'ArrowLeft':
      return at(first - 1)
    case 'ArrowDown':
    case 'ArrowUp': {
      const next = clamp(block + (key === 'ArrowDown' ? 1 : -1), blocks.length - 1)
      return { block: next, first: 0, last: 0 }
    }
    case 'Shift+ArrowRight':
      return { block, first, last: clamp(last + 1, final) }
    case 'Shift+ArrowLeft':
      return { block, first, last: Math.max(first, last - 1) }
    case '.': {
      // A stretch that ends with a sentence takes the next one too.
      const from = isEnd(wordAt(blocks, block, last)) ? last + 1 : last
      const reached = words.findIndex((_, word) => word >= from && isEnd(wordAt(blocks, block, word)))
      return { block, first, last: reached < 0 ? final : reached }
    }
    case 'a':
      return { block, first: 0, last: Math.max(final, 0) }
    default:
      return null
  }
}

/** The stretch as offsets in the text of its block. */
export function toRange(
  blocks: Blocks,
  { block, first, last }: Selection,
): { block: number; start: number; end: number } {
  const words = blocks[block]?.words ?? []
  return { block, start: words[first]?.[0] ?? 0, end: words[last]?.[1] ?? 0 }
}

function wordAt(blocks: Blocks, block: number, word: number): string {
  const [start = 0, end = 0] = blocks[block]?.words[word] ?? []
  return (blocks[block]?.text ?? '').slice(start, end)
}

function isEnd(word: string): boolean {
  return /[.!?…。！？]["'”’»」』)]*$/.test(word)
}

function clamp(value: number, final: number): number {
  return Math.min(Math.max(value, 0), Math.max(final, 0))
}
