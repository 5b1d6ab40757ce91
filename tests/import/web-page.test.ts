import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { CaptureError } from '../../src/import/page/capture.ts'
import { readWebPage } from '../../src/import/page/web-page.ts'

const folder = join(import.meta.dirname, '../fixtures/import/pages')
const shapes = readdirSync(folder)

test('eight shapes and more', () => assert.ok(shapes.length >= 8))

for (const shape of shapes) {
  test(`${shape}: every paragraph, and nothing else`, () => {
    const page = readFileSync(join(folder, shape, 'page.html'), 'utf8')
    const expected = JSON.parse(readFileSync(join(folder, shape, 'expected.json'), 'utf8'))
    const { title, blocks } = readWebPage(page)
    assert.deepEqual({ title, paragraphs: blocks.map((block) => block.text) }, expected)
  })
}

test('what the page says of itself', () => {
  const { published, url, outletName, language } = readWebPage(readFileSync(join(folder, 'semantic/page.html'), 'utf8'))
  assert.deepEqual(
    { day: published?.day, url, outletName, language },
    {
      day: '2031-11-03',
      url: 'https://coastherald.example.org/skarholm',
      outletName: 'Coast Herald',
      language: 'en-GB',
    },
  )
})

test('the date of another story is not taken', () => {
  const page = `<body><article><h1>A day without a date</h1><p>It rained all day in Ellis, and nobody came to the fair.</p></article>
    <aside><ul><li><time datetime="2031-01-01">1 January 2031</time> Another story altogether</li></ul></aside></body>`
  assert.equal(readWebPage(page).published, null)
})

test('a page without an article is refused', () => {
  for (const page of [
    '<html></html>',
    '<body><nav><a href="/">Home</a></nav><h1>404</h1></body>',
    '<body><div id="app"></div><script>run()</script></body>',
  ]) {
    assert.throws(() => readWebPage(page), CaptureError)
  }
})
