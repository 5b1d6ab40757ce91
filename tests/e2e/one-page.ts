/** One page for all tests of a `describe`, one after the other: to open a page costs as much as to go to six. */
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import type { OpenSite } from './open-site.ts'

type Opened = Awaited<ReturnType<OpenSite['open']>>

/** Gives the page, empty and without anything that was kept, and what faults it has from then on. */
export function useOnePage(open: OpenSite): () => Promise<{ page: Page; faults: string[] }> {
  let opened: Opened | undefined
  before(async () => {
    opened = await open.open()
  })
  after(() => opened?.context.close())
  return async () => {
    if (!opened) throw new Error('The page is open only while a test runs.')
    const { page, faults } = opened
    if (page.url().startsWith('http')) {
      await page.evaluate(() => [localStorage, sessionStorage].map((store) => store.clear()))
      await page.goto('about:blank')
    }
    faults.length = 0
    return { page, faults }
  }
}
