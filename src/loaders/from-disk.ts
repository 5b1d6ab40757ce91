/**
 * Reads the record from the content folder, each file once. The reading is kept as long as no file changes, so pages,
 * checks and collections share one; of a changed folder only the changed files are read again.
 */
import { type Dirent, lstatSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { NewsRecord } from '../record/types.ts'
import type { ArticleData } from '../schema/index.ts'
import { contentFolder } from '../site.ts'
import { type Content, createCache, type ParseCache, parseContent } from './content.ts'
import type { Listed } from './judge-files.ts'
import { giveMemoryBack } from './memory.ts'
import { isLeftBehind } from './names.ts'
import { sideBySide } from './parse-articles.ts'
import { readText, unlessGone } from './read-text.ts'

/** The record, as the content folder has it now. */
export async function getRecord(): Promise<NewsRecord> {
  return readContent().record
}

/**
 * Reads a content folder (relative to the working directory), or hands out the last reading when no file has changed
 * since. A page asks many times, so the folder is looked at again at most once a second. Of a folder that is missing
 * the record is empty.
 */
export function readContent(folder: string = contentFolder): Content {
  const root = resolve(process.cwd(), folder)
  const shelf = takeShelf()
  const kept = shelf.get(root)
  if (kept && (kept.held || Date.now() - kept.lookedAt < 1000)) return kept.content
  const listed = listFiles(root)
  const signature = JSON.stringify([...listed])
  if (kept?.signature === signature) {
    kept.lookedAt = Date.now()
    return kept.content
  }
  const cache = kept?.cache ?? createCache()
  const read = (path: string) => readText(join(root, path))
  const content = parseContent(listed, read, cache, { parseArticles: sideBySide(root, false) })
  shelf.set(root, { signature, lookedAt: Date.now(), held: false, content, cache })
  return content
}

/**
 * Reads a content folder afresh without rendering its articles, in less than half the time: for commands that show none.
 * Articles for which `isWanted` is false are read without their copy.
 */
export function readUnrendered(folder: string = contentFolder, isWanted?: (article: ArticleData) => boolean): Content {
  const root = resolve(process.cwd(), folder)
  return parseContent(listFiles(root), (path) => readText(join(root, path)), createCache(), {
    unrendered: true,
    ...(isWanted ? { isWanted } : { parseArticles: sideBySide(root, true) }),
  })
}

/** Makes the next reading look at the folder again, whatever the time. */
export function forgetContent(): void {
  for (const kept of takeShelf().values()) {
    kept.lookedAt = 0
    kept.held = false
  }
}

/** Keeps the present reading until it is forgotten: all pages of a build show one state of the folder. */
export function holdContent(folder: string = contentFolder): Content {
  const content = readContent(folder)
  const kept = takeShelf().get(resolve(process.cwd(), folder))
  if (kept) kept.held = true
  return content
}

/** Keeps the reading of another thread, as `holdContent` does its own. */
export function adoptContent(content: Content, folder: string = contentFolder): void {
  const root = resolve(process.cwd(), folder)
  takeShelf().set(root, { signature: '', lookedAt: Date.now(), held: true, content, cache: createCache() })
}

/** Gives the memory of a reading back: the next is made anew. */
export function dropContent(folder: string = contentFolder): void {
  takeShelf().delete(resolve(process.cwd(), folder))
  giveMemoryBack()
}

interface Kept {
  signature: string
  /** Milliseconds since 1970. */
  lookedAt: number
  held: boolean
  content: Content
  cache: ParseCache
}

/** Kept on `globalThis`: pages are bundled, so in one build this module exists more than once. */
function takeShelf(): Map<string, Kept> {
  const holder = globalThis as { [key: symbol]: unknown }
  const key = Symbol.for('on-record.content')
  holder[key] ??= new Map<string, Kept>()
  return holder[key] as Map<string, Kept>
}

/** All files by path from the root, sorted. Hidden ones are the system's own. */
function listFiles(root: string): Map<string, Listed> {
  const found: [path: string, listed: Listed][] = []
  const walk = (folder: string): void => {
    for (const entry of listFolder(join(root, folder))) {
      const path = folder ? `${folder}/${entry.name}` : entry.name
      if (entry.name.startsWith('.') || isLeftBehind(entry.name, entry.isDirectory())) continue
      if (entry.isDirectory()) walk(path)
      else {
        // Symbolic links are not followed: a record is what its folder holds.
        const stat = unlessGone(() => lstatSync(join(root, path)), null)
        const is = entry.isFile() ? 'file' : entry.isSymbolicLink() ? 'link' : 'other'
        if (stat) found.push([path, { stamp: `${stat.mtimeMs} ${stat.size}`, size: stat.size, is }])
      }
    }
  }
  walk('')
  return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)))
}

function listFolder(folder: string): Dirent[] {
  return unlessGone(() => readdirSync(folder, { withFileTypes: true }), [])
}
