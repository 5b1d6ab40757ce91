/** What a result says and where it leads; the controls that narrow results, and the address that holds them. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { testSites } from '../sites.ts'
import { useOnePage } from './one-page.ts'
import { useSite } from './open-site.ts'

const box = 'main [data-search-panel] input[type="search"]'

describe('results of a search', () => {
  const open = useSite(testSites.small)
  const onePage = useOnePage(open)

  /** Opens the search page with a query, or asks it there: what has come for one query need not come again. */
  async function ask(page: Page, text: string): Promise<void> {
    if (new URL(page.url()).pathname === `${testSites.small.base}search/`) {
      await outdateControls(page)
      await page.fill(box, text)
      await page.locator(box).press('Enter')
    } else await page.goto(open.address(`search/?q=${encodeURIComponent(text)}`))
    await page
      .locator('main :is([data-state="nothing"], [data-state="results"] [aria-busy="false"] .hit)')
      .first()
      .waitFor()
  }

  test('a quote comes with its words marked, who, in which role, when, where, and how many wordings', async () => {
    const { page } = await onePage('as it is')
    await ask(page, 'wait ferries')
    const hit = page.locator('main .hit-quote:has(.is-direct)').first()
    assert.match(await hit.locator('.hit-words').innerText(), /^“We will not wait, and we do not need ferries.*”$/)
    assert.deepEqual(await hit.locator('.hit-words mark').allInnerTexts(), ['wait', 'ferries'])
    assert.deepEqual(await hit.locator('.hit-facts > *').allInnerTexts(), [
      'Mara Łodzińska',
      'Mayor of Port Ellis',
      'said 2 Mar 2031, to reporters',
    ])
    assert.equal(await hit.locator('.meta.soft').first().innerText(), '2 wordings in The Ledger, Coast Wire')
  })

  test('says by which other name something was found, once where it is that of many', async () => {
    const { page } = await onePage('as it is')
    const note = page.locator('main [data-results]').getByText('Found by another name')
    const own = page.locator('main .hit').getByText('Also as')
    await ask(page, 'Лодзинская')
    assert.ok((await page.locator('main .hit-quote').count()) > 1)
    assert.deepEqual(await note.allInnerTexts(), ['Found by another name: Мара Лодзинская'])
    assert.equal(await own.count(), 0)
    await ask(page, 'Лодзинская “do not need ferries”')
    assert.equal(await page.locator('main .hit-quote').count(), 1)
    assert.equal(await note.count(), 0)
    assert.equal(await own.first().innerText(), 'Also as Мара Лодзинская')
    await ask(page, 'Łodzińska')
    assert.equal(await note.count(), 0)
    assert.equal(await page.locator('main .hit-quote').first().getByText('Also as').count(), 0)
  })

  test('what kind of thing it is stands over each group, with a count', async () => {
    const { page } = await onePage('as it is')
    await ask(page, 'ferry')
    const headings = await page.locator('main .found-group > h2').allInnerTexts()
    assert.ok(headings.length >= 3, headings.join())
    assert.match(headings[0] ?? '', /^statements? · \d+$/i)
    for (const heading of headings) assert.match(heading, /^(statements?|events?|articles?|speakers?|topics?) · \d+$/i)
    const colors = await page
      .locator('main .found-group > h2')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).color))
    assert.equal(new Set(colors.slice(0, 3)).size, 3)
    const regions = await page.locator('main section.found-group').count()
    assert.equal(regions, headings.length)
  })

  test('an article shows the sentence that answers, not its beginning', async () => {
    const { page } = await onePage('as it is')
    await ask(page, 'timetable')
    const text = await page.locator('main .hit-article .hit-text').first().innerText()
    assert.match(text, /^The timetable hangs at the pier\./)
    assert.deepEqual(await page.locator('main .hit-article .hit-text mark').allInnerTexts(), ['timetable'])
  })

  test('the outlet of a quote leads to the very words, highlighted, in the copy', async () => {
    const { page, faults } = await onePage()
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await ask(page, 'wait ferries')
    const hit = page.locator('main .hit-quote:has(.is-direct)').first()
    await hit.getByRole('link', { name: 'The Ledger', exact: true }).click()
    await page.waitForURL(/\/articles\/2031-03-02-bridge-closes\/#q-/)
    const target = page.locator(':target')
    assert.match(await target.innerText(), /We will not wait, and we do not need ferries/)
    const box = await target.boundingBox()
    assert.ok(box && box.y >= 0 && box.y < 900, 'the words are in view')
    const [marked, plain] = await target.evaluate((words) => {
      const other = document.querySelector(`a.said:not(:target)`)
      return [words, other].map((one) => one && getComputedStyle(one).backgroundColor)
    })
    assert.notEqual(marked, plain)
    assert.deepEqual(faults, [])
  })

  test('back returns to the same results, the same place and the same result', async () => {
    const { page } = await onePage()
    await page.setViewportSize({ width: 900, height: 420 })
    await ask(page, 'bridge')
    const hits = await page.locator('main .hit').allInnerTexts()
    const link = page.locator('main .hit .hit-title').nth(2)
    await link.scrollIntoViewIfNeeded()
    const href = await link.getAttribute('href')
    const place = await page.evaluate(() => scrollY)
    assert.ok(place > 100, `scrolled to ${place}`)
    await link.click()
    await page.waitForURL((url) => !url.pathname.includes('/search/'))
    await page.goBack()
    await settle(page)
    await page.waitForFunction((to) => document.activeElement?.getAttribute('href') === to, href)
    assert.deepEqual(await page.locator('main .hit').allInnerTexts(), hits)
    const back = await page.evaluate(() => scrollY)
    assert.ok(Math.abs(back - place) < 60, `at ${back}, was at ${place}`)
  })

  test('back finds as many results as there were, without the page cache too', async () => {
    const { page } = await onePage()
    await page.setViewportSize({ width: 900, height: 420 })
    await ask(page, 'kind:quote kind:event')
    await openControls(page)
    await page.locator('main button.more').first().click()
    await page.waitForFunction(() => document.querySelectorAll('main .hit-quote').length > 10)
    const hits = await page.locator('main .hit').count()
    const link = page.locator('main .hit-quote .hit-words').nth(10)
    await link.scrollIntoViewIfNeeded()
    const place = await page.evaluate(() => scrollY)
    const href = await link.getAttribute('href')
    // Not by a result: a link of the page's frame.
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('header a')?.click())
    await page.waitForURL((url) => !url.pathname.includes('/search/'))
    // A page that is loaded anew has nothing but its address and its history.
    await page.evaluate(() => addEventListener('unload', () => {}))
    await page.goBack()
    await page.reload()
    await settle(page)
    assert.equal(await page.locator('main .hit').count(), hits)
    await page.waitForFunction((top) => Math.abs(scrollY - top) < 60, place)
    assert.equal(await page.locator('main .hit-quote .hit-words').nth(10).getAttribute('href'), href)
    await page.locator('.narrow[open] fieldset').first().waitFor()
  })

  test('says what was searched where nothing was found, and that it may have been said all the same', async () => {
    const { page } = await onePage('as it is')
    await ask(page, 'orchid')
    assert.match(
      await page.locator('main [data-results]').innerText(),
      /Nothing found for orchid\.\s+Searched: 3 articles with \d+ statements, published 2–10 March 2031\. Not found here does not mean not said\./,
    )
  })

  test('shows what there is without the word that no record has, and says so', async () => {
    const { page } = await onePage('as it is')
    await ask(page, 'ferries orchid')
    await page.getByText('Nothing on record has orchid.').first().waitFor()
    await page.getByText('Showing ferries; search for ferries orchid instead.').first().waitFor()
  })

  test('says which operator there is not, with results and without', async () => {
    const { page } = await onePage('as it is')
    const note = (name: string) => `There is no operator ${name}:; it was searched as text.`
    await ask(page, 'mayor:ferries')
    assert.equal(await page.locator('main [data-results]').getByText('no operator').innerText(), note('mayor'))
    assert.ok((await page.locator('main .hit').count()) > 0)
    await ask(page, 'zebra:orchid')
    assert.equal(await page.locator('main [data-results]').getByText('no operator').innerText(), note('zebra'))
  })

  test('is sorted by its control: best, newest, oldest', async () => {
    const { page } = await onePage('as it is')
    await ask(page, 'kind:quote')
    await openControls(page)
    const order = page.getByRole('combobox', { name: 'Order' })
    assert.deepEqual(await order.locator('option').allInnerTexts(), ['Best first', 'Newest first', 'Oldest first'])
    const days = async (): Promise<number[]> => {
      const texts = await page.locator('main .hit-quote .hit-facts > :last-child').allInnerTexts()
      return texts.map((text) => Date.parse(/\d+ \w{3} \d{4}/.exec(text)?.[0] ?? ''))
    }
    for (const [name, sign] of [
      ['newest', -1],
      ['oldest', 1],
    ] as const) {
      await order.selectOption(name)
      await page.waitForURL(new RegExp(`sort%3A${name}$`))
      await settle(page)
      const found = (await days()).filter((day) => !Number.isNaN(day))
      assert.ok(found.length > 3)
      assert.deepEqual(
        found,
        found.toSorted((a, b) => sign * (a - b)),
      )
    }
    await order.selectOption('')
    await page.waitForURL(/q=kind%3Aquote$/)
  })

  test('each operator has a control, and each control says how many', async () => {
    const { page, faults } = await onePage('as it is')
    await ask(page, 'bridge')
    await openControls(page)
    const legends = await page.locator('.narrow legend').allInnerTexts()
    assert.deepEqual(
      legends.map((legend) => legend.toLowerCase()),
      ['what', 'statements by', 'outlet', 'topic', 'kind of statement', 'when', 'dates', 'without the words', 'order'],
    )
    for (const key of ['thing:event', 'speaker:mara-lodzinska', 'outlet:the-ledger', 'topic:reopening']) {
      const option = page.locator(`label:has([data-key="${key}"])`)
      const count = Number(await option.locator('small').innerText())
      await option.locator('input').click()
      await page.waitForURL(/q=bridge\+/)
      await settle(page)
      // Of a speaker the quotes count, and nothing else.
      assert.equal(await countHits(page, key.startsWith('speaker') ? /^statements?/i : /./), count, key)
      await outdateControls(page)
      await page.locator(`[data-key="${key}"]`).click()
      await page.waitForURL(/q=bridge$/)
      await openControls(page)
    }
    const words = page.getByRole('textbox', { name: 'Without the words' })
    await words.fill('ferries "put off"')
    await words.press('Tab')
    await page.waitForURL(/q=bridge\+-ferries\+-%22put\+off%22$/)
    await settle(page)
    assert.doesNotMatch((await page.locator('main .hit').allInnerTexts()).join(), /ferries/i)
    await page.getByRole('textbox', { name: 'Without the words' }).fill('')
    await page.getByRole('textbox', { name: 'Without the words' }).press('Enter')
    await page.waitForURL(/q=bridge$/)
    assert.deepEqual(faults, [])
  })

  test('a year, then a month, then a day can be picked, each with its count', async () => {
    const { page } = await onePage('as it is')
    await ask(page, 'kind:quote kind:event')
    await openControls(page)
    for (const [name, dates] of [
      ['2031', /from%3A2031\+to%3A2031$/],
      ['Mar 2031', /from%3A2031-03\+to%3A2031-03$/],
      ['2 Mar 2031', /from%3A2031-03-02\+to%3A2031-03-02$/],
    ] as const) {
      const option = page.locator('.narrow label', { has: page.getByText(name, { exact: true }) })
      const count = Number(await option.locator('small').innerText())
      assert.ok(count > 0)
      await outdateControls(page)
      await option.locator('input').click()
      await page.waitForURL(dates)
      await settle(page)
      await openControls(page)
      await page.waitForFunction(
        (one) =>
          [...document.querySelectorAll('.narrow label')].some(
            (label) => label.textContent?.startsWith(one) && label.querySelector('input')?.checked,
          ),
        name,
      )
      assert.equal(await countHits(page), count, name)
    }
    // The controls are fitted to an answer once it is shown.
    const from = await page.getByLabel('From').elementHandle()
    await page.waitForFunction((input) => input instanceof HTMLInputElement && input.value === '2031-03-02', from)
    await page
      .locator('.narrow label', { has: page.getByText('2 Mar 2031', { exact: true }) })
      .locator('input')
      .click()
    await page.waitForURL(/q=kind%3Aquote\+kind%3Aevent$/)
  })

  test('the whole search is in the address: opened anew it is the same, and its controls show it', async () => {
    const { page } = await onePage()
    const text = 'bridge -orchid speaker:lodzinska outlet:the-ledger kind:quote from:2031-03 to:2031-03-31 sort:oldest'
    await ask(page, text)
    const hits = await page.locator('main .hit').allInnerTexts()
    assert.ok(hits.length > 0)
    assert.equal(await page.inputValue(box), text)
    await openControls(page)
    const shown = await page.locator('.narrow [data-key]').evaluateAll((all) =>
      Object.fromEntries(
        all.map((one) => {
          const { type, checked, value, dataset } = one as HTMLInputElement
          return [dataset['key'], type === 'checkbox' ? checked : value]
        }),
      ),
    )
    assert.deepEqual(
      {
        speaker: shown['speaker:mara-lodzinska'],
        outlet: shown['outlet:the-ledger'],
        thing: shown['thing:quote'],
        from: shown['from'],
        to: shown['to'],
        sort: shown['sort'],
        without: shown['without'],
      },
      {
        speaker: true,
        outlet: true,
        thing: true,
        from: '2031-03-01',
        to: '2031-03-31',
        sort: 'oldest',
        without: 'orchid',
      },
    )
    const address = page.url()
    await page.goto('about:blank')
    await page.goto(address)
    await settle(page)
    assert.deepEqual(await page.locator('main .hit').allInnerTexts(), hits)
  })
})

async function settle(page: Page): Promise<void> {
  await page.locator('main [data-state="results"] [data-results][aria-busy="false"] .hit').first().waitFor()
}

/** Opens the controls, and waits until they are fitted to the answer, which they are once it is shown. */
async function openControls(page: Page): Promise<void> {
  if ((await page.locator('.narrow[open]').count()) === 0) await page.locator('.narrow summary').click()
  await page.locator('.narrow select:not([data-old])').waitFor()
}

/** Marks the controls as those of the answer before: they are made anew for the next. */
async function outdateControls(page: Page): Promise<void> {
  await page.locator('.narrow select').evaluateAll((all) => {
    for (const one of all) one.setAttribute('data-old', '')
  })
}

/** As the groups' headings count them. */
async function countHits(page: Page, wanted = /./): Promise<number> {
  const headings = (await page.locator('main .found-group > h2').allInnerTexts()).filter((text) => wanted.test(text))
  return headings.reduce((sum, heading) => sum + Number(/[\d,]+$/.exec(heading)?.[0].replace(',', '')), 0)
}
