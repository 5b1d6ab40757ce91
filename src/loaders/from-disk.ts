/** Reads the record from the content folder, each file once. */
import { type Dirent, existsSync, lstatSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { compare } from '../lists.ts'
import { type ArticleData, noSettings, type SettingsData } from '../schema/index.ts'
import { contentFolder, isContentNamed } from '../site.ts'
import { type Content, parseContent, parseTexts, type ReadOptions } from './content.ts'
import { isLeftBehind, type Listed, settingsFile } from './names.ts'
import { readText, unlessGone } from './read-text.ts'

/**
 * Reads a content folder (relative to the working directory) as it is now. Of a folder that is missing the record is empty;
 * throws when it is the one that somebody named in `CONTENT`.
 */
export function readContent(folder: string = contentFolder, options: ReadOptions = {}): Content {
  const root = resolve(process.cwd(), folder)
  if (isContentNamed && folder === contentFolder && !existsSync(root)) {
    throw new Error(
      `There is no folder ${folder}, which CONTENT names. Correct the name, or start a story there: \`npm run new -- story --into ${folder}\`.`,
    )
  }
  return parseContent(listFiles(root), (path) => readText(join(root, path)), options)
}

/**
 * Reads a content folder without rendering its articles, in less than half the time: for commands that show none.
 * Articles for which `isWanted` is false are read without their copy.
 */
export function readUnrendered(folder: string = contentFolder, isWanted?: (article: ArticleData) => boolean): Content {
  return readContent(folder, { unrendered: true, ...(isWanted && { isWanted }) })
}

/** The settings of the story alone; none where they are missing or refused. */
export function readSettings(folder: string = contentFolder): SettingsData {
  const text = unlessGone(() => readText(join(resolve(process.cwd(), folder), settingsFile)), null)
  return (text !== null && parseTexts({ [settingsFile]: text }).entries.settings?.data) || noSettings
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
        if (stat) found.push([path, { size: stat.size, is }])
      }
    }
  }
  walk('')
  return new Map(found.sort(([a], [b]) => compare(a, b)))
}

function listFolder(folder: string): Dirent[] {
  return unlessGone(() => readdirSync(folder, { withFileTypes: true }), [])
}
