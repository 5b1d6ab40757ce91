/** What axe finds on a page as it stands. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Targets large enough to touch are a rule of WCAG 2.2 that axe leaves off. */
const all: RunOptions = { rules: { 'target-size': { enabled: true } } }

/** AAA, and so off too: 7 : 1 for all text. */
const enhanced: RunOptions = {
  runOnly: ['color-contrast-enhanced'],
  rules: { 'color-contrast-enhanced': { enabled: true } },
}

/** A line for each fault, by all rules, or by that of enhanced contrast alone. Throws when axe saw no page. */
export async function findFaults(page: Page, what: 'all' | 'enhanced' = 'all'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe)
  // To name each element that is sound takes axe three quarters of the time.
  const options: RunOptions = { resultTypes: ['violations'], ...(what === 'all' ? all : enhanced) }
  const { violations, passes } = await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(options)})`)
  assert.ok(passes.length > (what === 'all' ? 5 : 0), `axe saw nothing on ${page.url()}`)
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  )
}
