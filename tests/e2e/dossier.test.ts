/** A reader keeps things, orders them, takes them along, and hears what has come of them; and the keys that lead between entries. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { projectFolder, testSites } from '../sites.ts'
import { findFaults } from './axe.ts'
import { useSite } from './open-site.ts'

const KB = 1024
const quote = 'quotes/mara-lodzinska/not-wait-for-ferries'
const event = 'events/bridge-built'
const article = 'articles/2031-03-02-bridge-closes'
const clipboard = { permissions: ['clipboard-read', 'clipboard-write'] }

describe('a dossier', () => {
  const open = useSite(testSites.small)

  /** Keeps a statement by its button, an event by the key, a passage by the bar. */
  async function keepThree(page: Page): Promise<void> {
    const kept = page.getByRole('status').filter({ hasText: 'Kept in your dossier' })
    await page.goto(open.address(`${quote}/`))
    await page.getByRole('button', { name: 'Keep in dossier' }).press('Enter')
    await kept.waitFor()
    await page.goto(open.address(`${event}/`))
    await page.keyboard.press('d')
    await kept.waitFor()
    await page.goto(open.address(`${article}/`))
    await page.getByRole('link', { name: 'Address of block 2' }).press('Enter')
    await page.getByRole('toolbar').getByRole('button', { name: 'Keep in dossier' }).press('Enter')
    await kept.waitFor()
  }
  const names = (page: Page) => page.locator('[data-things] h2').allInnerTexts()
  const items = (page: Page) => page.locator('[data-things] > li')
  const compared = (page: Page, n: number, all: number) =>
    page
      .getByRole('status')
      .filter({ hasText: `Not as they were kept: ${n} of ${all}.` })
      .waitFor()
  const edit = (page: Page, change: string) =>
    page.evaluate(
      `{ const key = 'dossier /on-record/', kept = JSON.parse(localStorage[key]), { things } = kept; ${change}; localStorage[key] = JSON.stringify(kept) }`,
    )

  test('is kept, ordered and noted by keyboard, and taken along', async () => {
    const { page, context, faults } = await open.open(clipboard)
    const scripts = new Map<string, string>()
    const watch = (list: Map<string, string>) =>
      page.on('request', (request) => {
        const { pathname } = new URL(request.url())
        if (request.resourceType() === 'script') list.set(pathname, page.url())
      })
    watch(scripts)
    await page.goto(open.address('about/'), { waitUntil: 'networkidle' })
    const always = new Set(scripts.keys())
    await keepThree(page)
    await page.keyboard.press('Escape')
    await page.goto(open.address(`${quote}/`))
    await page.keyboard.press('d')
    await page.getByRole('status').filter({ hasText: 'in your dossier already' }).waitFor()

    scripts.clear()
    await page.getByRole('link', { name: 'Dossier', exact: true }).press('Enter')
    await compared(page, 0, 3)
    const [first, second, third] = [
      'Mara Łodzińska',
      'The bridge is built',
      'Bridge closes, mayor says town will not wait',
    ]
    assert.deepEqual(await names(page), [first, second, third])
    await page.getByRole('button', { name: `Move down: ${first}` }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Now 2 of 3' }).waitFor({ state: 'attached' })
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'Now 3 of 3' }).waitFor({ state: 'attached' })
    // The focus stays with the thing; it can go no further down.
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), `Move up: ${first}`)
    await items(page).last().getByLabel('Your note').fill('Ask her office.')
    await page.getByRole('button', { name: `Remove: ${second}` }).press('Enter')
    assert.deepEqual(await names(page), [third, first])
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Put back')
    await page.keyboard.press('Enter')
    await page.reload()
    await compared(page, 0, 3)
    assert.deepEqual(await names(page), [second, third, first])

    const files: { [name: string]: string } = {}
    for (const name of ['Markdown', 'CSV', 'BibTeX', 'RIS', 'CSL-JSON', 'Save as a file']) {
      const waiting = page.waitForEvent('download')
      await page.getByRole('button', { name, exact: true }).press('Enter')
      const file = await waiting
      files[file.suggestedFilename()] = readFileSync(await file.path(), 'utf8')
    }
    assert.deepEqual(Object.keys(files), [
      ...['md', 'csv', 'bib', 'ris', 'csl.json', 'json'].map((ending) => `dossier.${ending}`),
    ])
    for (const text of Object.values(files)) assert.match(text, /Ask her office\./)
    assert.match(files['dossier.md'] ?? '', /> “We will not wait, and we do not need ferries”/)
    // The words of a block are nobody's: they get no marks, and it is said whose text they are.
    assert.match(files['dossier.md'] ?? '', /From the text of The Ledger, 2 March 2031: "We will not wait/)
    const [csl] = JSON.parse(files['dossier.csl.json'] ?? '').slice(-1)
    assert.equal(csl.id, 'mara-lodzinska:not-wait-for-ferries:2031-03-02-bridge-closes')

    const folder = join(projectFolder, testSites.small.folder)
    const weigh = (list: Iterable<string>) =>
      [...list].reduce(
        (sum, path) => sum + gzipSync(readFileSync(join(folder, path.slice('/on-record/'.length)))).length,
        0,
      )
    const own = [...scripts.keys()].filter((path) => !always.has(path))
    const passages = own.filter((path) => path.includes('passage'))
    assert.ok(passages.length > 0)
    assert.ok(weigh(own) - weigh(passages) < 8 * KB, `${weigh(own) - weigh(passages)} B of script`)

    await page.getByRole('button', { name: 'Copy its address' }).press('Enter')
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' })
    const address = await page.evaluate(() => navigator.clipboard.readText())
    assert.match(address, /\/dossier\/#events\/bridge-built~&articles\/[^&]+~\w+&quotes\/[^&]+~\w+$/)
    await page.evaluate(() => localStorage.clear())

    await page.goto('about:blank')
    await page.goto(address)
    await compared(page, 0, 3)
    assert.deepEqual(await names(page), [second, third, first])
    assert.equal(await page.getByLabel('Your note').count(), 0)
    assert.equal(await page.evaluate(() => localStorage.length), 0)
    await page.getByRole('button', { name: 'Keep all of these' }).press('Enter')
    await page.getByLabel('Your note').first().waitFor()
    assert.deepEqual(await names(page), [second, third, first])
    await page.getByRole('button', { name: 'Remove all' }).press('Enter')
    await page.getByText('Nothing is kept.').waitFor()
    await page.getByLabel('Open a saved dossier').setInputFiles({
      name: 'dossier.json',
      mimeType: 'application/json',
      buffer: Buffer.from(files['dossier.json'] ?? ''),
    })
    await compared(page, 0, 3)
    assert.equal(await items(page).last().getByLabel('Your note').inputValue(), 'Ask her office.')

    await page.emulateMedia({ media: 'print' })
    assert.equal(await page.getByRole('button', { name: 'Remove all' }).isVisible(), false)
    assert.match(
      await page
        .locator('.note')
        .last()
        .evaluate((note) => getComputedStyle(note, '::after').content),
      /Ask her office/,
    )
    assert.deepEqual(faults, [])
    await context.close()
  })

  test('tells what was changed, corrected, moved, withdrawn, or is not there, and fits every screen', async () => {
    const { page, context } = await open.open({ bypassCSP: true, viewport: { width: 320, height: 640 } })
    await keepThree(page)
    await edit(
      page,
      `things[0].words = '“We will wait”'; things[0].mark = 'abc'
       things[2].facts = 'abc'
       const [one] = things
       things.push({ ...one, id: 'quotes/mara-lodzinska/read-it-twice', corrections: '0', facts: 'abc', mark: '' })
       things.push({ ...one, id: 'quotes/engineers/piers-last-forever' })
       things.push({ ...one, id: 'quotes/nobody/nothing', name: '<img src=x onerror=alert(1)>' })
       things.push({ ...one, id: '../../elsewhere' })`,
    )
    await page.goto(open.address('dossier/'))
    await compared(page, 5, 6)
    const told = await items(page).allInnerTexts()
    const [changed = '', same = '', facts = '', moved = '', withdrawn = '', gone = ''] = told
    assert.match(changed, /We will not wait, and .*Its words have changed since\.\s+As it was kept:\s+“We will wait”/s)
    assert.doesNotMatch(same, /since/)
    assert.match(facts, /What the record says of it has changed since/)
    assert.match(moved, /Jónas Björk, .*What the record says of it has changed.*Corrected since/s)
    assert.match(withdrawn, /Withdrawn since.*As it was kept:/s)
    assert.match(gone, /<img src=x onerror=alert\(1\)>.*This record has nothing here: quotes\/nobody\/nothing/s)
    assert.equal(await page.locator('main img').count(), 0)

    for (const [colorScheme, rules] of [
      ['light', 'all'],
      ['dark', 'colours'],
    ] as const) {
      await page.emulateMedia({ colorScheme })
      assert.deepEqual(await findFaults(page, rules), [], colorScheme)
    }
    await page.emulateMedia({ forcedColors: 'active' })
    const border = await page
      .locator('.dossier textarea')
      .first()
      .evaluate((one) => getComputedStyle(one).borderStyle)
    assert.equal(border, 'solid')
    for (const size of ['100%', '200%'])
      assert.equal(
        await page.evaluate((percent) => {
          document.documentElement.style.fontSize = percent
          return document.documentElement.scrollWidth
        }, size),
        320,
        size,
      )

    // What is left out of files is what is not there.
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'CSV' }).press('Enter')
    const rows = readFileSync(await (await waiting).path(), 'utf8')
      .trim()
      .split('\r\n')
    assert.equal(rows.length, 5)
    assert.doesNotMatch(rows.join('\n'), /We will wait”|piers-last/)
    await items(page).first().getByRole('button', { name: 'Keep as it is today' }).press('Enter')
    await compared(page, 4, 6)
    await context.close()
  })

  test('an address that anybody made says what it is, and nothing of it is run', async () => {
    const { page, context, faults } = await open.open()
    const wrong = ['<img src=x onerror=alert(1)>', 'quotes/../about', 'javascript:alert(1)', '%E0%A4%A']
    await page.goto(open.address(`dossier/#${wrong.join('&')}&quotes/nobody/nothing~zz&${quote}~zz`))
    await compared(page, 2, 2)
    assert.match(await page.locator('main').innerText(), /This dossier came with its address/)
    assert.match(await page.locator('main').innerText(), /names nothing in this record: .*javascript:alert\(1\)/)
    assert.match(
      (await items(page).allInnerTexts()).join('\n'),
      /nothing here: quotes\/nobody.*Its words have changed/s,
    )
    assert.equal(await page.locator('main img').count(), 0)
    assert.equal(await page.evaluate(() => localStorage.length), 0)
    // A place on the page is no dossier.
    await page.getByRole('link', { name: 'Skip to the content' }).press('Enter')
    await page.waitForTimeout(100)
    assert.equal(await items(page).count(), 2)
    await page.reload()
    await page.getByText('Nothing is kept.').waitFor()
    assert.doesNotMatch(await page.locator('main').innerText(), /came with its address|names nothing/)
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('404')),
      [],
    )
    await context.close()
  })

  test('without scripts the page says what to do instead, and no button is there that does nothing', async () => {
    const { page, context } = await open.open({ javaScriptEnabled: false })
    await page.goto(open.address('dossier/'))
    assert.match(await page.locator('main').innerText(), /needs JavaScript.*citations from the page of each/)
    assert.equal(await page.locator('button:visible').count(), 0)
    await page.goto(open.address(`${quote}/`))
    assert.equal(await page.getByRole('button', { name: 'Keep in dossier' }).count(), 0)
    await context.close()
  })

  test('J and K step through what a page lists, and ? tells how to turn them off', async () => {
    const { page, context, faults } = await open.open({ bypassCSP: true })
    const at = () => page.evaluate(() => document.activeElement?.textContent?.replace(/\s+/g, ' ').trim() ?? '')
    /** Presses a key, waits for the focus to move, and says where it is. */
    const step = async (key: string) => {
      const from = await page.evaluateHandle(() => document.activeElement)
      await page.keyboard.press(key)
      await page.waitForFunction((before) => document.activeElement !== before, from)
      return at()
    }
    for (const path of [
      'timeline/',
      'speakers/mara-lodzinska/',
      'topics/ferries/',
      `${article}/`,
      'days/2031-03-02/',
      'search/?q=ferry',
    ]) {
      await page.goto(open.address(path))
      if (path.startsWith('search')) {
        await page.locator('main .hit').first().waitFor()
        await page.evaluate(() => (document.activeElement as HTMLElement).blur())
      }
      const first = await step('j')
      assert.notEqual(await step('j'), first, path)
      assert.equal(await step('k'), first, path)
      assert.deepEqual(
        await page.evaluate(() => {
          const { bottom, top } = (document.activeElement as HTMLElement).getBoundingClientRect()
          return top >= 0 && bottom <= innerHeight
        }),
        true,
        path,
      )
    }

    await page.goto(open.address('timeline/'))
    await step('j')
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog', { name: 'Keys' })
    await dialog.waitFor()
    assert.deepEqual(await dialog.locator('kbd').allInnerTexts(), ['J', 'K', 'D', '?', 'Ctrl K', 'Esc'])
    assert.deepEqual(await findFaults(page), [])
    await page.getByLabel('Use the keys that are one letter').press('Space')
    await page.keyboard.press('Escape')
    const before = await at()
    await page.keyboard.press('j')
    assert.equal(await at(), before)
    await page.reload()
    await page.keyboard.press('?')
    await page.waitForTimeout(300)
    assert.equal(await dialog.count(), 0)
    // The way back needs none of them.
    await page.getByRole('button', { name: 'Keys' }).press('Enter')
    await page.getByLabel('Use the keys that are one letter').press('Space')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('searchbox').waitFor()
    await page.keyboard.type('djk?')
    assert.equal(await page.getByRole('searchbox').inputValue(), 'djk?')
    assert.equal(await dialog.isVisible(), false)
    assert.deepEqual(faults, [])
    await context.close()
  })
})

describe('a dossier from right to left', () => {
  const open = useSite(testSites.ar)

  test('is in the language, and clean', async () => {
    const { page, context, faults } = await open.open({ bypassCSP: true, viewport: { width: 320, height: 640 } })
    await page.goto(open.address('quotes/ruta-kalder/safe/'))
    await page.locator('[data-keep]').press('Enter')
    await page.getByText('حُفظ في ملفك').waitFor()
    await page.goto(open.address('dossier/'))
    await page.getByText('قورن بسجل اليوم').waitFor()
    const { width, starts } = await page.evaluate(() => ({
      width: document.documentElement.scrollWidth,
      starts: [...document.querySelectorAll('[data-things] :is(h2, .words-kept)')].map(
        (one) => getComputedStyle(one).direction,
      ),
    }))
    assert.equal(width, 320)
    assert.deepEqual(starts, ['rtl', 'rtl'])
    assert.deepEqual(await findFaults(page), [])
    assert.deepEqual(faults, [])
    await context.close()
  })
})
