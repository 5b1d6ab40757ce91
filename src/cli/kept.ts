/**
 * What one build keeps for the next: what was read, pages, pictures. Astro takes a page over when its key is the same, and
 * a picture is known by its name; neither looks at what is in the file. So a build that comes to its end writes down a
 * digest of each file, and the next one uses those that are still so. Whatever ended a build in between, and whatever else
 * has written there, costs what it has touched and nothing more.
 */
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readingFile } from '../loaders/kept-reading.ts'
import { digestOfFile, eachOf, listFiles } from './files.ts'

/** The list of what was kept, in the folder itself. */
const listName = 'kept.json'
/** Not in it: the list, and what commands write between builds, which bears a digest of its own. */
const unlisted = new Set([listName, readingFile])
/** Another when the list is written in another way. */
const version = 1

/** Digests of the files, by their paths below the folder. */
export type Kept = Map<string, string>

/** Throws away what the last finished build has not left there so, and says so; gives what is still good. */
export async function checkKept(folder: string, say: (line: string) => void): Promise<Kept> {
  const found = await listKept(folder)
  if (found.length === 0) return new Map()
  const kept = await readList(folder)
  if (!kept) {
    say(`What earlier builds kept in ${folder}/ is of another version, or damaged: all is made again.`)
    await rm(folder, { recursive: true, force: true })
    return new Map()
  }
  const good: Kept = new Map()
  const there = new Set(found)
  const spoiled = [...kept.keys()].filter((path) => !there.has(path))
  await eachOf(found, async (path) => {
    const digest = await digestOfFile(join(folder, path))
    if (digest === kept.get(path)) good.set(path, digest)
    else spoiled.push(path)
  })
  if (spoiled.length > 0) {
    const [first] = spoiled.sort()
    const files = spoiled.length === 1 ? `is not as the last` : `and ${spoiled.length - 1} more are not as the last`
    say(`In ${folder}/, ${first} ${files} finished build left it: made again.`)
    await eachOf(spoiled, (path) => rm(join(folder, path), { force: true }))
  }
  return good
}

/** Writes down what is in the folder. What was `good` at `since`, and was not written after, is not read again. */
export async function noteKept(folder: string, good: Kept, since: number): Promise<void> {
  const files: [path: string, digest: string][] = []
  await eachOf(await listKept(folder), async (path) => {
    const file = join(folder, path)
    const known = (await stat(file)).mtimeMs < since ? good.get(path) : undefined
    files.push([path, known ?? (await digestOfFile(file))])
  })
  await mkdir(folder, { recursive: true })
  const part = join(folder, `${listName}.part`)
  await writeFile(part, JSON.stringify({ version, files: Object.fromEntries(files.sort()) }))
  await rename(part, join(folder, listName))
}

async function readList(folder: string): Promise<Kept | null> {
  try {
    const list = JSON.parse(await readFile(join(folder, listName), 'utf8'))
    return list.version === version ? new Map(Object.entries<string>(list.files)) : null
  } catch {
    return null
  }
}

async function listKept(folder: string): Promise<string[]> {
  return (await listFiles(folder)).filter((path) => !unlisted.has(path))
}
