/** The fictional record of `tests/fixtures/small`, and ways to find things in it. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { readContent } from '../../src/loaders/from-disk.ts'
import type { Article, NewsEvent, Quote, Speaker } from '../../src/record/types.ts'

export const { record } = readContent(join(import.meta.dirname, '../fixtures/small/content'))

function find<Item extends { id: string }>(list: readonly Item[], id: string): Item {
  const item = list.find((candidate) => candidate.id === id)
  assert.ok(item, `${id} is on record`)
  return item
}

export const quoteOf = (id: string): Quote => find(record.quotes, id)
export const eventOf = (id: string): NewsEvent => find(record.events, id)
export const speakerOf = (id: string): Speaker => find(record.speakers, id)
export const articleOf = (id: string): Article => find(record.articles, id)
