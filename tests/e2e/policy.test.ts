/** Every page and a search, under the policy header: the browser reports no violation. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import type { Page } from 'playwright-core'
import { toPolicy } from '../../src/headers.ts'
import { listFiles, projectFolder, type TestSite, testSites } from '../sites.ts'
import { type OpenSite, useSite } from './open-site.ts'

const policy = toPolicy()

test('the policy allows nothing inline and nothing evaluated', () => {
  assert.doesNotMatch(policy, /'unsafe-|\*|https?:/)
  assert.match(policy, /require-trusted-types-for 'script'/)
})

for (const [name, query] of [
  ['real', 'guarantors'],
  ['small', 'ferries'],
] as const) {
  const site: TestSite = testSites[name]
  describe(`the policy on the ${name} record`, () => {
    const open = useSite(site)

    test('is sent with every page and broken by none, nor by a search', async () => {
      const { page, context, faults } = await open.open()
      const violations: string[] = []
      await page.exposeFunction('reportViolation', (text: string) => violations.push(text))
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          const { reportViolation } = window as unknown as { reportViolation: (text: string) => void }
          reportViolation(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`)
        })
      })
      const pages = pagesOf(site)
      assert.ok(pages.length > 10)
      for (const path of pages) {
        const response = leadsOn(site, path)
          ? await context.request.get(open.address(path))
          : await page.goto(open.address(path))
        assert.equal(response?.headers()['content-security-policy'], policy, path)
      }
      await search(page, open, query)
      await context.close()
      assert.deepEqual(violations, [])
      // The page for lost readers is asked for by its file here, which is answered as such.
      assert.deepEqual(faults, [])
    })
  })
}

function pagesOf({ folder }: TestSite): string[] {
  return listFiles(folder, /\.html$/).map((file) => file.replace(/(^|\/)index\.html$/, '$1'))
}

/** A page that leads on at once would break off the way to the next one. */
function leadsOn({ folder }: TestSite, path: string): boolean {
  const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
  return /http-equiv="?refresh/i.test(readFileSync(join(projectFolder, folder, file), 'utf8'))
}

async function search(page: Page, open: OpenSite, query: string): Promise<void> {
  await page.goto(open.address(`search/?q=${query}`))
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(query, 'i') })
    .first()
    .waitFor()
}
