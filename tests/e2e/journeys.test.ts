/** What readers come to do, done as they do it: with a mouse, with a keyboard alone, and without JavaScript. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { findQuotations, isKnown, toDirectWords } from '../quotations.ts'
import { isFirstStory, testSites } from '../sites.ts'
import { useOnePage } from './one-page.ts'
import { press, readData, useSite } from './open-site.ts'

if (isFirstStory) {
  describe('a reader of the record', () => {
    const open = useSite(testSites.real)
    const onePage = useOnePage(open)

    test('searches, reads the quote, goes to its words in the article, and comes back', async () => {
      const { page, faults } = await onePage()
      await page.goto(open.address(''))
      await page
        .getByRole('button', { name: /search/i })
        .first()
        .click()
      await page.getByRole('dialog').getByRole('searchbox').fill('guarantors')
      await page.getByRole('dialog').getByRole('button', { name: 'All results' }).click()
      await page.waitForURL(/\/search\/\?q=guarantors$/)
      const hit = page
        .getByRole('main')
        .getByRole('link', { name: /who do(n’t| not) help Ukraine/ })
        .first()
      await hit.click()
      await page.waitForURL(/\/quotes\/volodymyr-zelensky\/[^/]+\/$/)
      const quote = page.url()
      const main = await page.getByRole('main').innerText()
      assert.match(main.replace(/\s+/g, ' '), /at the time when we really needed it/)
      assert.match(main.replace(/\s+/g, ' '), /at the moment when we really needed it/)

      const intoCopy = page.locator('main a[href*="/articles/2025-08-21-guarantees-then-summit/#"]').first()
      await intoCopy.click()
      await page.waitForURL(/\/articles\/2025-08-21-guarantees-then-summit\/#/)
      const id = decodeURIComponent(new URL(page.url()).hash.slice(1))
      const words = page.locator(`[id="${id}"]`)
      assert.match(await words.innerText(), /We do not need guarantors/)
      assert.ok(await isOnScreen(page, id), 'the words are on the screen')

      await page.goBack()
      await page.waitForURL(quote)
      await page.goBack()
      await page.waitForURL(/\/search\/\?q=guarantors/)
      await page
        .getByRole('main')
        .getByRole('link', { name: /who do(n’t| not) help Ukraine/ })
        .first()
        .waitFor()
      assert.deepEqual(faults, [])
    })

    test('sees only direct words in quotation marks among the results', async () => {
      const known = toDirectWords(readData(testSites.real, 'quotes.json'))
      const { page } = await onePage()
      await page.goto(open.address('search/'))
      for (const query of [
        'guarantors',
        'neutral',
        'architecture',
        'signals',
        'Orban',
        'Moscow',
        'partnership',
        'missile',
      ]) {
        await page.fill('main [data-search-panel] input', query)
        await page.keyboard.press('Enter')
        await page.locator('main [data-results][aria-busy="false"] a').first().waitFor()
        const text = await page.locator('main [data-results]').innerText()
        const { spans } = findQuotations(text)
        assert.deepEqual(
          spans.filter((span) => !isKnown(span, known)),
          [],
          query,
        )
      }
    })

    test('goes from search to the words and back by keyboard alone', async () => {
      const { page, faults } = await onePage()
      await page.goto(open.address(''))
      await page.keyboard.press('Tab')
      assert.match(await focused(page), /skip/i)
      await page.keyboard.press('Enter')
      assert.equal(await page.evaluate(() => document.activeElement?.localName), 'main')

      await page.keyboard.press('Control+k')
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      await page.keyboard.type('no meeting in moscow')
      await dialog
        .getByRole('link', { name: /no meeting in Moscow/i })
        .first()
        .waitFor()
      await press(page, 'Tab', async () => /no meeting in Moscow/i.test(await focused(page)))
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/quotes\/volodymyr-zelensky\/no-meeting-in-moscow\/$/)

      await press(page, 'Tab', () =>
        page.evaluate(() => /\/articles\/.+#/.test(document.activeElement?.getAttribute('href') ?? '')),
      )
      await page.keyboard.press('Enter')
      await page.waitForURL(/\/articles\/[^/]+\/#/)
      assert.ok(await isOnScreen(page, decodeURIComponent(new URL(page.url()).hash.slice(1))))

      // A browser without a window has no key for going back.
      await page.goBack()
      await page.waitForURL(/\/quotes\//)
      await page.goBack()
      await page.waitForURL((url) => url.pathname === '/')
      await dialog
        .getByRole('link', { name: /no meeting in Moscow/i })
        .first()
        .waitFor()
      await press(page, 'Tab', async () => /no meeting in Moscow/i.test(await focused(page)))
      assert.deepEqual(faults, [])
    })

    test('closes the search with Escape and is where they were', async () => {
      const { page } = await onePage()
      await page.goto(open.address('timeline/'))
      await press(page, 'Tab', async () => /search/i.test(await focused(page)))
      await page.keyboard.press('Enter')
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      assert.match(await focused(page), /search/i)
      assert.match(page.url(), /\/timeline\/$/)
    })

    test('sees where they are on every stop of the Tab key', async () => {
      const { page } = await onePage()
      await page.emulateMedia({ reducedMotion: 'reduce' })
      // A key and a picture for each stop take long where there are hundreds: there the focus is moved by a script, after a key.
      for (const [path, byKeys] of [
        ['', false],
        ['timeline/', false],
        ['quotes/volodymyr-zelensky/no-meeting-in-moscow/', true],
        ['search/?q=Flamingo', true],
      ] as const) {
        await page.goto(open.address(path), { waitUntil: 'networkidle' })
        await page.keyboard.press('Tab')
        const stops = byKeys ? await page.locator('a[href], button, input, summary').count() : 1
        const unseen: string[] = []
        for (let stop = 0; stop < stops; stop += 1) {
          unseen.push(...(await page.evaluate(lookAtFocus, byKeys)))
          await page.keyboard.press('Tab')
        }
        assert.deepEqual(unseen, [], path)
      }
    })

    test('finds all of it without JavaScript', async () => {
      const { page, context, faults } = await open.open({ javaScriptEnabled: false })
      await page.goto(open.address(''))
      await page
        .getByRole('link', { name: /search/i })
        .first()
        .click()
      await page.waitForURL(/\/search\/$/)
      const ways = await page
        .getByRole('main')
        .getByRole('link')
        .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
      for (const way of ['/timeline/', '/speakers/', '/quotes/', '/topics/', '/articles/'])
        assert.ok(ways.includes(way), way)

      await page.getByRole('main').locator('a[href="/quotes/"]').first().click()
      await page.locator('main a[href="/quotes/volodymyr-zelensky/no-meeting-in-moscow/"]').first().click()
      await page.locator('main a[href*="/articles/2025-08-21-china-ruled-out/#"]').first().click()
      await page.waitForURL(/\/articles\/2025-08-21-china-ruled-out\/#/)
      const id = decodeURIComponent(new URL(page.url()).hash.slice(1))
      assert.match(await page.locator(`[id="${id}"]`).innerText(), /There can be no meeting in Moscow/)
      const source = await page.locator('main a[href^="https://www.ndtvprofit.com/"]').count()
      assert.ok(source > 0, 'a link to the source')
      await context.close()
      assert.deepEqual(faults, [])
    })
  })
}

if (isFirstStory) {
  describe('a question is answered within two clicks of the front page, or of one search', () => {
    const open = useSite(testSites.real)
    const onePage = useOnePage(open)
    type Click = (what: Locator) => Promise<void>
    /** Asks the search, whose box a key opens, for the first result. */
    const search = async (page: Page, words: string): Promise<Locator> => {
      await page.keyboard.press('Control+k')
      await page.getByRole('dialog').getByRole('searchbox').fill(words)
      const first = page.getByRole('dialog').locator('[data-results] a').first()
      await first.waitFor()
      return first
    }
    const statement = (page: Page) => page.locator('.newest .to-words').first()
    const citing = (page: Page) => page.getByText('Cite or embed')

    const journeys: { [name: string]: (page: Page, click: Click) => Promise<void> } = {
      'what happened on that day': async (page, click) => {
        await click(page.getByRole('main').getByRole('link', { name: '20 Aug 2025', exact: true }).first())
        await page.waitForURL(/\/days\/2025-08-20\/$/)
        await page.locator('#said .to-words').first().waitFor()
      },
      'what happened on the day that is searched': async (page, click) => {
        await click(await search(page, '21 august'))
        await page.waitForURL(/\/days\/2025-08-21\/$/)
        await page.locator('main a[href="/events/2025-08-21-mukachevo-strike/"]').first().waitFor()
      },
      'compare who says what': async (page, click) => {
        await click(page.locator('.standings').getByRole('link', { name: 'Who guarantees, and with what?' }))
        await page.waitForURL(/\/topics\/who-guarantees\/$/)
        await click(page.getByRole('link', { name: 'By speaker' }))
        await page.waitForURL(/\/topics\/who-guarantees\/speakers\/$/)
        const tops = await page
          .locator('[data-side] > section')
          .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
        assert.ok(tops.length > 1 && tops[0] === tops[1], 'two of them stand beside each other')
      },
      'follow a speaker': async (page, click) => {
        await click(page.locator('.newest b a').first())
        await click(page.getByRole('link', { name: /^Follow / }))
        await page.waitForURL(/\/feeds\/#/)
        await page.locator(':target').getByRole('link', { name: /Atom/ }).waitFor()
      },
      'cite a statement': async (page, click) => {
        await click(statement(page))
        await click(citing(page))
        await page.locator('pre', { hasText: '{{cite news' }).first().waitFor()
        await page.getByRole('button', { name: 'Copy Wikipedia' }).waitFor()
      },
      'embed a statement': async (page, click) => {
        await click(statement(page))
        await click(citing(page))
        const field = page.getByRole('textbox', { name: /^HTML to embed: / })
        await field.waitFor()
        assert.match(await field.inputValue(), /^<(?:figure|p)>/)
      },
      'what were the exact words': async (page, click) => {
        await click(await search(page, 'no meeting in moscow'))
        await page.waitForURL(/\/quotes\/volodymyr-zelensky\/no-meeting-in-moscow\/$/)
        await click(page.locator('main a[href*="/articles/2025-08-21-china-ruled-out/#"]').first())
        await page.waitForURL(/\/articles\/2025-08-21-china-ruled-out\/#/)
        assert.ok(await isOnScreen(page, decodeURIComponent(new URL(page.url()).hash.slice(1))))
      },
      'did it come true': async (page, click) => {
        await click(page.getByRole('main').getByRole('link', { name: 'Announced', exact: true }))
        await page.waitForURL(/\/ahead\/$/)
        await page
          .getByText(/we cannot say whether|Last date: /)
          .first()
          .waitFor()
      },
    }
    for (const [name, walk] of Object.entries(journeys))
      test(name, async () => {
        const { page, faults } = await onePage()
        await page.goto(open.address(''))
        let clicks = 0
        await walk(page, async (what) => {
          clicks += 1
          await what.click()
        })
        assert.ok(clicks > 0 && clicks <= 2, `${clicks} clicks`)
        assert.deepEqual(faults, [])
      })
  })
}

