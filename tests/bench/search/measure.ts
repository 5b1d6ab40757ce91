/** Measures a search box in the browser: what a first answer costs on a slow connection, and a key on a fast one. */
import type { Browser, Page } from 'playwright-core'
import type { Brake } from './brake.ts'

/** A page with a search box, and how a reader gets to it. */
export interface Box {
  /** Its path on the server. */
  path: string
  /** Selects what carries `data-state`; its box is in it. */
  panel: string
  /** Opens the search and puts the focus into its box. */
  open(page: Page): Promise<void>
}

export interface FirstAnswer {
  bytes: number
  requests: number
  time: number
}

const patience = 60_000

/** From opening the search to the first result, with the page itself already there and nothing of the search. */
export async function measureFirst(browser: Browser, brake: Brake, box: Box, query: string): Promise<FirstAnswer> {
  const page = await open(browser, brake.port, box)
  const before = brake.count()
  const started = await page.evaluate(() => performance.now())
  await box.open(page)
  await page.locator(`${box.panel} input`).fill(query)
  await settle(page, 'results')
  const settled = await page.evaluate(() => window.marks.findLast(({ state }) => state !== 'searching')?.at ?? 0)
  await page.waitForTimeout(300)
  const after = brake.count()
  const first = {
    bytes: after.bytes - before.bytes,
    requests: after.requests - before.requests,
    time: settled - started,
  }
  await page.context().close()
  return first
}

/** Types queries key by key, each key when the last is answered, and gives for each the time from when its search begins. */
export async function measureKeys(
  browser: Browser,
  port: number,
  box: Box,
  queries: readonly string[],
): Promise<number[]> {
  const page = await open(browser, port, box)
  await box.open(page)
  const input = page.locator(`${box.panel} input`)
  const times: number[] = []
  for (const query of queries) {
    await input.fill('')
    await page.waitForTimeout(300)
    for (const key of query) {
      await page.evaluate(() => {
        window.marks = []
      })
      await page.keyboard.type(key)
      await settle(page)
      times.push(
        await page.evaluate(() => {
          const [from, to] = [window.marks[0], window.marks.findLast(({ state }) => state !== 'searching')]
          return (to?.at ?? 0) - (from?.at ?? 0)
        }),
      )
    }
  }
  await page.context().close()
  return times
}

declare global {
  interface Window {
    /** When the panel changed its state, and to what. */
    marks: { at: number; state: string }[]
  }
}

async function open(browser: Browser, port: number, { path, panel }: Box): Promise<Page> {
  // The others' pages answer in ways that our policy forbids.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'networkidle' })
  await page.locator(panel).evaluate((element) => {
    window.marks = []
    new MutationObserver((changes) => {
      if (changes.some(({ attributeName }) => attributeName === 'data-state'))
        window.marks.push({ at: performance.now(), state: (element as HTMLElement).dataset['state'] ?? '' })
    }).observe(element, { attributes: true })
  })
  return page
}

/** Waits for an answer, of a certain kind where one is expected. */
async function settle(page: Page, expected?: string): Promise<void> {
  const state = await page.waitForFunction(
    () => window.marks.findLast((mark) => mark.state !== 'searching')?.state,
    null,
    {
      polling: 10,
    },
  )
  const found = await state.jsonValue()
  if (expected && found !== expected) throw new Error(`Expected the search to end in ${expected}, found ${found}.`)
}
