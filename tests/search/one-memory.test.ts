/** Pagefind's searches with a filter and without one run on one memory, however long it takes to begin. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { ask } from '../../src/search/browser/ask.ts'
import { toViews } from '../../src/views/views.ts'
import { record } from '../record/small-record.ts'
import { openTestIndex } from './open-index.ts'

test('what was found is found again when the other search has begun later', async (context) => {
  const { instantiate } = WebAssembly
  let begun = 0
  // The first is slow, as it may be where much else runs.
  context.mock.method(WebAssembly, 'instantiate', async (...given: Parameters<typeof instantiate>) => {
    const made = await instantiate(...given)
    if (++begun === 1) await setTimeout(150)
    return made
  })
  const made = await openTestIndex(toViews(record))
  const limits = { quote: 99, event: 99, article: 99, speaker: 99, topic: 99 }
  const count = async () => (await ask(made.index, 'kind:quote kind:direct', { limits, toPage: String }))?.count
  const first = await count()
  await setTimeout(250)
  assert.equal(await count(), first)
  assert.ok(first)
  await made[Symbol.asyncDispose]()
})
