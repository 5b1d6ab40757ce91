/** Digests by which it is known whether what was made of a file is still good. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { base, origin, policyInPage } from '../site.ts'

const source = join(import.meta.dirname, '..')

/** Folders and files that decide what is made of a file, besides the file itself. */
const parsing = ['markdown', 'schema', 'loaders', 'lists.ts', 'urls.ts', '../package-lock.json']

let known: string | undefined

/** Digest of the code that parses, of the versions of the packages it uses, and of the base that is in every address. */
export function codeDigest(): string {
  known ??= digestOf(base, ...parsing.flatMap(readAll))
  return known
}

/**
 * Digest of all that decides what a page looks like besides what it is given: all our code, since one style sheet with a
 * name made of its content serves every page, the packages, Node, and what the host decides.
 */
export function pageCodeDigest(): string {
  pageCode ??= readPageCode()
  return pageCode
}

let pageCode: string | undefined

function readPageCode(): string {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).sort()
  const texts = files.filter((name) => /\.\w+$/.test(name)).flatMap((name) => [name, ...readAll(name)])
  const others = ['../astro.config.mjs', '../package-lock.json'].flatMap(readAll)
  return digestOf(base, origin, String(policyInPage), process.version, ...others, ...texts)
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
