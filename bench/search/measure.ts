/** Measures a search box in the browser: what a first answer costs on a slow connection, and a key on a fast one. */

import type { Browser, Page } from '../../tests/e2e/browser.ts'
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

/** How long a key took, in ms: to its first results, and to all that are shown at first. */
export interface KeyTime {
  shown: number
  whole: number
}

/** For a slow line and a busy machine. */
const patience = 120_000

/** Fewer letters than this are not searched by our box, so they are timed for nobody. */
const fewestLetters = 3

/** From opening the search to the first result, with the page itself already there and nothing of the search. */
export async function measureFirst(browser: Browser, brake: Brake, box: Box, query: string): Promise<FirstAnswer> {
  const page = await open(browser, brake.port, box)
  const before = brake.count()
  const started = await page.evaluate(() => performance.now())
  await box.open(page)
  await page.locator(`${box.panel} input`).fill(query)
  const { shown, state } = await settle(page)
  if (state !== 'results') throw new Error(`Expected results for ${query}, found ${state}.`)
  await page.waitForTimeout(300)
  const after = brake.count()
  const first = {
    bytes: after.bytes - before.bytes,
    requests: after.requests - before.requests,
    time: shown - started,
  }
  await page.context().close()
  return first
}

/** Types queries key by key, each key when the last is answered, and times each from the key on. */
export async function measureKeys(
  browser: Browser,
  port: number,
  box: Box,
  queries: readonly string[],
): Promise<KeyTime[]> {
  const page = await open(browser, port, box)
  await box.open(page)
  const input = page.locator(`${box.panel} input`)
  const times: KeyTime[] = []
  for (const query of queries) {
    await input.fill('')
    await page.waitForTimeout(300)
    for (const [at, key] of [...query].entries()) {
      await page.evaluate(() => {
        window.marks = []
      })
      await page.keyboard.type(key)
      const { key: from, shown, state, whole } = await settle(page)
      const letters = query.slice(0, at + 1).replace(/[^\p{L}\p{N}]/gu, '').length
      // What is half typed and finds nothing is given time to be typed on.
      if (letters >= fewestLetters && state === 'results') times.push({ shown: shown - from, whole: whole - from })
    }
  }
  await page.context().close()
  return times
}

/** Milliseconds between two keys of somebody who types fast: some 100 words a minute. */
const fastKey = 120

/** How many times slower a phone of little cost is than this machine, as Lighthouse has it. */
const slowdown = 4

/**
 * Types queries fast on a machine made slower: how many keys, and how long each task of the page took that kept it from
 * answering for 50 ms or more (Long Tasks API).
 */
export async function measureTasks(
  browser: Browser,
  port: number,
  box: Box,
  queries: readonly string[],
): Promise<{ keys: number; tasks: number[] }> {
  const page = await open(browser, port, box)
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  await page.evaluate(() => {
    window.tasks = []
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  await box.open(page)
  await page.waitForTimeout(1000)
  await page.evaluate(() => {
    window.tasks = []
  })
  for (const query of queries) {
    await page.locator(`${box.panel} input`).fill('')
    await page.keyboard.type(query, { delay: fastKey })
    await settle(page)
  }
  // The observer is told of a task after it.
  await page.waitForTimeout(1000)
  const tasks = await page.evaluate(() => window.tasks)
  await page.context().close()
  return { keys: queries.join('').length, tasks }
}

declare global {
  interface Window {
    tasks: number[]
    /** What became of a key, and when: `key`, the panel's states, `whole`. */
    marks: { at: number; name: string }[]
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
    const mark = (name: string): void => void window.marks.push({ at: performance.now(), name })
    element.addEventListener('input', () => mark('key'), { capture: true })
    new MutationObserver((changes) => {
      const names = changes.map(({ target, attributeName }) => {
        const { state = '' } = (target as HTMLElement).dataset
        return attributeName === 'data-state' ? state : (target as HTMLElement).ariaBusy === 'false' ? 'whole' : ''
      })
      // What is not laid out is not shown.
      element.getBoundingClientRect()
      for (const name of new Set(names)) if (name) mark(name)
    }).observe(element, { attributes: true, subtree: true, attributeFilter: ['data-state', 'aria-busy'] })
  })
  return page
}

/** Waits for an answer: when the key was pressed, when the first results were laid out and when all were, and which state it ended in. */
async function settle(page: Page): Promise<{ key: number; shown: number; whole: number; state: string }> {
  const answer = await page.waitForFunction(
    () => {
      const at = window.marks.findIndex(({ name }) => /results|nothing|short|failed/.test(name))
      const shown = window.marks[at]
      // Others show all at once and know nothing of busy.
      const isBusy = document.querySelector('[aria-busy="true"]') !== null
      if (!shown || isBusy) return null
      const key = window.marks.find(({ name }) => name === 'key')?.at ?? 0
      const whole = window.marks.slice(at).findLast(({ name }) => name === 'whole') ?? shown
      return { key, shown: shown.at, whole: whole.at, state: shown.name }
    },
    null,
    { polling: 10 },
  )
  return (await answer.jsonValue()) ?? { key: 0, shown: 0, whole: 0, state: '' }
}
