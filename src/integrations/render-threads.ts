/**
 * Renders the pages of a large record on several threads. Astro bundles, as ever; what it asks of its prerenderer, which
 * pages there are and then one page after another, is done by threads that have loaded the bundle.
 */
import { readdirSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Worker } from 'node:worker_threads'
import type { AstroIntegration, AstroPrerenderer, RouteData } from 'astro'
import { dropContent, readContent } from '../loaders/from-disk.ts'
import { forgetReading, readAhead } from '../loaders/read-ahead.ts'
import { startThread } from '../loaders/thread.ts'
import { renderThreads } from '../site.ts'
import type { Answer, Bundled, Given, Order, Page, Path } from './render-thread.ts'

/** Articles for each thread at least: it takes a second until a thread is as fast as one that has been at it. */
const worthAThread = 50

/**
 * How many threads render so many articles: none for a few. Two cores are left to the index and to what else is done beside
 * the pages: on four, a third thread costs as much as it gives.
 */
export function countThreads(articles: number, cores: number = availableParallelism()): number {
  return renderThreads ?? Math.min(Math.max(cores - 2, Math.min(cores - 1, 1)), 6, Math.floor(articles / worthAThread))
}

export function renderOnThreads(): AstroIntegration {
  let outDir = new URL('file:')
  let isBuild = false
  let threads: RenderThread[] = []
  let pages: ReadonlyMap<string, BundledPage> = new Map()
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
        const count = countThreads(readContent().entries.articles.length)
        threads = Array.from({ length: count }, () => new RenderThread(given))
      },
      'astro:build:start': ({ setPrerenderer }) => {
        const [first, ...others] = threads
        if (first) setPrerenderer(renderOn([first, ...others], outDir, () => pages))
      },
      'astro:build:setup': (setup) => {
        // Filled while Astro bundles.
        pages = setup.pages as ReadonlyMap<string, object> as ReadonlyMap<string, BundledPage>
        // Nobody asks for the record on this thread any more.
        if (threads.length === 0) return
        forgetReading()
        dropContent()
      },
    },
  }
}

/** A page as Astro 7 notes it while it bundles. */
interface BundledPage {
  route: RouteData
  styles: Page['styles']
}

function renderOn(
  threads: readonly [RenderThread, ...RenderThread[]],
  outDir: URL,
  toPages: () => ReadonlyMap<string, BundledPage>,
): AstroPrerenderer {
  const [first] = threads
  return {
    name: 'on-record:render-threads',
    setup: async () => {
      // Of what Astro knows of a page not all can be handed to a thread.
      const pages = [...toPages()].map(([key, { styles }]): [string, Page] => [key, { styles }])
      for (const thread of threads) thread.load({ entry: findEntry(outDir), pages: new Map(pages) })
    },
    getStaticPaths: async () => {
      const routes = new Map([...toPages().values()].map(({ route }) => [nameOf(route), route]))
      const paths = await first.listPaths()
      return paths.map(({ pathname, route: name }) => {
        const route = routes.get(name)
        if (!route) throw new Error(`Astro has bundled no ${name}.`)
        return { pathname, route }
      })
    },
    render: (request, { routeData }) => {
      // The spellings of a name are looked for in all articles, by each thread that shows a speaker.
      const isAlone = routeData.component.includes('/speakers/')
      const chosen = isAlone ? first : threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best))
      return chosen.render(request.url, nameOf(routeData))
    },
    teardown: async () => {
      await Promise.all(threads.map((thread) => thread.end()))
    },
  }
}

/** The bundle of all pages, where Astro 7 keeps it until they are rendered. */
function findEntry(outDir: URL): string {
  const folder = new URL('.prerender/', outDir)
  const name = readdirSync(folder).find((file) => /^prerender-entry\..+\.mjs$/.test(file))
  if (!name) throw new Error('Astro has its bundle of the pages elsewhere now: see src/integrations/render-threads.ts.')
  return new URL(name, folder).href
}

/** The same on every thread. */
const nameOf = ({ component, route }: RouteData): string => `${component} ${route}`

class RenderThread {
  #worker: Worker
  #last = 0
  #asked = new Map<number, { done: (answer: Answer) => void; fail: (error: Error) => void }>()
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

  /** Answers that were asked for and have not come. */
  get waiting(): number {
    return this.#asked.size
  }

  load(bundled: Bundled): void {
    this.#worker.ref()
    this.#worker.postMessage(bundled)
  }

  async listPaths(): Promise<readonly Path[]> {
    const { paths } = await this.#ask(null)
    return paths ?? []
  }

  /** Rejects with what went wrong, on this page or with the thread. */
  async render(url: string, route: string): Promise<Response> {
    const { body = null, ...page } = await this.#ask({ url, route })
    return new Response(body, page)
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }

  #ask(page: Order['page']): Promise<Answer> {
    if (this.#failure) return Promise.reject(this.#failure)
    const number = ++this.#last
    return new Promise((done, fail) => {
      this.#asked.set(number, { done, fail })
      this.#worker.postMessage({ number, page } satisfies Order)
    })
  }

  #take(answer: Answer): void {
    const asked = this.#asked.get(answer.number)
    this.#asked.delete(answer.number)
    if (answer.error) asked?.fail(answer.error)
    else asked?.done(answer)
  }

  #fail(error: Error): void {
    this.#failure ??= error
    for (const { fail } of this.#asked.values()) fail(this.#failure)
    this.#asked.clear()
  }
}
