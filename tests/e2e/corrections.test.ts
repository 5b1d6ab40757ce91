/** What the record took back is said where it stood, and no address is lost. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { projectFolder, testSites } from '../sites.ts'
import { useSite } from './open-site.ts'

const site = testSites.small

describe('corrections', () => {
  const open = useSite(site)

  test('each stands on every page it concerns, and on the list', async () => {
    const { page, context } = await open.open({ javaScriptEnabled: false })
    const concerned = [
      'articles/2031-03-02-bridge-closes/',
      'speakers/mara-lodzinska/',
      'speakers/jonas-bjork/',
      'quotes/jonas-bjork/read-it-twice/',
    ]
    for (const path of concerned) {
      await page.goto(open.address(path))
      const text = (await page.locator('#corrections').textContent()) ?? ''
      for (const words of [
        '11 March 2031',
        'were given to Mara Łodzińska',
        'those of Jónas Björk',
        'it is the minister who speaks',
      ])
        assert.ok(text.includes(words), `${path}: ${words}`)
    }
    await page.goto(open.address('corrections/'))
    assert.deepEqual(await page.locator('main article').evaluateAll((list) => list.map(({ id }) => id)), [
      '2031-03-12-ferry-name',
      '2031-03-11-report-read',
    ])
    await context.close()
  })

  test('a withdrawn quote keeps its address and says when and why, without its words', async () => {
    const { page, context } = await open.open({ javaScriptEnabled: false })
    const response = await page.goto(open.address('quotes/engineers/piers-last-forever/'))
    assert.equal(response?.status(), 200)
    const text = (await page.locator('main').textContent()) ?? ''
    assert.match(text, /no longer on record/)
    assert.match(text, /12 March 2031/)
    assert.match(text, /came from a comment below an article/)
    assert.equal(await page.locator('main q, main blockquote').count(), 0)
    await context.close()
  })

  test('a moved address leads to the new one, and hosts are told', async () => {
    const { page, context } = await open.open({ javaScriptEnabled: false })
    await page.goto(open.address('quotes/mara-lodzinska/read-it-twice/'))
    await page.waitForURL(open.address('quotes/jonas-bjork/read-it-twice/'))
    await context.close()
    const base = site.base.replace(/\/$/, '')
    assert.equal(
      readFileSync(join(projectFolder, site.folder, '_redirects'), 'utf8'),
      `${base}/quotes/mara-lodzinska/read-it-twice/ ${base}/quotes/jonas-bjork/read-it-twice/ 301\n`,
    )
  })

  test('every page reports an error with its own address', async () => {
    const { page, context } = await open.open({ javaScriptEnabled: false })
    for (const path of ['', 'quotes/', 'events/2031-03-01-bridge-closed/', 'quotes/engineers/piers-last-forever/']) {
      await page.goto(open.address(path))
      const href = await page.getByRole('link', { name: 'Report an error' }).last().getAttribute('href')
      const url = new URL(href ?? '')
      assert.equal(url.protocol + url.pathname, 'mailto:corrections@example.org')
      assert.ok(url.searchParams.get('body')?.trim().endsWith(`${site.base}${path}`), href ?? '')
    }
    await context.close()
  })
})
