/** Feeds are found, citations are copied, pictures are there: on the pages that have them, with and without scripts. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Element, Properties } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toLocalDay } from '../../src/words/reader-days.ts'
import { BuiltSite, findAll, textOf } from '../says.ts'
import { projectFolder, type TestSite, testSites } from '../sites.ts'
import { useSite } from './open-site.ts'
import { templatesOf } from './templates.ts'

for (const site of [testSites.real, testSites.small]) {
  describe(`sharing of the ${site.name} record`, () => {
    const open = useSite(site)

    const built = new BuiltSite(site)
    const pages = templatesOf(site).map(({ name, path }) => ({ name, path, head: headOf(built, path) }))

    test('every page names its feeds and its picture, and they are there', () => {
      for (const { name, path, head } of pages) {
        const feeds = head.feeds.map(({ href }) => href)
        assert.ok(feeds.length > 0, name)
        const dated = /^(timeline|ahead|event|expected event)$/.test(name) ? ['text/calendar'] : []
        assert.deepEqual(new Set(head.feeds.map(({ type }) => type)), new Set(['application/atom+xml', ...dated]), name)
        for (const href of feeds) assert.ok(fileOf(site, href), `${name}: ${href}`)
        if (/^(speaker|topic)( |$)/.test(name)) assert.equal(feeds.length, 2, name)
        if (path === '404.html') continue
        const picture = fileOf(site, head.meta['og:image'] ?? '')
        assert.ok(picture, `${name}: ${head.meta['og:image']}`)
        // The size stands in the first chunk of a PNG.
        assert.deepEqual([picture.readUInt32BE(16), picture.readUInt32BE(20)], [1200, 630], name)
        for (const property of ['image:alt', 'title', 'description', 'url', 'site_name', 'type'])
          assert.ok(head.meta[`og:${property}`], `${name}: ${property}`)
      }
    })

    test('a page that shows what a feed tells leads a reader there, and one page lists them all', () => {
      const listed = findAll(built.page('/feeds/'), ({ properties: { type } }) => type !== undefined).map(hrefOf)
      const named = new Set<string>()
      for (const [path, own] of [
        ['', 'everything/'],
        ['quotes/', 'quotes/'],
        ['timeline/', 'events/'],
        ['ahead/', 'expected.ics'],
        ['timeline/', 'timeline.ics'],
        ...(site === testSites.small ? [['corrections/', 'corrections/']] : []),
        ...pages.flatMap(({ name, path }) =>
          /^(speaker|topic)$/.test(name) ? [[path, path.replace(/^(speakers|topics)\/([^/]+)\/$/, '$1/$2/')]] : [],
        ),
      ] as [string, string][]) {
        const links = headOf(built, path).feeds.map(({ href }) => toPath(href))
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
    })

    test('every quote, event, speaker and article has structured data that is JSON', () => {
      for (const { name, head } of pages)
        if (/quote$|^event|^expected event|^article,|^speaker( without.*)?$/.test(name))
          assert.equal(JSON.parse(head.data)['@context'], 'https://schema.org', name)
    })

    test('a reference manager is told what a page is, and in what an article was printed', () => {
      const cited = pages.filter(({ head }) => head.meta['citation_title'])
      assert.ok(cited.length > 2)
      for (const { name, head } of cited) {
        const isArticle = name.startsWith('article')
        assert.equal(head.meta['DC.type'], isArticle ? 'newspaperArticle' : 'webpage', name)
        assert.equal(head.meta['DC.source'], isArticle ? head.meta['citation_publisher'] : undefined, name)
      }
    })

    test('without scripts the citations are there to select, and the head has what reference managers read', async () => {
      const { page, context } = await open.open({ javaScriptEnabled: false })
      await page.goto(open.address(quotePath(site)))
      await page.locator('.citing > summary').click()
      const first = page.locator('.share details').first()
      for (const format of ['Plain text', 'Wikipedia', 'Markdown'])
        assert.ok(await first.locator('dt', { hasText: format }).isVisible(), format)
      assert.match(await first.locator('pre').nth(1).innerText(), /^\{\{cite news .*\}\}$/)
      assert.equal(await page.locator('.share :is(button, select)').count(), 0)
      const { meta } = headOf(built, quotePath(site))
      assert.equal(meta['citation_author'], await page.locator('main a[href*="/speakers/"]').first().innerText())
      for (const name of ['title', 'publisher', 'language', 'public_url']) assert.ok(meta[`citation_${name}`], name)
      await context.close()
    })

    // What scripts do does not rest on the record.
    if (site !== testSites.small) return

    test('with scripts they are copied as of today, by keyboard too, and others are made', async () => {
      const { page, context, faults } = await open.open()
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      const today = toLocalDay(new Date())
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
      const choice = first.getByRole('combobox', { name: 'Another format' })
      await choice.waitFor()
      await first.getByRole('button', { name: 'Copy Wikipedia' }).press('Enter')
      await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor()
      assert.match(await clipboard(), new RegExp(`\\|access-date=${today}\\b`))
      await first.getByRole('button', { name: 'Copy Markdown' }).press('Enter')
      await page.waitForFunction(async () => /^(?:>|\w)/.test(await navigator.clipboard.readText()))
      // Whoever pastes it elsewhere is led here, whatever the builder said of the address.
      assert.match(await clipboard(), /\(<https?:\/\/[^>]*\/quotes\//)
      const expected: [name: string, starts: RegExp][] = [
        ['APA', /\. \(\d{4}, /],
        ['MLA', /\. Accessed \d+ [A-Z][a-z]+\.? \d{4}\.$/],
        ['Chicago', /“.*” /],
        ['BibTeX', new RegExp(`^@online\\{.*urldate = \\{${today}\\}`, 's')],
        ['RIS', /^TY {2}- NEWS/],
        ['CSL-JSON', /^\[\s*\{\s*"id":/],
        ['HTML to embed', /^<(?:figure|p)>/],
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

/** What the head of a page tells programs: its feeds, its properties for sharing, its structured data. */
function headOf(built: BuiltSite, path: string) {
  const page = fromHtml(readFileSync(join(built.folder, path.replace(/(^|\/)$/, '$1index.html')), 'utf8'))
  const links = findAll(page, ({ tagName, properties }) => tagName === 'link' && hasType(properties))
  const metas = findAll(page, ({ tagName }) => tagName === 'meta').map(({ properties }) => properties)
  const [data] = findAll(page, ({ properties }) => properties['type'] === 'application/ld+json')
  return {
    feeds: links.map((link) => ({ href: String(link.properties['href']), type: link.properties['type'] })),
    meta: Object.fromEntries(
      metas.map(({ property, name, content }) => [String(property ?? name), String(content ?? '')]),
    ),
    data: textOf(data),
  }
}

function hasType({ rel, type }: Properties): boolean {
  return [rel].flat().includes('alternate') && type !== undefined
}

function hrefOf({ properties: { href } }: Element): string {
  return toPath(String(href))
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
