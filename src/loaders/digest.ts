/** Digests by which it is known whether what was made of a file is still good. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { base } from '../site.ts'

const source = join(import.meta.dirname, '..')

/** Folders and files that decide what is made of a file, besides the file itself. */
const parsing = ['markdown', 'schema', 'loaders', 'urls.ts', '../package-lock.json']

let known: string | undefined

/** Digest of the code that parses, of the versions of the packages it uses, and of the base that is in every address. */
export function codeDigest(): string {
  known ??= digestOf(base, ...parsing.flatMap(readAll))
  return known
}

/** A digest of some texts, in their order. */
export function digestOf(...texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length} `).update(text)
  return hash.digest('base64url').slice(0, 22)
}

function readAll(name: string): string[] {
  const path = join(source, name)
  if (/\.\w+$/.test(name)) return [readFileSync(path, 'utf8')]
  return readdirSync(path)
    .sort()
    .map((file) => readFileSync(join(path, file), 'utf8'))
}
