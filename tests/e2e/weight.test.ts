/** The budget of a page. Sizes are the same on every machine, so they can be tested; times are not. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { listFiles, projectFolder, type TestSite, testSites } from '../sites.ts'
import { weigh } from '../weigh.ts'
import { useSite } from './open-site.ts'
import { htmlOf, type Template, templatesOf } from './templates.ts'

const KB = 1024
// Of the scripts 0.6 KB choose light or dark: that file is sent as it stands; 0.1 KB listen for words being selected. Of what a
// first search loads 0.2 KB bring the scores of two parts of an index to one measure.
const budget = { page: 30 * KB, script: 3 * KB, search: 12 * KB, firstSearch: 28.6 * KB, fonts: 130 * KB }
const folder = join(projectFolder, testSites.real.folder)
const files = listFiles(folder, /^/)
const sizeOf = (file: string): number => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length

/** Pages whose scripts load more by what they find there. */
const loading = /^(?:search|direct quote|article, full)$/

/** Tells of a page whether it is one of those, or no page before it links to the same styles and scripts. */
function loadsOther(site: TestSite): (template: Template) => boolean {
  const known = new Set<string>()
  return (template) => {
    const html = htmlOf(site, template)
    const linked = [...html.matchAll(/<(?:link|script)[^>]+(?:href|src)="([^"]+\.(?:css|js|woff2))"/g)].map(
      ([, file]) => file,
    )
    const isKnown = known.has(linked.join())
    known.add(linked.join())
    return !isKnown || loading.test(template.name)
  }
}

describe('the weight of a page', () => {
  const open = useSite(testSites.real)

  test('a page that is only read stays within its budget', async () => {
    const heavy: object[] = []
    const templates = templatesOf(testSites.real).filter(loadsOther(testSites.real))
    const weights = await weigh(
      open,
      templates.map(({ path }) => path),
    )
    for (const [at, weight] of weights.entries()) {
      const { name = '' } = templates[at] ?? {}
      assert.ok(weight.html > 0 && weight.css > 0 && weight.fonts > 0, `${name}: ${JSON.stringify(weight)}`)
      // These are there to be used: all that searches or keeps is loaded with them, and what judges words when it is used.
      const script = /^(search|verify|dossier)$/.test(name) ? budget.search : budget.script
      if (weight.html + weight.css > budget.page || weight.script > script || weight.fonts > budget.fonts) {
        heavy.push({ name, ...weight })
      }
    }
    assert.deepEqual(heavy, [])
  })

  test('every page stays within its budget with its style sheets', () => {
    const heavy = files
      .filter((file) => file.endsWith('.html'))
      .map((file) => {
        const sheets = readFileSync(join(folder, file), 'utf8').matchAll(/<link[^>]+href="\/([^"]+\.css)"/g)
        return { file, bytes: sizeOf(file) + [...sheets].reduce((sum, [, sheet = '']) => sum + sizeOf(sheet), 0) }
      })
      .filter(({ bytes }) => bytes > budget.page)
    assert.deepEqual(heavy, [])
  })

  test('what every first search loads besides the words on record stays within its budget', () => {
    const own = files.filter((file) => /^_astro\/(?:start|worker)[.-][^/]+\.js$|^pagefind\/pagefind\.js$/.test(file))
    assert.equal(own.length, 3)
    const bytes = own.reduce((sum, file) => sum + sizeOf(file), 0)
    assert.ok(bytes <= budget.firstSearch, `${bytes} bytes`)
  })

  test('no font keeps the text waiting', () => {
    const faces = files
      .filter((file) => file.endsWith('.css'))
      .flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/@font-face\s*\{[^}]*\}/g) ?? [])
    const loaded = faces.filter((face) => face.includes('url('))
    assert.ok(loaded.length > 0)
    assert.deepEqual(
      loaded.filter((face) => !/font-display:\s*(swap|fallback|optional)/.test(face)),
      [],
    )
  })
})
