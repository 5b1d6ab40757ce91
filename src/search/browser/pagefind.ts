/** Pagefind's own code, which a worker runs: what it asks for is watched, and each file is asked for once. */
import { type Filters, type Meta, metaWeights, type nothing, type Thing } from '../content.ts'
import { type StartFile, startFile, toWordsFile, type WordsFile } from '../lists.ts'
import { isBeginning } from '../words.ts'

interface Pagefind {
  createInstance(options: object): PagefindInstance
}

interface PagefindInstance {
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

interface Found {
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
  language: string
  /** What was indexed, every name, and words that mean the same. */
  start: StartFile
  /** What a record is, by its number. */
  thingOf(id: string): Thing | typeof nothing
  search: PagefindInstance['search']
  /** Reads a file that lies beside the index, once, and makes of it what is wanted; throws an IndexError when it does not arrive. */
  read<File, Made = File>(name: string, make?: (file: File) => Made): Promise<Made>
  /** The words on record that begin with the same letter, with how many records have each. */
  wordsLike(word: string): Promise<WordsFile>
  /** Whether a word is anywhere: Pagefind takes one that is nowhere for its longest beginning that is somewhere. */
  isOnRecord(word: string): Promise<boolean>
  /** Throws an IndexError when anything it asked for since the last call did not arrive. */
  checkArrived(): void
  close(): Promise<void>
}

let attempts = 0

/** Opens the index in a folder, `/pagefind/`; throws an IndexError when it does not load. */
export async function openIndex(folder: string, language: string): Promise<Index> {
  const watch = watchFetches(folder)
  // Pagefind reads the language off the page, and a worker has none: Chinese, Japanese and Thai are parted into words by it.
  Object.assign(globalThis, {
    document: { currentScript: null, querySelector: () => ({ getAttribute: () => language }) },
  })
  const files = new Map<string, Promise<unknown>>()
  const read = <File, Made = File>(name: string, make = (file: File) => file as unknown as Made): Promise<Made> => {
    const file = files.get(name) ?? readFile(folder + name).then((file) => make(file as File))
    files.set(name, file)
    return file as Promise<Made>
  }
  try {
    // A browser may remember that a module did not load: a new address makes it try again.
    const address = `${folder}pagefind.js${attempts++ > 0 ? `?${attempts}` : ''}`
    const importing: Promise<Pagefind> = import(/* @vite-ignore */ address)
    const [{ createInstance }, start] = await Promise.all([importing, read<StartFile>(startFile)])
    const open = (): PagefindInstance =>
      createInstance({ basePath: folder, baseUrl: '/', noWorker: true, ranking: { metaWeights } })
    const plain = open()
    // A filter that was once asked for is counted in every search after, so those without one keep to themselves.
    let filtered: PagefindInstance | undefined
    const pick = ({ filters = {} }: SearchOptions = {}): PagefindInstance => {
      if (Object.keys(filters).length === 0) return plain
      filtered ??= open()
      return filtered
    }
    await plain.search('')
    watch.check()
    const thingById = new Map(
      Object.entries(start.things).flatMap(([thing, ids]) =>
        ids.split(' ').map((id) => [id, thing as keyof StartFile['things']]),
      ),
    )
    const wordsLike = async (word: string): Promise<WordsFile> => {
      const file = toWordsFile(word)
      return start.words.includes(file) ? read<WordsFile>(file) : {}
    }
    return {
      language,
      start,
      thingOf: (id) => thingById.get(id) ?? 'quote',
      read,
      wordsLike,
      isOnRecord: async (word) => {
        const words = await wordsLike(word)
        if (word in words || Object.keys(words).some((other) => isBeginning(word, other))) return true
        // Another form of the word: in quotation marks Pagefind takes those, and no beginning.
        return !/^\d/.test(word) && (await plain.search(`"${word}"`)).results.length > 0
      },
      search: (words, options) => pick(options).search(words, options),
      checkArrived: watch.check,
      close: async () => {
        watch.stop()
        await Promise.all([plain.destroy(), filtered?.destroy()])
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
 * it asks for is watched; and what it asks for first is asked for at once, while its code is still on its way.
 */
function watchFetches(folder: string): { check(): void; stop(): void } {
  const original = globalThis.fetch
  let lost = false
  const early = new Map<string, Promise<Response | undefined>>()
  const get = (name: string): Promise<Response | undefined> => {
    const response = original(folder + name).then(
      (response) => (response.ok ? response : undefined),
      () => undefined,
    )
    early.set(folder + name, response)
    return response
  }
  void get('pagefind-entry.json')
    .then((response): Promise<Entry> | undefined => response?.clone().json())
    .then((entry) => {
      for (const { hash, wasm } of Object.values(entry?.languages ?? {})) {
        void get(`pagefind.${hash}.pf_meta`)
        void get(`wasm.${wasm ?? 'unknown'}.pagefind`)
      }
    })
    .catch(() => {})
  const watched: typeof fetch = async (input, init) => {
    const isOurs = typeof input === 'string' && input.includes(folder)
    const known = isOurs ? await early.get(input.split('?', 1)[0] ?? '') : undefined
    if (known) return known.clone()
    try {
      const response = await original(input, init)
      if (isOurs && !response.ok) lost = true
      return response
    } catch (error) {
      if (isOurs) lost = true
      throw error
    }
  }
  globalThis.fetch = watched
  return {
    check: () => {
      if (lost) throw new IndexError('A part of the index did not arrive.')
    },
    stop: () => {
      if (globalThis.fetch === watched) globalThis.fetch = original
    },
  }
}

/** Pagefind's own list of what it wrote; ours has one language. */
interface Entry {
  languages: Record<string, { hash: string; wasm: string | null }>
}
