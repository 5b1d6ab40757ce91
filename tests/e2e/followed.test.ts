/** A story that is being followed, on the reader's own calendar; and one that is not, in which nothing of it is found. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { projectFolder, testSites } from '../sites.ts'
import { type OpenSite, openSite } from './open-site.ts'

describe('what is due, by the reader’s date', () => {
  let open: OpenSite
  before(async () => {
    open = await openSite(testSites.followed)
  })
  after(() => open?.close())

  /** The marks of `/ahead/` by event, as a reader sees them at a moment. */
  async function dueOn(moment: string, timezoneId = 'UTC'): Promise<Record<string, string>> {
    const { page, context, faults } = await open.open({ timezoneId })
    await page.clock.setFixedTime(moment)
    await page.goto(open.address('ahead/'))
    const marks = await page
      .locator('main article')
      .evaluateAll((articles) =>
        articles.map((article) => [article.id, (article as HTMLElement).querySelector<HTMLElement>('.due')?.innerText]),
      )
    await context.close()
    assert.deepEqual(faults, [])
    return Object.fromEntries(marks.filter(([, words]) => words))
  }

  test('nothing is claimed before a window', async () => {
    assert.deepEqual(await dueOn('2031-03-31T12:00:00Z'), {})
  })

  test('an open window is due, an ended one overdue, that of a new date too', async () => {
    assert.deepEqual(await dueOn('2031-04-01T00:00:00Z'), { 'trial-crossing': 'Due now by your date' })
    assert.deepEqual(await dueOn('2031-04-10T23:59:00Z'), { 'trial-crossing': 'Due now by your date' })
    assert.deepEqual(await dueOn('2031-04-20T08:00:00Z'), {
      'trial-crossing': 'Overdue by your date',
      'fares-hearing': 'Due now by your date',
    })
  })

  test('a window without a start is only ever over, and an uncertain one never', async () => {
    const [before, after] = [await dueOn('2031-05-31T20:00:00Z'), await dueOn('2032-01-01T00:00:00Z')]
    assert.equal(before['regular-crossings'], undefined)
    assert.deepEqual(Object.keys(after).toSorted(), ['fares-hearing', 'regular-crossings', 'trial-crossing'])
    assert.ok(Object.values(after).every((words) => words === 'Overdue by your date'))
  })

  test('the date is that of the reader’s calendar, not of Greenwich', async () => {
    assert.deepEqual(await dueOn('2031-03-31T12:00:00Z', 'Pacific/Auckland'), {
      'trial-crossing': 'Due now by your date',
    })
    assert.deepEqual(await dueOn('2031-04-01T03:00:00Z', 'America/Los_Angeles'), {})
  })

  test('the front page and the event say it too', async () => {
    const { page, context, faults } = await open.open()
    await page.clock.setFixedTime('2031-04-12T12:00:00Z')
    for (const path of ['', 'events/trial-crossing/']) {
      await page.goto(open.address(path))
      await page.getByText('Overdue by your date').first().waitFor()
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
      assert.match(text, /Window ends 10 April 2031; no article here is later than 20 March\./)
    }
    await context.close()
  })
})

test('a story that is not followed has nothing of it', () => {
  const folder = join(projectFolder, testSites.real.folder)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(html|json)$/.test(file),
  )
  assert.ok(files.length > 50)
  const found = files.filter((file) =>
    /data-due|data-since|Overdue by|since\.json|(?:Due|Since)\.astro/.test(readFileSync(join(folder, file), 'utf8')),
  )
  assert.deepEqual(found, [])
  assert.ok(!files.includes('data/since.json'))
})
