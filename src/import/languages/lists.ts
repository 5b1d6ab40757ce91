/** Word lists as they stand in files: `[name]`, below it the words; lines that begin with # are for who reads the file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The lists of a language, by name. */
export type Lists = (name: string) => string[]

/** Reads every list in a language's folder. */
export function readLists(code: string): Lists {
  const folder = join(import.meta.dirname, code)
  const lists = new Map<string, string[]>()
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.txt'))) {
    let list: string[] = []
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const name = /^\[(.+)\]$/.exec(line)?.[1]
      if (name) {
        list = []
        lists.set(name, list)
      } else if (!line.startsWith('#')) list.push(...line.split(/\s+/).filter((word) => word !== ''))
    }
  }
  return (name) => lists.get(name) ?? []
}
