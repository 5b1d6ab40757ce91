/** The story as it is followed: the scale, a topic in time and by speaker. */
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { isFirstStory, testSites } from '../sites.ts'
import { useOnePage } from './one-page.ts'
import { readData, useSite } from './open-site.ts'

interface Drawn {
  marks: number
  /** Marks smaller than a finger needs: 24 by 24 CSS pixels (WCAG 2.2, target size). */
  small: string[]
  /** Marks that lie on each other. */
  covered: string[]
  unnamed: number
  /** Size of the smallest words, in CSS pixels. */
  words: number
  /** Words that leave the screen or lie on others. */
  lost: string[]
}

/** What a reader has of the scale that is shown. */
function look(page: Page): Promise<Drawn> {
  return page.evaluate(() => {
    const svg = [...document.querySelectorAll<SVGSVGElement>('.scale svg')].find((one) => one.checkVisibility())
    if (!svg) throw new Error('No scale is shown.')
    const marks = [...svg.querySelectorAll('a')]
    const boxes = marks.map((mark) => mark.querySelector('.hit')?.getBoundingClientRect() ?? new DOMRect())
    const names = marks.map((mark) => mark.getAttribute('aria-label') ?? '')
    const texts = [...svg.querySelectorAll('text')]
    const scale = (svg.getScreenCTM() as DOMMatrix).a
    const meet = (a: DOMRect, b: DOMRect) =>
      a.left < b.right - 0.5 && b.left < a.right - 0.5 && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5
    const places = texts.map((text) => text.getBoundingClientRect())
    return {
      marks: marks.length,
      small: names.filter((_, n) => Math.min(boxes[n]?.width ?? 0, boxes[n]?.height ?? 0) < 23.9),
      covered: names.filter((_, n) => boxes.some((box, m) => m < n && meet(box, boxes[n] as DOMRect))),
      unnamed: names.filter((name) => !/\d/.test(name)).length,
      words: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize) * scale)),
      lost: texts
        .filter((_, n) => {
          const box = places[n] as DOMRect
          return box.left < 0 || places.some((other, m) => m < n && meet(other, box))
        })
        .map((text) => text.textContent ?? ''),
    }
  })
}

function expectLegible({ marks, ...faults }: Drawn, least: number): void {
  assert.ok(marks >= least, `${marks} marks`)
  assert.ok(faults.words >= 12, `words of ${faults.words} px`)
  assert.deepEqual({ ...faults, words: 12 }, { small: [], covered: [], unnamed: 0, words: 12, lost: [] })
}

const open = useSite(testSites.small)

