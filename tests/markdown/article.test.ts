import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readArticle } from '../../src/markdown/article.ts'
import { toHtml } from '../../src/markdown/nodes.ts'
import { renderProse } from '../../src/markdown/prose.ts'

const source = { path: 'articles/walk.md', language: 'en', terms: [], linesBefore: 0 }
const options = { isExpected: () => false }

/** Pieces of Markdown that meet in odd ways. */
const markdown = fc
  .array(
    fc.constantFrom(
      'word',
      ' ',
      '\n',
      '\n\n',
      '"',
      '“',
      '”',
      '*',
      '**',
      '_',
      '`',
      '[',
      ']',
      '(',
      ')',
      '![',
      '<',
      '>',
      '<b>',
      '</b>',
      '<!--',
      '-->',
      '- ',
      '1. ',
      '> ',
      '# ',
      '---\n',
      '    ',
      '\\',
      '\\\n',
      '  \n',
      '&amp;',
      '&#34;',
      '’',
      '[w]',
      '](../speakers/mara.md#no)',
      '](../events/shut.md)',
      '](../speakers/mara.md "2031, x")',
      '](javascript:x)',
      '](https://example.org/)',
      '\n\n[w]: ../speakers/mara.md#yes\n\n',
      '<script>',
      '\u0000',
      '😀',
      'é',
    ),
    { maxLength: 40 },
  )
  .map((list) => list.join(''))

const withoutTags = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x3C;/g, '<')
    .replace(/&#x26;/g, '&')

test('each block has its HTML, with all of its words and none besides', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const { blocks, copy } = readArticle(body, source, options)
      const blockHtml = copy.map((node) => toHtml([node]))
      assert.equal(blockHtml.length, blocks.length)
      const words = (text: string) => text.replace(/\s+/g, '')
      for (const [index, html] of blockHtml.entries()) {
        // Code keeps its line breaks; `>` stands as it is.
        assert.equal(words(withoutTags(html)), words(blocks[index]?.text ?? ''))
      }
    }),
    { numRuns: 500 },
  )
})

test('whatever the source, only known elements, own classes and unique anchors come out', () => {
  const allowed = /^(?:a|blockquote|br|code|em|h2|hr|li|ol|p|pre|q|strong|ul)$/
  fc.assert(
    fc.property(markdown, (body) => {
      const { copy, links } = readArticle(body, source, options)
      const html = toHtml(copy)
      for (const [, name] of html.matchAll(/<\/?([a-z0-9]+)/gi)) assert.match(name ?? '', allowed)
      assert.doesNotMatch(html, /<[^>]*\s(?:on\w+|style|src|data-\w+)=/i)
      for (const [, address] of html.matchAll(/<a[^>]*href="([^"]*)"/g)) assert.match(address ?? '', /^(?:https:|\/)/)
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      assert.deepEqual(
        ids,
        links.map((link) => link.anchor),
      )
      assert.equal(new Set(ids).size, ids.length)
    }),
    { numRuns: 500 },
  )
})

test('nothing but quoted words stands in a q', () => {
  fc.assert(
    fc.property(markdown, (body) => {
      const { copy, links } = readArticle(body, source, options)
      const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
      const inQ = [...toHtml(copy).matchAll(/<q>(.*?)<\/q>/gs)].map(([, words]) => withoutTags(words ?? '')).join('')
      const pieces = links
        .filter((link) => link.is === 'quote')
        .flatMap((link) => link.pieces.filter((piece) => piece.quoted).map((piece) => piece.text))
      assert.equal(letters(inQ), letters(pieces.join('')))
    }),
    { numRuns: 500 },
  )
})

test('what is read without rendering is what is rendered, with all that sanitising refuses', () => {
  const odd = ['```', '``` js\n', '[w](https://example.org "title")', '[w](HTTPS://example.org)', '<https://a.example>']
  const withOdd = fc
    .array(fc.oneof(markdown, fc.constantFrom(...odd)), { maxLength: 3 })
    .map((list) => list.join('\n\n'))
  let refusals = 0
  fc.assert(
    fc.property(withOdd, (body) => {
      const { copy, ...rest } = readArticle(body, { ...source, linesBefore: 7 }, options)
      const unrendered = readArticle(body, { ...source, linesBefore: 7 }, { ...options, unrendered: true })
      assert.deepEqual(unrendered, { ...rest, copy: [] })
      refusals += rest.refused.length
    }),
    { numRuns: 1000 },
  )
  assert.ok(refusals > 0, 'nothing was refused')
})

test('our own prose links to pages', () => {
  const body =
    'She [will not wait](speakers/mara.md#no), [Mara](speakers/mara.md) said of [the closure](events/shut.md).'
  const prose = renderProse(body, { path: 'story.md', linesBefore: 4 }, { isExpected: (id) => id === 'shut' })
  assert.equal(
    toHtml(prose.nodes),
    '<p>She <a href="/quotes/mara/no/" class="said">will not wait</a>, <a href="/speakers/mara/">Mara</a> said of <a href="/events/shut/" class="expected">the closure</a>.</p>',
  )
  assert.equal(prose.text, 'She will not wait, Mara said of the closure.')
  assert.deepEqual(
    prose.links.map(({ target, at }) => [target?.id, target?.fragment, at.line, at.column]),
    [
      ['mara', 'no', 5, 5],
      ['mara', null, 5, 43],
      ['shut', null, 5, 76],
    ],
  )
})

test('our own prose is sanitised', () => {
  const body = '<script>x</script>\n\n[a](javascript:x) <img src=x> [b](../../x.md) [c](https://example.org/)'
  const { nodes } = renderProse(body, { path: 'speakers/mara.md', linesBefore: 0 }, options)
  assert.equal(
    toHtml(nodes),
    '<p>&#x3C;script>x&#x3C;/script></p>\n<p>a &#x3C;img src=x> b <a href="https://example.org/" rel="external noopener">c</a></p>',
  )
})
