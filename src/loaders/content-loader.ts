/** Fills Astro's collections: one reading of the folder serves all of them, and Astro's store remembers what was parsed. */
import { relative, resolve } from 'node:path'
import type { DataStore, LoaderContext } from 'astro/loaders'
import type { ArticleEntry } from '../record/entries.ts'
import { contentFolder } from '../site.ts'
import type { Content, ReadOptions } from './content.ts'
import type { AnyEntry } from './content-file.ts'
import { pageCodeDigest } from './digest.ts'
import { readContent } from './from-disk.ts'
import { nouns } from './names.ts'

/** The collections: one a noun, and one of a single entry, the addresses that were published. */
export const collectionNames = [...nouns, 'published'] as const
export type CollectionName = (typeof collectionNames)[number]

/** Reads the folder for Astro's collections, and gives the reading to whoever else needs it. */
export interface RecordSource {
  /** Fills a collection; the one of the articles has the folder read, with what Astro's store knows of them. */
  load: (name: CollectionName, context: LoaderContext) => Promise<void>
  /** The last reading; rejects when there was none yet. */
  content: () => Promise<Content>
  /** Reads again what has changed, and fills the collections. */
  reload: () => Promise<Content>
}

/** A source for `contentFolder`. */
export function createRecordSource(): RecordSource {
  const contexts = new Map<CollectionName, LoaderContext>()
  const { promise: first, resolve: begin, reject: fail } = Promise.withResolvers<Content>()
  first.catch(() => {})
  let last: Promise<Content> = first
  return {
    load: async (name, context) => {
      contexts.set(name, context)
      if (name === 'articles') {
        try {
          const content = readContent(contentFolder, { recall: recallFrom(context.store) })
          begin(content)
          last = Promise.resolve(content)
        } catch (error) {
          fail(error)
        }
      }
      fill(name, await last, context.store)
    },
    content: () => last,
    reload: async () => {
      const { parsed } = await last
      const content = readContent(contentFolder, {
        recall: (path, digest) => (parsed.get(path)?.digest === digest ? parsed.get(path)?.entry : undefined),
      })
      last = Promise.resolve(content)
      for (const [name, { store }] of contexts) fill(name, content, store)
      return content
    },
  }
}

/** What the store knows of the articles. */
function recallFrom(store: DataStore): NonNullable<ReadOptions['recall']> {
  return (path, digest) => {
    if (!path.startsWith('articles/')) return undefined
    const id = path.slice('articles/'.length, -'.md'.length)
    const kept = store.get(id)
    const reading = kept?.rendered?.metadata?.['reading']
    if (!kept || kept.digest !== digest || typeof reading !== 'string') return undefined
    return { id, path, data: kept.data, reading: JSON.parse(reading) } as unknown as ArticleEntry
  }
}

/** Makes a collection what the reading says; what has not changed in it is left alone. */
function fill(name: CollectionName, { entries, lock, parsed }: Content, store: DataStore): void {
  if (name === 'published') {
    store.clear()
    const filled = nouns.filter((noun) => (noun === 'story' ? entries.story : entries[noun].length > 0))
    store.set({
      id: 'published',
      data: { addresses: lock.map(({ address }) => address), filled, code: pageCodeDigest() },
    })
    return
  }
  const list = name === 'story' ? (entries.story ? [entries.story] : []) : entries[name]
  const ids = new Set(list.map(({ id }) => id))
  for (const id of store.keys()) if (!ids.has(id)) store.delete(id)
  for (const entry of list as readonly AnyEntry[]) {
    const digest = parsed.get(entry.path)?.digest
    if (digest && store.get(entry.id)?.digest === digest) continue
    const { data, id, path } = entry
    // As text, since the store would write each value of it on a line of its own.
    const read = 'reading' in entry ? { reading: JSON.stringify(entry.reading) } : { body: JSON.stringify(entry.body) }
    store.set({
      id,
      data: data as Record<string, unknown>,
      // Astro takes no absolute path.
      filePath: relative(process.cwd(), resolve(contentFolder, path)),
      ...(digest && { digest }),
      rendered: { html: '', metadata: { path, ...read } },
    })
  }
}
