/**
 * Reads the record from the content folder, each file once. The reading is kept as long as no file changes, so pages,
 * checks and collections share one; of a changed folder only the changed files are read again.
 */
import { type Dirent, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readArticle } from '../markdown/article.ts'
import { renderProse } from '../markdown/prose.ts'
import type { RenderOptions } from '../markdown/rehype-render-quotes.ts'
import { buildRecord } from '../record/build-record.ts'
import type { ArticleEntry, Entries, Entry } from '../record/entries.ts'
import type { NewsRecord } from '../record/types.ts'
import {
  type ArticleData,
  article,
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
import { contentFolder } from '../site.ts'
import { type SplitFile, splitFile } from './front-matter.ts'
import { judgeData } from './judge-data.ts'
import { type Name, readName } from './names.ts'

/** All that is known of the content folder. */
export interface Content {
  record: NewsRecord
  entries: Entries
  /** What the files themselves refuse: unreadable front matter, fields against the schema, odd names. */
  problems: Problem[]
  /** The files read, by path from the content folder. */
  files: ReadonlyMap<string, ContentFile>
}

/** A file of the record, its front matter parsed and checked against the schema. */
export interface ContentFile extends Name {
  /** Path from the content folder. */
  path: string
  split: SplitFile
  /** Null when the front matter is refused. */
  data: object | null
  problems: Problem[]
}

const schemas = {
  articles: article,
  speakers: speaker,
  events: event,
  outlets: outlet,
  places: place,
  topics: topic,
  quotes: quote,
  story,
}

/** The record, as the content folder has it now. */
export async function getRecord(): Promise<NewsRecord> {
  return readContent().record
}

/**
 * Reads the content folder, or hands out the last reading when no file has changed since. A page asks many times, so the
 * folder is looked at again at most once a second, unless `forgetContent` was called.
 */
export function readContent(folder: string = contentFolder): Content {
  const root = resolve(process.cwd(), folder)
  const shelf = takeShelf()
  const kept = shelf.get(root)
  if (kept && Date.now() - kept.lookedAt < 1000) return kept.content
  const stamps = listFiles(root)
  const signature = JSON.stringify([...stamps])
  if (kept?.signature === signature) {
    kept.lookedAt = Date.now()
    return kept.content
  }
  const cache = kept?.cache ?? { files: new Map(), entries: new Map() }
  const content = parseAll(root, stamps, cache)
  shelf.set(root, { signature, lookedAt: Date.now(), content, cache })
  return content
}

/** Makes the next reading look at the folder again, whatever the time. */
export function forgetContent(): void {
  for (const kept of takeShelf().values()) kept.lookedAt = 0
}

interface Kept {
  signature: string
  /** Milliseconds since 1970. */
  lookedAt: number
  content: Content
  cache: Cache
}

/** Parsed files and rendered entries by path, each with the key it holds for. */
interface Cache {
  files: Map<string, { key: string; value: ContentFile | null }>
  entries: Map<string, { key: string; value: AnyEntry }>
}

type AnyEntry = ArticleEntry | Entry<unknown>

/** Kept on `globalThis`: pages are bundled, so in one build this module exists more than once. */
function takeShelf(): Map<string, Kept> {
  const holder = globalThis as { [key: symbol]: unknown }
  const key = Symbol.for('on-record.content')
  holder[key] ??= new Map<string, Kept>()
  return holder[key] as Map<string, Kept>
}

/** Markdown files by path from the root, sorted, with a stamp that changes when they do. A missing folder is an empty one. */
function listFiles(root: string): Map<string, string> {
  const found: [path: string, stamp: string][] = []
  const walk = (folder: string): void => {
    for (const entry of listFolder(join(root, folder))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      // Symbolic links are not followed: a record is what its folder holds.
      if (entry.isDirectory() && !entry.name.startsWith('.')) walk(path)
      else if (entry.isFile() && entry.name.endsWith('.md')) {
        const { mtimeMs, size } = statSync(join(root, path))
        found.push([path, `${mtimeMs} ${size}`])
      }
    }
  }
  walk('')
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function listFolder(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function parseAll(root: string, stamps: Map<string, string>, cache: Cache): Content {
  const files = new Map<string, ContentFile>()
  for (const [path, stamp] of stamps) {
    const file = recall(cache.files, path, stamp, () => loadFile(root, path))
    if (file) files.set(path, file)
  }
  const unhappened = findUnhappened(files)
  const options: RenderOptions = { isExpected: (id) => unhappened.has(id) }
  const entries: Entries = {
    story: null,
    articles: [],
    speakers: [],
    events: [],
    outlets: [],
    places: [],
    topics: [],
    quotes: [],
  }
  const rendering = [...unhappened].join(' ')
  for (const file of files.values()) {
    if (!file.data) continue
    const entry = recall(cache.entries, file.path, `${stamps.get(file.path)} ${rendering}`, () =>
      toEntry(file, options),
    )
    if (file.noun === 'story') entries.story = entry as Entries['story']
    else (entries[file.noun] as AnyEntry[]).push(entry)
  }
  for (const path of [...cache.files.keys()]) {
    if (stamps.has(path)) continue
    cache.files.delete(path)
    cache.entries.delete(path)
  }
  const problems = [...files.values()].flatMap((file) => file.problems)
  return { record: buildRecord(entries), entries, problems, files }
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

/** Reads one file; null for a file that is none of the record's, as `README.md`. */
function loadFile(root: string, path: string): ContentFile | null {
  const name = readName(path)
  if (!name) return null
  const split = splitFile(readFileSync(join(root, path), 'utf8'))
  return { path, ...name, split, ...judgeData(path, name, split, schemas[name.noun]) }
}

function toEntry(file: ContentFile, options: RenderOptions): AnyEntry {
  const { id, path, split, data } = file
  if (file.noun === 'articles') {
    const articleData = data as ArticleData
    const source = { path, language: articleData.language, linesBefore: split.linesBefore }
    return { id, path, data: articleData, reading: readArticle(split.body, source, options) }
  }
  return { id, path, data, body: renderProse(split.body, { path, linesBefore: split.linesBefore }, options) }
}
