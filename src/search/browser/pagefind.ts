/** Pagefind's own code, loaded when somebody searches. It runs on the page, not in a worker: see `watchFetches`. */
import type { Filters } from '../content.ts'
import { type Meta, metaWeights, scopeFile } from '../content.ts'

export interface Pagefind {
  options(options: object): Promise<void>
  search(words: string | null, options?: SearchOptions): Promise<Found>
  destroy(): Promise<void>
}

export interface SearchOptions {
  filters?: Record<string, FilterChoice>
}

/** Values of a filter, of which a record must have one, or none. */
export interface FilterChoice {
  any?: string[]
  none?: string[]
}

export interface Found {
  results: FoundRecord[]
  /** How many of the results have each value of the filters that were asked for. */
  filters: Record<string, Record<string, number>>
}

export interface FoundRecord {
  id: string
  score: number
  /** Where its words stand in the content, and in which fields beside it. */
  words: number[]
  matchedMetaFields?: (keyof Meta)[]
  data(): Promise<Fragment>
}

/** A record as it was indexed. Everything in it is plain text. */
export interface Fragment {
  raw_url: string
  content: string
  meta: Record<string, string>
  filters: Filters
}

/** The index could not be read, or only in part. */
export class IndexError extends Error {}

/** An index that is open. */
export interface Index {
  /** What was indexed, in words. */
  scope: string
  search: Pagefind['search']
  /** Reads a file that lies beside the index, once; throws an IndexError when it does not arrive. */
  read<File>(name: string): Promise<File>
  /** Throws an IndexError when anything it asked for since the last call did not arrive. */
  checkArrived(): void
  close(): Promise<void>
}

let attempts = 0

/** Opens the index in a folder, `/pagefind/`; throws an IndexError when it does not load. */
export async function openIndex(folder: string): Promise<Index> {
  const watch = watchFetches(folder)
  try {
    // A browser may remember that a module did not load: a new address makes it try again.
    const address = `${folder}pagefind.js${attempts++ > 0 ? `?${attempts}` : ''}`
    const pagefind: Pagefind = await import(/* @vite-ignore */ address)
    await pagefind.options({ basePath: folder, baseUrl: '/', noWorker: true, ranking: { metaWeights } })
    const files = new Map<string, Promise<unknown>>()
    const read = <File>(name: string): Promise<File> => {
      const file = files.get(name) ?? readFile(folder + name)
      files.set(name, file)
      return file as Promise<File>
    }
    const [{ scope }] = await Promise.all([read<{ scope: string }>(scopeFile), pagefind.search('')])
    watch.check()
    return {
      scope,
      read,
      search: (words, options) => pagefind.search(words, options),
      checkArrived: watch.check,
      close: async () => {
        watch.stop()
        await pagefind.destroy()
      },
    }
  } catch (error) {
    watch.stop()
    throw error instanceof IndexError ? error : new IndexError('The index does not load.', { cause: error })
  }
}

async function readFile(address: string): Promise<unknown> {
  const response = await fetch(address)
  if (!response.ok) throw new IndexError(`${address} did not arrive.`)
  return response.json()
}

/**
 * Pagefind keeps quiet about a part of the index that does not arrive and then finds nothing, which would be a lie. So what
 * it asks for is watched, which works on the page and not in a worker.
 */
function watchFetches(folder: string): { check(): void; stop(): void } {
  const original = window.fetch
  let lost = false
  const watched: typeof fetch = async (input, init) => {
    const isOurs = typeof input === 'string' && input.includes(folder)
    try {
      const response = await original.call(window, input, init)
      if (isOurs && !response.ok) lost = true
      return response
    } catch (error) {
      if (isOurs) lost = true
      throw error
    }
  }
  window.fetch = watched
  return {
    check: () => {
      if (lost) throw new IndexError('A part of the index did not arrive.')
    },
    stop: () => {
      if (window.fetch === watched) window.fetch = original
    },
  }
}
