/** In a page of another site the page for frames is shown, and any other page is not. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { toEmbedPage } from '../../src/citations/oembed.ts'
import { createSiteServer, listen } from '../../src/cli/serve.ts'
import { records } from '../sample.ts'
import { openBrowser } from './browser.ts'

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
  const browser = await openBrowser()
  try {
    const page = await browser.newPage()
    await page.goto(`http://localhost:${(outer.address() as AddressInfo).port}/`)
    const textOf = (name: string) => page.frame(name)?.locator('body').innerText()
    assert.match((await textOf('embed')) ?? '', /We will not wait.*Mara Łodzińska/s)
    assert.doesNotMatch((await textOf('quotes')) ?? '', /Not for frames/)
  } finally {
    await browser.close()
    for (const server of [site, outer]) {
      server.close()
      server.closeAllConnections()
    }
    rmSync(folder, { recursive: true })
  }
})
