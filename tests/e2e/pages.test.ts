/** Every template with its scripts on, as a reader sees it and as assistive technology does. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page, Request } from 'playwright-core'
import { testSites } from '../sites.ts'
import { findFaults } from './axe.ts'
import { type OpenSite, useSite } from './open-site.ts'
import { type Template, templatesOf } from './templates.ts'

/** A way to look at a page, and by which rules of axe. */
interface Look {
  name: string
  width: number
  media: Parameters<Page['emulateMedia']>[0]
  rules: Parameters<typeof findFaults>[1]
}

const narrow: Look = { name: 'light, 390 px', width: 390, media: { colorScheme: 'light' }, rules: 'all' }
const wide: Look = { name: 'dark, 1280 px', width: 1280, media: { colorScheme: 'dark' }, rules: 'all' }
/** Whoever asks for more contrast has 7 : 1 for all text. */
const strong = (['light', 'dark'] as const).map(
  (colorScheme): Look => ({
    name: `${colorScheme}, more contrast`,
    width: 1280,
    media: { colorScheme, contrast: 'more' },
    rules: 'enhanced',
  }),
)

/** Of long pages those that are longest: they are made of the same parts as others. */
const longest = /^(?:front page|timeline|topic by speaker|(?:event|article|direct|mixed).*)$/

// Both colour schemes and both layouts, and neither depends on the other; the small record has a thing of every kind.
for (const [site, looks, looked] of [
  [testSites.real, [narrow], longest],
  [testSites.small, [narrow, { ...wide, rules: 'look' }, ...strong], /./],
  [testSites.empty, [wide], /./],
] as const) {
  describe(`the pages of the ${site.name} record`, () => {
    const open = useSite(site)

    // To open a page costs more than to look at it: each is opened once.
    test('each keeps to its own width, scripts on and text doubled; axe finds nothing, however it is looked at', async () => {
      const { page, context, faults } = await open.open({ reducedMotion: 'reduce' })
      const found: string[] = []
      for (const template of templatesOf(site)) {
        await page.setViewportSize({ width: 320, height: 640 })
        await visit(page, open, template)
        for (const size of ['200%', '']) {
          const width = await page.evaluate((percent) => {
            document.documentElement.style.fontSize = percent
            return document.documentElement.scrollWidth
          }, size)
          if (width > 320) found.push(`${template.name}: ${width} px at ${size || '100%'}`)
        }
        if (!looked.test(template.name)) continue
        await unfold(page)
        for (const { media, name, rules, width } of looks) {
          await page.setViewportSize({ width, height: 900 })
          await page.emulateMedia({ contrast: 'no-preference', ...media })
          found.push(...(await findFaults(page, rules)).map((fault) => `${template.name}, ${name}: ${fault}`))
        }
      }
      await context.close()
      assert.deepEqual(found, [])
      assert.deepEqual(faults, [])
    })
  })
}

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
