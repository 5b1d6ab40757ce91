/** The files of a built site, by what they are. */
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A file of the site. */
export interface Written {
  path: string
  size: number
}

/** Kinds of files, by their path in the site. */
const kinds: readonly (readonly [kind: string, path: RegExp])[] = [
  ['pages', /\.html$/],
  ['feeds', /^(feeds\/|opensearch\.xml$)/],
  ['citations', /^cite\//],
  ['data', /^data\//],
  ['index', /^pagefind\//],
  ['pictures', /^share\//],
  ['assets', /^/],
]

export const kindOf = (path: string): string => kinds.find(([, pattern]) => pattern.test(path))?.[0] ?? 'assets'

/** All files of a site. */
export function readWritten(site: string): Written[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { path: path.slice(site.length + 1).replaceAll('\\', '/'), size: statSync(path).size }
    })
}
