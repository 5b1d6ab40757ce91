/**
 * What does not wait for the pages, and for which they do not wait: the search index, the pictures for sharing, the feeds
 * and the files of citations. Threads of their own write them while Astro bundles and renders.
 */
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { giveMemoryBack } from '../loaders/memory.ts'
import { readAhead } from '../loaders/read-ahead.ts'
import { startThread } from '../loaders/thread.ts'
import type { Done, Given, Task } from './beside-thread.ts'

/** What each thread does: the index takes as long as all the rest. */
const shares: Task[][] = [['search-index'], ['share-images', 'feeds', 'citations', 'redirects']]

export function besidePages(): AstroIntegration {
  let threads: BesideThread[] = []
  let outDir = ''
  let isBuild = false
  return {
    name: 'on-record:beside-pages',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isBuild = command === 'build'
      },
      'astro:config:done': async ({ config }) => {
        outDir = fileURLToPath(config.outDir)
        if (!isBuild) return
        const parcel = await readAhead()
        threads = shares.map((tasks) => begin({ parcel, tasks }))
      },
      // The first hook after Astro has emptied the folder.
      'astro:build:setup': () => {
        for (const thread of threads) thread.write(outDir)
      },
      'astro:build:done': async ({ pages, logger }) => {
        // For the command that builds: it would have to look for them in a hundred thousand folders.
        performance.mark('pages', { detail: pages.length })
        // This thread only waits from here on, and the index is where a build takes the most.
        giveMemoryBack()
        for (const { finish } of threads) {
          for (const { task, wrote, start, end } of await finish()) {
            logger.info(wrote)
            performance.measure(`beside ${task}`, { start: start - performance.timeOrigin, duration: end - start })
          }
        }
      },
    },
  }
}

interface BesideThread {
  /** Says where the site is built, once it may be written to. */
  write(folder: string): void
  /** What was done; rejects with what went wrong. */
  finish(): Promise<Done[]>
}

function begin(given: Given): BesideThread {
  const module = new URL('./beside-thread.ts', import.meta.url)
  const { worker, answer } = startThread<Done[]>(module, given, `writes the ${given.tasks.join(', the ')}`)
  // A build that has failed by then does not wait for it, but writes nothing more once it has ended.
  const stop = () => worker.terminate()
  process.once('beforeExit', stop)
  return {
    write: (folder) => worker.postMessage(folder),
    finish: () => {
      worker.ref()
      process.off('beforeExit', stop)
      return answer
    },
  }
}
