/** One build at a time: two in one project write to the same caches and spoil each other. */
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { isRunning } from '../loaders/write-files.ts'

/** Takes the lock, or throws with the number of the process that holds it. Gives the function that lets it go. */
export async function takeLock(path: string): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true })
  for (const attempt of [1, 2]) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(String(process.pid))
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const holder = Number(await readFile(path, 'utf8').catch(() => ''))
      if (holder > 0 && isRunning(holder)) throw new Error(`Another build is under way (process ${holder}).`)
      // Left behind by a build that was killed.
      if (attempt === 1) await rm(path, { force: true })
    }
  }
  throw new Error('Another build has just begun.')
}
