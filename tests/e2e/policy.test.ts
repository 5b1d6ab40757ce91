/**
 * Nothing that the policy forbids is on any page, and a browser that finds something reports a fault. That nothing comes up
 * while scripts run is held wherever a test asks that a page had no faults: one of each kind, searches, filters, dialogs.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { toPolicy } from '../../src/headers.ts'
import { listFiles, projectFolder, testSites } from '../sites.ts'
import { useSite } from './open-site.ts'

const policy = toPolicy()

test('the policy allows nothing inline and nothing evaluated', () => {
  assert.doesNotMatch(policy, /'unsafe-|\*|https?:/)
  assert.match(policy, /require-trusted-types-for 'script'/)
})

for (const { name, folder } of Object.values(testSites)) {
  test(`no page of the ${name} record has anything in it that would be run, or a look of its own`, () => {
    const pages = listFiles(folder, /\.html$/)
    const found = pages.flatMap((page) => findInline(readFileSync(join(projectFolder, folder, page), 'utf8'), page))
    assert.deepEqual(found, [])
    assert.ok(pages.length > 0)
  })
}

test('what would be run is found', () => {
  const page = `<a href=" javascript:go()" onclick="go()"><b style="color: red">x</b></a><style>b {}</style><script>go()</script>
    <script type="application/ld+json">{}</script><script type="module" src="/a.js"></script><svg><a xlink:href="data:,"></a></svg>`
  assert.deepEqual(
    findInline(page, 'x'),
    ['a href', 'a onClick', 'b style', 'style', 'script', 'a xLinkHref'].map((what) => `x: ${what}`),
  )
})

/** Blocks of data are no scripts (HTML Standard, "The script element": data block). */
const dataTypes = ['application/ld+json', 'application/json']

/** What the policy forbids on a page that came with it (Content Security Policy 3, 6.1.13 and following). */
function findInline(html: string, page: string): string[] {
  const found: string[] = []
  const isScript = ({ properties, tagName }: Element) =>
    tagName === 'script' && properties['src'] === undefined && !dataTypes.includes(String(properties['type']))
  visit(fromHtml(html), 'element', (element) => {
    const { properties, tagName } = element
    for (const [name, value] of Object.entries(properties)) {
      const leads =
        /^(?:href|src|action|formAction|xLinkHref)$/.test(name) && /^\s*(?:javascript|data):/i.test(`${value}`)
      if (/^on[A-Z]|^style$/.test(name) || leads) found.push(`${page}: ${tagName} ${name}`)
    }
    if (tagName === 'style' || isScript(element)) found.push(`${page}: ${tagName}`)
  })
  return found
}

const open = useSite(testSites.small)

test('every page comes with the policy, and to break it is a fault', async () => {
  const { page, context, faults } = await open.open()
  for (const path of listFiles(testSites.small.folder, /\.html$/)) {
    const response = await context.request.get(open.address(path.replace(/(^|\/)index\.html$/, '$1')))
    assert.equal(response.headers()['content-security-policy'], policy, path)
  }
  await page.goto(open.address(''))
  assert.deepEqual(faults, [])
  const told = page.waitForEvent('console')
  await page.evaluate(() => document.body.setAttribute('style', 'color: red'))
  await told
  assert.match(faults.join(), /^console: .*style/)
  await context.close()
})
