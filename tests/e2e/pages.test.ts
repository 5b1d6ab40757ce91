/** Every template with its scripts on, as a reader sees it and as assistive technology does. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page, Request } from 'playwright-core'
import { testSites } from '../sites.ts'
import { findFaults } from './axe.ts'
import { type OpenSite, useSite } from './open-site.ts'
import { partsOf, type Template, templatesOf } from './templates.ts'

/** A way to look at a page, and by which rules of axe. */
interface Look {
  name: string
  width: number
  media: Parameters<Page['emulateMedia']>[0]
  rules: Parameters<typeof findFaults>[1]
  /** The words that have been looked at, where a page is looked at only if it has others. */
  known?: Set<string>
}

const narrow: Look = { name: 'light, 320 px', width: 320, media: { colorScheme: 'light' }, rules: 'all' }
// Layouts and colours do not rest on each other.
const wide: Look = { name: '1280 px', width: 1280, media: { colorScheme: 'dark' }, rules: 'layout' }
const dark: Look = { ...wide, name: 'dark', rules: 'colours', known: new Set() }
/** Whoever asks for more contrast has 7 : 1 for all text. */
const strong = (['light', 'dark'] as const).map(
  (colorScheme): Look => ({
    name: `${colorScheme}, more contrast`,
    width: 1280,
    media: { colorScheme, contrast: 'more' },
    rules: 'enhanced',
    known: new Set(),
  }),
)

/** What the pages are made of that have been looked at. */
const knownParts = new Set<string>()

// The small record has a thing of every kind; of another the pages are looked at that have a part which none before them has.
for (const [site, looks] of [
  [testSites.small, [narrow, wide, dark, ...strong]],
  [testSites.real, [narrow]],
  [testSites.empty, [narrow]],
] as const) {
  describe(`the pages of the ${site.name} record`, () => {
    const open = useSite(site)
    const looked = templatesOf(site).filter(
      (template) => findNew(partsOf(site, template), knownParts) || site === testSites.small,
    )

    // To open a page costs more than to look at it: each is opened once.
    test('each keeps to its own width, scripts on and text doubled; axe finds nothing, however it is looked at', async () => {
      const { page, context, faults } = await open.open({ reducedMotion: 'reduce' })
      const found: string[] = []
      for (const template of looked) {
        await page.setViewportSize({ width: 320, height: 640 })
        await visit(page, open, template)
        for (const size of ['200%', '']) {
          const width = await page.evaluate((percent) => {
            document.documentElement.style.fontSize = percent
            return document.documentElement.scrollWidth
          }, size)
          if (width > 320) found.push(`${template.name}: ${width} px at ${size || '100%'}`)
        }
        await unfold(page)
        for (const { media, name, rules, width, known } of looks) {
          if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 900 })
          await page.emulateMedia({ contrast: 'no-preference', ...media })
          if (known && !findNew(await page.evaluate(wordsByColour), known)) continue
          found.push(...(await findFaults(page, rules)).map((fault) => `${template.name}, ${name}: ${fault}`))
        }
      }
      await context.close()
      assert.deepEqual(found, [])
      assert.deepEqual(faults, [])
    })
  })
}

/** Whether some are not known yet; then they are. */
function findNew(some: Iterable<string>, known: Set<string>): boolean {
  const before = known.size
  for (const one of some) known.add(one)
  return known.size > before
}

/** The words of a page by what contrast rests on: colour, size, and all that is behind them. Runs in the page. */
function wordsByColour(): string[] {
  const grounds = new Map<Element | null, string>()
  return [...document.querySelectorAll('body, body *')].map((element) => {
    const { backgroundColor, backgroundImage, color, fontSize, fontWeight, opacity } = getComputedStyle(element)
    const own = [backgroundColor, backgroundImage, opacity].join(' ').replace(/^rgba\(0, 0, 0, 0\) none 1$/, '')
    // What covers all is all that is behind.
    const isWhole = /^rgb\(.* 1$/.test(own)
    const ground = isWhole ? own : `${grounds.get(element.parentElement) ?? ''}${own}`
    grounds.set(element, ground)
    const hasWords = [...element.childNodes].some((node) => node instanceof Text && node.data.trim() !== '')
    // Of large words less is asked (WCAG 2.2, 1.4.3).
    const isLarge = Number.parseFloat(fontSize) >= (Number(fontWeight) >= 700 ? 18.66 : 24)
    return hasWords ? [element.localName === 'a', isLarge, color, ground].join() : ''
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
