/** Quotes on other sites: found and read by a program that turns addresses into what stands there. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { unfurl } from 'unfurl.js'

const pages = new Map<string, { type: string; body: string }>()
const server = createServer((request, response) => {
  const page = pages.get(request.url ?? '')
  response.writeHead(page ? 200 : 404, { 'content-type': page?.type ?? 'text/plain' }).end(page?.body)
}).listen(0, '127.0.0.1')
await once(server, 'listening')
process.env['SITE'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
const { toEmbedPage, toOembed } = await import('../../src/citations/oembed.ts')
const { urls } = await import('../../src/urls.ts')
const { records } = await import('../sample.ts')
const { findAll, textOf } = await import('../says.ts')

test('a program finds the words of a quote by its address', async () => {
  const { views } = records[1] as (typeof records)[number]
  for (const quote of views.quotes.slice(0, 8)) {
    const [speaker = '', fragment = ''] = quote.id.split('/')
    const data = urls.oembed(speaker, fragment)
    const head = `<link rel="alternate" type="application/json+oembed" href="${urls.absolute(data)}">`
    pages.set(quote.url, { type: 'text/html', body: `<!doctype html><html><head>${head}</head><body></body></html>` })
    pages.set(data, { type: 'application/json', body: JSON.stringify(toOembed(quote, views.site)) })
    const { oEmbed } = await unfurl(urls.absolute(quote.url))
    assert.equal(oEmbed?.type, 'rich')
    assert.equal(oEmbed?.author_name, quote.links.speaker.name)
    assert.equal(oEmbed?.provider_name, views.site.name)
  }
})

/** Elements and their attributes that WordPress keeps of what an unknown site sends. */
const kept: { [element: string]: readonly string[] } = {
  a: ['href'],
  blockquote: [],
  iframe: ['src', 'width', 'height', 'frameBorder', 'marginWidth', 'marginHeight', 'scrolling', 'title'],
}

test('direct words are a block quotation without attributes, others are in the frame alone', () => {
  for (const { views } of records)
    for (const quote of views.quotes) {
      const { html, type, version, width } = toOembed(quote, views.site) as { [field: string]: string }
      assert.ok(html)
      // Without these Ghost makes a bookmark of the address.
      assert.deepEqual([type, version, Number(width) > 0], ['rich', '1.0', true])
      assert.doesNotMatch(html, /<script|javascript:|style=/)
      const tree = fromHtml(html, { fragment: true })
      const [block] = findAll(tree, ({ tagName }) => tagName === 'blockquote')
      const [frame] = findAll(tree, ({ tagName }) => tagName === 'iframe')
      assert.equal(frame?.properties['src'], urls.absolute(`/embed/quotes/${quote.id}/`))
      assert.equal(block !== undefined, quote.wordings[0]?.kind === 'direct')
      // What WordPress takes of an address that it does not know: all else it strips, and without a frame it takes nothing.
      const isStripped = ({ properties, tagName }: Element) =>
        Object.keys(properties).some((name) => !kept[tagName]?.includes(name)) || !kept[tagName]
      assert.deepEqual(findAll(tree, isStripped), [])
      assert.match(html, quote.kind === 'direct' ? /^<blockquote>.*<\/blockquote><iframe .*><\/iframe>$/s : /^<iframe/)
      if (!block) continue
      assert.deepEqual(block.properties, {})
      for (const part of quote.wordings[0]?.parts ?? [])
        assert.ok(textOf(block).includes(part.replace(/\s+/g, ' ')), part)
    }
})

test('the page for a frame has the words and whose they are, and only direct ones as a quotation', () => {
  for (const { views } of records)
    for (const quote of views.quotes) {
      const tree = fromHtml(toEmbedPage(quote, views.site))
      const [main] = findAll(tree, ({ tagName }) => tagName === 'main')
      const text = textOf(main)
      assert.ok(text.includes(quote.links.speaker.name) && text.includes(views.site.name))
      assert.equal(findAll(tree, ({ tagName }) => tagName === 'blockquote').length > 0, quote.kind === 'direct')
      assert.deepEqual(
        findAll(tree, ({ tagName }) => tagName === 'script'),
        [],
      )
      assert.equal(findAll(tree, ({ properties }) => properties['href'] === urls.absolute(quote.url)).length > 0, true)
    }
})

test.after(() => {
  server.close()
  server.closeAllConnections()
})
