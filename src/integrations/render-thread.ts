/**
 * A thread that renders pages: it is given the record as it was read, then the bundle of the pages, then one address
 * after another. It writes the pages; anything else, such as data or the page for what is not found, Astro does.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort } from 'node:worker_threads'
import type { RouteData } from 'astro'
import { adoptContent } from '../loaders/from-disk.ts'
import { type Parcel, unpackContent } from '../loaders/hand-over.ts'
import { takeGiven } from '../loaders/thread.ts'
import { base } from '../site.ts'

export interface Given {
  parcel: Parcel
  /** Where the site is built. */
  folder: string
}

/** What a page needs of the bundling: its style sheets, as Astro notes them. */
export interface Page {
  styles: unknown[]
}

export interface Bundled {
  /** Address of the bundle of the pages. */
  entry: string
  /** By Astro's key. */
  pages: ReadonlyMap<string, Page>
}

/** Asks for a page, or for the paths of all. */
export interface Order {
  number: number
  page: { url: string; route: string } | null
}

/** A page that Astro is to write, if it has a body; its paths; or what went wrong. */
export interface Answer {
  number: number
  status?: number
  headers?: [string, string][]
  body?: ArrayBuffer | null
  paths?: Path[]
  error?: Error
}

export interface Path {
  pathname: string
  /** Component and route. */
  route: string
}

/** What the bundle of the pages exports, as far as it is used here (Astro 7.3, `core/build/app` and `environment`). */
interface Bundle {
  app: {
    manifest: { routes: { routeData: RouteData }[] }
    logger: unknown
    setInternals(internals: { pagesByKeys: Bundled['pages'] }): void
    setOptions(options: { settings: { scripts: [] }; logger: unknown }): void
    render(request: Request, options: { routeData: RouteData }): Promise<Response>
  }
}

const folder = begin(takeGiven<Given>())
let loading: Promise<Bundle['app']> = Promise.reject(new Error('A page was asked for before the bundle was there.'))
loading.catch(() => {})
let routes = new Map<string, RouteData>()
parentPort?.on('message', (message: Bundled | Order) => {
  if ('entry' in message) loading = load(message)
  else void answer(message)
})

/** The packed record is not held any longer. */
function begin({ parcel, folder }: Given): string {
  adoptContent(unpackContent(parcel, 'copies'))
  return folder
}

async function load({ entry, pages }: Bundled): Promise<Bundle['app']> {
  const { app } = (await import(entry)) as Bundle
  app.setInternals({ pagesByKeys: pages })
  app.setOptions({ settings: { scripts: [] }, logger: app.logger })
  routes = new Map(app.manifest.routes.map(({ routeData }) => [nameOf(routeData), routeData]))
  return app
}

async function answer({ number, page }: Order): Promise<void> {
  try {
    const app = await loading
    const found: Omit<Answer, 'number'> = page ? await render(app, page) : { paths: await listPaths(app) }
    parentPort?.postMessage({ ...found, number } satisfies Answer, found.body ? [found.body] : [])
  } catch (error) {
    const told = error instanceof Error ? error : new Error(String(error))
    parentPort?.postMessage({ number, error: told } satisfies Answer)
  }
}

async function listPaths(app: Bundle['app']): Promise<Path[]> {
  // What a prerenderer finds at `astro:static-paths`, for which it would have to be bundled.
  const { StaticPaths } = await import('astro/runtime/prerender/static-paths.js')
  const paths = await new StaticPaths(app as unknown as ConstructorParameters<typeof StaticPaths>[0]).getAll()
  return paths.map(({ pathname, route }) => ({ pathname, route: nameOf(route) }))
}

async function render(
  app: Bundle['app'],
  { url, route }: { url: string; route: string },
): Promise<Omit<Answer, 'number'>> {
  const routeData = routes.get(route)
  if (!routeData) throw new Error(`There is no route ${route}.`)
  const page = await app.render(new Request(url), { routeData })
  const { status } = page
  const body = page.body && (await page.arrayBuffer())
  const headers = [...page.headers]
  // Astro writes nothing for an answer without a body.
  return body && isWritten(url, page, body) ? { status, headers: [] } : { status, headers, body }
}

/** Writes a page into a folder of its own; false for what is none. */
function isWritten(url: string, { status, headers }: Response, body: ArrayBuffer): boolean {
  const { pathname } = new URL(url)
  if (status !== 200 || !pathname.endsWith('/') || !headers.get('content-type')?.startsWith('text/html')) return false
  const place = join(folder, decodeURIComponent(pathname.slice(base.length)))
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'index.html'), new Uint8Array(body))
  return true
}

const nameOf = ({ component, route }: RouteData): string => `${component} ${route}`
