/** The sitemap and `robots.txt`, read by parsers of them. */
import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import robotsParser from 'robots-parser'
import { parseSitemap, parseSitemapIndex } from 'sitemap'

process.env['SITE'] = 'https://record.example'
const { toChangedDays, toRobots, toSitemaps } = await import('../../src/feeds/sitemap.ts')
const { records } = await import('../sample.ts')

const read = (xml = '') => Readable.from([xml])

test('every page is listed once, with the day on which a thing last changed', async () => {
  for (const { views } of records) {
    const changed = toChangedDays(views)
    const paths = ['/', '/about/', ...changed.keys()]
    const files = toSitemaps(paths, changed)
    assert.deepEqual([...files.keys()], ['sitemap.xml'])
    const listed = await parseSitemap(read(files.get('sitemap.xml')))
    assert.deepEqual(
      listed.map(({ url }) => url),
      paths.toSorted().map((path) => `https://record.example${path}`),
    )
    for (const { lastmod, url } of listed) assert.equal(lastmod, changed.get(new URL(url).pathname))
  }
})

test('of more pages than a file may have the sitemap is a list of files', async () => {
  const paths = Array.from({ length: 25 }, (_, index) => `/days/2031-03-${String(index + 1).padStart(2, '0')}/`)
  const files = toSitemaps(paths, new Map(), 10)
  const parts = await parseSitemapIndex(read(files.get('sitemap.xml')))
  const names = parts.map(({ url }) => url.replace('https://record.example/', ''))
  assert.deepEqual(names, ['sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml'])
  const listed = await Promise.all(names.map((name) => parseSitemap(read(files.get(name)))))
  assert.deepEqual(
    listed.flat().map(({ url }) => url.replace('https://record.example', '')),
    paths,
  )
})

test('robots may read everything, and are told of the sitemap', () => {
  const robots = robotsParser('https://record.example/robots.txt', toRobots())
  assert.equal(robots.isAllowed('https://record.example/quotes/', 'any'), true)
  assert.deepEqual(robots.getSitemaps(), ['https://record.example/sitemap.xml'])
})
