/** Search as a reader meets it: each of its states, by keyboard, below a base path. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Case, firstRecord } from '../search/queries.ts'
import { isFirstStory, testSites } from '../sites.ts'
import { findFaults } from './axe.ts'
import { useOnePage } from './one-page.ts'
import { type OpenSite, useSite } from './open-site.ts'

const toInput = 'main [data-search-panel] input'
const toState = (state: string): string => `main [data-search-panel][data-state="${state}"]`

describe('search', () => {
  const open = useSite(testSites.small)
  // A date is typed in the order of a language.
  const onePage = useOnePage(open, { locale: 'en-US' })

  // Both colour schemes and both layouts; neither depends on the other.
  test('axe finds nothing in any state, light at 320 px and dark at 1280 px', async () => {
    const { page, context } = await onePage()
    const seen: string[] = []
    // By all rules where something is there for the first time.
    const look = async (state: string, fully: 'all' | 'look' = 'all'): Promise<void> => {
      await page.locator(toState(state)).waitFor()
      for (const [colorScheme, width, rules] of [
        ['dark', 1280, 'look'],
        ['light', 320, fully],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 })
        assert.deepEqual(await findFaults(page, rules), [], `${state}, ${colorScheme}`)
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
        assert.ok(overflow <= 0, `${state} is ${overflow} px too wide at ${width} px`)
      }
      seen.push(state)
    }
    await page.goto(open.address('search/'))
    await look('empty')
    await page.fill(toInput, 'fe')
    await look('short', 'look')
    const held = Promise.withResolvers<void>()
    await context.route('**/*.pf_index', async (route) => {
      await held.promise
      await route.continue()
    })
    await page.fill(toInput, 'ferries')
    await look('searching')
    held.resolve()
    await look('results', 'look')
    await setState(page, 'searching')
    await look('searching', 'look')
    await setState(page, 'results')
    await page.locator('.narrow summary').click()
    await page.locator('.narrow[open] fieldset').first().waitFor()
    await look('results')
    await page.fill(toInput, 'orchid ferries foo:bar speaker:nobody')
    await look('nothing')
    await page.fill(toInput, 'ferires')
    await page.locator('main [data-results]').getByText('Showing ferries').waitFor()
    await look('results')
    await context.route('**/pagefind/**', (route) => route.abort())
    await page.goto(open.address('search/?q=ferries'))
    await look('failed')
    assert.deepEqual(seen, [
      'empty',
      'short',
      'searching',
      'results',
      'searching',
      'results',
      'nothing',
      'results',
      'failed',
    ])
  })

  test('axe finds nothing in the dialog, empty, with results, with nothing and failed', async () => {
    const { page, context } = await onePage()
    await page.goto(open.address('timeline/'))
    await page.keyboard.press('Control+k')
    // What is in it is looked at by all rules on the page of the search; as a dialog it is the same in each state.
    const look = async (state: string, rules: 'all' | 'look' = 'look'): Promise<void> => {
      await page.locator(`dialog [data-state="${state}"]`).waitFor()
      assert.deepEqual(await findFaults(page, rules), [], state)
    }
    await look('empty')
    await page.keyboard.type('ferries')
    await look('results', 'all')
    await page.fill('dialog input', 'orchid')
    await look('nothing')
    await context.route('**/pagefind/**', (route) => route.abort())
    await page.fill('dialog input', 'timetable')
    await look('failed')
  })

  test('says so when the index does not arrive, and tries again', async () => {
    const { page, context } = await onePage()
    await context.route('**/*.pf_index', (route) => route.abort())
    await page.goto(open.address('search/?q=ferries'))
    await page.getByText('nothing was searched').first().waitFor()
    assert.equal(await page.getByText(/nothing found/i).count(), 0)
    await context.unroute('**/*.pf_index')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('main .hit').first().waitFor()
  })

  test('loads nothing of it before it is opened', async () => {
    const { page } = await onePage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(open.address('search/'), { waitUntil: 'networkidle' })
    await page.goto(open.address('timeline/'), { waitUntil: 'networkidle' })
    assert.deepEqual(
      asked.filter((path) => /pagefind|start\.|worker/.test(path)),
      [],
    )
    const loaded = page.waitForRequest(/pagefind\.js/)
    // With the finger or the button down, before it is let go.
    await page.locator('[data-search-open]').first().dispatchEvent('pointerdown')
    await loaded
  })

  test('leaves the focus in the box while results come', async () => {
    const { page } = await onePage()
    await page.goto(open.address('search/'))
    await page.click(toInput)
    await page.locator(toInput).evaluate((input) => {
      input.addEventListener('blur', () => document.body.setAttribute('data-left', ''))
    })
    for (const [typed, results] of [
      ['fer', 'fer'],
      ['ries', 'ferries'],
      [' wait', 'ferries wait'],
    ] as const) {
      await page.keyboard.type(typed)
      await page.waitForURL((url) => url.searchParams.get('q') === results)
      await page.locator(`${toState('results')} [aria-busy="false"]`).waitFor()
      assert.equal(await focusedId(page), 'search')
    }
    assert.equal(await page.locator('[data-left]').count(), 0)
    assert.equal(await page.inputValue(toInput), 'ferries wait')
  })

  test('goes through results by arrows, and back to the same one', async () => {
    const { page } = await onePage()
    await findFerries(page, open)
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
  })

  test('comes back to a result that was followed before the last ones had come', async () => {
    const { page, context } = await onePage()
    await page.goto(open.address('timeline/'))
    await page.keyboard.press('Control+k')
    // Each result is a file, and those below the first group are asked for once that is shown.
    const held = Promise.withResolvers<void>()
    await context.route('**/*.pf_fragment', async (route) => {
      if ((await page.locator('dialog .hit').count()) > 0) await held.promise
      await route.continue().catch(() => {})
    })
    await page.fill('dialog input', 'ferries')
    await page.locator('dialog [data-results][aria-busy="true"] .hit a').first().click()
    await page.waitForURL(/\/(quotes|events|articles|speakers)\//)
    held.resolve()
    await context.unroute('**/*.pf_fragment')
    await page.goBack()
    await page.locator('dialog .hit').first().waitFor()
    assert.equal(await page.inputValue('dialog input'), 'ferries')
  })

  test('keeps the focus among the results when others take their place', async () => {
    const { page } = await onePage()
    await findFerries(page, open)
    await page.keyboard.press('ArrowDown')
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'))
    // As from a key pressed just before.
    const type = (text: string): Promise<void> =>
      page.locator('dialog input[type="search"]').evaluate((input, value) => {
        ;(input as HTMLInputElement).value = value
        input.dispatchEvent(new Event('input'))
      }, text)
    await type('ferries wait')
    await page.waitForFunction(() => document.querySelector('dialog .hit-words')?.textContent?.includes('wait'))
    await page.locator('dialog [data-results][aria-busy="false"]').waitFor()
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('href')), href)
    await type('orchid')
    await page.locator('dialog [data-state="nothing"]').waitFor()
    assert.equal(await focusedId(page), 'dialog-search')
  })

  test('keeps the query in the address, and each one that was asked in the history', async () => {
    const { page } = await onePage()
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
    await page.waitForURL(/\?q=ferries$/)
    await page.goForward()
    await page.waitForFunction((to) => document.querySelector<HTMLInputElement>(to)?.value === 'bridge', toInput)
  })

  test('is narrowed by its controls, with the keyboard alone, and the address says how', async () => {
    const { page, faults } = await onePage()
    await page.goto(open.address('search/?q=bridge'))
    await page.locator(toState('results')).waitFor()
    await page.locator('.narrow summary').focus()
    await page.keyboard.press('Enter')
    await page.locator('.narrow fieldset').first().waitFor()
    await page.locator('[data-key="speaker:mara-lodzinska"]').focus()
    await page.keyboard.press('Space')
    await page.waitForURL(/q=bridge\+speaker%3Amara-lodzinska$/)
    await page.waitForFunction(
      () => document.querySelector<HTMLInputElement>('[data-key="speaker:mara-lodzinska"]')?.checked,
    )
    assert.equal(
      await page.evaluate(() => (document.activeElement as HTMLElement).dataset['key']),
      'speaker:mara-lodzinska',
    )
    // The answer follows the address.
    await page.waitForFunction(() => {
      const names = [...document.querySelectorAll('main .hit-quote b')].map(({ textContent }) => textContent)
      return names.length > 0 && names.every((name) => name === 'Mara Łodzińska')
    })
    await page.keyboard.press('Space')
    await page.waitForURL(/q=bridge$/)
    assert.deepEqual(faults, [])
  })

  test('a control in use stays itself while others change: keys held, dates half typed, two pressed at once', async () => {
    const { page, faults } = await onePage()
    await page.goto(open.address('search/?q=bridge'))
    await page.locator('.narrow summary').click()
    const boxes = page.locator('.narrow [data-key^="kind:"]')
    await boxes.nth(2).waitFor()
    const [first, second, third] = await boxes.evaluateAll((all) =>
      all.map((box) => (box as HTMLElement).dataset['key']),
    )
    const press = (...keys: (string | undefined)[]) =>
      page.evaluate((all) => {
        for (const key of all) document.querySelector<HTMLElement>(`[data-key="${key}"]`)?.click()
      }, keys)
    /** Does something, and waits until the controls are those of another answer. */
    const afterChange = async (change: () => Promise<void>) => {
      await page.locator('.narrow select').evaluate((select) => select.setAttribute('data-old', ''))
      await change()
      await page.locator('.narrow select:not([data-old])').waitFor()
    }
    await page.locator(`[data-key="${second}"]`).focus()
    await page.keyboard.down('Space')
    await afterChange(() => press(first))
    await afterChange(() => page.keyboard.up('Space'))
    const operators = () => new URL(page.url()).searchParams.get('q')?.split(' ').slice(1)
    assert.deepEqual(operators(), [first, second])
    await afterChange(() => press(first, second, third))
    await page.waitForURL((url) => url.searchParams.get('q') === `bridge ${third}`)
    await page.locator('[data-key="from"]').focus()
    await page.keyboard.type('0820')
    await afterChange(() => page.keyboard.type('2'))
    await page.keyboard.type('025')
    await page.waitForURL((url) => url.searchParams.get('q') === `bridge ${third} from:2025-08-20`)
    assert.equal(await page.locator('[data-key="from"]').inputValue(), '2025-08-20')
    // Back takes back what stands in the control, too. The controls of the answer before may come as late.
    await page.goBack()
    await page.waitForFunction(() => {
      const from = document.querySelector<HTMLInputElement>('[data-key="from"]')
      return from && from.value !== '2025-08-20'
    })
    await afterChange(async () => {
      await page.locator(`[data-key="${third}"]`).press('Space')
    })
    await afterChange(() => page.goBack().then(() => {}))
    const query = new URL(page.url()).searchParams.get('q') ?? ''
    assert.equal(await page.locator(`[data-key="${third}"]`).isChecked(), query.includes(`${third}`))
    assert.ok(query.includes(`${third}`))
    assert.deepEqual(faults, [])
  })

  test('shows what was meant at once, never nothing first, and leads to what was typed', async () => {
    const { page, faults } = await onePage()
    await page.goto(open.address('search/'))
    await page.locator('main [data-search-panel]').evaluate((panel) => {
      new MutationObserver(() =>
        panel.setAttribute('data-seen', `${panel.getAttribute('data-seen')} ${panel.getAttribute('data-state')}`),
      ).observe(panel, { attributeFilter: ['data-state'] })
    })
    await page.fill(toInput, 'ferires')
    await page.getByText('Showing ferries; search for ferires instead.').first().waitFor()
    assert.ok((await page.locator('main .hit').count()) > 0)
    assert.doesNotMatch((await page.locator('main [data-seen]').getAttribute('data-seen')) ?? '', /nothing/)
    await page.getByRole('main').getByRole('link', { name: 'ferires', exact: true }).click()
    await page.waitForURL(/q=%22ferires%22$/)
    await page.getByText('Nothing found for "ferires".').first().waitFor()
    assert.deepEqual(faults, [])
  })

  test('leads from an article to the very words', async () => {
    const { page } = await onePage()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.goto(open.address('search/?q=timetable'))
    const link = page.locator('main .hit-article a').first()
    assert.match((await link.getAttribute('href')) ?? '', /#p-\d+:~:text=The%20timetable/)
    await link.click()
    await page.waitForURL(/\/articles\//)
    await page.waitForFunction(() => {
      const rows = [...document.querySelectorAll('[data-copy]')]
      const box = rows.find((row) => row.textContent?.includes('The timetable hangs'))?.getBoundingClientRect()
      return box && box.top >= 0 && box.bottom <= innerHeight
    })
  })

  test('closes by Escape with a query in the box, by its button and by a click beside it', async () => {
    const { page } = await onePage()
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
  })

  test('writes what is typed and what is found as text', async () => {
    const { page, faults } = await onePage()
    await page.goto(open.address(`search/?q=${encodeURIComponent('<img src=x onerror=alert(1)> ferries')}`))
    await page.locator(toState('nothing')).waitFor()
    assert.equal(await page.locator('main [data-search-panel] img').count(), 0)
    assert.match(await page.locator('main [data-results]').innerText(), /<img src=x/)
    assert.deepEqual(faults, [])
  })
})

