/**
 * Renders the pages of a large record on several threads. Astro bundles and says which pages there are, as ever; what it
 * asks of its prerenderer, one page after another, is done by threads that have loaded the same bundle.
 */
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro'
import { readContent } from '../loaders/from-disk.ts'
import { readAhead } from '../loaders/read-ahead.ts'
import { startThread } from '../loaders/thread.ts'
import type { NewsRecord } from '../record/types.ts'
import { renderThreads } from '../site.ts'
import type { Answer, Given, Loaded, Order, Styled } from './render-thread.ts'

/** A thread takes a second until it is as fast as one that has been at it: quotes, articles and events for each. */
const worthAThread = 300

/** How many threads render: none for a small record. One core is left to the index and what else is beside the pages. */
export function countThreads(
  { quotes, articles, events }: Pick<NewsRecord, 'quotes' | 'articles' | 'events'>,
  cores: number = availableParallelism(),
): number {
  if (renderThreads !== null) return renderThreads
  const things = quotes.length + articles.length + events.length
  return Math.min(cores - 1, 6, Math.floor(things / worthAThread))
}

export function renderOnThreads(): AstroIntegration {
  let outDir = new URL('file:')
  let isBuild = false
  let threads: RenderThread[] = []
  let pages: ReadonlyMap<string, Styled> = new Map()
  return {
    name: 'on-record:render-threads',
    hooks: {
      'astro:config:setup': ({ command }) => {
        isBuild = command === 'build'
      },
      'astro:config:done': async ({ config }) => {
        outDir = config.outDir
        if (!isBuild) return
        const given = { parcel: await readAhead(), folder: fileURLToPath(outDir) }
        threads = Array.from({ length: countThreads(readContent().record) }, () => new RenderThread(given))
      },
      'astro:build:start': ({ setPrerenderer }) => {
        if (threads.length > 0) setPrerenderer((own) => renderOn(threads, own, () => toLoaded(outDir, pages)))
      },
      'astro:build:setup': (setup) => {
        // Filled while Astro bundles.
        pages = setup.pages as ReadonlyMap<string, unknown> as ReadonlyMap<string, Styled>
      },
    },
  }
}

/** What a thread needs of a finished bundle, which Astro 7 keeps there until the pages are rendered. */
function toLoaded(outDir: URL, pages: ReadonlyMap<string, Styled>): Loaded {
  const folder = new URL('.prerender/', outDir)
  const name = readdirSync(folder).find((file) => /^prerender-entry\..+\.mjs$/.test(file))
  if (!name) throw new Error('Astro has its bundle of the pages elsewhere now: see src/integrations/render-threads.ts.')
  // Of the rest not all can be handed to a thread.
  const styled = [...pages].map(([key, { styles }]): [string, Styled] => [key, { styles }])
  return { entry: new URL(name, folder).href, pages: new Map(styled) }
}

function renderOn(threads: readonly RenderThread[], own: AstroPrerenderer, toLoaded: () => Loaded): AstroPrerenderer {
  return {
    ...own,
    name: 'on-record:render-threads',
    setup: async () => {
      await own.setup?.()
      const loaded = toLoaded()
      for (const thread of threads) thread.load(loaded)
    },
    render: async (request, { routeData }) => {
      const idle = threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best))
      return idle.render(request.url, routeData)
    },
    teardown: async () => {
      await Promise.all(threads.map((thread) => thread.end()))
      await own.teardown?.()
    },
  }
}

class RenderThread {
  #worker: Worker
  #last = 0
  #asked = new Map<number, { done: (page: Response) => void; fail: (error: Error) => void }>()
  #failure: Error | null = null

  constructor(given: Given) {
    const module = new URL('./render-thread.ts', import.meta.url)
    const { worker, answer } = startThread<Answer>(module, given, 'renders pages')
    this.#worker = worker
    this.#worker.on('message', (page: Answer) => this.#take(page))
    answer.catch((error: Error) => this.#fail(error))
    this.#worker.once('exit', () => this.#fail(new Error('A thread that renders pages has ended early.')))
    this.#worker.unref()
  }

  /** Pages that were asked for and have not come. */
  get waiting(): number {
    return this.#asked.size
  }

  load(loaded: Loaded): void {
    this.#worker.ref()
    this.#worker.postMessage(loaded)
  }

  /** Rejects with what went wrong, on this page or with the thread. */
  render(url: string, { component, route }: RouteData): Promise<Response> {
    if (this.#failure) return Promise.reject(this.#failure)
    const number = ++this.#last
    return new Promise((done, fail) => {
      this.#asked.set(number, { done, fail })
      this.#worker.postMessage({ number, url, route: `${component} ${route}` } satisfies Order)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #take({ number, error, ...page }: Answer): void {
    const asked = this.#asked.get(number)
    this.#asked.delete(number)
    if (error) asked?.fail(error)
    else asked?.done(new Response(page.body, page))
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const { fail } of this.#asked.values()) fail(this.#failure)
    this.#asked.clear()
  }
}
