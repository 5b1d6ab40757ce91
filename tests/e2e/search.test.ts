/** Search as a reader meets it: each of its states, by keyboard, under the strict policy, below a base path. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import type { AxeResults } from 'axe-core'
import type { BrowserContext, Page } from 'playwright-core'
import { testSites } from '../sites.ts'
import { type OpenSite, openSite } from './open-site.ts'

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** The policy that a host can serve for every page. */
const policy = [
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; font-src 'self'",
  "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default",
].join('; ')

const toInput = 'main [data-search-panel] input'
const toState = (state: string): string => `main [data-search-panel][data-state="${state}"]`

describe('search', () => {
  let open: OpenSite
  before(async () => {
    open = await openSite(testSites.small)
  })
  after(() => open?.close())

  for (const colorScheme of ['light', 'dark'] as const) {
    for (const width of [1280, 320]) {
      test(`axe finds nothing in any state, ${colorScheme}, ${width} px`, async () => {
        const { page, context } = await open.open({ colorScheme, viewport: { width, height: 800 } })
        await page.goto(open.address('search/'))
        const seen: string[] = []
        const look = async (state: string): Promise<void> => {
          await page.locator(toState(state)).waitFor()
          await page.evaluate(axe)
          const { violations } = await page.evaluate<AxeResults>('axe.run({ resultTypes: ["violations"] })')
          assert.deepEqual(
            violations.map(({ id, nodes }) => [state, id, nodes.map(({ html }) => html)]),
            [],
          )
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
          assert.ok(overflow <= 0, `${state} is ${overflow} px too wide`)
          seen.push(state)
        }
        await look('empty')
        await page.fill(toInput, 'fe')
        await look('short')
        await page.fill(toInput, 'ferries')
        await look('results')
        await page.fill(toInput, 'orchid ferries')
        await look('nothing')
        await context.route('**/pagefind/**', (route) => route.abort())
        await page.goto(open.address('search/?q=ferries'))
        await look('failed')
        assert.equal(seen.length, 5)
        await context.close()
      })
    }
  }

  test('works under the strict policy, Trusted Types included', async () => {
    const { page, context, faults } = await open.open()
    await serveWithPolicy(context)
    await page.goto(open.address('timeline/'))
    await page.keyboard.press('/')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('ferries')
    await page.locator('dialog .hit').first().waitFor()
    await page.goto(open.address('search/?q=ferries'))
    await page.locator('main .hit').first().waitFor()
    await context.close()
    assert.deepEqual(faults, [])
  })

  test('says so when the index does not arrive, and tries again', async () => {
    const { page, context } = await open.open()
    await context.route('**/*.pf_index', (route) => route.abort())
    await page.goto(open.address('search/?q=ferries'))
    await page.getByText('nothing was searched').first().waitFor()
    assert.equal(await page.getByText(/nothing found/i).count(), 0)
    await context.unroute('**/*.pf_index')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('main .hit').first().waitFor()
    await context.close()
  })

  test('loads nothing of it before it is opened', async () => {
    const { page, context } = await open.open()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(open.address('search/'), { waitUntil: 'networkidle' })
    await page.goto(open.address('timeline/'), { waitUntil: 'networkidle' })
    assert.deepEqual(
      asked.filter((path) => /pagefind|panel|dialog\./.test(path)),
      [],
    )
    const loaded = page.waitForRequest(/pagefind\.js/)
    await page.keyboard.press('Control+k')
    await loaded
    await context.close()
  })

  test('leaves the focus in the box while results come', async () => {
    const { page, context } = await open.open()
    await page.goto(open.address('search/'))
    await page.click(toInput)
    for (const key of 'ferries') {
      await page.keyboard.type(key)
      await page.waitForTimeout(150)
      assert.equal(await focusedId(page), 'search')
    }
    await page.locator(toState('results')).waitFor()
    assert.equal(await page.inputValue(toInput), 'ferries')
    await context.close()
  })

  test('goes through results by arrows, and back to the same one', async () => {
    const { page, context } = await open.open()
    await page.goto(open.address('timeline/'))
    await page.keyboard.press('Control+k')
    await page.keyboard.type('ferries')
    await page.locator('dialog .hit').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowUp')
    const followed = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    assert.match(followed ?? '', /^\/on-record\/quotes\//)
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname === followed)
    await page.goBack()
    await page.locator('dialog .hit').first().waitFor()
    await page.waitForFunction((href) => document.activeElement?.getAttribute('href') === href, followed)
    assert.equal(await page.inputValue('dialog input'), 'ferries')
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await context.close()
  })

  test('keeps the query in the address, and each one that was asked in the history', async () => {
    const { page, context } = await open.open()
    await page.goto(open.address('search/'))
    await page.click(toInput)
    await page.keyboard.type('ferries')
    await page.locator(toState('results')).waitFor()
    await page.keyboard.press('Enter')
    await page.fill(toInput, '')
    await page.keyboard.type('bridge')
    await page.waitForURL(/q=bridge$/)
    await page.goBack()
    await page.waitForFunction((to) => document.querySelector<HTMLInputElement>(to)?.value === 'ferries', toInput)
    assert.match(page.url(), /\?q=ferries$/)
    await page.goForward()
    await page.waitForFunction((to) => document.querySelector<HTMLInputElement>(to)?.value === 'bridge', toInput)
    await context.close()
  })

  test('leads from an article to the very words', async () => {
    const { page, context } = await open.open({ reducedMotion: 'reduce' })
    await page.goto(open.address('search/?q=timetable'))
    const link = page.locator('main .hit-article a').first()
    assert.match((await link.getAttribute('href')) ?? '', /#p-\d+:~:text=The%20timetable/)
    await link.click()
    await page.waitForURL(/\/articles\//)
    await page.waitForTimeout(300)
    const box = await page.getByText('The timetable hangs').first().boundingBox()
    assert.ok(box && box.y >= 0 && box.y < 900, JSON.stringify(box))
    await context.close()
  })

  test('closes by Escape with a query in the box, by its button and by a click beside it', async () => {
    const { page, context } = await open.open()
    await page.goto(open.address('timeline/'))
    const dialog = page.getByRole('dialog')
    const closings: (() => Promise<void>)[] = [
      () => page.keyboard.press('Escape'),
      () => dialog.getByRole('button', { name: 'Close' }).click(),
      () => page.mouse.click(10, 600),
    ]
    for (const close of closings) {
      await page
        .getByRole('button', { name: /search/i })
        .first()
        .click()
      await dialog.waitFor()
      await page.keyboard.type('ferry')
      await close()
      await dialog.waitFor({ state: 'hidden' })
    }
    await context.close()
  })

  test('writes what is typed and what is found as text', async () => {
    const { page, context, faults } = await open.open()
    await page.goto(open.address(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> ferries')}`))
    await page.locator(toState('nothing')).waitFor()
    assert.equal(await page.locator('main [data-search-panel] img').count(), 0)
    assert.match(await page.locator('main [data-results]').innerText(), /<img src=x/)
    await context.close()
    assert.deepEqual(faults, [])
  })
})

describe('search of an empty record', () => {
  test('loads, and finds nothing', async () => {
    const open = await openSite(testSites.empty)
    const { page, context, faults } = await open.open()
    await page.goto(open.address('search/?q=nothing'))
    await page.locator(toState('nothing')).waitFor()
    assert.match(await page.locator('main [data-results]').innerText(), /nothing on record yet/i)
    await context.close()
    await open.close()
    assert.deepEqual(faults, [])
  })
})

async function serveWithPolicy(context: BrowserContext): Promise<void> {
  await context.route('**/*', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': policy } })
  })
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id)
}
