/** Feeds are found, citations are copied, pictures are there: on the pages that have them, with and without scripts. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { projectFolder, type TestSite, testSites } from '../sites.ts'
import { useSite } from './open-site.ts'
import { templatesOf } from './templates.ts'

const types = ['application/atom+xml', 'application/rss+xml', 'application/feed+json']

for (const site of [testSites.real, testSites.small]) {
  describe(`sharing of the ${site.name} record`, () => {
    const open = useSite(site)

    test('every page names its feeds and its picture, and they are there', async () => {
      const { page, context } = await open.open({ javaScriptEnabled: false })
      for (const { name, path } of templatesOf(site)) {
        await page.goto(open.address(path))
        const feeds = await attributes(page, 'link[rel=alternate]', 'href')
        assert.ok(feeds.length >= types.length, name)
        const dated = /^(timeline|ahead|event|expected event)$/.test(name) ? ['text/calendar'] : []
        assert.deepEqual(
          new Set(await attributes(page, 'link[rel=alternate]', 'type')),
          new Set([...types, ...dated]),
          name,
        )
        for (const href of feeds) assert.ok(fileOf(site, href), `${name}: ${href}`)
        if (/^(speaker|topic)( |$)/.test(name)) assert.equal(feeds.length, 2 * types.length, name)
        if (path === '404.html') continue
        const [image] = await attributes(page, 'meta[property="og:image"]', 'content')
        const picture = fileOf(site, image ?? '')
        assert.ok(picture, `${name}: ${image}`)
        // The size stands in the first chunk of a PNG.
        assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1200, 630], name)
        assert.ok((await attributes(page, 'meta[property="og:image:alt"]', 'content'))[0], name)
        for (const property of ['og:title', 'og:description', 'og:url', 'og:site_name', 'og:type'])
          assert.ok((await attributes(page, `meta[property="${property}"]`, 'content'))[0], `${name}: ${property}`)
      }
      await context.close()
    })

    test('a page that shows what a feed tells leads a reader there, and one page lists them all', async () => {
      const { page, context } = await open.open({ javaScriptEnabled: false })
      await page.goto(open.address('feeds/'))
      const listed = (await attributes(page, 'main .formats a', 'href')).map(toPath)
      const named = new Set<string>()
      for (const [path, own] of [
        ['', 'everything/'],
        ['quotes/', 'quotes/'],
        ['timeline/', 'events/'],
        ['ahead/', 'expected.ics'],
        ['timeline/', 'timeline.ics'],
        ...(site === testSites.small ? [['corrections/', 'corrections/']] : []),
        ...templatesOf(site).flatMap(({ name, path }) =>
          /^(speaker|topic)$/.test(name) ? [[path, path.replace(/^(speakers|topics)\/([^/]+)\/$/, '$1/$2/')]] : [],
        ),
      ] as [string, string][]) {
        await page.goto(open.address(path))
        const links = (await attributes(page, 'link[rel=alternate]', 'href')).map(toPath)
        assert.ok(
          links.some((href) => href.startsWith(`${site.base}feeds/${own}`)),
          `${path} leads to ${own}`,
        )
        for (const href of links) named.add(href)
      }
      assert.deepEqual(
        [...named].filter((href) => !listed.includes(href)),
        [],
      )
      assert.equal(new Set(listed).size, listed.length)
      await context.close()
    })

    test('every quote, event, speaker and article has structured data that is JSON', async () => {
      const { page, context } = await open.open({ javaScriptEnabled: false })
      for (const { name, path } of templatesOf(site)) {
        if (!/quote$|^event|^expected event|^article,|^speaker( without.*)?$/.test(name)) continue
        await page.goto(open.address(path))
        const [text] = await page.locator('script[type="application/ld+json"]').allTextContents()
        const data = JSON.parse(text ?? '') as { '@context': string }
        assert.equal(data['@context'], 'https://schema.org', name)
      }
      await context.close()
    })

    test('without scripts the citations are there to select, and as files', async () => {
      const { page, context } = await open.open({ javaScriptEnabled: false })
      await page.goto(open.address(quotePath(site)))
      await page.locator('.citing > summary').click()
      const first = page.locator('.share details').first()
      await first.locator('summary').click()
      for (const format of ['Plain text', 'BibTeX', 'RIS', 'Wiki template', 'Markdown'])
        assert.ok(await first.locator('dt', { hasText: format }).isVisible(), format)
      assert.match(await first.locator('pre').nth(1).innerText(), /^@online\{/)
      assert.match(await first.getByLabel(/^CSL-JSON/).inputValue(), /^\[\{"id":/)
      assert.match(await first.getByLabel(/^HTML/).inputValue(), /^<(figure|p)>/)
      assert.equal(await page.locator('.share button').count(), 0)
      const files = await page
        .locator('.share .files a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
      assert.equal(files.length, 5)
      for (const file of files) assert.equal((await context.request.get(file)).status(), 200, file)
      await context.close()
    })

    test('with scripts they are copied, by keyboard too', async () => {
      const { page, context, faults } = await open.open()
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.goto(open.address(quotePath(site)))
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
      await page.getByRole('button', { name: 'Copy link' }).click()
      await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
      assert.equal(await clipboard(), open.address(quotePath(site)))
      await page.getByRole('button', { name: 'Copy quotation' }).click()
      await page.waitForFunction(async () => /^“.*” \(.*\)$/.test(await navigator.clipboard.readText()))
      await page.locator('.citing > summary').click()
      await page.getByRole('button', { name: 'Copy Address of this page' }).click()
      assert.equal(await clipboard(), open.address(quotePath(site)))
      const first = page.locator('.share details').first()
      await first.locator('summary').press('Enter')
      await first.getByRole('button', { name: 'Copy BibTeX' }).press('Enter')
      await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
      assert.equal(await clipboard(), await first.locator('pre').nth(1).textContent())
      await first.getByRole('button', { name: 'Copy CSL-JSON' }).press('Enter')
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('['))
      assert.equal(
        await clipboard(),
        await first
          .getByLabel(/^CSL-JSON/)
          .and(first.locator('input'))
          .inputValue(),
      )
      assert.deepEqual(faults, [])
      await context.close()
    })
  })
}

function attributes(page: Page, selector: string, name: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((found, key) => found.map((one) => one.getAttribute(key) ?? ''), name)
}

/** A file of the built site by its address; null when it is not there. */
function fileOf(site: TestSite, address: string): Buffer | null {
  const path = decodeURIComponent(address.slice(site.origin.length))
  if (!path.startsWith(site.base)) return null
  const file = join(projectFolder, site.folder, path.slice(site.base.length))
  return existsSync(file) ? readFileSync(file) : null
}

function quotePath(site: TestSite): string {
  const template = templatesOf(site).find(({ name }) => name === 'direct quote')
  assert.ok(template)
  return template.path
}

function toPath(address: string): string {
  return new URL(address, 'https://example.org').pathname
}
