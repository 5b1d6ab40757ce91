/**
 * What does not wait for the pages, and for which they do not wait: the search index, the pictures for sharing, the feeds
 * and the files of citations. A thread of its own writes them while Astro bundles and renders.
 */
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'
import { readContent } from '../loaders/from-disk.ts'
import type { Reading } from '../markdown/reading.ts'
import type { ArticleEntry } from '../record/entries.ts'
import type { Done, Given } from './beside-thread.ts'

export function besidePages(): AstroIntegration {
  let work: Work | null = null
  let outDir = ''
  return {
    name: 'on-record:beside-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        outDir = fileURLToPath(config.outDir)
      },
      // The first hook after Astro has emptied the folder; it runs for each bundle.
      'astro:build:setup': () => {
        work ??= begin(outDir)
      },
      'astro:build:done': async ({ dir, pages, logger }) => {
        // For the command that builds: it would have to look for them in a hundred thousand folders.
        performance.mark('pages', { detail: pages.length })
        work ??= begin(fileURLToPath(dir))
        const { searched, pictures, drawn, cited, fed, times } = await work.finish()
        logger.info(`${searched} records can be searched`)
        logger.info(`${pictures} pictures, ${drawn} of them drawn`)
        logger.info(`${cited} files of citations, ${fed} feeds`)
        for (const { name, start, end } of times) {
          const from = start - performance.timeOrigin
          performance.measure(`beside ${name}`, { start: from, duration: end - start })
        }
      },
    },
  }
}

const unread: Reading = {
  blocks: [],
  copy: [],
  links: [],
  spans: [],
  strayMarks: [],
  definitions: [],
  undefinedLabels: [],
  nestedLinks: [],
  strayLinks: [],
  refused: [],
  rawHtml: [],
  images: [],
}

interface Work {
  /** What was done; rejects with what went wrong. */
  finish(): Promise<Done>
}

function begin(folder: string): Work {
  const { entries, lock } = readContent()
  // The thread gets a copy of its own: without the trees that only pages print, and what only the checks look at.
  const articles = entries.articles.map((entry): ArticleEntry => {
    const { blocks, links } = entry.reading
    return { ...entry, reading: { ...unread, blocks, links } }
  })
  const worker = new Worker(new URL('./beside-thread.ts', import.meta.url), {
    workerData: { entries: { ...entries, articles }, lock, folder } satisfies Given,
  })
  // A build that has failed by then does not wait for it, but writes nothing more once it has ended.
  worker.unref()
  const stop = () => worker.terminate()
  process.once('beforeExit', stop)
  const done = new Promise<Done>((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('The thread beside the pages has ended early.')))
  }).finally(() => process.off('beforeExit', stop))
  // Heard when the pages are done.
  done.catch(() => {})
  return {
    finish: () => {
      worker.ref()
      return done
    },
  }
}