if (isFirstStory) {
  describe('search of the first record', () => {
    const open = useSite(testSites.real)

    // All of them are asked in Node (tests/search/queries.test.ts); here one of each kind of expectation.
    test('shows what it finds, does not find and offers instead', async () => {
      const { page, context, faults } = await open.open()
      const kinds = Map.groupBy(firstRecord, (one) => Object.keys(one).join())
      await askAll(
        page,
        open,
        [...kinds.values()].flatMap((cases) => cases.slice(0, 1)),
      )
      await context.close()
      assert.deepEqual(faults, [])
    })
  })
}

describe('search of an empty record', () => {
  const open = useSite(testSites.empty)

  test('loads, and finds nothing', async () => {
    const { page, context, faults } = await open.open()
    await page.goto(open.address('search/?q=nothing'))
    await page.locator(toState('nothing')).waitFor()
    assert.match(await page.locator('main [data-results]').innerText(), /nothing on record yet/i)
    await context.close()
    assert.deepEqual(faults, [])
  })
})

/** Types each query as a reader would and judges what comes. */
async function askAll(page: Page, open: OpenSite, cases: readonly Case[]): Promise<void> {
  const wrong: string[] = []
  await page.goto(open.address('search/'))
  await page.click(toInput)
  for (const { typed, finds = [], first, not = [], nothing, showing, instead } of cases) {
    await page.fill(toInput, typed)
    await page.keyboard.press('Enter')
    await page.locator('main [data-state="results"] [aria-busy="false"], main [data-state="nothing"]').waitFor()
    await page.waitForFunction(() => {
      const buttons = document.querySelectorAll<HTMLButtonElement>('main button.more')
      for (const button of buttons) button.click()
      return buttons.length === 0
    })
    const found = await page
      .locator('main .hit-words, main .hit-title')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname))
    if (nothing && found.length > 0) wrong.push(`${typed} finds ${found.join(' ')}`)
    if (first && ![first].flat().includes(found[0] ?? '')) wrong.push(`${typed} finds ${found[0]} before ${first}`)
    for (const path of finds) if (!found.includes(path)) wrong.push(`${typed} does not find ${path}`)
    for (const path of not) if (found.includes(path)) wrong.push(`${typed} finds ${path}`)
    if (showing) await page.locator('main [data-results]').getByText(`Showing ${showing};`).waitFor()
    if (instead) await page.locator('main [data-results]').getByText(`Search for ${instead} instead.`).waitFor()
  }
  assert.deepEqual(wrong, [])
}

/** Opens the dialog and waits for results. */
async function findFerries(page: Page, open: OpenSite): Promise<void> {
  await page.goto(open.address('timeline/'))
  await page.keyboard.press('Control+k')
  await page.fill('dialog input', 'ferries')
  await page.locator('dialog .hit').first().waitFor()
}

/** Puts the panel into a state that passes too fast to look at. */
function setState(page: Page, state: string): Promise<void> {
  return page.locator('main [data-search-panel]').evaluate((panel, name) => {
    ;(panel as HTMLElement).dataset['state'] = name
  }, state)
}

function focusedId(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.id)
}
