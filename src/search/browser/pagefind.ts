/** Pagefind's own code, which a worker runs: what it asks for is watched, and each file is asked for once. */
import { type Filters, type Meta, metaWeights, type nothing, type Thing } from '../content.ts'
import { entryFile, type StartFile, startFile, toBeginningAmong, toWordsFile, type WordsFile } from '../lists.ts'
import { toLanguage } from '../parts.ts'
import { isBeginning, toIndexed } from '../words.ts'

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

/** The records of one language, or those of them that are older, or newer. */
export interface Part {
  /** That of the site first, older records before newer ones. */
  language: string
  /** How many. */
  records: number
  search: PagefindInstance['search']
  /** The words on record that begin with the same letter, with how many records have each. */
  wordsLike(word: string): Promise<WordsFile>
  /** Whether a word is anywhere: Pagefind takes one that is nowhere for its longest beginning that is somewhere. */
  isOnRecord(word: string): Promise<boolean>
}

/** An index that is open. */
export interface Index {
  language: string
  /** What was indexed, every name, and words that mean the same. */
  start: StartFile
  /** What a record is, by its number. */
  thingOf(id: string): Thing | typeof nothing
  /** Of languages other than the site's only what a query needs is loaded. */
  parts: Part[]
  /** Reads a file that lies beside the index, once, and makes of it what is wanted; throws an IndexError when it does not arrive. */
  read<File, Made = File>(name: string, make?: (file: File) => Made): Promise<Made>
  /** Throws an IndexError when anything it asked for since the last call did not arrive. */
  checkArrived(): void
  close(): Promise<void>
}

/** So many letters at least are alike where two words are forms of one. */
const leastAlike = 3

let attempts = 0

/**
 * Opens the index in a folder, `/pagefind/`, as soon as it is known what is in it: its parts are still on their way then, and
 * what a query needs of the rest is asked for meanwhile. Throws an IndexError when it does not load, as each search does.
 */
export async function openIndex(folder: string, language: string): Promise<Index> {
  const watch = watchFetches(folder, language)
  const files = new Map<string, Promise<unknown>>()
  const read = <File, Made = File>(name: string, make = (file: File) => file as unknown as Made): Promise<Made> => {
    const file = files.get(name) ?? readFile(folder + name).then((file) => make(file as File))
    files.set(name, file)
    return file as Promise<Made>
  }
  const instances: PagefindInstance[] = []
  // A browser may remember that a module did not load: a new address makes it try again.
  const address = `${folder}pagefind.js${attempts++ > 0 ? `?${attempts}` : ''}`
  const load = (name = ''): Promise<Pagefind> => import(/* @vite-ignore */ address + name)
  const loading = load()
  // Whoever searches is told.
  loading.catch(() => {})
  /** Pagefind's code has room for the stemmer of one language: for another it runs once more, from the same file. */
  const open = async (own: string, isFirst: boolean): Promise<PagefindInstance> => {
    const { createInstance } = await (isFirst ? loading : load(`#${own}`)).catch(refuse)
    // Pagefind reads the language off the page, and a worker has none.
    Object.assign(globalThis, {
      document: { currentScript: null, querySelector: () => ({ getAttribute: () => own }) },
    })
    const instance = createInstance({ basePath: folder, baseUrl: '/', noWorker: true, ranking: { metaWeights } })
    instances.push(instance)
    await instance.search('')
    return instance
  }
  const toPart = (start: StartFile, own: string, records: number, isFirst: boolean): Part => {
    // A filter that was once asked for is counted in every search after, so those without one keep to themselves.
    const opened: { plain?: Promise<PagefindInstance>; filtered?: Promise<PagefindInstance> } = {}
    // One after the other: both run on one memory, and two that begin it at once each get one, of which the first is lost.
    let last: Promise<unknown> = Promise.resolve()
    const search: Part['search'] = async (words, options = {}) => {
      const kind = Object.keys(options.filters ?? {}).length === 0 ? 'plain' : 'filtered'
      opened[kind] ??= last.then(() => open(own, isFirst))
      last = opened[kind].catch(() => {})
      return (await opened[kind]).search(words, options)
    }
    const language = toLanguage(own)
    const wordsLike = async (word: string): Promise<WordsFile> => {
      const beginning = toBeginningAmong(start.words[own] ?? [], word)
      return beginning === undefined ? {} : read<WordsFile>(toWordsFile(own, beginning))
    }
    const isOnRecord = async (word: string): Promise<boolean> => {
      const words = await wordsLike(word)
      const known = Object.keys(words)
      if (word in words || known.some((other) => isBeginning(word, other))) return true
      // Another form of the word: in quotation marks Pagefind takes those, and no beginning. Forms begin alike, so a language
      // without such a word is not loaded.
      const mayBe = !/^\d/.test(word) && known.some((other) => other.startsWith(word.slice(0, leastAlike)))
      return mayBe && (await search(`"${toIndexed(word)}"`)).results.length > 0
    }
    return { language, records, search, wordsLike, isOnRecord }
  }
  try {
    const [start, { languages }] = await Promise.all([read<StartFile>(startFile), read<Entry>(entryFile)])
    const parts = firstOf(Object.keys(start.words), language).map((own, at) =>
      toPart(start, own, languages[own]?.page_count ?? 0, at === 0),
    )
    for (const part of parts) if (part.language === parts[0]?.language) part.search('').catch(() => {})
    const thingById = new Map(
      Object.entries(start.things).flatMap(([thing, ids]) =>
        ids.split(' ').map((id) => [id, thing as keyof StartFile['things']]),
      ),
    )
    return {
      language,
      start,
      thingOf: (id) => thingById.get(id) ?? 'quote',
      parts,
      read,
      checkArrived: watch.check,
      close: async () => {
        watch.stop()
        await Promise.all(instances.map((instance) => instance.destroy()))
      },
    }
  } catch (error) {
    watch.stop()
    return refuse(error)
  }
}

function refuse(error: unknown): never {
  throw error instanceof IndexError ? error : new IndexError('The index does not load.', { cause: error })
}

/** Names of the indexes, those in the language of the site before the others. */
const firstOf = (names: readonly string[], language: string): string[] => {
  const own = toLanguage(language.toLowerCase())
  return names.toSorted((a, b) => Number(toLanguage(b) === own) - Number(toLanguage(a) === own))
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
function watchFetches(folder: string, language: string): { check(): void; stop(): void } {
  const original = globalThis.fetch
  let lost = false
  const early = new Map<string, Promise<Response | undefined>>()
  const get = (name: string, then = async (response: Response) => response): void => {
    if (early.has(folder + name)) return
    const response = original(folder + name).then((response) => (response.ok ? then(response) : undefined))
    early.set(
      folder + name,
      response.catch(() => undefined),
    )
  }
  get(entryFile, async (response) => {
    const { languages }: Entry = await response.clone().json()
    const names = firstOf(Object.keys(languages), language)
    for (const name of names.filter((one) => toLanguage(one) === toLanguage(names[0] ?? ''))) {
      const { hash, wasm } = languages[name] as Entry['languages'][string]
      get(`pagefind.${hash}.pf_meta`)
      get(`wasm.${wasm ?? 'unknown'}.pagefind`)
    }
    return response
  })
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

/** Pagefind's own list of what it wrote. */
interface Entry {
  languages: Record<string, { hash: string; wasm: string | null; page_count: number }>
}
