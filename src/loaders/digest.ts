/** Digests by which it is known whether what was made of a file is still good. */
import { hash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { lookFolder } from '../schema/settings.ts'
import { base, contentFolder, extras, origin, policyInPage } from '../site.ts'
import { settingsFile, wordsFile } from './names.ts'

const source = join(import.meta.dirname, '..')

/** Folders and files that decide what is made of a file, besides the file itself. */
const parsing = ['markdown', 'schema', 'loaders', 'lists.ts', 'urls.ts']

let known: string | undefined

/** Digest of the code that parses, of the versions of the packages it uses, and of the base that is in every address. */
export function codeDigest(): string {
  known ??= digestOf(base, digestOfCode(...parsing))
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

/** Digest of the story's own look and words, of which the style sheet and the scripts of every page are made. */
export function lookDigest(): string {
  const paths = [settingsFile, wordsFile, lookFolder].map((name) => join(resolve(contentFolder), name))
  return digestOf(...paths.filter((path) => existsSync(path)).flatMap((path) => readFiles(path, path)))
}

function readPageCode(): string {
  return digestOf(base, origin, String(policyInPage), String(extras), digestOfCode('.', '../astro.config.mjs'))
}

/** Digest of folders and files of our code, given from `src`, of the versions of all packages, and of Node's. */
export function digestOfCode(...paths: readonly string[]): string {
  return digestOf(process.version, ...[...paths, '../package-lock.json'].flatMap(readAll))
}

/** A digest of some texts, in their order. */
export function digestOf(...texts: readonly string[]): string {
  return digestOfAll(texts)
}

/** The same of a list, however long: a call has room for some hundred thousand arguments. */
export function digestOfAll(texts: readonly string[]): string {
  return hash('sha256', texts.map((text) => `${text.length} ${text}`).join(''), 'base64url').slice(0, 22)
}

function readAll(name: string): string[] {
  return readFiles(join(source, name), name)
}

/** The files in and below a path, each with its name. Type and pictures are no text, but what is read of them differs. */
function readFiles(path: string, name: string): string[] {
  if (statSync(path).isFile()) return [name, readFileSync(path, 'latin1')]
  return readdirSync(path)
    .sort()
    .flatMap((file) => readFiles(join(path, file), join(name, file)))
}
