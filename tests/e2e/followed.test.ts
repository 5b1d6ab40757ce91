/** A story that is being followed, on the reader's own calendar; and one that is not, in which nothing of it is found. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Changes } from '../../src/views/changes.ts'
import { listFiles, projectFolder, testSites } from '../sites.ts'
import { findFaults } from './axe.ts'
import { useOnePage } from './one-page.ts'
import { useSite } from './open-site.ts'

const open = useSite(testSites.followed)

describe('what is due, by the reader’s date', () => {
  /** The marks of `/ahead/` by event, as a reader sees them at each moment. */
  async function dueOn(moments: string[], timezoneId = 'UTC'): Promise<Record<string, string>[]> {
    const { page, context, faults } = await open.open({ timezoneId })
    const found: Record<string, string>[] = []
    for (const moment of moments) {
      await page.clock.setFixedTime(moment)
      await page.goto(open.address('ahead/'))
      const marks = await page
        .locator('main article')
        .evaluateAll((articles) =>
          articles.map((article) => [article.id, article.querySelector<HTMLElement>('.due')?.innerText]),
        )
      found.push(Object.fromEntries(marks.filter(([, words]) => words)))
    }
    await context.close()
    assert.deepEqual(faults, [])
    return found
  }

  test('nothing is claimed before a window; an open one is due, an ended one overdue, that of a new date too', async () => {
    const days = ['2031-03-31T12:00:00Z', '2031-04-01T00:00:00Z', '2031-04-10T23:59:00Z', '2031-04-20T08:00:00Z']
    // A window without a start is only ever over, and an uncertain one never due.
    const later = ['2031-05-31T20:00:00Z', '2032-01-01T00:00:00Z']
    const found = await dueOn([...days, ...later])
    assert.deepEqual(found.slice(0, days.length), [
      {},
      { 'trial-crossing': 'Due now by your date' },
      { 'trial-crossing': 'Due now by your date' },
      { 'trial-crossing': 'Overdue by your date', 'fares-hearing': 'Due now by your date' },
    ])
    const [before = {}, after = {}] = found.slice(days.length)
    assert.ok('trial-crossing' in before)
    assert.equal(before['regular-crossings'], undefined)
    assert.deepEqual(Object.keys(after).toSorted(), ['fares-hearing', 'regular-crossings', 'trial-crossing'])
    assert.ok(Object.values(after).every((words) => words === 'Overdue by your date'))
  })

  test('the date is that of the reader’s calendar, not of Greenwich', async () => {
    assert.deepEqual(await dueOn(['2031-03-31T12:00:00Z'], 'Pacific/Auckland'), [
      { 'trial-crossing': 'Due now by your date' },
    ])
    assert.deepEqual(await dueOn(['2031-04-01T03:00:00Z'], 'America/Los_Angeles'), [{}])
  })

  test('the front page and the event say it too, and the timeline, as it was built and as it is filtered', async () => {
    const { page, context, faults } = await open.open()
    await page.clock.setFixedTime('2031-04-12T12:00:00Z')
    for (const path of ['', 'events/trial-crossing/']) {
      await page.goto(open.address(path))
      await page.getByText('Overdue by your date').first().waitFor()
    }
    for (const path of ['timeline/', 'timeline/?status=expected']) {
      await page.goto(open.address(path))
      const mark = page.locator('[data-list] .event:has(#trial-crossing) .due')
      await mark.waitFor()
      assert.equal(await mark.innerText(), 'Overdue by your date')
      assert.equal(await page.locator('[data-list] .due:visible').count(), 1, path)
    }
    await context.close()
    assert.deepEqual(faults, [])
  })

  test('without JavaScript nothing is claimed, and the windows stand there', async () => {
    const { page, context } = await open.open({ javaScriptEnabled: false })
    for (const path of ['', 'ahead/', 'events/trial-crossing/']) {
      await page.goto(open.address(path))
      const text = await page.getByRole('main').innerText()
      assert.doesNotMatch(text, /overdue|due now/i)
      const last =
        path === ''
          ? /Our last article is of 20 March 2031/
          : /Last date: 10 April 2031\. Our last article is of 20 March\./
      assert.match(text, last)
    }
    await context.close()
  })
})

