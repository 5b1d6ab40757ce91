/** What stands on other people's screens: the page for frames in a page of another site, where no other page is, and a letter. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { toEmbedPage } from '../../src/citations/oembed.ts'
import { createSiteServer, listen } from '../../src/cli/serve.ts'
import { digestFiles, toDigest } from '../../src/feeds/digest.ts'
import { toFeeds } from '../../src/feeds/feeds.ts'
import { records } from '../sample.ts'
import { findFaults } from './axe.ts'
import { type Browser, openBrowser, unpainted } from './browser.ts'

describe('on other people’s screens', () => {
  let browser: Browser
  before(async () => {
    browser = await openBrowser(unpainted)
  })
  after(() => browser?.close())

  test('only the page for frames can be framed', async () => {
    const { views } = records[0] as (typeof records)[number]
    const [quote] = views.quotes
    assert.ok(quote)
    const folder = mkdtempSync(join(tmpdir(), 'on-record-framed-'))
    const files = { embed: toEmbedPage(quote, views.site), quotes: '<!doctype html><p>Not for frames.' }
    for (const [name, html] of Object.entries(files)) {
      const file = join(folder, name, 'index.html')
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, html)
    }
    const site = createSiteServer(folder, '/')
    const port = await listen(site, 0)
    const frames = Object.keys(files).map(
      (name) => `<iframe name="${name}" src="http://127.0.0.1:${port}/${name}/"></iframe>`,
    )
    const outer = createServer((_, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(frames.join('')),
    )
    outer.listen(0)
    await once(outer, 'listening')
    const page = await browser.newPage()
    try {
      await page.goto(`http://localhost:${(outer.address() as AddressInfo).port}/`)
      const textOf = (name: string) => page.frame(name)?.locator('body').innerText()
      assert.match((await textOf('embed')) ?? '', /We will not wait.*Mara Łodzińska/s)
      assert.doesNotMatch((await textOf('quotes')) ?? '', /Not for frames/)
    } finally {
      await page.close()
      for (const server of [site, outer]) {
        server.close()
        server.closeAllConnections()
      }
      rmSync(folder, { recursive: true })
    }
  })

  test('a letter and a page for frames fit a small screen, ask for nothing, and keep to the rules of accessibility', async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    for (const { name, views } of records) {
      const { asOf } = views.site
      const digest = asOf && toFeeds(views).flatMap((feed) => toDigest(feed, asOf) ?? [])[0]
      const letter = digest && digestFiles['digest.html'](digest)
      const embedded =
        views.quotes[0] && toEmbedPage(views.quotes[0], views.site).replace(/<link rel="stylesheet".*?>/, '')
      for (const html of [letter, embedded]) {
        assert.ok(html)
        await page.setContent(html)
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320, name)
        // A frame is a part of a page, which has the heading; a letter has the sizes of the program that shows it.
        const others = html === embedded ? 'page-has-heading-one' : 'target-size'
        const faults = await findFaults(page)
        assert.deepEqual(
          faults.filter((fault) => !fault.startsWith(others)),
          [],
          name,
        )
      }
    }
    assert.deepEqual(asked, [])
    await page.close()
  })
})
