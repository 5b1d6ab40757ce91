/** Writes many small files, by the calls that cost least: a thread beside the pages has nothing else to do meanwhile. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { base } from '../site.ts'

/** Writes a file of the site, given its address; the folders of one `write` are made once. */
export function writeBelow(folder: string): (address: string, content: string) => void {
  const made = new Set<string>()
  return (address, content) => {
    const file = join(folder, decodeURIComponent(address.slice(base.length)))
    const parent = dirname(file)
    if (!made.has(parent)) mkdirSync(parent, { recursive: true })
    made.add(parent)
    writeFileSync(file, content)
  }
}
