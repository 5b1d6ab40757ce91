/** Every template with its scripts on, as a reader sees it and as assistive technology does. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page, Request } from 'playwright-core'
import { testSites } from '../sites.ts'
import { findFaults } from './axe.ts'
import { type OpenSite, useSite } from './open-site.ts'
import { type Template, templatesOf } from './templates.ts'

const narrow = { colorScheme: 'light', width: 390 } as const
const wide = { colorScheme: 'dark', width: 1280 } as const

/** Of long pages those that are longest: they are made of the same parts as others. */
const longest = /^(?:front page|timeline|topic by speaker|(?:event|article|direct|mixed).*)$/

// Both colour schemes and both layouts, and neither depends on the other; the small record has a thing of every kind.
for (const [site, views, looked] of [
  [testSites.real, [narrow], longest],
  [testSites.small, [narrow, wide], /./],
  [testSites.empty, [wide], /./],
] as const) {
  describe(`the pages of the ${site.name} record`, () => {
    const open = useSite(site)

    for (const { colorScheme, width } of views) {
      test(`axe finds nothing (${colorScheme}, ${width} px)`, async () => {
        const { page, context, faults } = await open.open({
          colorScheme,
          viewport: { width, height: 900 },
          reducedMotion: 'reduce',
        })
        const found: string[] = []
        for (const template of templatesOf(site).filter(({ name }) => looked.test(name))) {
          await visit(page, open, template)
          await unfold(page)
          found.push(...(await findFaults(page)).map((fault) => `${template.name}: ${fault}`))
        }
        await context.close()
        assert.deepEqual(found, [])
        assert.deepEqual(faults, [])
      })
    }

    test('each page keeps to its own width, scripts on and text doubled', async () => {
      const { page, context } = await open.open({ viewport: { width: 320, height: 640 } })
      const wide: string[] = []
      for (const template of templatesOf(site)) {
        await visit(page, open, template)
        for (const size of ['', '200%']) {
          const width = await page.evaluate((percent) => {
            document.documentElement.style.fontSize = percent
            return document.documentElement.scrollWidth
          }, size)
          if (width > 320) wide.push(`${template.name}: ${width} px at ${size || '100%'}`)
        }
      }
      await context.close()
      assert.deepEqual(wide, [])
    })
  })
}

describe('the pages of the small record, which has a thing of every kind', () => {
  const open = useSite(testSites.small)

  test('whoever asks for more contrast has 7 : 1 for all text, in light and in dark', async () => {
    const { page, context } = await open.open({ contrast: 'more', reducedMotion: 'reduce' })
    const found: string[] = []
    for (const template of templatesOf(testSites.small)) {
      await visit(page, open, template)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        found.push(...(await findFaults(page, 'enhanced')).map((fault) => `${template.name}, ${colorScheme}: ${fault}`))
      }
    }
    await context.close()
    assert.deepEqual(found, [])
  })
})

async function visit(page: Page, open: OpenSite, { name, path }: Template): Promise<void> {
  const response = await page.goto(open.address(path))
  assert.equal(response?.status(), 200, name)
  await page.evaluate(() => document.fonts.ready)
}

/** Opens all that is folded, and waits for what comes with it. */
async function unfold(page: Page): Promise<void> {
  const coming = new Set<Request>()
  const begin = (request: Request) => coming.add(request)
  const end = (request: Request) => coming.delete(request)
  page.on('request', begin).on('requestfinished', end).on('requestfailed', end)
  // To rest after the last answer costs half a second; what comes is asked for once the boxes have told that they are open.
  const rest = () => page.evaluate(() => new Promise((done) => setTimeout(done, 50)))
  await page.evaluate(() => {
    for (const box of document.querySelectorAll('details')) box.open = true
  })
  do await rest()
  while (coming.size > 0)
  page.off('request', begin).off('requestfinished', end).off('requestfailed', end)
}
