/** What the record took back keeps its address (that each page says what was corrected is in `says.test.ts`). */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { BuiltSite, findAll } from '../says.ts'
import { projectFolder, testSites } from '../sites.ts'

const site = testSites.small
const built = new BuiltSite(site)

test('a withdrawn quote is said to be no longer on record, without its words', () => {
  const page = built.page('/quotes/engineers/piers-last-forever/')
  assert.match(built.read([page]).text, /no longer on record/)
  assert.deepEqual(
    findAll(page, ({ tagName }) => /^(q|blockquote)$/.test(tagName)),
    [],
  )
})

test('a moved address leads to the new one, and hosts are told', () => {
  const [from, to] = ['quotes/mara-lodzinska/read-it-twice/', 'quotes/jonas-bjork/read-it-twice/']
  assert.match(built.html(`/${from}`), new RegExp(`<meta http-equiv="refresh" content="0; ?url=\\S*/${to}"`, 'i'))
  assert.equal(
    readFileSync(join(projectFolder, site.folder, '_redirects'), 'utf8'),
    `${site.base}${from} ${site.base}${to} 301\n`,
  )
})

test('every page reports an error with its own address', () => {
  for (const path of built.paths) {
    // Pieces of the timeline are no pages, and what has moved leads on.
    if (path.startsWith('/timeline/entries/') || built.html(path).includes('http-equiv="refresh"')) continue
    const [, address = ''] = /href="(mailto:[^"]*body=[^"]*)"/.exec(built.html(path)) ?? []
    const url = new URL(address.replaceAll('&#38;', '&').replaceAll('&amp;', '&'))
    assert.equal(url.pathname, 'corrections@example.org', path)
    assert.ok(
      url.searchParams
        .get('body')
        ?.trim()
        .endsWith(site.base + path.slice(1)),
      address,
    )
  }
})
