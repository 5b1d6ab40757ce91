/** Feeds are found, citations are copied, pictures are there: on the pages that have them, with and without scripts. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { projectFolder, type TestSite, testSites } from '../sites.ts'
import { useSite } from './open-site.ts'
import { templatesOf } from './templates.ts'

for (const site of [testSites.real, testSites.small]) {
  describe(`sharing of the ${site.name} record`, () => {
    const open = useSite(site)

    test('every page names its feeds and its picture, and they are there', async () => {
      const { page, context } = await open.open({ javaScriptEnabled: false })
      for (const { name, path } of templatesOf(site)) {
        await page.goto(open.address(path))
        const feeds = await attributes(page, 'link[rel=alternate]', 'href')
        assert.ok(feeds.length > 0, name)
        const dated = /^(timeline|ahead|event|expected event)$/.test(name) ? ['text/calendar'] : []
        assert.deepEqual(
          new Set(await attributes(page, 'link[rel=alternate]', 'type')),
          new Set(['application/atom+xml', ...dated]),
          name,
        )
        for (const href of feeds) assert.ok(fileOf(site, href), `${name}: ${href}`)
        if (/^(speaker|topic)( |$)/.test(name)) assert.equal(feeds.length, 2, name)
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

    test('without scripts the citations are there to select, and the head has what reference managers read', async () => {
      const { page, context } = await open.open({ javaScriptEnabled: false })
      await page.goto(open.address(quotePath(site)))
      const first = page.locator('.share details').first()
      await first.locator('summary').click()
      for (const format of ['Plain text', 'Wikipedia', 'Markdown'])
        assert.ok(await first.locator('dt', { hasText: format }).isVisible(), format)
      assert.match(await first.locator('pre').nth(1).innerText(), /^\{\{cite news .*\}\}$/)
      assert.equal(await page.locator('.share :is(button, select)').count(), 0)
      const [author] = await attributes(page, 'meta[name=citation_author]', 'content')
      assert.equal(
        author,
        await page.locator('main h1 ~ * a[href*="/speakers/"], main a[href*="/speakers/"]').first().innerText(),
      )
      for (const name of ['title', 'publisher', 'language', 'public_url'])
        assert.ok((await attributes(page, `meta[name=citation_${name}]`, 'content'))[0], name)
      await context.close()
    })

    test('with scripts they are copied as of today, by keyboard too, and others are made', async () => {
      const { page, context, faults } = await open.open()
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await page.clock.setFixedTime('2031-04-02T12:00:00')
      await page.goto(open.address(quotePath(site)))
      const clipboard = () => page.evaluate(() => navigator.clipboard.readText())
      await page.getByRole('button', { name: 'Copy Address of this page' }).click()
      assert.equal(await clipboard(), open.address(quotePath(site)))
      const first = page.locator('.share details').first()
      await first.locator('summary').press('Enter')
      const choice = first.getByRole('combobox', { name: 'Another format' })
      await choice.waitFor()
      await first.getByRole('button', { name: 'Copy Wikipedia' }).press('Enter')
      await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
      assert.match(await clipboard(), /\|access-date=2031-04-02 /)
      await first.getByRole('button', { name: 'Copy Markdown' }).press('Enter')
      await page.waitForFunction(async () => /^(?:>|\w)/.test(await navigator.clipboard.readText()))
      // Whoever pastes it elsewhere is led here, whatever the builder said of the address.
      assert.match(await clipboard(), /\(<https?:\/\/[^>]*\/quotes\//)
      const expected: [name: string, starts: RegExp][] = [
        ['APA', /\. \(\d{4}, /],
        ['MLA', /Accessed 2 Apr\. 2031\.$/],
        ['Chicago', /“.*” /],
        ['BibTeX', /^@online\{.*urldate = \{2031-04-02\}/s],
        ['RIS', /^TY {2}- NEWS/],
        ['CSL-JSON', /^\[\s*\{\s*"id":/],
        ['HTML', /^<(?:figure|p)>/],
      ]
      for (const [name, words] of expected) {
        await choice.selectOption(name)
        const field = first.getByRole('textbox', { name: new RegExp(`^${name}: `) })
        assert.match(await field.inputValue(), words, name)
        await first.getByRole('button', { name: 'Copy in this format' }).click()
        await page.waitForFunction(
          async (text) => (await navigator.clipboard.readText()).replaceAll('\r', '') === text,
          await field.inputValue(),
        )
        const save = first.getByRole('button', { name: 'Save' })
        assert.equal(await save.isVisible(), /BibTeX|RIS|CSL/.test(name), name)
      }
      await choice.selectOption('BibTeX')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        first.getByRole('button', { name: 'Save' }).press('Enter'),
      ])
      assert.match(download.suggestedFilename(), /^[\w-]+\.bib$/)
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
