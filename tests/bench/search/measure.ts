/** Measures a search box in the browser: what a first answer costs on a slow connection, and a key on a fast one. */
import type { Browser, CDPSession, Page } from 'playwright-core'

/** A page with a search box, and how a reader gets to it. */
export interface Box {
  address: string
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

/** 1.6 Mbit/s and 150 ms, as in Chrome's slow 4G. */
const slow = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }

const patience = 60_000

/** From opening the search to the first result, with the page itself already there and nothing of the search. */
export async function measureFirst(browser: Browser, box: Box, query: string): Promise<FirstAnswer> {
  const { page, session } = await open(browser, box)
  await session.send('Network.emulateNetworkConditions', slow)
  const traffic = watch(session)
  const started = await page.evaluate(() => performance.now())
  await box.open(page)
  await page.locator(`${box.panel} input`).fill(query)
  await settle(page, 1, 'results')
  const settled = await page.evaluate(() => window.marks.findLast(({ state }) => state !== 'searching')?.at ?? 0)
  await page.waitForTimeout(300)
  const first = { ...traffic(), time: settled - started }
  await page.context().close()
  return first
}

/** Types queries key by key, each key when the last is answered, and gives for each the time from when its search begins. */
export async function measureKeys(browser: Browser, box: Box, queries: readonly string[]): Promise<number[]> {
  const { page } = await open(browser, box)
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
      await settle(page, 1)
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

async function open(browser: Browser, box: Box): Promise<{ page: Page; session: CDPSession }> {
  // The others' pages answer in ways that our policy forbids.
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true })
  context.setDefaultTimeout(patience)
  const page = await context.newPage()
  await page.goto(box.address, { waitUntil: 'networkidle' })
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await page.locator(box.panel).evaluate((panel) => {
    window.marks = []
    new MutationObserver((changes) => {
      if (changes.some(({ attributeName }) => attributeName === 'data-state'))
        window.marks.push({ at: performance.now(), state: (panel as HTMLElement).dataset['state'] ?? '' })
    }).observe(panel, { attributes: true })
  })
  return { page, session }
}

/** Waits for so many answers, and of a certain kind where one is expected. */
async function settle(page: Page, count: number, expected?: string): Promise<void> {
  await page.waitForFunction(
    ([count, expected]) => {
      const settled = window.marks.filter(({ state }) => state !== 'searching')
      if (expected && settled.some(({ state }) => state === 'nothing' || state === 'failed'))
        throw new Error(`The search ends in ${settled.at(-1)?.state}.`)
      return settled.length >= Number(count)
    },
    [count, expected] as const,
    { polling: 10 },
  )
}

/** Counts the bytes that arrive, headers and all, and the requests. */
function watch(session: CDPSession): () => { bytes: number; requests: number } {
  const arrived = new Map<string, number>()
  const done = new Map<string, number>()
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) =>
    arrived.set(requestId, (arrived.get(requestId) ?? 0) + encodedDataLength),
  )
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => done.set(requestId, encodedDataLength))
  return () => {
    const sizes = new Map([...arrived, ...done])
    return { bytes: [...sizes.values()].reduce((sum, size) => sum + size, 0), requests: sizes.size }
  }
}