describe('a returning reader', () => {
  const onePage = useOnePage(open, { timezoneId: 'UTC' })

  const whole = (): Changes =>
    JSON.parse(readFileSync(join(projectFolder, testSites.followed.folder, 'since.json'), 'utf8')) as Changes

  /** The front page as it was on a day: what came later is not in its list. */
  async function visitOn(page: Page, day: string): Promise<void> {
    const list = whole()
    const changes = list.changes.flatMap((change) =>
      change.first > day ? [] : [{ ...change, last: change.last > day ? change.first : change.last }],
    )
    open.instead.set('since.json', JSON.stringify({ ...list, changes }))
    await page.clock.setFixedTime(`${day}T12:00:00Z`)
    await page.goto(open.address(''), { waitUntil: 'networkidle' })
  }

  const since = (page: Page) => page.getByRole('region', { name: 'Since you were here' })
  const groupsOf = (page: Page) =>
    since(page)
      .locator('[data-since-groups] > div')
      .evaluateAll((groups) =>
        Object.fromEntries(
          groups.map((group) => [
            group.querySelector('h3')?.textContent,
            [...group.querySelectorAll('a')].map((link) => new URL(link.href).pathname),
          ]),
        ),
      )
  const kept = (page: Page) =>
    page.evaluate(() => Object.entries(localStorage).map(([key, value]) => `${key}: ${value}`))

  test('is shown nothing on the first visit, and on the second what is new, told apart', async () => {
    const { page, faults } = await onePage()
    await visitOn(page, '2031-03-10')
    assert.equal(await since(page).count(), 0)
    assert.equal((await kept(page)).length, 1)

    await visitOn(page, '2031-03-25')
    assert.match(await since(page).innerText(), /Your last visit was on 10 March 2031\./)
    assert.deepEqual(await groupsOf(page), {
      'Happened, said or published since then': [
        '/events/ferry-bought/',
        '/quotes/ida-renn/she-floats/',
        '/articles/2031-03-20-ferry-bought/',
      ],
      'Added here since then, of an earlier time or still ahead': ['/quotes/ida-renn/none-for-sale/'],
      'Changed here since then': ['/corrections/', '/events/old-pier-closed/'],
    })
    const marked = await page
      .locator('.is-new')
      .evaluateAll((marks) =>
        marks.map((mark) => new URL((mark.previousElementSibling as HTMLAnchorElement).href).pathname),
      )
    assert.ok(marked.includes('/events/ferry-bought/') && marked.includes('/quotes/ida-renn/she-floats/'))
    assert.ok(!marked.includes('/events/trial-crossing/'))

    // Another page of the same visit, then the next visit, on which nothing is new.
    await page.clock.setFixedTime('2031-03-25T12:10:00Z')
    await page.reload({ waitUntil: 'networkidle' })
    assert.equal(Object.keys(await groupsOf(page)).length, 3)
    await visitOn(page, '2031-03-26')
    assert.match(await since(page).innerText(), /; nothing is new since then\./)
    assert.deepEqual(await groupsOf(page), {})
    assert.deepEqual(faults, [])
  })

  test('finds no fault in it with assistive technology, in light and in dark', async () => {
    const { page, faults } = await onePage()
    await visitOn(page, '2031-03-10')
    await visitOn(page, '2031-04-12')
    await since(page).waitFor()
    for (const path of [null, 'ahead/', 'events/trial-crossing/']) {
      if (path !== null) {
        await page.goto(open.address(path))
        await page.locator('.due:visible').first().waitFor()
      }
      for (const [colorScheme, width, rules] of [
        ['light', 320, 'all'],
        ['dark', 1280, 'look'],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 900 })
        assert.deepEqual(await findFaults(page, rules), [], `${path}, ${colorScheme}`)
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth))
      }
    }
    assert.deepEqual(faults, [])
  })

  test('forgets by the keyboard, and starts anew', async () => {
    const { page, faults } = await onePage()
    await visitOn(page, '2031-03-10')
    await visitOn(page, '2031-03-25')
    await page.getByRole('button', { name: 'Forget my visits' }).focus()
    await page.keyboard.press('Enter')
    assert.deepEqual(await kept(page), [])
    assert.deepEqual(await groupsOf(page), {})
    assert.equal(await page.locator('.is-new').count(), 0)
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Switch off', 'the focus is not lost')
    await visitOn(page, '2031-03-26')
    assert.equal(await since(page).count(), 0, 'a first visit again')
    assert.deepEqual(faults, [])
  })

  test('switches it off, and nothing is kept but that; and on again', async () => {
    const { page, faults } = await onePage()
    await visitOn(page, '2031-03-10')
    await visitOn(page, '2031-03-25')
    await page.getByRole('button', { name: 'Switch off' }).click()
    assert.deepEqual(
      (await kept(page)).map((entry) => entry.split(': ')[1]),
      ['{"off":true}'],
    )
    assert.equal(await page.locator('.is-new').count(), 0)
    let asked = 0
    page.on('request', (request) => {
      if (request.url().endsWith('since.json')) asked += 1
    })
    await visitOn(page, '2031-04-01')
    assert.match(await since(page).innerText(), /Nothing is remembered of your visits\./)
    assert.deepEqual(
      (await kept(page)).map((entry) => entry.split(': ')[1]),
      ['{"off":true}'],
    )
    assert.equal(asked, 0, 'nothing is asked for')
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.getByRole('button', { name: 'Switch off' }).waitFor()
    await visitOn(page, '2031-04-02')
    assert.match(await since(page).innerText(), /Your last visit was on/)
    assert.deepEqual(faults, [])
  })

  test('stays switched off when the list comes after that', async () => {
    const { page, context, faults } = await onePage()
    await visitOn(page, '2031-03-10')
    await visitOn(page, '2031-03-25')
    await page.getByRole('button', { name: 'Switch off' }).click()
    const held = Promise.withResolvers<void>()
    await context.route('**/since.json', async (route) => {
      await held.promise
      await route.continue()
    })
    const asked = page.waitForRequest('**/since.json')
    const answered = page.waitForResponse('**/since.json')
    await page.getByRole('button', { name: 'Switch on' }).click()
    await asked
    await page.getByRole('button', { name: 'Switch on' }).click()
    held.resolve()
    await (await answered).finished()
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
    assert.deepEqual(
      (await kept(page)).map((entry) => entry.split(': ')[1]),
      ['{"off":true}'],
    )
    assert.match(await since(page).innerText(), /Nothing is remembered of your visits\./)
    assert.deepEqual(faults, [])
  })

  const closed: [name: string, script: string][] = [
    [
      'may not be opened',
      "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    ],
    ['is not there', "Object.defineProperty(window, 'localStorage', { value: null })"],
    ['keeps nothing', "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"],
    ['holds nonsense', "localStorage.setItem('on-record /since.json', '{\"seen\":[]')"],
  ]
  for (const [name, script] of closed) {
    test(`comes to no harm where the browser’s store ${name}`, async () => {
      const { page, faults } = await onePage()
      const closing = await page.addInitScript(script)
      for (const day of ['2031-03-10', '2031-03-25']) await visitOn(page, day)
      assert.equal(await since(page).count(), 0)
      assert.match(await page.getByRole('main').innerText(), /The ferry is promised for April/)
      await closing.dispose()
      await page.reload()
      assert.deepEqual(faults, [])
    })
  }

  test('is shown nothing where the list does not come, or scripts do not run', async () => {
    const { page, context } = await onePage()
    await visitOn(page, '2031-03-10')
    await context.route('**/since.json', (route) => route.abort())
    await page.clock.setFixedTime('2031-03-25T12:00:00Z')
    await page.reload({ waitUntil: 'networkidle' })
    assert.equal(await since(page).count(), 0)
    const plain = await open.open({ javaScriptEnabled: false })
    await plain.page.goto(open.address(''))
    assert.equal(await since(plain.page).count(), 0)
    assert.doesNotMatch(await plain.page.getByRole('main').innerText(), /since you were here/i)
    await plain.context.close()
  })
})

test('a followed story says what the browser keeps', () => {
  const about = (folder: string) => readFileSync(join(projectFolder, folder, 'about/index.html'), 'utf8')
  assert.match(about(testSites.followed.folder), /id="your-visits"/)
  assert.doesNotMatch(about(testSites.real.folder), /id="your-visits"|being followed/)
})

test('a story that is not followed has nothing of it', () => {
  const folder = join(projectFolder, testSites.real.folder)
  const files = listFiles(folder, /\.(html|json)$/)
  assert.ok(files.length > 50)
  const found = files.filter((file) =>
    /data-due|data-since|Overdue by|since\.json|(?:Due|Since)\.astro/.test(readFileSync(join(folder, file), 'utf8')),
  )
  assert.deepEqual(found, [])
  assert.ok(!files.includes('data/since.json'))
})
