/** What somebody sees who writes: `npm run dev` shows the pages as they are built, and says what is wrong with the record. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Page } from 'playwright-core'
import { listFiles, projectFolder, testSites } from '../sites.ts'
import { useSite } from './open-site.ts'
import { templatesOf } from './templates.ts'

const { small } = testSites
const article = 'articles/2031-03-02-bridge-closes'
const title = 'title: '

describe('while somebody writes', () => {
  const built = useSite(small)
  /** A copy of the project, inside it: packages are found above. */
  let folder: string
  let server: ChildProcess
  let said = ''
  let origin = ''

  before(async () => {
    folder = mkdtempSync(join(projectFolder, '.cache/dev-'))
    for (const name of ['src', 'public', 'astro.config.mjs', 'package-lock.json'])
      cpSync(join(projectFolder, name), join(folder, name), { recursive: true })
    cpSync(join(projectFolder, small.content), join(folder, 'content'), { recursive: true })
    const args = [join(projectFolder, 'node_modules/astro/bin/astro.mjs'), 'dev', '--host', '127.0.0.1']
    const where = { SITE: small.origin, BASE: small.base, CONTENT: 'content', OUT: 'dist', CACHE: '.cache' }
    server = spawn(process.execPath, args, { cwd: folder, env: { ...process.env, ...where } })
    origin = await new Promise<string>((done, fail) => {
      const hear = (text: Buffer) => {
        said += text.toString()
        // The desk has an address of its own.
        const [, found] = /Local\W.*?(http:\/\/127\.0\.0\.1:\d+)/.exec(said) ?? []
        if (found) done(found)
      }
      server.stdout?.on('data', hear)
      server.stderr?.on('data', hear)
      server.once('exit', () => fail(new Error(`The development server has ended:\n${said}`)))
    })
  })
  after(async () => {
    const ended = once(server, 'exit')
    server.kill()
    await ended
    rmSync(folder, { recursive: true, force: true })
  })

  const address = (path: string) => origin + small.base + path
  const edit = (path: string, change: (text: string) => string) => {
    const file = join(folder, 'content', `${path}.md`)
    const before = readFileSync(file, 'utf8')
    writeFileSync(file, change(before))
    return () => writeFileSync(file, before)
  }
  const errors = (page: Page) => page.locator('pre[data-note]')
  /**
   * Opens a page, and waits until the server can tell it of an edit: what is edited before that the page never hears of. The
   * first page that runs scripts is loaded again, once the server has prepared what they import.
   */
  async function listen(page: Page, path: string): Promise<void> {
    await page.goto(address(path), { waitUntil: 'networkidle' })
    const told = page.waitForEvent('websocket').then((socket) => socket.waitForEvent('framereceived'))
    await page.reload()
    await told
  }

  test('every page looks as it does when it is built', async () => {
    const { page, context } = await built.open({ javaScriptEnabled: false })
    const known = new Set<string>()
    for (const { name, path } of templatesOf(small)) {
      await page.goto(built.address(path))
      const wanted = await page.evaluate(lookOfAll, [...known])
      await page.goto(address(path.replace('404.html', 'no-such-page/')))
      const found = await page.evaluate(lookOfAll, [...known])
      const wrong = wanted.flatMap((look, at) => difference(look, found[at] ?? {}) ?? [])
      assert.deepEqual([name, found.length, wrong.slice(0, 5)], [name, wanted.length, []])
      for (const look of wanted) known.add(look['element'] ?? '')
    }
    await context.close()
  })

  test('an edit shows at once, on a page that is open', async () => {
    const { page, context, faults } = await built.open()
    await listen(page, `${article}/`)
    const undo = edit(article, (text) => text.replace(title, `${title}Once more, `))
    await page.locator('h1', { hasText: 'Once more' }).waitFor()
    undo()
    await page.locator('h1', { hasText: /^(?!Once more)/ }).waitFor()
    assert.equal(await errors(page).count(), 0)
    assert.deepEqual(
      faults.filter((fault) => !fault.startsWith('elsewhere')),
      [],
    )
    await context.close()
  })

  test('errors show in the page with file and line, and are gone when mended', async () => {
    const { page, context } = await built.open()
    await listen(page, '')
    const undo = edit('topics/ferries', (text) => text.replace('\n', '\nquotes: [mara-lodzinska#not-wiat]\n'))
    await errors(page).waitFor()
    assert.match((await errors(page).textContent()) ?? '', /content\/topics\/ferries\.md\n +\d+:\d+ {2}error {2}/)
    undo()
    await errors(page).waitFor({ state: 'detached' })
    await context.close()
  })

  test('an article with broken front matter says so at its own address', async () => {
    const { page, context } = await built.open()
    await listen(page, `${article}/`)
    const undo = edit(article, (text) => text.replace(title, 'titel: '))
    await errors(page).waitFor()
    assert.match((await errors(page).textContent()) ?? '', /^content\/articles\/2031-03-02-bridge-closes\.md\n +2:1/)
    assert.equal((await page.reload())?.status(), 500)
    undo()
    await page.locator('h1').waitFor()
    assert.equal(await errors(page).count(), 0)
    await context.close()
  })

  test('drafts are marked, where they stand and where they are named', async () => {
    const { context } = await built.open()
    const drafts = async () => (await fetch(address('@notes.json'))).text()
    const undo = edit(article, (text) => text.replace(title, `draft: true\n${title}`))
    try {
      // A page that is open when an edit is seen is loaded anew, which would end a visit to another.
      await until(async () => (await drafts()).includes(article))
      for (const path of [`${article}/`, 'articles/']) {
        const page = await context.newPage()
        await page.goto(address(path))
        await page.locator('h1 [data-note], h2 [data-note], h3 [data-note], a [data-note]').first().waitFor()
        await page.close()
      }
    } finally {
      undo()
    }
    await context.close()
  })

  test('search says what it goes through', async () => {
    const { page, context } = await built.open()
    await page.goto(address('search/'))
    await page.getByText('Here nothing can be searched').first().waitFor({ state: 'attached' })
    cpSync(join(projectFolder, small.folder), join(folder, 'dist'), { recursive: true })
    await page.goto(address('search/?q=bridge'))
    const when = statSync(join(folder, 'dist/pagefind')).mtime.toLocaleString('en-GB', { timeStyle: 'short' })
    await page.locator('main [data-note]', { hasText: `the build of ` }).waitFor()
    assert.match((await page.locator('main p[data-note]').textContent()) ?? '', new RegExp(`${when}\\.$`))
    await page.locator('main [data-results] a').first().waitFor()
    await context.close()
  })

  test('feeds, data, pictures and whatever else is no page answer as they are built', async () => {
    // A sitemap lists the pages of a build.
    const names = listFiles(small.folder, /^(?!_|pagefind\/|sitemap\.xml$).*\.(?!html$)\w+$/)
    for (const folder of ['feeds', 'data', 'share'])
      assert.ok(
        names.some((name) => name.startsWith(`${folder}/`)),
        folder,
      )
    const wrong: string[] = []
    for (const name of names) {
      const answer = await fetch(address(name))
      const file = readFileSync(join(projectFolder, small.folder, name))
      if (!file.equals(Buffer.from(await answer.arrayBuffer()))) wrong.push(`${answer.status} ${name}`)
    }
    assert.deepEqual(wrong, [])
    assert.equal((await fetch(address('feeds/none/atom.xml'))).status, 404)
  })

  test('the terminal tells the errors too, and when there are none any more', async () => {
    const hear = (wanted: RegExp) => until(() => wanted.test(said))
    // What other tests have edited may have been told too.
    said = ''
    const undo = edit('topics/ferries', (text) => text.replace('name:', 'called:'))
    await hear(/content\/topics\/ferries\.md\n +\d+:\d+ {2}error/)
    said = ''
    undo()
    await hear(/No errors in content any more\./)
  })

  test('nothing of it is in the built site', () => {
    const names = listFiles(small.folder, /\.(html|js|css)$/)
    const texts = names.map((name) => readFileSync(join(projectFolder, small.folder, name), 'utf8'))
    assert.deepEqual(
      names.filter((_, at) => /@notes|data-note|dataset\.note|@vite\/|<style/.test(texts[at] ?? '')),
      [],
    )
  })
})

