/** A built site, served, with a browser to look at it. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { after, before } from 'node:test'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { createSiteServer, listen } from '../../src/cli/serve.ts'
import { projectFolder, type TestSite } from '../sites.ts'
import { withAxe } from './axe.ts'
import { openBrowser, unpainted } from './browser.ts'

export interface OpenSite {
  site: TestSite
  browser: Browser
  /** The address of a path below the base. */
  address: (path: string) => string
  /**
   * Texts of JSON that are answered in place of files, by their path below the base: for each request that a page has
   * intercepted the browser uses nothing that it has kept, and takes twice as long.
   */
  instead: Map<string, string>
  /** A page in a context of its own, whose faults are collected. */
  open: (options?: BrowserContextOptions) => Promise<WatchedPage>
  close: () => Promise<void>
}

export interface WatchedPage {
  page: Page
  context: BrowserContext
  /** What a reader should never cause: messages on the console, script errors, failed requests, requests elsewhere. */
  faults: string[]
}

/** The screen of a page, unless somebody asks for another. */
export const viewport = { width: 1280, height: 900 }

/** Opens a site in a browser of its own, or in one that stays open when it is closed. */
export async function openSite(site: TestSite, wanted = 0, shared: Browser | null = null): Promise<OpenSite> {
  const folder = join(projectFolder, site.folder)
  if (!existsSync(join(folder, 'index.html'))) throw new Error(`${site.folder} is not built: npm test -- build`)
  const instead = new Map<string, string>()
  const server = withAxe(withOthers(createSiteServer(folder, site.base), site.base, instead))
  const [port, browser] = await Promise.all([listen(server, wanted), shared ?? openBrowser()])
  const contexts: BrowserContext[] = []
  const origin = `http://127.0.0.1:${port}`
  return {
    site,
    browser,
    instead,
    address: (path) => origin + site.base + path,
    open: async (options = {}) => {
      const context = await browser.newContext({ viewport, ...options })
      // So long that a machine with much else to do fails nothing; what is there is never waited for.
      context.setDefaultTimeout(30_000)
      contexts.push(context)
      const page = await context.newPage()
      return { page, context, faults: watch(page, origin) }
    },
    close: async () => {
      await (shared ? Promise.all(contexts.map((context) => context.close())) : browser.close())
      server.close()
      server.closeAllConnections()
    },
  }
}

/** A server that answers as another one does, but for some files. */
function withOthers(server: Server, base: string, instead: OpenSite['instead']): Server {
  return createServer((request, response) => {
    const text = instead.get(request.url?.slice(base.length) ?? '')
    if (text === undefined) return server.emit('request', request, response)
    return response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-cache' }).end(text)
  })
}

/** A site that is open while the tests of a `describe` run. */
export function useSite(site: TestSite): OpenSite {
  let opened: OpenSite | null = null
  const get = (): OpenSite => {
    if (!opened) throw new Error('The site is open only while a test runs.')
    return opened
  }
  const close = async () => {
    await opened?.close()
    if (opened) giveBrowserBack()
    opened = null
  }
  before(async () => {
    opened = await openSite(site, 0, await borrowBrowser())
  })
  after(close)
  return {
    site,
    close,
    get instead() {
      return get().instead
    },
    address: (path) => get().address(path),
    open: (options) => get().open(options),
    get browser() {
      return get().browser
    },
  }
}

let shared: Promise<Browser> | null = null
let borrowed = 0

/** The browser that tests of one process share, one after the other: to start one takes as long as to visit ten pages. */
function borrowBrowser(): Promise<Browser> {
  borrowed += 1
  shared ??= openBrowser(unpainted)
  return shared
}

/** Closes it, unless somebody else asks for it within a second. */
function giveBrowserBack(): void {
  borrowed -= 1
  setTimeout(async () => {
    if (borrowed > 0 || !shared) return
    const closing = shared
    shared = null
    await (await closing).close()
  }, 1000)
}

/** Reads a data file of a built site. */
export function readData<File>(site: TestSite, name: string): File {
  return JSON.parse(readFileSync(join(projectFolder, site.folder, 'data', name), 'utf8')) as File
}

/** Presses a key until the focus is where it is wanted. */
export async function press(page: Page, key: string, isThere: () => Promise<boolean>): Promise<void> {
  for (let times = 0; times < 200; times += 1) {
    await page.keyboard.press(key)
    if (await isThere()) return
  }
  const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200))
  throw new Error(`${key} did not lead there; the focus is on: ${focused}`)
}

function watch(page: Page, origin: string): string[] {
  const faults: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      faults.push(`elsewhere: ${url}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`)
  })
  return faults
}
