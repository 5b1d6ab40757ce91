/** Light, dark, or as the system has it: kept only when somebody has chosen, and there before the first paint. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSites } from '../sites.ts'
import { useOnePage } from './one-page.ts'
import { useSite } from './open-site.ts'

const paper = { light: 'rgb(251, 250, 246)', dark: 'rgb(20, 19, 15)' }

/** The ground of the page, once it is what is expected; else as it is after a while. */
async function waitForGround(page: Page, colour: string): Promise<void> {
  await page.waitForFunction((wanted) => getComputedStyle(document.body).backgroundColor === wanted, colour)
}

describe('light and dark', () => {
  const open = useSite(testSites.small)

  test('as the system has it until somebody chooses, and again when they take it back', async () => {
    const { context, page, faults } = await open.open()
    await page.emulateMedia({ colorScheme: 'light' })
    await page.goto(open.address(''))
    await waitForGround(page, paper.light)
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('look')))
    assert.deepEqual(await kept(), [])
    const choice = page.getByRole('combobox', { name: 'Light or dark' })
    const choose = (value: string) => choice.selectOption(value)
    assert.equal(await choice.inputValue(), '')

    await choose('dark')
    await waitForGround(page, paper.dark)
    assert.deepEqual(await kept(), [`look ${testSites.small.base}`])
    const themes = () =>
      page
        .locator('meta[name=theme-color]')
        .evaluateAll((metas) =>
          metas.flatMap((meta) =>
            matchMedia((meta as HTMLMetaElement).media).matches ? (meta as HTMLMetaElement).content : [],
          ),
        )
    assert.deepEqual(await themes(), ['#14130f'])

    // It is there before anything is painted: when the body begins, the colour is what was chosen.
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return
        observer.disconnect()
        Object.assign(window, { atFirst: document.documentElement.dataset['look'] })
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto(open.address('timeline/'))
    await waitForGround(page, paper.dark)
    assert.equal(await page.evaluate(() => (window as unknown as { atFirst: string }).atFirst), 'dark')
    assert.equal(await choice.inputValue(), 'dark')

    await choose('')
    await waitForGround(page, paper.light)
    assert.deepEqual(await kept(), [])
    assert.deepEqual(await themes(), ['#fbfaf6'])
    await context.close()
    assert.deepEqual(faults, [])
  })

  test('without scripts there is nothing to choose, and the system decides', async () => {
    const { context, page } = await open.open({ javaScriptEnabled: false, colorScheme: 'dark' })
    await page.goto(open.address(''))
    assert.equal(await page.getByRole('combobox', { name: 'Light or dark' }).count(), 0)
    const colour = await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)
    assert.equal(colour, paper.dark)
    await context.close()
  })
})

describe('a football club', () => {
  const open = useSite(testSites.languages)
  const onePage = useOnePage(open)

  for (const width of [1280, 390])
    for (const colorScheme of ['light', 'dark'] as const)
      test(`has its own look at ${width} pixels, ${colorScheme}`, async () => {
        const { page, faults } = await onePage()
        await page.setViewportSize({ width, height: 844 })
        await page.emulateMedia({ colorScheme })
        await page.goto(open.address('pages/ground/'))
        const [ground, stripe] =
          colorScheme === 'light' ? ['245, 250, 246', '11, 93, 59'] : ['12, 22, 17', '127, 214, 168']
        const shown = await page.evaluate(async () => {
          await document.fonts.ready
          const { backgroundColor, borderTopColor, borderTopWidth } = getComputedStyle(document.body)
          const label = document.querySelector('header nav a') as HTMLElement
          const logo = document.querySelector('header img') as HTMLImageElement
          const fonts = [...document.fonts].flatMap(({ family, status }) => (status === 'loaded' ? family : []))
          return {
            ground: backgroundColor,
            stripe: `${borderTopWidth} ${borderTopColor}`,
            isOwnType: getComputedStyle(label).fontFamily.startsWith('"Own Labels"'),
            isLoaded: fonts.some((family) => family.includes('Own Labels')),
            logo: logo.complete && logo.naturalWidth > 0,
            fits: document.documentElement.scrollWidth <= innerWidth,
          }
        })
        assert.deepEqual(shown, {
          ground: `rgb(${ground})`,
          stripe: `6px rgb(${stripe})`,
          ...{ isOwnType: true, isLoaded: true, logo: true, fits: true },
        })
        assert.deepEqual(faults, [])
      })

  test('has links, pages, kinds of event and pictures of its own', async () => {
    const { page, faults } = await onePage()
    await page.goto(open.address('pages/ground/'))
    assert.deepEqual(await page.locator('header nav a').allInnerTexts(), [
      'Season',
      'Voices',
      'Reports',
      'Ground',
      'The club',
    ])
    await page
      .getByText('21 articles, 21 statements, 1 event, from articles of 1–21 May 2031. Its events: match.')
      .waitFor()
    await page.getByRole('link', { name: 'Imprint' }).click()
    await page.getByRole('link', { name: 'Tell us' }).waitFor()
    await page.goto(open.address('timeline/kinds/match/'))
    await page.getByText('The Ferrymen and Hollin Town draw').first().waitFor()
    await page.goto(open.address('events/2031-05-20-ferrymen-draw/'))
    const picture = await page.locator('meta[property="og:image"]').getAttribute('content')
    assert.equal((await page.request.get(new URL(picture ?? '', page.url()).href)).status(), 200)
    assert.match(await (await page.request.get(open.address('favicon.svg'))).text(), /#f2c230/)
    assert.deepEqual(faults, [])
  })
})
