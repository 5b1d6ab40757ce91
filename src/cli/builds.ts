/**
 * Where builds go. Each build has a folder of its own beside the site, `.dist/<id>` for `dist`; the site is a symbolic
 * link to one of them, switched by one rename. Whatever happens to a build, the last good site stands.
 */
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import {
  copyFile,
  cp,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { eachOf, listFiles } from './files.ts'

/** Files whose names carry a hash of their content: a page opened before a switch still asks for them. */
const hashed = /^(_astro\/|pagefind\/(fragment|index|filter)\/|pagefind\/pagefind\.[^/]*\.pf_meta$)/

/** Lists, in a build's folder of notes, what it took over from the build before. */
const carriedList = 'carried.json'

/** Names, in the same folder, the folder of the record that it shows. */
const recordName = 'record.txt'

export interface Builds {
  /** The site, a symbolic link. */
  site: string
  /** The folder that holds the builds. */
  folder: string
}

export function buildsOf(outFolder: string): Builds {
  const site = resolve(outFolder)
  return { site, folder: join(dirname(site), `.${basename(site)}`) }
}

/**
 * Makes the folder of a new build, below `workshop`, and gives its path. It is the same each time: Astro forgets what it
 * knows of the content when any of its settings is another.
 */
export async function openBuild(workshop: string): Promise<string> {
  const build = join(workshop, 'site')
  await mkdir(build, { recursive: true })
  return build
}

/**
 * Moves a finished build beside the site, and gives its new path. It is made near the project because Astro moves its
 * files by renaming, which ends at the border of a disk.
 */
export async function moveBuild({ folder }: Builds, build: string): Promise<string> {
  const target = join(folder, `${Date.now().toString(36)}-${randomBytes(4).toString('hex')}`)
  await mkdir(folder, { recursive: true })
  try {
    await rename(build, target)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    await cp(build, target, { recursive: true })
    await rm(build, { recursive: true, force: true })
  }
  return target
}

/** Makes a finished build of a record the site, in one step, and has all but it and the one before cleared away. */
export async function publishBuild(builds: Builds, build: string, record: string): Promise<void> {
  await mkdir(notesOf(build), { recursive: true })
  await writeFile(join(notesOf(build), recordName), record)
  const last = await currentBuild(builds)
  await carryOver(last, build)
  await makeWay(builds)
  const link = `${builds.site}.${randomBytes(4).toString('hex')}`
  await symlink(relative(dirname(builds.site), build), link, 'dir')
  try {
    await rename(link, builds.site)
  } catch (error) {
    await rm(link, { force: true })
    throw error
  }
  await sweep(builds, [build, last])
}

/** Clears away a build that came to nothing, at once and without waiting, as when a process ends. */
export function dropBuild(build: string): void {
  for (const path of [build, notesOf(build)]) rmSync(path, { recursive: true, force: true })
}

/** Paths, relative to the site, that a build took over from the one before; empty when it took none. */
export async function carriedInto(build: string): Promise<string[]> {
  try {
    return JSON.parse(await readFile(join(notesOf(build), carriedList), 'utf8')) as string[]
  } catch {
    return []
  }
}

/** The folder of the record that the site shows; null when it was brought here from elsewhere. */
export async function recordOf(builds: Builds): Promise<string | null> {
  const build = await currentBuild(builds)
  return build && (await readFile(join(notesOf(build), recordName), 'utf8').catch(() => null))
}

/** The folder of the build that is the site; null before the first. */
export async function currentBuild({ site }: Builds): Promise<string | null> {
  try {
    await readlink(site)
    return await realpath(site)
  } catch {
    return null
  }
}

/** Keeps the last build's hashed files for one build: what that one had carried itself is not carried again. */
async function carryOver(last: string | null, build: string): Promise<void> {
  if (!last) return
  const old = new Set(await carriedInto(last))
  const there = new Set(await listHashed(build))
  const carried = (await listHashed(last)).filter((path) => !old.has(path) && !there.has(path))
  await eachOf(carried, async (path) => {
    const target = join(build, path)
    await mkdir(dirname(target), { recursive: true })
    await copyFile(join(last, path), target)
  })
  await writeFile(join(notesOf(build), carriedList), JSON.stringify(carried.sort()))
}

/** The hashed files of a build, by path: there may be tens of thousands of others. */
async function listHashed(build: string): Promise<string[]> {
  const lists = ['_astro', 'pagefind'].map(async (folder) =>
    (await listFiles(join(build, folder))).map((path) => `${folder}/${path}`),
  )
  return (await Promise.all(lists)).flat().filter((path) => hashed.test(path))
}

/** A plain folder where the link goes, left by other means than this, becomes a build. */
async function makeWay({ site, folder }: Builds): Promise<void> {
  const found = await lstat(site).catch(() => null)
  if (found && !found.isSymbolicLink()) await rename(site, join(folder, `before-${randomBytes(4).toString('hex')}`))
}

/**
 * Removes builds that are neither the site nor the one before it, such as those of a build that was killed. The site
 * stands by then, and tens of thousands of files take seconds: a process of its own goes on with it. Not while a build
 * writes: ext4 looks past every inode freed in the last seconds whenever it makes a file (`recently_deleted`).
 */
async function sweep({ folder }: Builds, kept: (string | null)[]): Promise<void> {
  const names = new Set(kept.flatMap((build) => (build ? [basename(build), basename(notesOf(build))] : [])))
  const old = (await readdir(folder)).filter((name) => !names.has(name)).map((name) => join(folder, name))
  if (old.length === 0) return
  const command = [join(import.meta.dirname, 'clear.ts'), ...old]
  spawn(process.execPath, command, { detached: true, stdio: 'ignore', windowsHide: true }).unref()
}

/** Notes about a build stand beside it, so that they are no part of the site. */
export function notesOf(build: string): string {
  return `${build}.notes`
}
