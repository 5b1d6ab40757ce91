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
const collectionNames = [...nouns, 'published'] as const
export type CollectionName = (typeof collectionNames)[number]

/** Reads the folder for Astro's collections, and gives the reading to whoever else needs it. */
export interface RecordSource {
  /** Fills a collection; the one of the articles has the folder read, with what Astro's store knows of them. */
  load: (name: CollectionName, context: Pick<LoaderContext, 'store' | 'watcher'>) => Promise<void>
  /** The last reading, once there is one. */
  content: () => Promise<Content>
  /** Has the folder read, or what has changed in it, when somebody next asks. */
  outdate: () => void
}

/**
 * What pages are made from in `astro dev`: the reading itself. They run in the same process, but in a module graph of their
 * own, so they find it here. Through Astro's store, all of a record would be written, read and parsed again on every edit,
 * which takes some seconds when it has a thousand articles.
 */
declare global {
  var recordWhileWriting: RecordSource['content']
}

/** A source for `contentFolder`. */
export function createRecordSource(): RecordSource {
  const { promise: first, resolve: begin } = Promise.withResolvers<Content>()
  let last = first
  let known: Content | undefined
  let isOutdated = false
  const read = (recall: ReadOptions['recall']) => {
    isOutdated = false
    last = new Promise((done) => {
      known = readContent(contentFolder, recall && { recall })
      done(known)
    })
    last.catch(() => {})
  }
  const content = () => {
    if (isOutdated) read(known && recallFrom(known))
    return last
  }
  return {
    load: async (name, { store, watcher }) => {
      // While somebody writes, pages do without it.
      if (watcher) return store.clear()
      if (name === 'articles') {
        read(recallFromStore(store))
        begin(last)
      }
      fill(name, await last, store)
    },
    content,
    outdate: () => {
      isOutdated = true
    },
  }
}

/** What was read before. */
function recallFrom({ files, parsed }: Content): NonNullable<ReadOptions['recall']> {
  return (path, digest) => {
    const known = parsed.get(path)
    return known?.digest === digest ? { entry: known.entry, file: files.get(path) } : undefined
  }
}

/** What the store knows of the articles. */
function recallFromStore(store: DataStore): NonNullable<ReadOptions['recall']> {
  return (path, digest) => {
    if (!path.startsWith('articles/')) return undefined
    const id = path.slice('articles/'.length, -'.md'.length)
    const kept = store.get(id)
    const reading = kept?.rendered?.metadata?.['reading']
    if (!kept || kept.digest !== digest || typeof reading !== 'string') return undefined
    return { entry: { id, path, data: kept.data, reading: JSON.parse(reading) } as unknown as ArticleEntry }
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
