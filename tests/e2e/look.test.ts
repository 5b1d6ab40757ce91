/** Light, dark, or as the system has it: kept only when somebody has chosen, and there before the first paint. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSites } from '../sites.ts'
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
