/** What each of several threads does that parse articles: it takes the next that nobody has taken, until there is none. */
import { join } from 'node:path'
import type { shapesOfDates } from '../schema/dates.ts'
import { type Around, type ParsedArticle, toOptions } from './content.ts'
import { toEntry, toFile } from './content-file.ts'
import { readText } from './read-text.ts'

export interface Given {
  /** The content folder. */
  root: string
  paths: readonly string[]
  around: Around
  unrendered: boolean
  /** Shared by the threads: the next article that nobody has taken, and how many threads have answered. */
  state: Int32Array
}

/** A thread's answer: what it parsed, with the dates in it, or why it could not. */
export type Answer =
  | { parsed: ParsedArticle[]; dates: ReturnType<typeof shapesOfDates>; error?: never }
  | { parsed?: never; error: string }

/** Articles taken at a time. */
const handful = 8

/** Parses its share of the articles. */
export function parseShare({ root, paths, around, unrendered, state }: Given): ParsedArticle[] {
  const options = toOptions(around, unrendered)
  const parsed: ParsedArticle[] = []
  for (;;) {
    const from = Atomics.add(state, 0, handful)
    if (from >= paths.length) return parsed
    for (const path of paths.slice(from, from + handful)) {
      const file = toFile(path, (name) => readText(join(root, name)))
      if (file) parsed.push({ file, entry: file.data && toEntry(file, file.data, options) })
    }
  }
}
