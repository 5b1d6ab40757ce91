/** What axe finds on a page as it stands. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Targets large enough to touch are a rule of WCAG 2.2 that axe leaves off. */
const all: RunOptions = { rules: { 'target-size': { enabled: true } } }

const layout = ['scrollable-region-focusable', 'target-size']
const colours = ['color-contrast', 'link-in-text-block']

const sets = {
  all,
  /** What a page may lack in one layout and not in another. */
  layout: { runOnly: layout, ...all },
  /** What it may lack in one colour scheme and not in another. */
  colours: { runOnly: colours },
  look: { runOnly: [...layout, ...colours], ...all },
  /** AAA, and so off too: 7 : 1 for all text. */
  enhanced: { runOnly: ['color-contrast-enhanced'], rules: { 'color-contrast-enhanced': { enabled: true } } },
} satisfies { [name: string]: RunOptions }

/** A line for each fault, by a set of rules. Throws when axe saw no page. */
export async function findFaults(page: Page, what: keyof typeof sets = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await load(page)
  // To name each element that is sound takes axe three quarters of the time.
  const options: RunOptions = { resultTypes: ['violations'], ...sets[what] }
  const { violations, passes } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`)
  assert.ok(passes.length > (what === 'all' ? 5 : 0), `axe saw nothing on ${page.url()}`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}

/** Where the sites that are served for tests have axe, and those origins. */
const axePath = '/axe-core.js'
const serving = new Set<string>()

/** A server that answers as another one does, and has axe besides. */
export function withAxe(server: Server): Server {
  const both = createServer((request, response) => {
    if (request.url !== axePath) return server.emit('request', request, response)
    return response
      .writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'max-age=31536000, immutable' })
      .end(axe)
  })
  return both.on('listening', () => serving.add(`http://127.0.0.1:${(both.address() as AddressInfo).port}`))
}

/**
 * Evaluates axe in the page. The browser keeps a file of a server as it was compiled, in which the policy of a page lets it be
 * imported: 0.03 s of processor time, and 0.14 s for its 650 kB in a message. There, told to the browser itself, they take half
 * of the work that `page.evaluate` has.
 */
async function load(page: Page): Promise<void> {
  if (serving.has(new URL(page.url()).origin)) {
    await page.evaluate(`import('${axePath}').then(() => undefined)`)
    return
  }
  const session = await page.context().newCDPSession(page)
  await session.send('Runtime.evaluate', { expression: axe })
  await session.detach()
}
