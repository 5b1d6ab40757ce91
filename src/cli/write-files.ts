/** Writes several files so that either all of them appear, each whole, or none. */
import { link, mkdir, open, readdir, rename, rm, stat, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface NewFile {
  /** Path from the content folder. */
  path: string
  text: string
}

/** Raised when a file is there already and may not be replaced. */
export class TakenError extends Error {
  override name = 'TakenError'
  readonly path: string
  constructor(path: string) {
    super(`${path} is there already. Nothing was written.`)
    this.path = path
  }
}

const staging = '.import-'

/**
 * Writes the files into the folder, the last one last: whatever it links to is there before it. Every file is written
 * whole into a folder aside first and then moved; on a failure or an interruption what was moved is taken back.
 */
export async function writeFiles(
  folder: string,
  files: readonly NewFile[],
  replace: ReadonlySet<string> = new Set(),
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await sweep(folder)
  for (const { path } of files) {
    if (!replace.has(path) && (await exists(join(folder, path)))) throw new TakenError(path)
  }
  const aside = join(folder, `${staging}${process.pid}`)
  const moved: string[] = []
  const replaced: { target: string; old: string }[] = []
  const undo = async () => {
    for (const path of moved) await rm(path, { force: true })
    for (const { target, old } of replaced) await rename(old, target)
    await rm(aside, { recursive: true, force: true })
  }
  const stop = () => {
    undo().finally(() => process.exit(130))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await mkdir(aside, { recursive: true })
    for (const [index, { text }] of files.entries()) await writeWhole(join(aside, String(index)), text)
    for (const [index, { path }] of files.entries()) {
      const target = join(folder, path)
      await mkdir(dirname(target), { recursive: true })
      if (replace.has(path) && (await exists(target))) {
        const old = join(aside, `${index}.old`)
        await link(target, old)
        replaced.push({ target, old })
        await rename(join(aside, String(index)), target)
      } else {
        // A link fails where a rename would overwrite.
        await link(join(aside, String(index)), target).catch((error: NodeJS.ErrnoException) => {
          throw error.code === 'EEXIST' ? new TakenError(path) : error
        })
        moved.push(target)
        await unlink(join(aside, String(index)))
      }
    }
    await rm(aside, { recursive: true, force: true })
  } catch (error) {
    await undo()
    throw error
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Takes away what a killed run has left aside. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(staging) ? Number(name.slice(staging.length)) : Number.NaN
    if (!Number.isInteger(pid) || isRunning(pid)) continue
    await rm(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
