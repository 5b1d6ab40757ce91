/** What goes through Astro's collections comes back as it was read. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { LoaderContext } from 'astro/loaders'
import { filledOf, loaderOf, type Stored, toEntries } from '../../src/loaders/collections.ts'
import { type Content, parseTexts } from '../../src/loaders/content.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { type Noun, nouns } from '../../src/loaders/names.ts'
import { listFiles, projectFolder } from '../sites.ts'

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

async function load(content: Content) {
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
}

/** What pages have of the store. */
function stored() {
  return toEntries(Object.fromEntries(nouns.map((noun) => [noun, stores[noun].all()])) as Record<Noun, Stored[]>)
}

const asJson = (value: unknown) => JSON.parse(JSON.stringify(value))

test('the entries of the collections are those that were read', async () => {
  for (const folder of ['tests/fixtures/small/content', 'content', 'tests/fixtures/small/content']) {
    const content = readContent(join(projectFolder, folder))
    const { entries } = content
    await load(content)
    assert.deepEqual(stored(), asJson(entries))
    assert.deepEqual(
      filledOf(entries),
      nouns.filter((noun) => stores[noun].all().length > 0),
    )
  }
})

test('what has not changed is not written again', async () => {
  const content = readContent(join(projectFolder, 'content'))
  await load(content)
  const before = stores.articles.written()
  await load(content)
  assert.equal(stores.articles.written(), before)
})

test('an article is another when what other files say of it is', async () => {
  const folder = join(projectFolder, 'tests/fixtures/small/content')
  const paths = listFiles(folder, /\.md$/)
  const before = Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
  const first = parseTexts(before)
  const happened = (before['events/ferry-service.md'] ?? '').replace(
    'status: expected\nstanding: possible\ndate:',
    'status: happened\ndate: 2031-03-11',
  )
  const withdrawn = '---\nwithdrawn: { date: 2031-03-12, why: The words were not his. }\n---\n'
  for (const [path, text] of [
    ['events/ferry-service.md', happened],
    ['quotes/jonas-bjork/not-a-promise.md', withdrawn],
  ] as const) {
    await load(first)
    const now = parseTexts({ ...before, [path]: text }, { known: first.parsed })
    assert.notDeepEqual(now.entries.articles, first.entries.articles)
    await load(now)
    assert.deepEqual(stored().articles, asJson(now.entries.articles))
  }
})
