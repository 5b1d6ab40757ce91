/** The timeline and its filters: in the page, in the address, by keyboard, and without scripts. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { fromHtml } from 'hast-util-from-html'
import type { Page } from 'playwright-core'
import { visit } from 'unist-util-visit'
import { arrange, type FilterFile, narrow } from '../../src/components/browser/timeline/narrow.ts'
import { projectFolder, type TestSite, testSites } from '../sites.ts'
import { findFaults } from './axe.ts'
import { useOnePage } from './one-page.ts'
import { press, readData, useSite } from './open-site.ts'

const folders: { [by: string]: string } = { status: 'statuses/' }
const folderOf = (by: string): string => (by === 'period' ? '' : (folders[by] ?? `${by}s/`))

for (const site of [testSites.real, testSites.small]) {
  describe(`the timeline of the ${site.name} record`, () => {
    const file: FilterFile = JSON.parse(readFileSync(join(projectFolder, site.folder, 'timeline/entries.json'), 'utf8'))
    const { events } = readData<{ events: { id: string; status: string }[] }>(site, 'events.json')
    const idAt = (place: number): string => events[file.events[place]?.n ?? -1]?.id ?? ''
    const values = file.groups.flatMap(({ by, values: list }) => list.map(([id, name]) => ({ by, id, name })))
    const open = useSite(site)
    const onePage = useOnePage(open)

    test('every part that is a page of its own holds what the filter gives for the same choice', () => {
      for (const [number, { by, id }] of values.entries()) {
        const found = arrange(file, narrow(file, new Set([number])).found, false).map(idAt)
        assert.deepEqual(idsIn(site, `timeline/${folderOf(by)}${id}/`), found, `${by} ${id}`)
      }
    })

    test('both orders hold every event, page after page', () => {
      assert.deepEqual(idsIn(site, 'timeline/'), expected())
      assert.deepEqual(idsIn(site, 'timeline/oldest/'), expected('oldest'))
    })

    test('a result looks as the same event does in the list that was built', async () => {
      const { page, faults } = await onePage()
      const built = await readEntries(page, open.address('timeline/'))
      const made = await readEntries(page, open.address('timeline/?order=oldest'))
      assert.deepEqual(Object.keys(made).toSorted(), Object.keys(built).toSorted())
      for (const [id, entry] of Object.entries(built))
        assert.equal(made[id]?.replaceAll('<', '\n<'), entry.replaceAll('<', '\n<'), id)
      const headings = (selector: string) => page.locator(selector).allInnerTexts()
      const live = await headings('[data-list] h2')
      await page.goto(open.address('timeline/oldest/'))
      assert.deepEqual(live, await headings('[data-list] h2'))
      assert.deepEqual(faults, [])
    })

    test('a choice filters in place, stands in the address, and back undoes it', async () => {
      const { page, faults } = await onePage()
      await page.goto(open.address('timeline/'))
      const before = await idsOn(page)
      await openWays(page)
      const { by, id, name } = values.find((value) => value.by === 'kind') ?? assert.fail('a kind')
      const box = page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
      await box.click()
      assert.equal(await box.evaluate((element) => element === document.activeElement), true)
      await page.waitForURL(open.address(`timeline/?${by}=${id}`))
      const first = expected(`${by}=${id}`)
      assert.deepEqual(await idsOn(page), first)
      assert.equal(
        await page.locator('[data-status]').innerText(),
        `${first.length} of ${file.events.length} events, newest first`,
      )
      await page.getByRole('checkbox', { name: /^happened/ }).click()
      assert.deepEqual(await idsOn(page), expected(`${by}=${id}`, 'status=happened'))
      await page.getByRole('link', { name: 'Oldest first' }).click()
      await page.waitForURL(/order=oldest$/)
      assert.deepEqual(await idsOn(page), expected(`${by}=${id}`, 'status=happened', 'oldest'))
      await page.reload()
      await page.locator('[data-answer]').waitFor()
      assert.deepEqual(await idsOn(page), expected(`${by}=${id}`, 'status=happened', 'oldest'))
      await page.goBack()
      assert.deepEqual(await idsOn(page), expected(`${by}=${id}`, 'status=happened'))
      await page.goBack()
      assert.deepEqual(await idsOn(page), first)
      await page.goBack()
      assert.deepEqual(await idsOn(page), before)
      assert.equal(await page.locator('[data-answer]').isVisible(), false)
      await page.goForward()
      assert.deepEqual(await idsOn(page), first)
      assert.deepEqual(faults, [])
    })

    test('entries come from the pages that were built, a few at a time, and what is due is told in them', async () => {
      const { page, faults } = await onePage()
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      await page.goto(open.address('timeline/?status=happened'))
      await page.locator('[data-answer]').waitFor()
      assert.deepEqual(await idsOn(page), expected('status=happened'))
      const chunks = asked.filter((path) => /\/timeline\/entries\/\d+\/$/.test(path))
      assert.deepEqual(chunks, [...new Set(chunks)])
      assert.ok(chunks.length > 0 && chunks.length <= Math.ceil(events.length / file.size))
      assert.deepEqual(faults, [])
    })

    function expected(...choices: string[]): string[] {
      const chosen = choices.flatMap((choice) => {
        const number = values.findIndex(({ by, id }) => `${by}=${id}` === choice)
        return number === -1 ? [] : [number]
      })
      const { found } = narrow(file, new Set(chosen))
      return arrange(file, found, choices.includes('oldest')).map(idAt)
    }

    // What does not rest on the record is tried in one. (The events of the real one are in more pages than one.)
    if (site !== testSites.small) return

    function findNothing() {
      const periods = values.filter(({ by }) => by === 'period')
      for (const kind of values.filter(({ by }) => by === 'kind'))
        for (const period of periods)
          if (expected(`kind=${kind.id}`, `period=${period.id}`).length === 0) return [kind, period] as const
      return assert.fail('two choices without an event')
    }

    test('without scripts each part is a link with its count', async () => {
      const { context, page } = await open.open({ javaScriptEnabled: false })
      await page.goto(open.address('timeline/'))
      const ways = page.locator('[data-ways] li')
      assert.ok((await ways.count()) >= 10)
      await page.locator('[data-narrow] summary').click()
      const way = ways.filter({ has: page.locator('a[href$="/statuses/expected/"]') })
      assert.equal(
        await way.locator('small').innerText(),
        `${events.filter(({ status }) => status === 'expected').length}`,
      )
      await way.locator('a').click()
      await page.waitForURL('**/timeline/statuses/expected/')
      assert.deepEqual(await idsOn(page), expected('status=expected'))
      await context.close()
    })

    test('each count is what one gets', async () => {
      const { page } = await onePage()
      await page.goto(open.address('timeline/?status=happened'))
      await openWays(page)
      for (const by of ['speaker', 'topic', 'outlet', 'period'] as const) {
        const group = page.locator(`[data-ways] fieldset:has(input[name="${by}"])`)
        const rows = await group.locator('label').all()
        for (const row of rows.slice(0, 3)) {
          const count = Number(await row.locator('small').innerText())
          await row.locator('input').check()
          assert.equal((await idsOn(page)).length, count, `${by}: ${await row.innerText()}`)
          await row.locator('input').uncheck()
        }
      }
    })

    test('nothing found is said, with the way back to something', async () => {
      const { page, faults } = await onePage()
      const [kind, period] = findNothing()
      await page.goto(open.address(`timeline/?kind=${kind.id}&period=${period.id}`))
      const nothing = page.locator('.nothing')
      await nothing.waitFor()
      assert.match(await nothing.innerText(), /^No event on record has all of this: /)
      assert.match(await page.locator('[data-status]').innerText(), /^0 of \d+ events/)
      assert.deepEqual(await findFaults(page), [])
      await nothing
        .getByRole('button', { name: /^Without / })
        .first()
        .click()
      assert.ok((await idsOn(page)).length > 0)
      await page.getByRole('button', { name: /^Show all/ }).click()
      assert.equal((await idsOn(page)).length, file.events.length)
      await page.waitForURL(open.address('timeline/'))
      assert.deepEqual(faults, [])
    })

    test('on the page of a part its choice is made already, and going on from it leads to the timeline', async () => {
      const { page, faults } = await onePage()
      const { id, name } = values.find(({ by }) => by === 'speaker') ?? assert.fail('a speaker')
      const own = `timeline/speakers/${id}/`
      await page.goto(open.address(own))
      await openWays(page)
      const box = page.getByRole('checkbox', { name: new RegExp(`^${name}`) })
      assert.equal(await box.isChecked(), true)
      await box.uncheck()
      await page.waitForURL(open.address('timeline/'))
      assert.equal(await page.locator('h1').innerText(), 'Timeline')
      assert.equal((await idsOn(page)).length, file.events.length)
      await page.goBack()
      await page.waitForURL(open.address(own))
      assert.equal(await page.locator('h1').innerText(), name)
      assert.deepEqual(await idsOn(page), expected(`speaker=${id}`))
      assert.deepEqual(faults, [])
    })

    test('by keyboard alone', async () => {
      const { page } = await onePage()
      await page.goto(open.address('timeline/'))
      await press(page, 'Tab', () => page.evaluate(() => document.activeElement?.tagName === 'SUMMARY'))
      await page.keyboard.press('Enter')
      await page.locator('[data-ways] input').first().waitFor()
      await press(page, 'Tab', () =>
        page.evaluate(() => document.activeElement?.matches('input[name=status]') ?? false),
      )
      await page.keyboard.press('Space')
      await page.waitForURL(/\?status=happened$/)
      const chip = page.getByRole('button', { name: 'Remove happened' })
      await press(page, 'Tab', () => chip.evaluate((element) => element === document.activeElement))
      await page.keyboard.press('Enter')
      await page.waitForURL(open.address('timeline/'))
      assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'SUMMARY')
    })

    test('axe finds nothing, and nothing is wider than the screen', async () => {
      const { page, faults } = await onePage()
      // The timeline itself, with all that is folded open, is looked at by all rules with the other pages; its other order and
      // its parts have what it has.
      const look = async (state: string, narrow: 'all' | 'look' | 'layout', wide: 'look' | 'layout') => {
        for (const [width, colorScheme, rules] of [
          [320, 'dark', narrow],
          [1280, 'light', wide],
        ] as const) {
          await page.setViewportSize({ width, height: 640 })
          await page.emulateMedia({ colorScheme })
          assert.deepEqual(await findFaults(page, rules), [], `${state}, ${width} px`)
          assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width, `${state}, ${width} px`)
        }
      }
      await page.goto(open.address('timeline/'))
      await openWays(page)
      await look('open', 'look', 'look')
      // On the small screen the choices scroll in a box, to the one that is made.
      await page.setViewportSize({ width: 320, height: 640 })
      await page.locator('[data-ways] input[name=status]').first().check()
      await idsOn(page)
      await look('filtered', 'all', 'look')
      await page.goto(open.address('timeline/oldest/'))
      await look('oldest first', 'layout', 'layout')
      await page.goto(open.address('timeline/by/'))
      await look('all parts', 'all', 'look')
      await page.goto(open.address(`timeline/${folderOf('outlet')}${values.find(({ by }) => by === 'outlet')?.id}/`))
      await look('a part', 'layout', 'layout')
      assert.deepEqual(faults, [])
    })

    test('an answer is there in forced colours', async () => {
      const { page } = await onePage()
      await page.emulateMedia({ forcedColors: 'active' })
      await page.goto(open.address('timeline/?status=happened'))
      await openWays(page)
      assert.deepEqual(await findFaults(page, 'look'), [])
      assert.equal(await page.locator('input[name=status][value=happened]').isChecked(), true)
    })

    test('when entries cannot be had it is said, and another choice tries again', async () => {
      const { page } = await onePage()
      let isOff = true
      await page.route('**/timeline/entries/*/', (route) => (isOff ? route.abort() : route.continue()))
      await page.goto(open.address('timeline/'))
      await openWays(page)
      await page.getByRole('checkbox', { name: /^happened/ }).click()
      await page.locator('[data-list] > .soft').waitFor()
      assert.match(await page.locator('[data-list]').innerText(), /could not be loaded/)
      isOff = false
      await page.getByRole('link', { name: 'Oldest first' }).click()
      await page.locator('[data-list] .event').first().waitFor()
      assert.deepEqual(await idsOn(page), expected('status=happened', 'oldest'))
    })

    test('when the data cannot be had, the links stay', async () => {
      const { page } = await onePage()
      await page.route('**/timeline/entries.json', (route) => route.abort())
      await page.goto(open.address('timeline/'))
      await page.locator('[data-narrow] summary').click()
      await page.locator('[data-answer]').waitFor()
      assert.match(await page.locator('[data-status]').innerText(), /could not be loaded/)
      assert.ok((await page.locator('[data-ways] a').count()) >= 10)
    })
  })
}

