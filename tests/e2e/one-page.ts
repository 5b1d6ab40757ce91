/** One page for all tests of a `describe`, one after the other: to open a page costs as much as to go to six. */
import { after, before } from 'node:test'
import type { BrowserContextOptions } from 'playwright-core'
import { type OpenSite, viewport, type WatchedPage } from './open-site.ts'

/**
 * Gives the page, empty and without anything that was kept, held back or emulated, or as the test before left it; and what faults
 * it has from then on. A clock and scripts of a context stay for good: whoever sets those opens a page of their own.
 */
export function useOnePage(
  open: OpenSite,
  options: BrowserContextOptions = {},
): (how?: 'as it is') => Promise<WatchedPage> {
  let opened: WatchedPage | undefined
  before(async () => {
    opened = await open.open(options)
  })
  after(() => opened?.context.close())
  return async (how) => {
    if (!opened) throw new Error('The page is open only while a test runs.')
    const { page, context, faults } = opened
    if (how !== 'as it is' && page.url().startsWith('http')) {
      for (const one of [page, context]) await one.unrouteAll({ behavior: 'ignoreErrors' })
      await page.evaluate(() => [localStorage, sessionStorage].map((store) => store.clear()))
      await page.goto('about:blank')
      const { colorScheme = null, contrast = null, forcedColors = null, reducedMotion = null } = options
      await page.emulateMedia({ media: null, colorScheme, contrast, forcedColors, reducedMotion })
      await page.setViewportSize(options.viewport ?? viewport)
    }
    faults.length = 0
    return opened
  }
}
