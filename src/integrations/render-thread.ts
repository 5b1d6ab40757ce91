/**
 * A thread that renders pages: it is given the record as it was read, then the bundle of the pages, then one address
 * after another. It writes the pages; anything else, such as data or the page for what is not found, Astro does.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { RouteData } from 'astro'
import { adoptContent } from '../loaders/from-disk.ts'
import { type Parcel, unpackContent } from '../loaders/hand-over.ts'
import type { Started } from '../loaders/thread.ts'
import { base } from '../site.ts'

export interface Given {
  parcel: Parcel
  /** Where the site is built. */
  folder: string
}

/** The style sheets of a page, as Astro notes them. */
export interface Styled {
  styles: unknown[]
}

export interface Loaded {
  /** Address of the bundle of the pages. */
  entry: string
  /** By Astro's key. */
  pages: ReadonlyMap<string, Styled>
}

export interface Order {
  number: number
  url: string
  /** Component and route. */
  route: string
}

export type Answer = { number: number } & (
  | { status: number; headers: [string, string][]; body: ArrayBuffer | null; error?: never }
  | { error: Error; status?: never; headers?: never; body?: never }
)

/** What the bundle of the pages exports, as far as it is used here (Astro 7.3, `core/build/app` and `environment`). */
interface Bundle {
  app: {
    manifest: { routes: { routeData: RouteData }[] }
    logger: unknown
    setInternals(internals: { pagesByKeys: Loaded['pages'] }): void
    setOptions(options: { settings: { scripts: [] }; logger: unknown }): void
    render(request: Request, options: { routeData: RouteData }): Promise<Response>
  }
}

type Render = (order: Order) => Promise<Response>

const { parcel, folder } = (workerData as Started<Given>).given
adoptContent(unpackContent(parcel, 'copies'))
let rendering: Promise<Render> = Promise.reject(new Error('A page was asked for before the bundle was there.'))
rendering.catch(() => {})
parentPort?.on('message', (message: Loaded | Order) => {
  if ('entry' in message) rendering = load(message)
  else void answer(message)
})

async function load({ entry, pages }: Loaded): Promise<Render> {
  const { app } = (await import(entry)) as Bundle
  app.setInternals({ pagesByKeys: pages })
  app.setOptions({ settings: { scripts: [] }, logger: app.logger })
  const routes = new Map(
    app.manifest.routes.map(({ routeData }) => [`${routeData.component} ${routeData.route}`, routeData]),
  )
  return async (order) => {
    const routeData = routes.get(order.route)
    if (!routeData) throw new Error(`There is no route ${order.route}.`)
    return app.render(new Request(order.url), { routeData })
  }
}

async function answer(order: Order): Promise<void> {
  const { number } = order
  try {
    const render = await rendering
    const page = await render(order)
    const written = page.body && (await page.arrayBuffer())
    // Astro writes nothing for an answer without a body.
    const body = written && isWritten(order, page, written) ? null : written
    const answer: Answer = { number, status: page.status, headers: [...page.headers], body }
    parentPort?.postMessage(answer, body ? [body] : [])
  } catch (error) {
    const told = error instanceof Error ? error : new Error(String(error))
    parentPort?.postMessage({ number, error: told } satisfies Answer)
  }
}

/** Writes a page into a folder of its own; false for what is none. */
function isWritten({ url }: Order, { status, headers }: Response, body: ArrayBuffer): boolean {
  const { pathname } = new URL(url)
  if (status !== 200 || !pathname.endsWith('/') || !headers.get('content-type')?.startsWith('text/html')) return false
  const place = join(folder, decodeURIComponent(pathname.slice(base.length)))
  mkdirSync(place, { recursive: true })
  writeFileSync(join(place, 'index.html'), new Uint8Array(body))
  return true
}
