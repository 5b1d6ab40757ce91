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
import { isOfRecord, type Listed, largest, lockFile, readName } from './names.ts'

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
  /** Addresses that were published before. */
  lock: readonly LockedAddress[]
  /** What was made of each sound file, by path. */
  parsed: ReadonlyMap<string, Parsed>
}

/** What was made of a file, and of what: it is made again when the digest is another. */
interface Parsed {
  digest: string
  entry: AnyEntry
}

/** The entry of a file, and where it is at hand the file as it was read. */
interface Known {
  entry: AnyEntry
  file?: ContentFile | undefined
}

/** How much is read, and what need not be read again. */
export interface ReadOptions {
  /** Leaves the copies unrendered. */
  unrendered?: boolean
  /** Articles for which it is false are read without their copy. */
  isWanted?: (article: ArticleData) => boolean
  /** What was made of a file before, read in the same way, if it was made of what has this digest. */
  recall?: (path: string, digest: string) => Known | undefined
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
  { unrendered = false, isWanted = () => true, recall = () => undefined }: ReadOptions = {},
): Content {
  const conflicts = new Map<string, Conflict>()
  const texts = new Map<string, string>()
  for (const [path, { size, is }] of listed) {
    if (is !== 'file' || size > largest || !isOfRecord(path)) continue
    const text = read(path)
    const conflict = findConflict(text)
    if (conflict) conflicts.set(path, conflict)
    if (readName(path)) texts.set(path, text)
  }
  // How a link is shown depends on the file of its event, and whether a quote is on record on that of the quote.
  const around: Around = { unhappened: new Set(), withdrawn: new Set() }
  const decisive = new Map<string, ContentFile>()
  for (const [path, text] of texts) {
    if (!/^(?:events|quotes)\//.test(path)) continue
    const file = toFile(path, text)
    decisive.set(path, file)
    const { status } = (file.data ?? {}) as Partial<EventData>
    const { withdrawn = null } = (file.data ?? {}) as Partial<QuoteData>
    if (status && status !== 'happened' && status !== 'held') around.unhappened.add(file.id)
    if (withdrawn) around.withdrawn.add(file.id)
  }
  const files = new Map<string, ContentFile>()
  const parsed = new Map<string, Parsed>()
  const entries = { story: null, ...Object.fromEntries(folders.map((folder) => [folder, []])) } as unknown as Entries
  const options: RenderOptions = {
    isExpected: (event) => around.unhappened.has(event),
    isWithdrawn: (speaker, fragment) => around.withdrawn.has(`${speaker}/${fragment}`),
    unrendered,
  }
  for (const [path, text] of texts) {
    const digest = toDigest(path, text, around)
    const known = recall(path, digest)
    const file =
      known?.file ?? decisive.get(path) ?? (known ? toKnownFile(path, text, known.entry.data) : toFile(path, text))
    files.set(path, file)
    if (!file.data) continue
    const entry = known?.entry ?? toEntry(file, file.data, options, isWanted)
    parsed.set(path, { digest, entry })
    if (file.noun === 'story') entries.story = entry as Entries['story']
    else (entries[file.noun] as AnyEntry[]).push(entry)
  }
  const lock = listed.has(lockFile) ? readLock(read(lockFile)) : []
  let record: NewsRecord | undefined
  const published = lock.map(({ address }) => address)
  return {
    ...{ entries, listed, conflicts, files, lock, parsed },
    // Built when somebody asks for it.
    get record() {
      record ??= buildRecord(entries, published)
      return record
    },
  }
}

/**
 * All that an entry depends on: its path and text, what other files say of what it links to, and the code that parses it.
 * Names are found in the text as it stands, however a path leads to them. A name that may be written with an escape
 * (CommonMark 0.31, 2.4 and 2.5) can be any, so such a text depends on all that the files say.
 */
function toDigest(path: string, text: string, { unhappened, withdrawn }: Around): string {
  const said = new Set<string>()
  const isEscaped = text.split(/\s/).some((piece) => /[\\&]/.test(piece) && piece.includes('md'))
  if (isEscaped) for (const name of [...unhappened, ...withdrawn]) said.add(name)
  for (const [, name = '', fragment] of text.matchAll(/(?<![a-z0-9-])([a-z0-9-]+)\.md(?:#([a-z0-9-]+))?/g)) {
    if (unhappened.has(name)) said.add(name)
    if (withdrawn.has(`${name}/${fragment}`)) said.add(`${name}/${fragment}`)
  }
  return digestOf(codeDigest(), path, text, ...[...said].sort())
}

/** Parses files that are held in memory: their texts by path. */
export function parseTexts(texts: { [path: string]: string }): Content {
  const toListed = (text: string): Listed => ({ size: Buffer.byteLength(text), is: 'file' })
  const listed = Object.entries(texts).map(([path, text]) => [path, toListed(text)] as const)
  return parseContent(new Map(listed), (path) => texts[path] ?? '')
}
