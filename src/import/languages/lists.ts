/** Word lists as they stand in files: `[name]`, below it the words; lines that begin with # are for who reads the file. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The lists of a language, by name. */
export type Lists = (name: string) => string[]

/** Reads every list in a language's folder. */
export function readLists(code: string): Lists {
  const files = readdirSync(join(import.meta.dirname, code)).filter((name) => name.endsWith('.txt'))
  const lists = new Map(
    files
      .flatMap((file) => readSections(`languages/${code}/${file}`))
      .map(({ name, lines }) => [name, lines.flatMap((line) => line.split(/\s+/)).filter((word) => word !== '')]),
  )
  return (name) => lists.get(name) ?? []
}

/** The words of a list with what each stands for: `him=he`. */
export function pairs(words: readonly string[]): Map<string, string> {
  return new Map(words.map((word): [string, string] => [word.replace(/=.*/, ''), word.replace(/.*?=/, '')]))
}

/** The sections of a file of lists in this room, each with its lines; a name may come twice. */
export function readSections(path: string): { name: string; lines: string[] }[] {
  const sections: { name: string; lines: string[] }[] = []
  for (const line of readFileSync(join(import.meta.dirname, '..', path), 'utf8').split('\n')) {
    const name = /^\[(.+)\]$/.exec(line)?.[1]
    if (name) sections.push({ name, lines: [] })
    else if (!line.startsWith('#')) sections.at(-1)?.lines.push(line)
  }
  return sections
}
