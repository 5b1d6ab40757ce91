/** From texts of content files to all that is known of them: parsed, rendered, joined into the record. */
import type { RenderOptions } from '../markdown/rehype-render-quotes.ts'
import { buildRecord } from '../record/build-record.ts'
import type { Entries } from '../record/entries.ts'
import type { NewsRecord } from '../record/types.ts'
import { folders } from '../schema/folders.ts'
import type { ArticleData, EventData, QuoteData } from '../schema/index.ts'
import { type Conflict, findConflict } from './conflict.ts'
import { type AnyEntry, type ContentFile, toEntry, toFile, toKnownFile } from './content-file.ts'
import { codeDigest, digestOf } from './digest.ts'
import { type LockedAddress, readLock } from './lock.ts'
import { isOfLook, isRead, type Listed, largest, lockFile, readName, settingsFile, wordsFile } from './names.ts'

/** All that is known of a content folder. */
export interface Content {
  readonly record: NewsRecord
  entries: Entries
  /** All that stands in the folder, by path. */
  listed: ReadonlyMap<string, Listed>
  /** The files in which Git has left two versions, by path. */
  conflicts: ReadonlyMap<string, Conflict>
  /** The files of the record by path, those that are refused too. */
  files: ReadonlyMap<string, ContentFile>
  /** What the look is made of, by path; of type and pictures, what is text in them. */
  look: ReadonlyMap<string, string>
  /** Addresses that were published before. */
  lock: readonly LockedAddress[]
  /** What was made of each sound file, by path. */
  parsed: ReadonlyMap<string, Parsed>
}

/** What was made of a sound file, and of what: it is made again when any of that is another. Plain JSON. */
export interface Parsed {
  /** Of the code that parses, and of the file's path and text. */
  digest: string
  /** What it may link to, anything when that is null, and what other files say of it. */
  names: string[] | null
  said: string
  isRendered: boolean
  /** What its front matter says. */
  front: ContentFile['split']['data']
  entry: AnyEntry
}

/** How much is read, and what need not be read again. */
export interface ReadOptions {
  /** Leaves the copies unrendered. */
  unrendered?: boolean
  /** Articles for which it is false are read without their copy. */
  isWanted?: (article: ArticleData) => boolean
  /** What was made of files before, by path. */
  known?: ReadonlyMap<string, Parsed>
}

/** What other files say that decides how an article is read. */
interface Around {
  /** Events whose reports must not look like facts: those expected, slipped or cancelled. */
  unhappened: Set<string>
  /** Quotes that were withdrawn, as `speaker/fragment`: links to them are none. */
  withdrawn: Set<string>
}

/** Parses the listed files, by path from the content folder, in that order. */
export function parseContent(
  listed: ReadonlyMap<string, Listed>,
  read: (path: string) => string,
  { unrendered = false, isWanted = () => true, known }: ReadOptions = {},
): Content {
  const conflicts = new Map<string, Conflict>()
  const texts = new Map<string, string>()
  const look = new Map<string, string>()
  for (const [path, { size, is }] of listed) {
    if (is !== 'file' || size > largest) continue
    if (isOfLook(path)) look.set(path, read(path))
    if (!isRead(path)) continue
    const text = path === settingsFile || path === wordsFile ? toFenced(read(path)) : read(path)
    const conflict = findConflict(text)
    if (conflict) conflicts.set(path, conflict)
    if (readName(path)) texts.set(path, text)
  }
  // How a link is shown depends on the file of its event, and whether a quote is on record on that of the quote.
  const around: Around = { unhappened: new Set(), withdrawn: new Set() }
  const found = new Map<string, { file: ContentFile; digest: string; before: Parsed | undefined }>()
  for (const [path, text] of texts) {
    const digest = digestOf(codeDigest(), path, text)
    const kept = known?.get(path)
    const before = kept?.digest === digest ? kept : undefined
    const file = before ? toKnownFile(path, text, before.front, before.entry.data) : toFile(path, text)
    found.set(path, { file, digest, before })
    const { status } = (file.noun === 'events' ? (file.data ?? {}) : {}) as Partial<EventData>
    const { withdrawn = null } = (file.noun === 'quotes' ? (file.data ?? {}) : {}) as Partial<QuoteData>
    if (status && status !== 'happened' && status !== 'held') around.unhappened.add(file.id)
    if (withdrawn) around.withdrawn.add(file.id)
  }
  const files = new Map<string, ContentFile>()
  const parsed = new Map<string, Parsed>()
  const entries = {
    story: null,
    settings: null,
    words: null,
    ...Object.fromEntries(folders.map((folder) => [folder, []])),
  } as unknown as Entries
  const options: RenderOptions = {
    isExpected: (event) => around.unhappened.has(event),
    isWithdrawn: (speaker, fragment) => around.withdrawn.has(`${speaker}/${fragment}`),
    unrendered,
  }
  for (const [path, { file, digest, before }] of found) {
    files.set(path, file)
    if (!file.data) continue
    const names = before ? before.names : namesIn(texts.get(path) ?? '')
    const said = toSaid(names, around)
    const isSame = before?.said === said && (unrendered || before.isRendered)
    const entry = isSame ? before.entry : toEntry(file, file.data, options, isWanted)
    parsed.set(path, isSame ? before : { digest, names, said, isRendered: !unrendered, front: file.split.data, entry })
    if (file.noun === 'story') entries.story = entry as Entries['story']
    else if (file.noun === 'settings') entries.settings = entry as Entries['settings']
    else if (file.noun === 'words') entries.words = entry as Entries['words']
    else (entries[file.noun] as AnyEntry[]).push(entry)
  }
  const lock = listed.has(lockFile) ? readLock(read(lockFile)) : []
  let record: NewsRecord | undefined
  const published = lock.map(({ address }) => address)
  return {
    ...{ entries, listed, conflicts, files, look, lock, parsed },
    // Built when somebody asks for it.
    get record() {
      record ??= buildRecord(entries, published)
      return record
    },
  }
}

/** Settings as front matter, so that they are read and judged like it; what is said of them is one line above there. */
function toFenced(text: string): string {
  return `---\n${text}\n---\n`
}

/**
 * What a text may link to, found in it as it stands, however a path leads there; null when that can be anything, since a
 * name in it may be written with an escape (CommonMark 0.31, 2.4 and 2.5).
 */
function namesIn(text: string): string[] | null {
  if (text.split(/\s/).some((piece) => /[\\&]/.test(piece) && piece.includes('md'))) return null
  const links = text.matchAll(/(?<![a-z0-9-])([a-z0-9-]+)\.md(?:#([a-z0-9-]+))?/g)
  return [
    ...new Set([...links].flatMap(([, name = '', fragment]) => [name, ...(fragment ? [`${name}/${fragment}`] : [])])),
  ]
}

/** What other files say of it. */
function toSaid(names: Parsed['names'], { unhappened, withdrawn }: Around): string {
  const said = names?.filter((name) => unhappened.has(name) || withdrawn.has(name)) ?? [...unhappened, ...withdrawn]
  return said.sort().join(' ')
}

/** Parses files that are held in memory: their texts by path. */
export function parseTexts(texts: { [path: string]: string }, options?: ReadOptions): Content {
  const toListed = (text: string): Listed => ({ size: Buffer.byteLength(text), is: 'file' })
  const listed = Object.entries(texts).map(([path, text]) => [path, toListed(text)] as const)
  return parseContent(new Map(listed), (path) => texts[path] ?? '', options)
}
