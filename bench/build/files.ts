/** The files of a built site, by what they are. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
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

/** A digest of each page of a site. */
export function digestPages(site: string): Map<string, string> {
  const pages = readWritten(site).filter(({ path }) => kindOf(path) === 'pages')
  return new Map(
    pages.map(({ path }) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(site, path)))
        .digest('hex'),
    ]),
  )
}

/** How many pages of each kind, by the first folder of their address, there are, and how many are not as they were. */
export function countChanged(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): { [kind: string]: { all: number; changed: number; added: number } } {
  const counts: ReturnType<typeof countChanged> = {}
  for (const [path, digest] of after) {
    const kind = path.includes('/') ? path.replace(/\/.*/, '') : 'front page, 404'
    counts[kind] ??= { all: 0, changed: 0, added: 0 }
    counts[kind].all += 1
    if (!before.has(path)) counts[kind].added += 1
    else if (before.get(path) !== digest) counts[kind].changed += 1
  }
  return counts
}

/** All files of a site. */
export function readWritten(site: string): Written[] {
  return readdirSync(site, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name)
      return { path: path.slice(site.length + 1).replaceAll('\\', '/'), size: statSync(path).size }
    })
}
