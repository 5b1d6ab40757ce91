/**
 * Makes writing fail, for tests of the build: `node --import ./tests/faults.ts …`. `FAULT` is a pattern of paths that
 * cannot be written, `FAULT_AFTER` a number of bytes after which the disk is full; with `FAULT_KILLS` the process is killed
 * where it would have failed.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

let written = 0

function refuse(path: unknown, size: number): void {
  const name = String(path)
  // Read each time: one process may build with one fault after the other.
  const { FAULT, FAULT_AFTER, FAULT_KILLS } = process.env
  written = FAULT_AFTER ? written + (/[/\\]\.cache[/\\]build[/\\]/.test(name) ? size : 0) : 0
  if (!(FAULT && new RegExp(FAULT).test(name)) && !(FAULT_AFTER && written > Number(FAULT_AFTER))) return
  if (FAULT_KILLS) process.kill(process.pid, 'SIGKILL')
  throw Object.assign(new Error(`ENOSPC: no space left on device, write '${name}'`), { code: 'ENOSPC', path: name })
}

const sizeOf = (data: unknown): number =>
  typeof data === 'string' || data instanceof Uint8Array ? Buffer.byteLength(data) : 0

const { writeFile, rename, symlink, mkdir, copyFile } = fs.promises
Object.assign(fs.promises, {
  writeFile: async (path: fs.PathLike, data: string, options?: fs.WriteFileOptions) => {
    refuse(path, sizeOf(data))
    return writeFile(path, data, options)
  },
  copyFile: async (from: fs.PathLike, to: fs.PathLike, mode?: number) => {
    refuse(to, 0)
    return copyFile(from, to, mode)
  },
  rename: async (from: fs.PathLike, to: fs.PathLike) => {
    refuse(to, 0)
    return rename(from, to)
  },
  symlink: async (target: fs.PathLike, path: fs.PathLike, type?: 'dir' | 'file') => {
    refuse(path, 0)
    return symlink(target, path, type)
  },
  mkdir: async (path: fs.PathLike, options?: fs.MakeDirectoryOptions) => {
    refuse(path, 0)
    return mkdir(path, options)
  },
})
const writeFileSync = fs.writeFileSync
Object.assign(fs, {
  writeFileSync: (path: fs.PathLike, data: string, options?: fs.WriteFileOptions) => {
    refuse(path, sizeOf(data))
    writeFileSync(path, data, options)
  },
})
syncBuiltinESMExports()
