/** What holds for every page: reached by links alone, without JavaScript, on the narrowest screen. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, test } from 'node:test'
import { findQuotations, isKnown, toDirectWords } from '../quotations.ts'
import { listFiles, projectFolder, type TestSite, testSites } from '../sites.ts'
import { readData, useSite } from './open-site.ts'
import { type Visit, type Walk, walk } from './walk.ts'

/** Pages that no link leads to, because they are the answer to something else. */
const unlinked = ['404.html']

for (const site of [testSites.real, testSites.small, testSites.empty]) {
  describe(`the site of the ${site.name} record`, () => {
    const open = useSite(site)
    let walked: Walk
    let visits: Visit[]

    before(async () => {
      walked = await walk(open, unlinked)
      visits = [...walked.visits.values()]
    })

    const pages = () => visits.filter(({ type }) => type.startsWith('text/html'))

    test('has no dead link', () => {
      const dead = visits.filter(({ status }) => status !== 200).map(({ path }) => path)
      assert.deepEqual(withOrigins(dead, walked), [])
    })

    test('has no link out of its base path', () => {
      const out = visits.map(({ path }) => path).filter((path) => !path.startsWith(site.base))
      assert.deepEqual(withOrigins(out, walked), [])
    })

    test('links to addresses as they are, without a detour', () => {
      const detours = visits.filter(({ path, type }) => type.startsWith('text/html') && !/(\/|\.html)$/.test(path))
      assert.deepEqual(
        withOrigins(
          detours.map(({ path }) => path),
          walked,
        ),
        [],
      )
    })

    test('has every fragment that it links to', () => {
      const dead = pages().flatMap(({ path, look }) =>
        look.links
          .map((href) => new URL(href))
          .filter(({ origin, hash }) => origin === new URL(open.address('')).origin && hash.length > 1)
          .filter(({ pathname, hash }) => {
            const id = decodeURIComponent(hash.slice(1).split(':~:')[0] ?? '')
            return id !== '' && !walked.visits.get(pathname)?.look.ids.includes(id)
          })
          .map(({ pathname, hash }) => `${path} → ${pathname}${hash}`),
      )
      assert.deepEqual([...new Set(dead)], [])
    })

    test('gives each id once a page', () => {
      const doubled = pages().flatMap(({ path, look }) =>
        look.ids.filter((id, index) => look.ids.indexOf(id) !== index).map((id) => `${path}#${id}`),
      )
      assert.deepEqual(doubled, [])
    })

    test('has one main heading and a title of its own on every page', () => {
      assert.deepEqual(
        pages().flatMap(({ path, look }) => (look.headings.length === 1 ? [] : [[path, look.headings]])),
        [],
      )
      const titles = Map.groupBy(
        pages().filter(({ path }) => !unlinked.some((name) => path.endsWith(name))),
        ({ look }) => look.title,
      )
      assert.deepEqual(
        [...titles]
          .filter(([title, same]) => title === '' || same.length > 1)
          .map(([title, same]) => [title, ...same.map(({ path }) => path)]),
        [],
      )
    })

    test('leads to every page that was built', () => {
      const built = builtPages(site)
      // Pieces that the filters of the timeline fetch are no pages for readers: nothing leads there.
      const isPiece = (path: string): boolean => path.includes('/timeline/entries/')
      const unreached = built.filter((path) => !walked.visits.has(path) && !isMoved(site, path) && !isPiece(path))
      assert.deepEqual(unreached, [])
      assert.ok(built.length > 0)
    })

    test('keeps within the narrowest screen', () => {
      const wide = pages().flatMap(({ path, look }) => look.wide.map((what) => `${path}: ${what}`))
      assert.deepEqual(wide, [])
    })

    test('sets no text smaller than 12 px', () => {
      const tiny = pages().flatMap(({ path, look }) => look.tiny.map((what) => `${path}: ${what}`))
      assert.deepEqual([...new Set(tiny)], [])
    })

    test('puts nothing but direct words into quotation marks', () => {
      const known = toDirectWords(readData(site, 'quotes.json'))
      const wrong = pages().flatMap(({ path, look }) =>
        [look.text, look.title, look.description].flatMap((text) => {
          const { spans, stray } = findQuotations(text)
          return [
            ...spans.filter((span) => !isKnown(span, known)).map((span) => `${path}: “${span}”`),
            ...stray.map((around) => `${path}: a mark without its partner: ${around}`),
          ]
        }),
      )
      const wrongQ = pages().flatMap(({ path, look }) =>
        look.q
          .filter((span) => !isKnown(span.replace(/^["“”«]|["“”»]$/g, ''), known))
          .map((span) => `${path}: <q>${span}</q>`),
      )
      assert.deepEqual([...new Set([...wrong, ...wrongQ])], [])
    })

    test('needs nothing that is not there, nor anything from elsewhere', () => {
      const faults = walked.faults.filter((fault) => !/^404: .*\/404\.html$/.test(fault))
      assert.deepEqual([...new Set(faults)], [])
    })
  })
}

function withOrigins(paths: string[], { from }: Walk): string[] {
  return paths.map((path) => `${path} (on ${from.get(path)})`)
}

/** Whether a page only leads to a new address; nothing on the site links to the old one. */
function isMoved(site: TestSite, path: string): boolean {
  const file = join(projectFolder, site.folder, path.slice(site.base.length), 'index.html')
  return existsSync(file) && readFileSync(file, 'utf8').includes('http-equiv="refresh"')
}

/** The paths of the pages in the built folder. */
function builtPages(site: TestSite): string[] {
  return listFiles(site.folder, /\.html$/).map((name) => site.base + name.replace(/(^|\/)index\.html$/, '$1'))
}
