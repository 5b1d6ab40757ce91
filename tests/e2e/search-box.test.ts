/** The box that searches: on every page, by button and by key; when it searches, what it says aloud, what it weighs. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { listFiles, projectFolder, testSites } from '../sites.ts'
import { useOnePage } from './one-page.ts'
import { useSite } from './open-site.ts'

const box = 'main [data-search-panel] input[type="search"]'

/**
 * What our own script for search may weigh, compressed, beside Pagefind's. It comes at once: what would be loaded later shares
 * code with it, which then is a file of its own, and a round trip more before the first answer.
 */
// Half a KB of it puts messages together, in the plural forms of the story's language.
const scriptBudget = 18.5 * 1024

describe('the search box', () => {
  const open = useSite(testSites.small)
  const onePage = useOnePage(open)

  test('is on every page', () => {
    for (const site of [testSites.small, testSites.empty]) {
      const folder = join(projectFolder, site.folder)
      const pages = listFiles(folder, /\.html$/)
        .map((name) => ({ name, html: readFileSync(join(folder, name), 'utf8') }))
        .filter(({ html }) => !/http-equiv="?refresh/i.test(html))
        // Pieces of the timeline that its script fetches; no reader opens them.
        .filter(({ name }) => !name.startsWith('timeline/entries/'))
      assert.ok(pages.length > 8, `${pages.length} pages`)
      const without = pages.filter(
        ({ html }) =>
          !(html.includes('data-search-open') && html.includes('<dialog') && html.includes('data-search-panel')),
      )
      assert.deepEqual(
        without.map(({ name }) => name),
        [],
      )
    }
  })

  test('opens by a visible button, and by Ctrl or ⌘ K, in a native dialog', async () => {
    const { page } = await onePage()
    await page.goto(open.address('quotes/'))
    const dialog = page.getByRole('dialog')
    const button = page.getByRole('button', { name: /search/i }).first()
    assert.ok(await button.isVisible())
    for (const openIt of [
      () => button.click(),
      () => page.keyboard.press('Control+k'),
      () => page.keyboard.press('Meta+k'),
      async () => {
        await button.focus()
        await page.keyboard.press('Enter')
      },
      async () => {
        await button.focus()
        await page.keyboard.press('Space')
      },
    ]) {
      await openIt()
      await dialog.waitFor()
      assert.equal(await dialog.evaluate((one) => one.matches('dialog:modal')), true)
      assert.equal(await page.evaluate(() => document.activeElement?.id), 'dialog-search')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'hidden' })
    }
  })

  test('leads without JavaScript to the ways in', async () => {
    const { page, context } = await open.open({ javaScriptEnabled: false })
    await page.goto(open.address('quotes/'))
    await page
      .getByRole('link', { name: /search/i })
      .first()
      .click()
    await page.waitForURL(/\/search\/$/)
    assert.equal(await page.locator(box).isVisible(), false)
    assert.match(await page.locator('main .head').innerText(), /needs JavaScript/)
    const ways = page.getByRole('main').getByRole('link')
    for (const name of ['Timeline', 'Speakers', 'Statements', 'Topics', 'Articles'])
      assert.ok(await ways.filter({ hasText: name }).first().isVisible(), name)
    await context.close()
  })

  test('searches from three letters on, and once where keys follow each other fast', async () => {
    const { page } = await onePage()
    await page.goto(open.address('search/'))
    await watchStates(page)
    await page.click(box)
    await page.keyboard.type('fe', { delay: 20 })
    await page.locator('main [data-state="short"]').waitFor()
    await page.waitForTimeout(400)
    assert.deepEqual(await page.evaluate(() => window.states), ['short'])
    // In one go: on a busy machine a browser may be slower than any pause between two keys.
    await page.locator(box).evaluate((input: HTMLInputElement) => {
      for (const letter of 'rries') {
        input.value += letter
        input.dispatchEvent(new Event('input', { bubbles: true }))
      }
    })
    await page.locator('main [data-state="results"]').waitFor()
    assert.deepEqual(await page.evaluate(() => window.states), ['short', 'searching', 'results'])
  })

  test('says aloud what was found once, when keys rest, and that nothing was found', async () => {
    const { page } = await onePage()
    await page.goto(open.address('search/'))
    await page.click(box)
    const said = page.locator('main [role="status"]')
    await said.evaluate((status) => {
      window.states = []
      new MutationObserver(() => window.states.push(status.textContent ?? '')).observe(status, { childList: true })
    })
    // In the page, whose own clock says what a rest is: on a busy machine keys from outside may come late.
    await page.locator(box).evaluate(async (input: HTMLInputElement) => {
      for (const letter of 'ferries') {
        input.value += letter
        input.dispatchEvent(new Event('input', { bubbles: true }))
        await new Promise((done) => setTimeout(done, 250))
      }
    })
    await page.waitForFunction(() => window.states.some((text) => text !== ''))
    await page.waitForTimeout(300)
    const spoken = (await page.evaluate(() => window.states)).filter((text) => text !== '')
    assert.equal(spoken.length, 1, spoken.join(' | '))
    assert.match(spoken[0] ?? '', /^\d+ statements?, /)
    await page.fill(box, 'orchid')
    await page.waitForFunction(() => /^Nothing found for orchid\./.test(window.states.at(-1) ?? ''))
  })

  test('a phrase is looked for while its last word is being typed', async () => {
    const { page } = await onePage()
    await page.goto(open.address('search/'))
    await page.fill(box, '"we do not need fer')
    await page.locator('main [data-state="results"] .hit-quote').first().waitFor()
    await page.keyboard.press('Enter')
    await page.locator('main [data-state="nothing"]').waitFor()
  })

  test('a query that is changed on the way is answered once, by its last words', async () => {
    const { page, context } = await onePage()
    const held = Promise.withResolvers<void>()
    await context.route('**/*.pf_fragment', async (route) => {
      await held.promise
      await route.continue()
    })
    await page.goto(open.address('search/'))
    await page.locator('main [data-results]').evaluate((results) => {
      window.states = []
      new MutationObserver(() => {
        for (const mark of results.querySelectorAll('.hit mark'))
          window.states.push((mark.textContent ?? '').toLowerCase())
      }).observe(results, { childList: true, subtree: true })
    })
    const asked = page.waitForRequest('**/*.pf_fragment')
    await page.fill(box, 'ferries')
    await asked
    await page.fill(box, 'timetable')
    await page.waitForURL(/q=timetable$/)
    held.resolve()
    await page.locator('main [data-results][aria-busy="false"] .hit-article').first().waitFor()
    assert.deepEqual([...new Set(await page.evaluate(() => window.states))], ['timetable'])
  })

  test('a query in the address is typed over before the search is there', async () => {
    const { page, context } = await onePage()
    const held = Promise.withResolvers<void>()
    await context.route('**/start.*.js', async (route) => {
      await held.promise
      await route.continue()
    })
    const asked = page.waitForRequest('**/start.*.js')
    await page.goto(open.address('search/?q=ferries'))
    assert.equal(await page.inputValue(box), 'ferries')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('timet')
    await asked
    held.resolve()
    await page.locator('main .hit').first().waitFor()
    assert.equal(await page.inputValue(box), 'timet')
    await page.keyboard.type('able')
    await page.waitForURL(/q=timetable$/)
  })

  // In contexts of their own, in which nothing is kept yet.
  for (const [path, openIt] of [
    ['timeline/', (page: Page) => page.keyboard.press('Control+k')],
    ['search/', (page: Page) => page.focus(box)],
    ['search/?q=ferries', (page: Page) => page.keyboard.press('Control+k')],
  ] as const)
    test(`on ${path} each file of the index is asked for once, no filter that nobody picked, and little script when it is opened`, async () => {
      const { page, context, faults } = await open.open()
      const asked: { name: string; isScript: boolean }[] = []
      page.on('request', (request) =>
        asked.push({ name: new URL(request.url()).pathname, isScript: request.resourceType() === 'script' }),
      )
      await page.goto(open.address(path), { waitUntil: 'networkidle' })
      const read = asked.length
      await openIt(page)
      await page.keyboard.type('ferries')
      await page.locator('[data-state="results"] [aria-busy="false"] .hit').first().waitFor()
      await page.waitForLoadState('networkidle')
      const files = asked.map(({ name }) => name).filter((name) => name.includes('/pagefind/'))
      assert.ok(files.length >= 6, files.join())
      assert.deepEqual(
        files.filter((name, at) => files.indexOf(name) !== at || name.endsWith('.pf_filter')),
        [],
      )
      await context.close()
      assert.deepEqual(faults, [])
      // A query in the address is searched at once.
      if (path.includes('?')) return
      const scripts = [...new Set(asked.slice(read).flatMap(({ name, isScript }) => (isScript ? name : [])))]
      const own = scripts.filter((name) => !name.includes('/pagefind/'))
      assert.ok(own.length > 0 && own.length < scripts.length, scripts.join())
      const { base, folder } = open.site
      const sizes = own.map(
        (name) => gzipSync(readFileSync(join(projectFolder, folder, name.slice(base.length))), { level: 9 }).length,
      )
      const weight = sizes.reduce((sum, size) => sum + size, 0)
      assert.ok(weight <= scriptBudget, `${path} loads ${weight} bytes of script for search`)
    })
})

declare global {
  interface Window {
    /** What changed, in order. */
    states: string[]
  }
}

function watchStates(page: Page): Promise<void> {
  return page.locator('main [data-search-panel]').evaluate((panel) => {
    window.states = []
    new MutationObserver(() => {
      const state = (panel as HTMLElement).dataset['state'] ?? ''
      if (state !== 'empty' && window.states.at(-1) !== state) window.states.push(state)
    }).observe(panel, { attributeFilter: ['data-state'] })
  })
}
