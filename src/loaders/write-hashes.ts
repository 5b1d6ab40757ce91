/** Writes `textHash` into articles: a short hash of each block, by which a changed word is found later. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stringify } from 'yaml'
import { readContent } from './from-disk.ts'
import { type NewFile, writeFiles } from './write-files.ts'

/**
 * Writes the hashes of the named articles (paths or ids), or of all that have none. The rest of the file stays as it is,
 * byte for byte.
 */
export async function writeHashes(
  folder: string,
  named: readonly string[],
): Promise<{ written: string[]; unknown: string[] }> {
  const { articles } = readContent(folder).entries
  const ids = named.map((name) => name.replace(/^.*\//, '').replace(/\.md$/, ''))
  const files: NewFile[] = []
  for (const { id, path, data, reading } of articles) {
    if (named.length > 0 ? !ids.includes(id) : data.textHash.length > 0) continue
    const text = readFileSync(join(resolve(process.cwd(), folder), path), 'utf8')
    const hashes = reading.blocks.map((block) => block.hash)
    files.push({ path, text: withHashes(text, hashes) })
  }
  const written = files.map(({ path }) => path)
  await writeFiles(folder, files, new Set(written))
  const known = new Set(articles.map(({ id }) => id))
  return { written, unknown: named.filter((_, index) => !known.has(ids[index] ?? '')) }
}

/** The text of a file with these hashes in its front matter, in place of those it has. */
export function withHashes(text: string, hashes: readonly string[]): string {
  return withField(text, 'textHash', hashes)
}

/** The text of a file with a list in its front matter, in place of the one it has; the rest stays, byte for byte. */
export function withField(text: string, name: string, value: readonly unknown[]): string {
  // YAML reads a hash of digits alone as a number, so the library decides what needs quotation marks.
  const line = stringify({ [name]: value }, { lineWidth: 0, flowCollectionPadding: false, collectionStyle: 'flow' })
  const field = line.trim().replace(/^\{/, '').replace(/\}$/, '')
  const [, open = '', front = '', rest = ''] =
    /^(\uFEFF?---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*(?:\r?\n|$)[\s\S]*)$/m.exec(text) ?? []
  const newline = open.endsWith('\r\n') ? '\r\n' : '\n'
  const given = new RegExp(`^${name}:.*(?:\\r?\\n(?:[ \\t]+.*|-.*|\\]))*\\r?\\n`, 'm')
  const fields = given.test(front) ? front.replace(given, () => field + newline) : front + field + newline
  return open + fields + rest
}
