import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleRecord } from '../../src/checks/example.ts'
import { countThreads } from '../../src/integrations/render-threads.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { generateRecord } from '../bench/generate.ts'

const small = parseTexts(exampleRecord).record
const large = parseTexts(Object.fromEntries(Object.entries(generateRecord(200)))).record

test('a small record is rendered without threads, a large one by as many as there are cores but one', () => {
  assert.equal(countThreads(small, 8), 0)
  assert.ok(large.quotes.length > 900)
  assert.deepEqual(
    [1, 2, 4, 64].map((cores) => countThreads(large, cores)),
    [0, 1, 3, Math.min(6, Math.floor((large.quotes.length + 200 + large.events.length) / 300))],
  )
})
