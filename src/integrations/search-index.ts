/** Writes the search index, and serves the last one in `astro dev`. */
import { createReadStream, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AstroIntegration } from 'astro'
import type { Content } from '../loaders/content.ts'
import type { NewsRecord } from '../record/types.ts'
import { toNames } from '../search/lists.ts'
import { describeSearched, toSearchRecords } from '../search/records.ts'
import { type IndexContents, writeSearchIndex } from '../search/write-index.ts'
import { outFolder } from '../site.ts'
import { urls } from '../urls.ts'

/** Writes the index below the folder of the site, and begins before that is known; says how many records can be searched. */
export function writeSearch(content: Content, folder: Promise<string>): Promise<string> {
  // While Pagefind works, which takes the most memory of all, the record is no longer needed.
  return writeContents(toContents(content.record), folder)
}

function toContents(record: NewsRecord): IndexContents {
  return {
    records: toSearchRecords(record),
    language: record.story.language,
    scope: describeSearched(record),
    names: toNames(record),
  }
}

async function writeContents(contents: IndexContents, folder: Promise<string>): Promise<string> {
  const place = folder.then((site) => join(site, 'pagefind'))
  await writeSearchIndex(contents, place)
  return `${contents.records.length} records can be searched`
}

/** Makes search work in `astro dev`, with the index of the last build. */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:server:setup': ({ server, logger }) => {
        const folder = resolve(outFolder, 'pagefind')
        if (!isFile(join(folder, 'pagefind.js')))
          logger.warn('Nothing can be searched before the first `npm run build`.')
        // In front of Vite, which would take the index for source code.
        server.middlewares.stack.unshift({ route: '', handle: serveIndex(folder) })
      },
    },
  }
}

type Handle = (
  request: { url?: string | undefined; originalUrl?: string | undefined },
  response: NodeJS.WritableStream & { setHeader(name: string, value: string): unknown },
  next: () => void,
) => void

/** Sends a file of the index; a path that leads out of it, or to none, is left to others. */
function serveIndex(folder: string): Handle {
  return (request, response, next) => {
    // What runs before may have taken the base off `url`.
    const path = (request.originalUrl ?? request.url ?? '').split('?')[0] ?? ''
    const name = path.startsWith(urls.searchIndex()) ? path.slice(urls.searchIndex().length) : ''
    if (!/^(?:[\w-]+\/)?[\w.-]+$/.test(name) || !isFile(join(folder, name))) return next()
    response.setHeader('content-type', name.endsWith('.js') ? 'text/javascript' : 'application/octet-stream')
    createReadStream(join(folder, name)).pipe(response)
  }
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}