describe('a reader of the fictional record', () => {
  const onePage = useOnePage(open)
  const plainPage = useOnePage(open, { javaScriptEnabled: false })

  test('reads the scale on a screen of 1120 pixels, and of 1280', async () => {
    const { page, faults } = await onePage()
    for (const [path, least] of [
      ['timeline/', 4],
      ['topics/reopening/', 2],
      ['speakers/mara-lodzinska/', 2],
    ] as const) {
      await page.goto(open.address(path))
      for (const width of [1120, 1280]) {
        await page.setViewportSize({ width, height: 900 })
        expectLegible(await look(page), least)
        const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
        assert.ok(fits, `${path} scrolls at ${width}`)
      }
    }
    assert.deepEqual(faults, [])
  })

  test('has mark, date and name of each event on a line where there is no room for a drawing, and on paper', async () => {
    const { page } = await onePage()
    await page.goto(open.address('timeline/'))
    for (const [width, media] of [
      [320, 'screen'],
      [390, 'screen'],
      [768, 'screen'],
      [718, 'print'],
    ] as const) {
      await page.setViewportSize({ width, height: 900 })
      await page.emulateMedia({ media })
      assert.equal(await page.locator('.scale').isVisible(), false)
      const { events } = readData<{ events: { id: string; title: string }[] }>(testSites.small, 'events.json')
      const lines = await page.locator('[data-list] .event').evaluateAll((all) =>
        all.map((line) => {
          const parts = ['.date', '.dot', 'h3'].map((part) => line.querySelector(part))
          const [date, dot, name] = parts.map((part) => part?.getBoundingClientRect())
          const isBeside = date && dot && name && date.right <= dot.left + 1 && dot.right <= name.left + 1
          return { title: line.querySelector('h3')?.textContent, isBeside }
        }),
      )
      assert.deepEqual(lines.map(({ title }) => title).toSorted(), events.map(({ title }) => title).toSorted())
      assert.ok(lines.every(({ isBeside }) => isBeside))
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
      assert.equal(await page.locator('.event .account').first().isVisible(), media === 'print')
    }
  })

  test('opens an entry by keyboard and by its address, without JavaScript too', async () => {
    for (const get of [onePage, plainPage]) {
      const { page } = await get()
      await page.goto(open.address('timeline/#public-meeting'))
      const account = page.locator('[id="public-meeting"] .account')
      await account.waitFor({ state: 'visible' })
      await page.locator('.event:has([id="public-meeting"]) summary').press('Enter')
      await account.waitFor({ state: 'hidden' })
    }
  })

  test('goes from a mark to what it stands for, without JavaScript too', async () => {
    for (const get of [onePage, plainPage]) {
      const { page } = await get()
      await page.setViewportSize({ width: 1280, height: 700 })
      await page.goto(open.address('timeline/'))
      await page.getByRole('link', { name: /^1 Mar 2031, happened: The bridge over Kestrel Bay is closed$/ }).click()
      await page.waitForURL(/\/events\/2031-03-01-bridge-closed\/$/)
      await page.goto(open.address('speakers/mara-lodzinska/'))
      await page
        .getByRole('link', { name: /said: \d statements? by Mara Łodzińska$/ })
        .first()
        .click()
      await page.waitForURL(/\/days\/2031-0\d-\d\d\/$/)
      assert.ok((await page.locator('#said .to-words').count()) > 0)
    }
  })

  test('reaches each mark by the keyboard, in the order of time, and sees where they are', async () => {
    const { page } = await onePage()
    for (const width of [1120, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      await page.goto(open.address('timeline/'))
      const { marks } = await look(page)
      const reached: number[] = []
      for (let times = 0; times < 200 && reached.length < marks; times++) {
        await page.keyboard.press('Tab')
        const at = await page.evaluate(() => {
          const element = document.activeElement
          if (!element?.matches('.scale .mark')) return null
          const hit = element.querySelector('.hit') as Element
          const isMarked = getComputedStyle(element).outlineStyle !== 'none' || getComputedStyle(hit).stroke !== 'none'
          return { x: hit.getBoundingClientRect().x, isMarked }
        })
        if (!at) continue
        assert.ok(at.isMarked)
        reached.push(at.x)
      }
      assert.equal(reached.length, marks)
      assert.deepEqual(
        reached,
        reached.toSorted((a, b) => a - b),
      )
    }
  })

  test('sees the marks in forced colours', async () => {
    const { page } = await onePage()
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(open.address('topics/reopening/'))
    const unseen = await page.locator('.scale .mark').evaluateAll((marks) =>
      marks.filter((mark) => {
        const drawn = mark.querySelector('.shape') as Element
        const { fill, stroke } = getComputedStyle(drawn)
        const link = getComputedStyle(document.querySelector('main p a, main h3 a') as Element).color
        return fill !== link && stroke !== link
      }),
    )
    assert.equal(unseen.length, 0)
  })

  test('sees who announced what, how firmly, and what came of it with the report that says so', async () => {
    const { page, faults } = await plainPage()
    await page.goto(open.address('ahead/'))
    const told = async (id: string) => (await page.locator(`[id="${id}"]`).innerText()).replace(/\s+/g, ' ')
    const reopening = await told('reopening')
    assert.match(reopening, /by May 2031/)
    assert.match(reopening, /Announced by Mara Łodzińska, .* · promised/)
    assert.match(reopening, /Last date: 31 May 2031\. Our last article is of 10 March\./)
    assert.match(await told('ferry-service'), /Nobody is named as announcing it · possible/)
    assert.match(await told('public-meeting'), /Slipped to 21–31 March 2031: put off to the end of the month\./)
    const report = page.locator('[id="public-meeting"] .beside .reports')
    assert.match(await report.innerText(), /planned for Monday, was put off/)
    await page.goto(open.address('events/public-meeting/'))
    await page.getByRole('link', { name: 'As The Ledger reports it' }).click()
    await page.waitForURL(/\/articles\/2031-03-10-meeting-put-off\/#/)
    assert.match(await page.locator(':target').innerText(), /put off/)
    assert.deepEqual(faults, [])
  })

  test('is told a topic in order, and by speaker, without JavaScript', async () => {
    const { quotes } = readData<{ quotes: { url: string; topics: string[] }[] }>(testSites.small, 'quotes.json')
    const own = quotes.filter(({ topics }) => topics.includes('reopening')).map(({ url }) => new URL(url).pathname)
    const { page, faults } = await plainPage()
    await page.goto(open.address('topics/reopening/'))
    const links = (within: string) =>
      page.locator(within).evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname))
    assert.deepEqual(
      (await links('main .period :is(ol.lines > li > a, .to-words)')).map((path) => path.replace('/on-record', '')),
      ['/events/2031-03-01-bridge-closed/', ...own.map((path) => path.replace('/on-record', ''))],
      'the event stands before the words that followed it',
    )
    const [first] = await links('main .beside ul li a')
    await page.locator('main .beside ul li a').first().click()
    await page.waitForURL(/\/speakers\/#/)
    assert.equal(new URL(page.url()).pathname, first)
    assert.equal(await page.locator('section:target').count(), 1, 'the speaker is there')
    assert.deepEqual((await links('main .to-words')).toSorted(), own.toSorted())
    await page.getByRole('navigation', { name: 'Order' }).getByRole('link', { name: 'In order of time' }).click()
    await page.waitForURL(/\/topics\/reopening\/$/)
    assert.deepEqual(faults, [])
  })
})

describe('a reader who compares', () => {
  const onePage = useOnePage(open)
  const plainPage = useOnePage(open, { javaScriptEnabled: false })
  const shown = (page: Page) =>
    page.locator('[data-side] > section:visible').evaluateAll((all) => all.map(({ id }) => id))
  const choose = async (page: Page) => {
    await page.goto(open.address('topics/reopening/'))
    for (const name of ['Mara Łodzińska', 'Jónas Björk']) await page.getByRole('checkbox', { name }).check()
    await page.getByRole('button', { name: 'Compare side by side' }).click()
    await page.waitForURL(/\/topics\/reopening\/speakers\/\?with=[\w-]+&with=[\w-]+$/)
  }

  test('chooses on a topic who stand side by side, and the address has the choice', async () => {
    const { page, faults } = await onePage()
    await choose(page)
    await page.locator('section#engineers').waitFor({ state: 'detached' })
    assert.deepEqual((await shown(page)).toSorted(), ['jonas-bjork', 'mara-lodzinska'])
    await page.getByRole('checkbox', { name: 'Mara Łodzińska' }).uncheck()
    await page.waitForURL(/\/speakers\/\?with=jonas-bjork$/)
    await page.locator('section#mara-lodzinska').waitFor({ state: 'detached' })
    await page.getByRole('checkbox', { name: 'Jónas Björk' }).uncheck()
    await page.locator('section#mara-lodzinska').waitFor()
    await page.waitForURL(/\/speakers\/$/)
    assert.deepEqual(faults, [])
  })

  test('has the whole table without JavaScript', async () => {
    const { page, faults } = await plainPage()
    await choose(page)
    const { topics } = readData<{ topics: { id: string; quotes: string[] }[] }>(testSites.small, 'topics.json')
    const said = topics.find(({ id }) => id === 'reopening')?.quotes.map((id) => id.split('/')[0])
    assert.deepEqual((await shown(page)).toSorted(), [...new Set(said)].toSorted())
    assert.deepEqual(faults, [])
  })
})

if (isFirstStory) {
  describe('a reader of the record', () => {
    const open = useSite(testSites.real)
    const onePage = useOnePage(open)
    const plainPage = useOnePage(open, { javaScriptEnabled: false })

    test('the front page, the list and the event say of when our last article is', async () => {
      const { page } = await plainPage()
      for (const path of ['', 'ahead/', 'events/guarantees-outline/']) {
        await page.goto(open.address(path))
        const text = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ')
        assert.match(text, /(?:Date passed: (?:27–)?31 Aug|Last date: 31 August)/, path)
        // Of a record that has later articles, none of which says so, as well.
        assert.match(text, /Our (?:last article is|articles, the last) of \d+ \w+/, path)
      }
    })

    test('the first screen tells where it stands, the words of four speakers, and what is due', async () => {
      const { page } = await onePage()
      await page.goto(open.address(''))
      for (const [width, height] of [
        [1280, 800],
        [390, 844],
      ] as const) {
        await page.setViewportSize({ width, height })
        const bottoms = (selector: string, most: number) =>
          page.locator(selector).evaluateAll((all, number) => {
            return all.slice(0, number).map((one) => one.getBoundingClientRect().bottom)
          }, most)
        const seen = [
          ...(await bottoms('main h1', 1)),
          ...(await bottoms('.newest > li', 4)),
          ...(await bottoms('.ahead > li', 1)),
        ]
        assert.equal(seen.length, 6)
        assert.ok(Math.max(...seen) <= height, `${seen.map(Math.round)} at ${width}`)
        const speakers = await page.locator('.newest b').allInnerTexts()
        assert.equal(new Set(speakers).size, 4)
      }
    })

    test('the timeline of the first record is legible, and no longer than it need be', async () => {
      const { page } = await onePage()
      await page.goto(open.address('timeline/'))
      for (const [width, most] of [
        [1280, 1800],
        [390, 3600],
      ] as const) {
        await page.setViewportSize({ width, height: 900 })
        if (width === 1280) expectLegible(await look(page), 10)
        const height = await page.evaluate(() => document.documentElement.scrollHeight)
        assert.ok(height <= (most * (await page.locator('.event').count())) / 20, `${height} px`)
      }
    })
  })
}
