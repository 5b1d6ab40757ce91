/** From texts of content files to all that is known of them: parsed, rendered, joined into the record. */
import { readArticle } from '../markdown/article.ts'
import { renderProse } from '../markdown/prose.ts'
import type { RenderOptions } from '../markdown/rehype-render-quotes.ts'
import { buildRecord } from '../record/build-record.ts'
import type { ArticleEntry, Entries, Entry } from '../record/entries.ts'
import type { NewsRecord } from '../record/types.ts'
import {
  type ArticleData,
  article,
  correction,
  type EventData,
  event,
  outlet,
  place,
  quote,
  speaker,
  story,
  topic,
} from '../schema/index.ts'
import type { Problem } from '../schema/problem.ts'
import { type SplitFile, splitFile } from './front-matter.ts'
import { judgeData } from './judge-data.ts'
import { judgeFile, type Listed } from './judge-files.ts'
import { type LockedAddress, readLock } from './lock.ts'
import { lockFile, type Name, readName } from './names.ts'

/** All that is known of a content folder. */
export interface Content {
  record: NewsRecord
  entries: Entries
  /** What the files themselves refuse: stray files, unreadable front matter, fields against the schema, odd names. */
  problems: Problem[]
  /** The files of the record by path, those that are refused too. */
  files: ReadonlyMap<string, ContentFile>
  /** Addresses that were published before. */
  lock: readonly LockedAddress[]
}

/** A file of the record, its front matter parsed and held against the schema. */
export interface ContentFile extends Name {
  /** Path from the content folder. */
  path: string
  split: SplitFile
  /** Null when the front matter is refused. */
  data: object | null
  problems: Problem[]
}

/** The schema of each noun's front matter. */
export const schemas = {
  articles: article,
  corrections: correction,
  speakers: speaker,
  events: event,
  outlets: outlet,
  places: place,
  topics: topic,
  quotes: quote,
  story,
}

/** Parsed files and rendered entries by path, each with the key it holds for. */
export interface ParseCache {
  files: Map<string, { key: string; value: ContentFile | null }>
  entries: Map<string, { key: string; value: AnyEntry }>
}

type AnyEntry = ArticleEntry | Entry<object>

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
}

/**
 * Parses the listed files, by path from the content folder, in that order. A file whose stamp is the cached one is not
 * read again.
 */
export function parseContent(
  listed: ReadonlyMap<string, Listed>,
  read: (path: string) => string,
  cache: ParseCache = createCache(),
  { unrendered = false, isWanted = () => true }: ReadOptions = {},
): Content {
  const files = new Map<string, ContentFile>()
  const strays: Problem[] = []
  for (const [path, entry] of listed) {
    const stray = judgeFile(path, entry)
    if (stray) strays.push(stray)
    else {
      const file = recall(cache.files, path, entry.stamp, () => toFile(path, read))
      if (file) files.set(path, file)
    }
  }
  const unhappened = findUnhappened(files)
  const options: RenderOptions = { isExpected: (id) => unhappened.has(id), unrendered }
  const rendering = [...unhappened].join(' ')
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
    const entry = recall(cache.entries, path, `${listed.get(path)?.stamp} ${rendering}`, () =>
      toEntry(file, data, options, isWanted),
    )
    if (noun === 'story') entries.story = entry as Entries['story']
    else (entries[noun] as AnyEntry[]).push(entry)
  }
  forget(cache, listed)
  const problems = [...strays, ...[...files.values()].flatMap((file) => file.problems)]
  const lock = listed.has(lockFile) ? readLock(read(lockFile)) : []
  return { record: buildRecord(entries), entries, problems, files, lock }
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

/** Events whose reports must not look like facts: those expected, slipped or cancelled. */
function findUnhappened(files: ReadonlyMap<string, ContentFile>): Set<string> {
  const ids = new Set<string>()
  for (const file of files.values()) {
    if (file.noun !== 'events' || !file.data) continue
    const { status } = file.data as EventData
    if (status !== 'happened' && status !== 'held') ids.add(file.id)
  }
  return ids
}

/** A file of the record; null for one that is none, as `README.md`. */
function toFile(path: string, read: (path: string) => string): ContentFile | null {
  const name = readName(path)
  if (!name) return null
  const split = splitFile(read(path))
  return { path, ...name, split, ...judgeData(path, name, split, schemas[name.noun]) }
}

function toEntry(
  file: ContentFile,
  data: object,
  options: RenderOptions,
  isWanted: (article: ArticleData) => boolean,
): AnyEntry {
  const { id, path, split } = file
  const { body, linesBefore } = split
  if (file.noun !== 'articles') return { id, path, data, body: renderProse(body, { path, linesBefore }, options) }
  const articleData = data as ArticleData
  const { language, terms } = articleData
  const source = { path, language, terms, linesBefore }
  return { id, path, data: articleData, reading: readArticle(isWanted(articleData) ? body : '', source, options) }
}
