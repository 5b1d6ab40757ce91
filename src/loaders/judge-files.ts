/** Files as such: whether they belong into the folder, and can be read at all. */

import { folders } from '../schema/folders.ts'
import { suggest } from '../schema/nearest.ts'
import type { Problem } from '../schema/problem.ts'
import { besides, readName } from './names.ts'

/** A file of the content folder, before it is read. */
export interface Listed {
  /** In bytes. */
  size: number
  /** A symbolic link, or something else that is no file; links are not followed. */
  is: 'file' | 'link' | 'other'
}

/** An article of a hundred pages; more is no article. */
export const largest = 1_000_000

/** Why a file is not read; null when it is. */
export function judgeFile(path: string, { size, is }: Listed): Problem | null {
  const problem = { file: path, severity: 'error' } as const
  if (is !== 'file') {
    const found = is === 'link' ? 'symbolic link' : 'something that is no file'
    return { ...problem, rule: 'own-files', found, expected: 'a file: what is outside the folder is not of the record' }
  }
  if (!readName(path) && !besides.has(path)) return { ...problem, rule: 'own-files', ...describeStray(path) }
  if (size <= largest) return null
  return {
    ...problem,
    rule: 'file-size',
    found: `file of ${(size / 1e6).toFixed(1)} MB`,
    expected: 'one of 1 MB at most',
  }
}

function describeStray(path: string): Pick<Problem, 'found' | 'expected' | 'hint'> {
  const [folder = '', ...rest] = path.split('/')
  const known = folders.find((name) => name === folder)
  const found = `file \`${path}\``
  const shape = known === 'quotes' ? 'quotes/<speaker>/<fragment>.md' : `${known}/<name>.md`
  if (known) return { found, expected: `Markdown as \`${shape}\`` }
  const hint = rest.length > 0 ? suggest(folder, folders) : undefined
  const expected = `\`story.md\`, or Markdown in one of ${folders.map((name) => `\`${name}/\``).join(', ')}`
  return { found, expected, ...(hint && { hint }) }
}
