/** From texts of content files to all that is known of them: parsed, rendered, joined into the record. */
import type { RenderOptions } from '../markdown/rehype-render-quotes.ts'
import { buildRecord } from '../record/build-record.ts'
import type { Entries } from '../record/entries.ts'
import type { NewsRecord } from '../record/types.ts'
import type { ArticleData, EventData, QuoteData } from '../schema/index.ts'
import type { Problem } from '../schema/problem.ts'
import { type AnyEntry, type ContentFile, toEntry, toFile } from './content-file.ts'
import { judgeFile, type Listed } from './judge-files.ts'
import { judgeMerge } from './judge-merge.ts'
import { type LockedAddress, readLock } from './lock.ts'
import { besides, lockFile } from './names.ts'

/** All that is known of a content folder. */
export interface Content {
  readonly record: NewsRecord
  entries: Entries
  /** What the files themselves refuse: stray files, unreadable front matter, fields against the schema, odd names. */
  problems: Problem[]
  /** The files of the record by path, those that are refused too. */
  files: ReadonlyMap<string, ContentFile>
  /** Addresses that were published before. */
  lock: readonly LockedAddress[]
}

/** Parsed files and rendered entries by path, each with the key it holds for. */
export interface ParseCache {
  files: Map<string, { key: string; value: ContentFile | null }>
  entries: Map<string, { key: string; value: AnyEntry }>
}

/** An empty cache for `parseContent`. */
export function createCache(): ParseCache {
  return { files: new Map(), entries: new Map() }
}

/** How much of the articles is read. */
export interface ReadOptions {
  /** Leaves the copies unrendered. */
  unrendered?: boolean
  /** Articles for which it is false are read without their copy. */
  isWanted?: (article: ArticleData) => boolean
  /** Parses articles side by side; those that it does not give are parsed one after another. */
  parseArticles?: ParseArticles
}

/** Given the articles' paths, and what other files say of them: each file with its entry, null when it is refused. */
export type ParseArticles = (paths: readonly string[], around: Around) => ParsedArticle[]

/** What other files say that decides how an article is read. */
export interface Around {
  /** Events whose reports must not look like facts: those expected, slipped or cancelled. */
  unhappened: ReadonlySet<string>
  /** Quotes that were withdrawn, as `speaker/fragment`: links to them are none. */
  withdrawn: ReadonlySet<string>
}

/** The same as the reader takes it. */
export function toOptions({ unhappened, withdrawn }: Around, unrendered: boolean): RenderOptions {
  return {
    isExpected: (event) => unhappened.has(event),
    isWithdrawn: (speaker, fragment) => withdrawn.has(`${speaker}/${fragment}`),
    unrendered,
  }
}

export interface ParsedArticle {
  file: ContentFile
  entry: AnyEntry | null
}

/**
 * Parses the listed files, by path from the content folder, in that order. A file whose stamp is the cached one is not
 * read again.
 */
export function parseContent(
  listed: ReadonlyMap<string, Listed>,
  read: (path: string) => string,
  cache: ParseCache = createCache(),
  { unrendered = false, isWanted = () => true, parseArticles }: ReadOptions = {},
): Content {
  const strays: Problem[] = []
  const sound = [...listed].filter(([path, entry]) => {
    const stray = judgeFile(path, entry)
    if (stray) strays.push(stray)
    return !stray
  })
  const take = ([path, { stamp }]: [string, Listed]) => recall(cache.files, path, stamp, () => toFile(path, read))
  // How the reports of an event are shown depends on its file, and so whether a quote is on record.
  const around: Around = {
    unhappened: idsOf(sound.filter(([path]) => path.startsWith('events/')).map(take), isUnhappened),
    withdrawn: idsOf(sound.filter(([path]) => path.startsWith('quotes/')).map(take), isWithdrawn),
  }
  const options = toOptions(around, unrendered)
  const rendering = [...around.unhappened, '', ...around.withdrawn].join(' ')
  const entryKey = (path: string) => `${listed.get(path)?.stamp} ${rendering}`
  if (parseArticles) {
    const unknown = sound
      .map(([path]) => path)
      .filter((path) => path.startsWith('articles/') && cache.entries.get(path)?.key !== entryKey(path))
    for (const { file, entry } of parseArticles(unknown, around)) {
      cache.files.set(file.path, { key: listed.get(file.path)?.stamp ?? '', value: file })
      if (entry) cache.entries.set(file.path, { key: entryKey(file.path), value: entry })
    }
  }
  const files = new Map<string, ContentFile>()
  for (const one of sound) {
    const file = take(one)
    if (file) files.set(file.path, file)
  }
  const entries: Entries = {
    story: null,
    articles: [],
    corrections: [],
    speakers: [],
    events: [],
    outlets: [],
    places: [],
    topics: [],
    quotes: [],
  }
  for (const file of files.values()) {
    const { data, noun, path } = file
    if (!data) continue
    const entry = recall(cache.entries, path, entryKey(path), () => toEntry(file, data, options, isWanted))
    if (noun === 'story') entries.story = entry as Entries['story']
    else (entries[noun] as AnyEntry[]).push(entry)
  }
  forget(cache, listed)
  // Files that are none of the record can be cut in two as well.
  const beside = [...besides].flatMap((path) => (listed.has(path) ? (judgeMerge(path, read(path)) ?? []) : []))
  const problems = [...strays, ...beside, ...[...files.values()].flatMap((file) => file.problems)]
  const lock = listed.has(lockFile) ? readLock(read(lockFile)) : []
  return toContent({ entries, problems, files, lock })
}

/** A content with its record, which is built when somebody asks for it. */
export function toContent(read: Omit<Content, 'record'>): Content {
  let record: NewsRecord | null = null
  return {
    ...read,
    get record() {
      record ??= buildRecord(
        read.entries,
        read.lock.map(({ address }) => address),
      )
      return record
    },
  }
}

/** Parses files that are held in memory: their texts by path. */
export function parseTexts(texts: { [path: string]: string }): Content {
  const listed = Object.entries(texts).map(([path, text]): [string, Listed] => [
    path,
    { stamp: '', size: Buffer.byteLength(text), is: 'file' },
  ])
  return parseContent(new Map(listed), (path) => texts[path] ?? '')
}

function recall<Value>(
  cache: Map<string, { key: string; value: Value }>,
  path: string,
  key: string,
  make: () => Value,
): Value {
  const known = cache.get(path)
  if (known?.key === key) return known.value
  const value = make()
  cache.set(path, { key, value })
  return value
}

function forget(cache: ParseCache, listed: ReadonlyMap<string, Listed>): void {
  for (const path of [...cache.files.keys()]) {
    if (listed.has(path)) continue
    cache.files.delete(path)
    cache.entries.delete(path)
  }
}

/** Names of the files, those with sound front matter, of which something is true. */
function idsOf(files: readonly (ContentFile | null)[], isSo: (data: object) => boolean): Set<string> {
  return new Set(files.flatMap((file) => (file?.data && isSo(file.data) ? [file.id] : [])))
}

function isUnhappened(data: object): boolean {
  const { status } = data as EventData
  return status !== 'happened' && status !== 'held'
}

function isWithdrawn(data: object): boolean {
  return (data as QuoteData).withdrawn !== null
}
