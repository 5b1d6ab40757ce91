/** Writes the search index, and serves the last one in `astro dev`. */
import { createReadStream, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AstroIntegration } from 'astro'
import { toNames } from '../search/lists.ts'
import { toSearchRecords } from '../search/records.ts'
import { writeSearchIndex } from '../search/write-index.ts'
import { outFolder } from '../site.ts'
import { urls } from '../urls.ts'
import type { Views } from '../views/views.ts'
import { describeSearched } from '../words/site.ts'

/** Writes the index below the folder of the site; says how many records can be searched. */
export async function writeSearch(views: Views, folder: string): Promise<string> {
  const contents = {
    records: toSearchRecords(views),
    language: views.site.language,
    scope: describeSearched(views.site),
    names: toNames(views),
  }
  await writeSearchIndex(contents, join(folder, 'pagefind'))
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
