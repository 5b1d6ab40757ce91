import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countThreads } from '../../src/integrations/render-threads.ts'

test('a small record is rendered without threads, a large one by as many as there are cores but two', () => {
  assert.equal(countThreads(2, 8), 0)
  assert.deepEqual(
    [1, 2, 4, 64].map((cores) => countThreads(200, cores)),
    [0, 1, 2, 4],
  )
})