async function openWays(page: Page): Promise<void> {
  await page.locator('[data-narrow] summary').click()
  await page.locator('[data-ways] input').first().waitFor()
}

/** The events that are shown, when all are there. */
async function idsOn(page: Page): Promise<string[]> {
  await page.locator('[data-list]:not([aria-busy])').waitFor({ state: 'attached' })
  return page.evaluate(() => Array.from(document.querySelectorAll('[data-list] article'), ({ id }) => id))
}

/** The events of a list that was built, page after page. */
function idsIn(site: TestSite, path: string): string[] {
  const tree = fromHtml(readFileSync(join(projectFolder, site.folder, path, 'index.html'), 'utf8'))
  const ids: string[] = []
  const next: string[] = []
  visit(tree, 'element', (list) => {
    if (!('dataList' in list.properties)) return
    visit(list, 'element', ({ properties, tagName }) => {
      if (tagName === 'article') ids.push(String(properties['id']))
      if ([properties['rel']].flat().includes('next')) next.push(String(properties['href']))
    })
  })
  return [...ids, ...next.flatMap((address) => idsIn(site, decodeURI(address).slice(site.base.length)))]
}

/** Entries as text: elements with their attributes, and words with white space folded. */
async function readEntries(page: Page, address: string): Promise<Record<string, string>> {
  await page.goto(address)
  await page.locator('[data-list] .event').first().waitFor()
  if (address.includes('?'))
    await page.locator('[data-list]:not([aria-busy]) > div:first-child .event').first().waitFor()
  return page.evaluate(() => {
    const toText = (node: Node): string => {
      if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ')
      if (!(node instanceof Element)) return ''
      const attributes = Array.from(node.attributes, ({ name, value }) => `${name}=${value.trim()}`).sort()
      return `<${[node.localName, ...attributes].join(' ')}>${Array.from(node.childNodes, toText).join('')}</>`
    }
    const entries = [...document.querySelectorAll('[data-list] article')]
    // White space between elements is told by the words as they are rendered.
    const toEntry = (entry: Element) =>
      `${toText(entry).replace(/\s*(<[^>]*>)\s*/g, '$1')}\n${(entry as HTMLElement).innerText}`
    return Object.fromEntries(entries.map((entry) => [entry.id, toEntry(entry)]))
  })
}
