/** What does not wait for the pages: a thread writes the search index, pictures and feeds while Astro renders. */
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'
import type { RecordSource } from '../loaders/source.ts'
import type { Given } from './background-thread.ts'

export function writeInBackground(source: RecordSource): AstroIntegration {
  let folder = ''
  let thread: { worker: Worker; done: Promise<string[]> } | null = null
  return {
    name: 'on-record:background',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir)
      },
      // The first hook after Astro has emptied the folder; it runs for each of Vite's environments.
      'astro:build:setup': async () => {
        if (thread) return
        const { entries, lock } = source.content()
        const given: Given = { entries, lock, folder }
        const worker = new Worker(new URL('./background-thread.ts', import.meta.url), { workerData: given })
        const done = once(worker, 'message').then(([message]) => message as string[])
        // Heard at the end. A build that fails before does not wait for the thread.
        done.catch(() => {})
        worker.unref()
        thread = { worker, done }
      },
      'astro:build:done': async ({ pages, logger }) => {
        // For the command that builds: it would have to look for them in a hundred thousand folders.
        performance.mark('pages', { detail: pages.length })
        thread?.worker.ref()
        for (const wrote of (await thread?.done) ?? []) logger.info(wrote)
      },
    },
  }
}