describe('a reader of a site below a base path', () => {
  const open = useSite(testSites.small)
  const onePage = useOnePage(open)

  test('searches and lands on the words', async () => {
    const { page, faults } = await onePage()
    await page.goto(open.address(''))
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('searchbox').fill('ferries')
    await page
      .getByRole('dialog')
      .getByRole('link', { name: /we do not need ferries/ })
      .first()
      .click()
    await page.waitForURL(/\/on-record\/quotes\/mara-lodzinska\/not-wait-for-ferries\/$/)
    await page.locator('main a[href*="/on-record/articles/2031-03-02-bridge-closes/#"]').first().click()
    await page.waitForURL(/\/on-record\/articles\/2031-03-02-bridge-closes\/#/)
    assert.ok(await isOnScreen(page, decodeURIComponent(new URL(page.url()).hash.slice(1))))
    assert.deepEqual(faults, [])
  })

  test('is given of an excerpted article its quotes and no more', async () => {
    const { page } = await onePage()
    await page.goto(open.address('articles/2031-03-03-no-ferries/'))
    const text = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ')
    assert.match(text, /Nobody asked me/)
    assert.doesNotMatch(text, /Port Ellis will get no ferry while/)
    await page.goto(open.address('search/?q=hired'))
    await page.locator('main :is([data-state=results], [data-state=nothing])').waitFor()
    const results = page.locator('main [data-results]')
    assert.doesNotMatch(await results.innerText(), /people in the town hall say/)
  })
})

describe('the site without a record', () => {
  const open = useSite(testSites.empty)

  test('says what to do next', async () => {
    const { page, context, faults } = await open.open()
    await page.goto(open.address(''))
    const text = await page.getByRole('main').innerText()
    assert.match(text, /npm run new -- story/)
    assert.match(text, /content/)
    await context.close()
    assert.deepEqual(faults, [])
  })
})

/** Runs in the page: what has the focus, or all that can have it, each in turn, where it cannot be seen to have it. */
async function lookAtFocus(isOnlyThis: boolean): Promise<string[]> {
  const elements = isOnlyThis
    ? [document.activeElement]
    : [...document.querySelectorAll('a[href], button, input, summary')].filter((element) =>
        element.checkVisibility({ visibilityProperty: true }),
      )
  const unseen: string[] = []
  for (const element of elements) {
    if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body) continue
    element.focus()
    // The browser scrolls to it with the next picture that it draws.
    if (isOnlyThis) await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const box = element.getBoundingClientRect()
    const isShown = box.bottom > 0 && box.top < innerHeight && box.width > 0
    if (!isShown || outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 1)
      unseen.push(`${element.localName} ${element.textContent?.trim().slice(0, 40)}`)
  }
  return unseen
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    return element === document.body ? '' : (element?.getAttribute('aria-label') ?? element?.textContent ?? '')
  })
}

/** Whether the element comes to rest on the screen: the page may scroll there smoothly. */
async function isOnScreen(page: Page, id: string): Promise<boolean> {
  const isThere = (wanted: string) => {
    const box = document.getElementById(wanted)?.getBoundingClientRect()
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight + 1
  }
  return page.waitForFunction(isThere, id, { timeout: 3000 }).then(
    () => true,
    () => false,
  )
}
