/** Pagefind's own code, loaded when somebody searches. It runs on the page, not in a worker: see `watchFetches`. */
import type { Filters } from '../content.ts'
import { metaWeights, scopeFile } from '../content.ts'

export interface Pagefind {
  options(options: object): Promise<void>
  search(
    words: string | null,
    options?: { filters?: Record<string, string>; sort?: Record<string, 'asc' | 'desc'> },
  ): Promise<Found>
  destroy(): Promise<void>
}

export interface Found {
  results: FoundRecord[]
}

export interface FoundRecord {
  id: string
  score: number
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
    const [{ scope }] = await Promise.all([readScope(folder), pagefind.search('')])
    watch.check()
    return {
      scope,
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

async function readScope(folder: string): Promise<{ scope: string }> {
  const response = await fetch(folder + scopeFile)
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
