/**
 * What a build was made of, noted beside it: the same once more would be the same site, to the byte. So nothing is built when
 * nothing has changed, and the site still is as the build left it.
 */
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { digestOf, digestOfAll, pageCodeDigest } from '../loaders/digest.ts'
import { contentFolder, outFolder } from '../site.ts'
import { type Builds, currentBuild, notesOf } from './builds.ts'
import { digestOfFile, eachOf, listFiles } from './files.ts'

const noteName = 'making.json'

/** Digest of all that decides what a site is: the record, what is copied as it is, the code, the packages, the host. */
export async function digestOfSources(root: string): Promise<string> {
  const folders = [resolve(contentFolder), join(root, 'public')]
  const files = await Promise.all(folders.map((folder) => describeFiles(folder, digestOfFile)))
  return digestOf(pageCodeDigest(), contentFolder, outFolder, ...files)
}

/** Notes of a build that has become the site of what it was made, and how many pages it has. */
export async function noteMaking(build: string, sources: string, pages: number): Promise<void> {
  const note = { sources, pages, files: await describeFiles(build, stampOf) }
  await writeFile(join(notesOf(build), noteName), JSON.stringify(note))
}

/** How many pages the site has, if it was made of this and nothing else has written there since; else null. */
export async function pagesMadeOf(builds: Builds, sources: string): Promise<number | null> {
  const build = await currentBuild(builds)
  if (!build) return null
  try {
    const note = JSON.parse(await readFile(join(notesOf(build), noteName), 'utf8'))
    const isSame = note.sources === sources && note.files === (await describeFiles(build, stampOf))
    return isSame ? note.pages : null
  } catch {
    return null
  }
}

/** A digest over the paths below a folder and what is said of each. */
async function describeFiles(folder: string, describe: (file: string) => Promise<string>): Promise<string> {
  const lines: string[] = []
  await eachOf(await listFiles(folder), async (path) => {
    // What is no file, or has gone meanwhile, is told by its name.
    lines.push(`${path} ${await describe(join(folder, path)).catch(() => '')}`)
  })
  return digestOfAll(lines.sort())
}

async function stampOf(file: string): Promise<string> {
  const { mtimeMs, size } = await stat(file)
  return `${size} ${mtimeMs}`
}
