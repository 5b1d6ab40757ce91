/** At how many articles a site outgrows a host: from what was measured, and beyond that in a straight line. */
import type { Written } from './files.ts'

/** What hosts count. */
export interface Extent {
  files: number
  /** Files and folders. */
  entries: number
  bytes: number
  largestFile: { path: string; bytes: number }
  largestFolder: { path: string; files: number }
}

interface Limit {
  host: string
  what: string
  of: (extent: Extent) => number
  most: number
  source: string
}

const mebibyte = 2 ** 20

/** As their documentation has them; a copy of it was read in November 2026. */
export const limits: readonly Limit[] = [
  {
    host: 'Cloudflare Pages, free',
    what: '20,000 files',
    of: ({ files }) => files,
    most: 20_000,
    source: 'developers.cloudflare.com/changelog/post/2026-01-23-pages-file-limit-increase',
  },
  {
    host: 'Cloudflare Pages, paid',
    what: '100,000 files',
    of: ({ files }) => files,
    most: 100_000,
    source: 'developers.cloudflare.com/changelog/post/2026-01-23-pages-file-limit-increase',
  },
  {
    host: 'Cloudflare, any plan',
    what: '25 MiB a file',
    of: ({ largestFile }) => largestFile.bytes,
    most: 25 * mebibyte,
    source: 'developers.cloudflare.com/workers/platform/limits (static assets of Workers; for Pages not confirmed)',
  },
  {
    host: 'GitHub Pages',
    what: '1 GB',
    of: ({ bytes }) => bytes,
    most: 1e9,
    source: 'docs.github.com/pages/getting-started-with-github-pages/github-pages-limits',
  },
  {
    host: 'GitLab Pages',
    what: '200,000 files and folders',
    of: ({ entries }) => entries,
    most: 200_000,
    source: 'gitlab.com/gitlab-org/gitlab/-/issues/500273',
  },
  {
    host: 'Netlify',
    what: '54,000 files a folder; as many in all as one likes',
    of: ({ largestFolder }) => largestFolder.files,
    most: 54_000,
    source: 'docs.netlify.com/site-deploys/overview',
  },
]

export function toExtent(written: readonly Written[]): Extent {
  const folders = new Map<string, number>()
  const all = new Set<string>()
  let largestFile = { path: '', bytes: 0 }
  let bytes = 0
  for (const { path, size } of written) {
    bytes += size
    if (size > largestFile.bytes) largestFile = { path, bytes: size }
    const parts = path.split('/').slice(0, -1)
    const folder = parts.join('/')
    folders.set(folder, (folders.get(folder) ?? 0) + 1)
    for (const depth of parts.keys()) all.add(parts.slice(0, depth + 1).join('/'))
  }
  const [path = '', files = 0] = [...folders].toSorted((a, b) => b[1] - a[1])[0] ?? []
  return {
    files: written.length,
    entries: written.length + all.size,
    bytes,
    largestFile,
    largestFolder: { path, files },
  }
}

export interface Reach {
  articles: number
  /** Whether it lies beyond what was measured. */
  isBeyond: boolean
}

/** The number of articles at which a limit is reached, from sizes in rising order; null when it never is. */
export function findReach(limit: Limit, measured: readonly { articles: number; extent: Extent }[]): Reach | null {
  const points = measured.map(({ articles, extent }) => ({ articles, value: limit.of(extent) }))
  const over = points.findIndex(({ value }) => value >= limit.most)
  const at = over === -1 ? points.length - 1 : Math.max(over, 1)
  const [from, to] = [points[at - 1], points[at]]
  if (!from || !to || to.value <= from.value) return null
  const slope = (to.value - from.value) / (to.articles - from.articles)
  return { articles: Math.round(from.articles + (limit.most - from.value) / slope), isBeyond: over === -1 }
}
