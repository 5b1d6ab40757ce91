/** A reader checks words in the browser: pasted ones, those of a quote's page, and a saved page of the outlet. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { projectFolder, testSites } from '../sites.ts'
import { useSite } from './open-site.ts'

const site = testSites.small
const article = 'articles/2031-03-02-bridge-closes/'

describe('checking words', () => {
  const open = useSite(site)

  test('in the browser, by keyboard alone', async () => {
    const { page, context, faults } = await open.open()
    await page.goto(open.address('quotes/mara-lodzinska/not-wait-for-ferries/'))
    await page.getByRole('link', { name: 'Check these words yourself' }).click()
    await page.getByRole('status').filter({ hasText: '2 wordings of this statement.' }).waitFor()
    const found = page.locator('[data-found] li')
    assert.equal(await found.filter({ hasText: 'hashes lead from these words to the root' }).count(), 2)

    await page.getByLabel('Words of a statement').fill('“The last one sank.”')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'one statement of this record' }).waitFor()
    assert.match((await found.textContent()) ?? '', /block 2, characters 96 to 115/)

    await page.getByLabel('Words of a statement').fill('We will not wait, and we do not want ferries')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: 'in no statement' }).waitFor()
    assert.match((await found.textContent()) ?? '', /the record goes on: need ferries.*your words: want ferries/)

    const file = page.getByLabel('A saved page of an outlet')
    const saved = readFileSync(join(projectFolder, site.folder, article, 'index.html'), 'utf8')
    const [name, mimeType] = ['saved.html', 'text/html']
    await file.setInputFiles({
      name,
      mimeType,
      buffer: Buffer.from(saved.replaceAll('last one sank', 'last one sunk')),
    })
    await page.getByRole('button', { name: 'Check against this page' }).press('Enter')
    await page
      .getByRole('status')
      .filter({ hasText: /^Of \d+ stretches/ })
      .waitFor()
    const [, all, good] =
      /^Of (\d+) .* (\d+) stand/.exec((await page.locator('.verify [data-line]').textContent()) ?? '') ?? []
    assert.equal(Number(all) - Number(good), 1)
    assert.deepEqual(faults, [])
    await context.close()
  })

  test('words that are checked while others are on their way are answered alone', async () => {
    const { page, context, faults } = await open.open()
    const held = Promise.withResolvers<void>()
    await context.route(`**/${article}`, async (route) => {
      await held.promise
      await route.continue()
    })
    await page.goto(open.address('verify/'))
    const check = async (words: string) => {
      await page.getByLabel('Words of a statement').fill(words)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    }
    const asked = page.waitForRequest(`**/${article}`)
    const answered = page.waitForResponse(`**/${article}`)
    await check('“The last one sank.”')
    await asked
    await check('We will not wait, and we do not want ferries')
    await page.getByRole('status').filter({ hasText: 'in no statement' }).waitFor()
    const found = await page.locator('[data-found]').innerText()
    held.resolve()
    await (await answered).finished()
    await page.evaluate(() => new Promise((done) => setTimeout(done, 100)))
    assert.match(await page.locator('.verify [data-line]').innerText(), /in no statement/)
    assert.equal(await page.locator('[data-found]').innerText(), found)
    assert.deepEqual(faults, [])
    await context.close()
  })

  test('without scripts the page says what to run', async () => {
    const { page, context } = await open.open({ javaScriptEnabled: false })
    await page.goto(open.address('verify/'))
    assert.match(
      await page.locator('main').innerText(),
      /this needs JavaScript.*node verify\.js https:\/\/example\.org/s,
    )
    assert.equal(await page.locator('[data-verify]').isVisible(), false)
    await context.close()
  })

  test('and with the program, by folder and by address', () => {
    const command = join(projectFolder, 'public/verify.js')
    const root = readFileSync(join(projectFolder, site.folder, 'data/root.txt'), 'utf8').trim()
    const { status, stdout } = spawnSync(process.execPath, [command, join(projectFolder, site.folder), root], {
      encoding: 'utf8',
    })
    assert.match(stdout, /nothing was changed.*as you gave it.*No stamp/s)
    assert.equal(status, 0)
    assert.equal(spawnSync(process.execPath, [command, join(projectFolder, site.folder), 'a'.repeat(64)]).status, 1)
  })
})
