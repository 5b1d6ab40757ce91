/** What goes through Astro's collections comes back as it was read. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import type { LoaderContext } from 'astro/loaders'
import { filledOf, loaderOf, type Stored, toEntries } from '../../src/loaders/collections.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { type Noun, nouns } from '../../src/loaders/names.ts'
import { projectFolder } from '../sites.ts'

/** As much of Astro's store as a loader uses; it keeps JSON alone. */
function toStore() {
  const kept = new Map<string, string>()
  let written = 0
  return {
    keys: () => [...kept.keys()],
    get: (id: string) => JSON.parse(kept.get(id) ?? 'null') ?? undefined,
    set: (entry: { id: string }) => {
      written += 1
      kept.set(entry.id, JSON.stringify(entry))
    },
    delete: (id: string) => kept.delete(id),
    all: (): Stored[] => [...kept.values()].map((text) => JSON.parse(text)),
    written: () => written,
  }
}

const stores = Object.fromEntries(nouns.map((noun) => [noun, toStore()])) as Record<Noun, ReturnType<typeof toStore>>

async function load(folder: string) {
  const content = readContent(join(projectFolder, folder))
  const before = globalThis.recordSource
  globalThis.recordSource = {
    content: () => content,
    outdate: () => {},
    collections: {} as never,
    pageCode: () => '',
    spoken: () => ({ language: 'en', texts: {} }),
    about: () => assert.fail(),
  }
  for (const noun of nouns) await loaderOf(noun).load({ store: stores[noun] } as unknown as LoaderContext)
  globalThis.recordSource = before
  return content
}

test('the entries of the collections are those that were read', async () => {
  for (const folder of ['tests/fixtures/small/content', 'content', 'tests/fixtures/small/content']) {
    const { entries } = await load(folder)
    const stored = Object.fromEntries(nouns.map((noun) => [noun, stores[noun].all()])) as Record<Noun, Stored[]>
    assert.deepEqual(toEntries(stored), JSON.parse(JSON.stringify(entries)))
    assert.deepEqual(
      filledOf(entries),
      nouns.filter((noun) => stores[noun].all().length > 0),
    )
  }
})

test('what has not changed is not written again', async () => {
  await load('content')
  const before = stores.articles.written()
  await load('content')
  assert.equal(stores.articles.written(), before)
})
