/**
 * What does not wait for the pages: a thread writes the search index, pictures and feeds while Astro renders. At the end the
 * sitemap lists all pages.
 */
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { AstroIntegration } from 'astro'
import { toRobots, toSitemaps } from '../feeds/sitemap.ts'
import type { RecordSource } from '../loaders/source.ts'
import { base } from '../site.ts'
import { urls } from '../urls.ts'
import type { Given, Told } from './background-thread.ts'

export function writeInBackground(source: RecordSource): AstroIntegration {
  let folder = ''
  let thread: { worker: Worker; done: Promise<Told> } | null = null
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
        const done = once(worker, 'message').then(([message]) => message as Told)
        // Heard at the end. A build that fails before does not wait for the thread.
        done.catch(() => {})
        worker.unref()
        thread = { worker, done }
      },
      'astro:build:done': async ({ pages, logger }) => {
        // For the command that builds: it would have to look for them in a hundred thousand folders.
        performance.mark('pages', { detail: pages.length })
        thread?.worker.ref()
        const told = await thread?.done
        if (!told) return
        for (const wrote of told.wrote) logger.info(wrote)
        writeSitemap(
          folder,
          pages.map(({ pathname }) => urls.page(pathname)),
          told,
        )
      },
    },
  }
}

/** Pages that nobody should be led to: that of unknown addresses, and those that scripts fetch. */
const unlisted = /^(?:404|timeline\/entries\/)/

function writeSitemap(folder: string, pages: readonly string[], { changed, moved }: Told): void {
  const left = new Set(moved)
  const listed = pages.filter((path) => !left.has(path) && !unlisted.test(path.slice(base.length)))
  for (const [name, text] of toSitemaps(listed, changed)) writeFileSync(join(folder, name), text)
  if (base === '/') writeFileSync(join(folder, 'robots.txt'), toRobots())
}