/** Asks again until it is so; a machine with much else to do takes its time. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let times = 0; times < 600; times += 1) {
    if (await isSo()) return
    await setTimeout(100)
  }
  assert.fail(`In a minute it did not come to ${isSo}`)
}

type Look = { [property: string]: string }

/**
 * What makes each element look other than the one around it, with what stands before and after; of elements with the same
 * names and classes from three levels up, one, and none that is known from another page. Runs in the page.
 */
async function lookOfAll(known: string[]): Promise<Look[]> {
  await document.fonts.ready
  const names = [...getComputedStyle(document.body)].filter((name) => !name.startsWith('--'))
  // A build writes CSS shorter: `none` of a background as `0 0`.
  const read = (style: CSSStyleDeclaration) => names.map((name) => style.getPropertyValue(name).replaceAll('0%', '0px'))
  const valuesKnown = new Map<Element, string[]>()
  const valuesOf = (element: Element): string[] => {
    const values = valuesKnown.get(element) ?? read(getComputedStyle(element))
    valuesKnown.set(element, values)
    return values
  }
  const nameOf = (element: Element | null, levels = 3): string =>
    element && levels > 0
      ? `${nameOf(element.parentElement, levels - 1)} ${element.localName}#${element.id}.${element.classList}`
      : ''
  const one = new Map([...document.querySelectorAll('body, body *')].map((element) => [nameOf(element), element]))
  for (const name of known) one.delete(name)
  return [...one].flatMap(([named, element]) =>
    [null, '::before', '::after'].map((pseudo) => {
      const look: Look = { element: `${named}${pseudo ?? ''}` }
      const style = getComputedStyle(element, pseudo)
      // What is not there looks like nothing.
      if (pseudo !== null && style.content === 'none') return look
      const own = pseudo ? read(style) : valuesOf(element)
      const around = valuesOf((pseudo ? element : element.parentElement) ?? element)
      for (const [at, name] of names.entries()) {
        const value = own[at] ?? ''
        if (value !== around[at]) look[name] = value
      }
      return look
    }),
  )
}

/** The first properties that are not alike. */
function difference(wanted: Look, found: Look): string | null {
  const wrong = Object.keys({ ...wanted, ...found }).filter((name) => wanted[name] !== found[name])
  if (wrong.length === 0) return null
  return `${wanted['element']}: ${wrong.slice(0, 4).map((name) => `${name} ${found[name]}, not ${wanted[name]}`)}`
}
