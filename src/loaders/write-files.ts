/**
 * The one way in which commands write into a content folder: every file is the old one or the new one, whole, whatever
 * ends the command and wherever; and of several files either all appear or none, unless the command is killed in between.
 */
import { chmod, copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

export interface NewFile {
  /** Path from the content folder. */
  path: string
  text: string
}

/** A file that becomes another, or none. */
export interface ChangedFile {
  /** Path from the content folder. */
  path: string
  /** What stands there, and what is to; null for no file. */
  before: string | null
  after: string | null
}

/** Raised when something else has changed a file meanwhile. All is as it was. */
export class MeanwhileError extends Error {
  override name = 'MeanwhileError'
  readonly path: string
  /** What was expected there, and what is. */
  readonly expected: string | null
  readonly found: string | null
  constructor(folder: string, { path, before }: ChangedFile, found: string | null) {
    super(`${folder}/${path} has changed on disk meanwhile. Nothing was written.`)
    this.path = path
    this.expected = before
    this.found = found
  }
}

/** Raised when a file is there already and may not be replaced. */
export class TakenError extends Error {
  override name = 'TakenError'
  readonly path: string
  constructor(folder: string, path: string) {
    super(`${folder}/${path} is there already. Nothing was written.`)
    this.path = path
  }
}

/** Raised when the disk does not take them: it is full, or may not be written to. All is as it was. */
export class UnwritableError extends Error {
  override name = 'UnwritableError'
}

/** Readers of the folder pass over names that begin with a point. */
const staging = '.writing-'

/**
 * Writes the files into the folder, the last one last: whatever it links to is there before it. Every file is written
 * whole into a folder aside first and then moved; on a failure or an interruption what was moved is taken back. Those in
 * `replace` may be there already.
 */
export async function writeFiles(
  folder: string,
  files: readonly NewFile[],
  replace: ReadonlySet<string> = new Set(),
): Promise<void> {
  await moveIn(folder, files, replace, async () => {
    for (const { path } of files) {
      if (!replace.has(path) && (await modeOf(join(folder, path))) !== null) throw new TakenError(folder, path)
    }
  })
}

/** Makes files others, or none, in the same way; none of them when one is not what it was. */
export async function changeFiles(folder: string, files: readonly ChangedFile[]): Promise<void> {
  const known = new Set(files.flatMap(({ path, before }) => (before === null ? [] : [path])))
  const left = files.map(({ path, after }) => ({ path, text: after }))
  await moveIn(folder, left, known, async () => {
    for (const file of files) {
      const found = await readOrNull(join(folder, file.path))
      if (found !== file.before) throw new MeanwhileError(folder, file, found)
    }
  })
}

/** The text of a file, null when there is none. */
async function readOrNull(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
}

async function moveIn(
  folder: string,
  files: readonly { path: string; text: string | null }[],
  replace: ReadonlySet<string>,
  judge: () => Promise<void>,
): Promise<void> {
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
    await mkdir(folder, { recursive: true })
    await sweep(folder)
    await judge()
    await mkdir(aside, { recursive: true })
    for (const [index, { text }] of files.entries())
      if (text !== null) await writeWhole(join(aside, String(index)), text)
    // Once more, as near to the change as can be.
    await judge()
    for (const [index, { path, text }] of files.entries()) {
      const target = join(folder, path)
      const staged = join(aside, String(index))
      if (text === null) {
        const old = join(aside, `${index}.old`)
        await rename(target, old)
        replaced.push({ target, old })
        continue
      }
      await mkdir(dirname(target), { recursive: true })
      const mode = replace.has(path) ? await modeOf(target) : null
      if (mode !== null) {
        const old = join(aside, `${index}.old`)
        await copyFile(target, old)
        await chmod(staged, mode)
        replaced.push({ target, old })
        await rename(staged, target)
      } else {
        await moveNew(staged, folder, path)
        moved.push(target)
      }
    }
    await rm(aside, { recursive: true, force: true })
  } catch (error) {
    await undo()
    if (error instanceof TakenError || error instanceof MeanwhileError) throw error
    const { code = '', message } = error as NodeJS.ErrnoException
    const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'there is no room left on the disk' : message
    throw new UnwritableError(`${folder} cannot be written to: ${why}. Nothing was written.`, { cause: error })
  } finally {
    process.off('SIGINT', stop)
    process.off('SIGTERM', stop)
  }
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx')
  try {
    await file.writeFile(text)
    // Else a name may outlive a loss of power, and the words not.
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Gives a file a name that nobody has: a link fails where a rename would overwrite. Some systems have no links. */
async function moveNew(staged: string, folder: string, path: string): Promise<void> {
  const target = join(folder, path)
  try {
    await link(staged, target)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new TakenError(folder, path)
    if (!['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP'].includes(code)) throw error
    await rename(staged, target)
  }
}

/** Takes away what a killed run has left aside. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = name.startsWith(staging) ? Number(name.slice(staging.length)) : Number.NaN
    if (!Number.isInteger(pid) || (pid !== process.pid && isRunning(pid))) continue
    await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Whether a process of that number runs. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Who may read and write a file; null when there is none. */
async function modeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ mode }) => mode & 0o777,
    () => null,
  )
}
