/** Words that a reader selects in a copy: their link, the words with whose they are, and their citation. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSites } from '../sites.ts'
import { useOnePage } from './one-page.ts'
import { useSite } from './open-site.ts'

const full = 'articles/2031-03-02-bridge-closes/'
const excerpt = 'articles/2031-03-03-no-ferries/'

describe('selecting words of a copy', () => {
  const open = useSite(testSites.small)
  const onePage = useOnePage(open, { permissions: ['clipboard-read', 'clipboard-write'] })

  test('gives a link to exactly these words or their block, and the words with whose they are', async () => {
    const { page, faults } = await onePage()
    await page.goto(open.address(full))
    const [link, words, citation] = await select(page, 'not need ferr')
    assert.equal(link, `${open.address(full)}#p-1:~:text=not%20need%20ferries`)
    assert.equal(words, '“not need ferries” (Mara Łodzińska, in The Ledger, 2 March 2031)')
    assert.match(
      citation ?? '',
      /^“not need ferries” \(Mara Łodzińska, in The Ledger, 2 March 2031\)\. .* https:\S+text=not%20need/,
    )
    assert.ok(citation?.endsWith(`, ${link}`))
    assert.equal(await page.getByRole('toolbar').isVisible(), true)

    // A browser marks the first place where these words stand; one that cannot, as this one, goes to their block.
    const isFirst = await page.evaluate(() => {
      const range = document.createRange()
      range.setStart(document.body, 0)
      range.setEndBefore(document.getElementById('p-1') as Element)
      return !range.toString().includes('not need ferries')
    })
    assert.equal(isFirst, true)
    await page.setViewportSize({ width: 600, height: 200 })
    await page.goto('about:blank')
    await page.goto(link ?? '')
    await page.waitForFunction(() => scrollY > 0)
    assert.deepEqual(faults, [])
  })

  test('words that are nobody’s direct speech never get its marks', async () => {
    const { page } = await onePage()
    for (const [path, text] of [
      [full, 'was closed on Saturday'],
      [full, 'Mayor Mara Łodzińska told'],
      [full, 'ferries," Mayor'],
      [excerpt, 'added a joke about the last one'],
    ] as const) {
      await page.goto(open.address(path))
      const [, words = ''] = await select(page, text)
      assert.match(words, /^From the text of (The Ledger|Coast Wire), \d+ March 2031: [^“]/)
      assert.ok(words.includes(text.replaceAll('"', '"')), words)
    }
  })

  test('by keyboard: the next stop after the words copies them, Escape lets them go', async () => {
    const { page } = await onePage()
    await page.goto(open.address(full))
    await page.getByRole('link', { name: 'Address of block 2' }).focus()
    await page.keyboard.press('Enter')
    const first = page.getByRole('button', { name: 'Copy link to these words' })
    await first.waitFor()
    // The bar is made anew when the selection has been still for a moment; the button stays.
    await page.waitForTimeout(500)
    assert.equal(await first.evaluate((button) => button === document.activeElement), true)
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' })
    assert.match(await page.evaluate(() => navigator.clipboard.readText()), /#p-1:~:text=/)
    await page.keyboard.press('Escape')
    assert.equal(await page.getByRole('toolbar').count(), 0)
  })

  test('without scripts each block has an address', async () => {
    const { page, context } = await open.open({ javaScriptEnabled: false })
    for (const path of [full, excerpt]) {
      await page.goto(open.address(path))
      const links = page.getByRole('link', { name: /^Address of block/ })
      assert.equal(await links.count(), await page.locator('.row > [data-copy]').count())
      for (const href of await links.evaluateAll((list) => list.map((one) => one.getAttribute('href'))))
        assert.equal(await page.locator(href ?? '').count(), 1)
    }
    await context.close()
  })
})

/** Selects the first place where a text stands in the copy, and gives what the bar offers. */
async function select(page: Page, text: string): Promise<string[]> {
  await page.evaluate((wanted) => {
    for (const block of document.querySelectorAll('[data-copy]')) {
      const at = (block.textContent ?? '').indexOf(wanted)
      if (at === -1) continue
      const find = (offset: number): [Node, number] => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        let left = offset
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const { length } = node.textContent ?? ''
          if (left <= length) return [node, left]
          left -= length
        }
        throw new Error(`There is no place ${offset}.`)
      }
      getSelection()?.setBaseAndExtent(...find(at), ...find(at + wanted.length))
      return
    }
    throw new Error(`There is no ${wanted}.`)
  }, text)
  await page.getByRole('toolbar').waitFor()
  return page
    .locator('.selected-bar button')
    .evaluateAll((buttons) => buttons.map((button) => (button as HTMLButtonElement).value))
}
