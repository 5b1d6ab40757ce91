/** What a path in the content folder is the name of. */

import { folders } from '../schema/folders.ts'
import { lookFolder } from '../schema/settings.ts'

/** What a record is made of: a folder each, and the story, its settings and its words, which are one file each. */
export const nouns = [...folders, 'story', 'settings', 'words'] as const

export type Noun = (typeof nouns)[number]

export interface Name {
  noun: Noun
  id: string
}

/** What the site is called and looks like: YAML and nothing else. */
export const settingsFile = 'settings.yaml'

/** Words of the interface that the story says otherwise: YAML too. */
export const wordsFile = 'words.yaml'

/** Addresses that were published. */
export const lockFile = 'urls.lock'

/** A file of the content folder, before it is read. */
export interface Listed {
  /** In bytes. */
  size: number
  /** A symbolic link, or something else that is no file; links are not followed. */
  is: 'file' | 'link' | 'other'
}

/** Bytes of a file that is read, at most: an article of a hundred pages; more is no article. */
export const largest = 1_000_000

/** Whether a file of the folder is text that is read: one of the record, its manual, the addresses that were published. */
export function isRead(path: string): boolean {
  return readName(path) !== null || path === 'README.md' || path === lockFile
}

/** Whether a file belongs into the folder: what is read, what a look is made of, and stamps of what was published. */
export function isOfRecord(path: string): boolean {
  return isRead(path) || isOfLook(path) || stampFile.test(path)
}

/** Whether a look may be made of a file: a picture, type or a style sheet. */
export function isOfLook(path: string): boolean {
  return lookFile.test(path)
}

/** Stamps of roots of the proof: OpenTimestamps, and answers of a time-stamping authority (RFC 3161). */
export const stampFolder = 'stamps'
const stampFile = new RegExp(`^${stampFolder}/[0-9a-f]{64}\\.(?:ots|tsr)$`)

const lookFile = new RegExp(`^${lookFolder}/[^/]+\\.(?:css|svg|png|jpe?g|webp|avif|woff2?|ttf|otf)$`)

/**
 * What systems and editors leave beside one's files: thumbnails and settings of folders, copies from before a change, what
 * a merge or a patch put aside. They are passed over, as hidden files are.
 */
const leftBehind = [
  /^(?:thumbs\.db|ehthumbs(?:_vista)?\.db|desktop\.ini|icon\r)$/i,
  /~$|^~\$|^#.*#$/,
  /\.(?:orig|rej|bak|old|tmp|temp|sw[a-p]|part|crdownload)$/i,
  /_(?:BACKUP|BASE|LOCAL|REMOTE)_\d+\.md$/,
]
const foldersLeftBehind = /^(?:__MACOSX|@eaDir|\$RECYCLE\.BIN|System Volume Information|lost\+found)$/i

/** Whether a system or an editor has left a file, or a folder, of that name. */
export function isLeftBehind(name: string, isFolder = false): boolean {
  return isFolder ? foldersLeftBehind.test(name) : leftBehind.some((form) => form.test(name))
}

/** The noun and id of a file; null when it is none of the record's. A quote's id is `speaker/fragment`. */
export function readName(path: string): Name | null {
  if (path === settingsFile) return { noun: 'settings', id: 'settings' }
  if (path === wordsFile) return { noun: 'words', id: 'words' }
  if (!path.endsWith('.md')) return null
  if (path === 'story.md') return { noun: 'story', id: 'story' }
  const [folder = '', ...rest] = path.slice(0, -'.md'.length).split('/')
  const noun = folders.find((name) => name === folder)
  if (!noun || rest.length !== (noun === 'quotes' ? 2 : 1)) return null
  return { noun, id: rest.join('/') }
}
