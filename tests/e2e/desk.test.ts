/** The desk in a real browser: an article from the clipboard to the record by keys alone, and what a screen reader is told. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { Desk } from '../../src/desk/desk.ts'
import { createDeskServer } from '../../src/desk/server.ts'
import { harbour, harbourPage, writeRecord } from '../desk/harbour.ts'
import { hostileInputs } from '../hostile.ts'
import { testSites } from '../sites.ts'
import { findFaults } from './axe.ts'
import { type Browser, openBrowser, type Page, unpainted } from './browser.ts'

describe('the desk', () => {
  const folder = writeRecord(harbour)
  const other = writeRecord(harbour)
  const third = writeRecord(harbour)
  const fourth = writeRecord(harbour)
  const servers: Server[] = []
  let browser: Browser
  let page: Page
  const wrong: string[] = []
  let presses = 0

  /** Opens the desk of a record, and gives its address. */
  const serve = async (record: string): Promise<string> => {
    const { server, path } = createDeskServer(() => Desk.open(record))
    servers.push(server)
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`
  }

  before(async () => {
    const first = await serve(folder)
    browser = await openBrowser(unpainted)
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(first).origin })
    page = await context.newPage()
    page.setDefaultTimeout(5000)
    page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
    page.on('pageerror', (error) => wrong.push(error.message))
    await page.goto(first)
    await page.locator('#paste').waitFor()
  })
  after(async () => {
    await browser.close()
    for (const server of servers) server.close()
    for (const one of [folder, other, third, fourth]) rmSync(one, { recursive: true })
  })

  const question = () => page.locator('#question').innerText()
  const status = () => page.locator('p[role=status]').innerText()
  /** Presses keys one by one, and waits until the desk has answered. */
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      presses += 1
      await page.keyboard.press(key)
    }
  }
  /** Preact shows what it is told on the next frame. */
  const shown = () =>
    page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const answered = async (asks: () => Promise<unknown>) => {
    const told = page.waitForResponse((response) => response.request().method() === 'POST')
    await asks()
    await (await told).finished()
    await shown()
  }
  /** Opens a list by its key, and takes what is found first. */
  const choose = async (key: string, typed: string) => {
    await page.keyboard.press(key)
    await page.getByRole('combobox').pressSequentially(typed)
    await answered(() => page.keyboard.press('Enter'))
  }

  test('twenty quotes by five people are published in at most 45 key presses', async () => {
    const counted: string[] = []
    const seen = new Set<string>()
    await page.evaluate((text) => navigator.clipboard.writeText(text), harbourPage)
    await answered(() => press('Control+V'))
    for (let turn = 0; turn < 60; turn += 1) {
      const asked = await question()
      if (asked === 'Published') break
      // The tree that a screen reader has: what is asked, what is chosen, what has changed.
      if (!seen.has(asked)) {
        seen.add(asked)
        const tree = await page.locator('body').ariaSnapshot()
        assert.match(tree, /status: \S/, asked)
        assert.match(tree, asked === 'Who says it?' ? /button "(?:↵ )?Accept: Mara Łodzińska"/ : /button/)
        assert.ok(tree.includes(asked), tree)
        assert.deepEqual(await findFaults(page), [], asked)
      }
      const before = presses
      await answered(async () => {
        if (asked === 'A new event') await press(...'Ferry gone')
        await press('Enter')
      })
      counted.push(`${presses - before}  ${asked}  ${await status()}`)
      assert.ok(turn < 59, counted.join('\n'))
    }
    console.log(['1  Bring an article', ...counted, `${presses} key presses`].join('\n'))
    assert.ok(presses <= 45, String(presses))
    assert.equal(await question(), 'Published')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, path)).isFile() && !path.startsWith('.'))
      .filter((path) => harbour[path] === undefined)
      .sort()
    assert.deepEqual(files, [
      'articles/2025-03-03-five-voices-ferry.md',
      'events/2025-03-01-ferry-gone.md',
      'speakers/nils-aas.md',
      'speakers/tove-lind.md',
    ])
    const text = readFileSync(join(folder, 'articles/2025-03-03-five-voices-ferry.md'), 'utf8')
    assert.equal(text.match(/\.\.\/speakers\//g)?.length, 20)
    assert.match(text, /mara-lodzinska\.md#not-wait$/m)
    assert.doesNotMatch(text, /draft/)
  })

  test('undo goes back over the save, and to the beginning', async () => {
    await answered(() => press('u'))
    assert.equal(await status(), 'The save is taken back.')
    assert.deepEqual(
      readdirSync(join(folder, 'speakers')).sort(),
      Object.keys(harbour)
        .flatMap((path) => (path.startsWith('speakers/') ? [path.slice(9)] : []))
        .sort(),
    )
    assert.equal(await question(), 'All is decided')
    await answered(() => press('u'))
    assert.equal(await question(), 'Who says it?')
  })

  test('somebody else is chosen by number or by typing, ends move, and words that were missed are marked', async () => {
    await answered(() => press('2'))
    assert.match(await status(), /^Taken as a quote: /)
    await answered(() => press('u'))
    await page.keyboard.press('n')
    assert.equal(await page.getByRole('combobox').getAttribute('aria-expanded'), 'true')
    await page.keyboard.type('bjork')
    assert.match(await page.getByRole('listbox').ariaSnapshot(), /option "Jónas Björk" \[selected\]/)
    await answered(() => press('Enter'))
    assert.equal(await question(), 'All is decided')
    await choose('b', 'report')
    assert.equal(await question(), 'Does this report an event?')
    await answered(() => press('u'))
    await answered(() => press('u'))
    const asked = () => page.locator('blockquote mark.asked').innerText()
    const whole = await asked()
    await answered(() => press('ArrowLeft'))
    assert.equal(await asked(), whole.replace(/ [^ ]+$/, ''))
    await answered(() => press('ArrowRight'))
    assert.equal(await asked(), whole)
    await page.keyboard.press('e')
    for (let n = 0; n < 30; n += 1) await page.keyboard.press('ArrowUp')
    await page.keyboard.press('.')
    assert.match(await status(), /^The harbour committee heard .* afternoon\.$/)
    assert.deepEqual(await findFaults(page), [])
    await answered(() => press('q'))
    assert.equal(await status(), 'Marked as a quote.')
    assert.match(await asked(), /^The harbour committee/)
    await page.keyboard.press('p')
    assert.match(await page.getByRole('article').innerText(), /We will not wait/)
    await page.keyboard.press('p')
  })

  test('every key of a decision is on a visible button', async () => {
    const keys = await page.locator('[data-press]').evaluateAll((buttons) =>
      buttons.map((button) => {
        const key = button.querySelector('.key')
        const isSeen = (key?.getBoundingClientRect().width ?? 0) > 0 && button.textContent.trim() !== key?.textContent
        return isSeen ? button.getAttribute('data-press') : `${button.getAttribute('data-press')} is not seen`
      }),
    )
    const ends = ['[', ']', '{', '}', 'ArrowLeft', 'ArrowRight', 'Shift+ArrowLeft', 'Shift+ArrowRight']
    for (const key of ['u', 'e', 'p', 'x', 's', '1', 'n', 'q', 'r', 'm', 't', 'd', 'j', 'k', ...ends])
      assert.ok(keys.includes(key), `${key} of ${keys}`)
    const asked = () =>
      page
        .locator('blockquote mark.asked')
        .allInnerTexts()
        .then((all) => all.join(''))
    const whole = await asked()
    // There and back again: by a word, and by a sentence.
    for (const [there, back] of [
      [']', '['],
      ['ArrowLeft', 'ArrowRight'],
      [']', '{'],
      ['ArrowLeft', 'Shift+ArrowRight'],
    ] as const) {
      await answered(() => page.keyboard.press(there))
      assert.notEqual(await asked(), whole, there)
      await answered(() => page.keyboard.press(back))
      assert.equal(await asked(), whole, back)
    }
    for (const [key, told] of [
      ['}', /start is moved by a sentence/],
      ['Shift+ArrowLeft', /end is moved by a sentence/],
      ['j', /^Joined/],
      ['k', /^Split/],
    ] as const) {
      await answered(() => page.keyboard.press(key))
      assert.match(await status(), told)
    }
    // With a mouse: the words that are dragged over.
    const line = await page.locator('article [data-block]').first().boundingBox()
    assert.ok(line)
    await page.mouse.move(line.x + 2, line.y + 10)
    await page.mouse.down()
    await page.mouse.move(line.x + 200, line.y + 10, { steps: 4 })
    await page.mouse.up()
    assert.equal(await question(), 'What are these words?')
    assert.match(await page.locator('.decision blockquote').innerText(), /^The harbour/)
    await page.keyboard.press('Escape')
    assert.equal(await question(), 'Who says it?')
  })

  test('fits 320 px, in light and dark, and with forced colours', async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      assert.deepEqual(await findFaults(page), [], colorScheme)
    }
    await page.emulateMedia({ forcedColors: 'active' })
    assert.notEqual(
      await page
        .locator('mark.asked')
        .first()
        .evaluate((mark) => getComputedStyle(mark).backgroundColor),
      'rgba(0, 0, 0, 0)',
    )
    // 640 px are 1280 at 200 %.
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 640 })
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(wide <= width, `${wide} px`)
    }
    await page.emulateMedia({ forcedColors: 'none' })
    await page.setViewportSize({ width: 1280, height: 800 })
  })

  test('an article of the record is opened again, and a quote given to somebody else', async () => {
    await page.goto(await serve(other))
    await page.locator('#paste').waitFor()
    await choose('o', 'bridge')
    assert.equal(await question(), 'What is to be changed?')
    await choose('1', 'bjork')
    assert.match(await page.locator('.decision').innerText(), /articles\/bridge\.md[\s\S]*topics\/ferries\.md/)
    assert.deepEqual(await findFaults(page), [])
    for (let n = 0; n < 2; n += 1) await answered(() => page.keyboard.press('u'))
    assert.equal(await question(), 'Bring an article')
  })

  test('a topic is begun by keys alone, and a speaker changed, each in a form of its schema', async () => {
    await choose('o', 'new topic')
    assert.equal(await question(), 'A new topic')
    assert.deepEqual(await findFaults(page), [])
    await answered(() => page.keyboard.press('Enter'))
    assert.match(await status(), /Some fields need another value/)
    assert.equal(await page.getByLabel('name').getAttribute('aria-invalid'), 'true')
    await page.keyboard.type('Who pays?')
    await page.getByLabel('Add to quotes').fill('mara-lodzinska#not-wait')
    await page.keyboard.press('Enter')
    assert.equal(await page.getByLabel('quotes', { exact: true }).inputValue(), 'mara-lodzinska#not-wait')
    await answered(() => page.keyboard.press('Control+Enter'))
    assert.match(await page.locator('.decision').innerText(), /topics\/who-pays\.md/)
    await choose('o', 'björk')
    // Another office appears as soon as one is begun, and a date is said in words.
    const titles = page.getByLabel('title')
    assert.equal(await titles.count(), 2)
    await titles.nth(1).fill('Harbour master')
    assert.equal(await titles.count(), 3)
    await page.getByLabel('from').nth(1).fill('../2026-02')
    assert.match(await page.locator('output').innerText(), /by February 2026/)
    assert.deepEqual(await findFaults(page), [])
    await answered(() => page.keyboard.press('Control+Enter'))
    const before = harbour['speakers/jonas-bjork.md'] ?? ''
    await answered(() => page.keyboard.press('Enter'))
    assert.equal(await question(), 'Published')
    assert.equal(
      readFileSync(join(other, 'speakers/jonas-bjork.md'), 'utf8'),
      before.replace(/( {2}- title: Minister.*\n)/, '$1  - title: Harbour master\n    from: ../2026-02\n'),
    )
    await answered(() => page.keyboard.press('Enter'))
  })

  test('hostile pages run nothing, chosen, pasted or dropped', async () => {
    const source = `<!doctype html><title>Seen</title><h1>A <img src=x onerror="document.title='run'"> walk</h1>
<p>“We walk <script>document.title='run'</script>&lt;img src=x onerror=alert(1)&gt; to the ferry and back again,” said <svg onload="document.title='run'"></svg>Runa Falk on the pier.</p>
${hostileInputs.map(({ text }) => `<p>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')} and some words of prose after it, so that it is read as a paragraph.</p>`).join('\n')}
${hostileInputs.map(({ text }) => `<div>${text}</div>`).join('\n')}`
    const asked: string[] = []
    await page.goto(await serve(third))
    page.on('request', (request) => asked.push(request.url()))
    await page.evaluate(() => Object.assign(window, { hit: () => (document.title = 'run') }))
    /** Hands it over as a browser does when somebody pastes or drops it. */
    const hand = (event: 'paste' | 'drop', type: string) =>
      page.evaluate(
        ([event, type, source]) => {
          const clipboardData = new DataTransfer()
          if (type === 'file') clipboardData.items.add(new File([source], 'hostile.html', { type: 'text/html' }))
          else clipboardData.setData(type, source)
          const given = { bubbles: true, cancelable: true, clipboardData, dataTransfer: clipboardData }
          const made = event === 'paste' ? new ClipboardEvent('paste', given) : new DragEvent('drop', given)
          document.querySelector('#paste')?.dispatchEvent(made)
        },
        [event, type, source] as const,
      )
    const file = { name: 'hostile.html', mimeType: 'text/html', buffer: Buffer.from(source) }
    const ways = {
      chosen: () => page.locator('input[type=file]').setInputFiles(file),
      'pasted as a page': () => hand('paste', 'text/html'),
      'pasted as source': () => hand('paste', 'text/plain'),
      'dropped as a file': () => hand('drop', 'file'),
      'dropped as text': () => hand('drop', 'text/plain'),
    }
    for (const [way, bring] of Object.entries(ways)) {
      await page.locator('#paste').waitFor()
      await answered(bring)
      assert.match(await page.getByRole('article').innerText(), /<img src=x onerror=alert\(1\)>/, way)
      const inert = async (shown: string) =>
        assert.equal(await page.locator(`${shown} :is(img, script, svg, iframe, a, style)`).count(), 0, way)
      await inert('article')
      await page.getByRole('button', { name: 'As readers see it' }).click()
      await inert('article.readers')
      await page.getByRole('button', { name: 'Back to the desk' }).click()
      await answered(() => page.getByRole('button', { name: 'Undo' }).click())
    }
    assert.equal(await page.title(), 'The desk')
    assert.deepEqual(
      asked.filter((url) => !url.startsWith(new URL(page.url()).origin)),
      [],
    )
    assert.deepEqual(wrong, [])
  })

  test('texts from right to left and without blanks are marked by keys', async () => {
    const texts = {
      ar: {
        body: '«لن ننتظر العبّارة القادمة أبدا»، قالت مارا. ثم ذهبت إلى المرفأ مع الأطفال.',
        first: '«لن',
        second: 'ننتظر',
        on: 'ArrowLeft',
        dir: 'rtl',
      },
      zh: {
        body: '“我们不会等待下一班渡轮，”马拉说。她然后去了港口。',
        first: '“我们',
        second: '不会',
        on: 'ArrowRight',
        dir: 'ltr',
      },
    }
    for (const [language, { body, first, second, on, dir }] of Object.entries(texts)) {
      await page.locator('#paste').waitFor()
      const text = `<!doctype html><html lang="${language}"><title>${first}</title><article><h1>${first}</h1><p>${body}</p><p>${body}</p></article>`
      const buffer = Buffer.from(text)
      await answered(() =>
        page.locator('input[type=file]').setInputFiles({ name: `${language}.html`, mimeType: 'text/html', buffer }),
      )
      await page.getByLabel('title').fill(first)
      await page.getByLabel('outlet').fill('the-ledger')
      await page.getByLabel('published').fill('2025-03-03')
      await page.getByLabel('url').fill(`https://ledger.example.org/${language}`)
      await page.getByLabel('language').fill(language)
      await answered(() => page.keyboard.press('Enter'))
      const article = page.getByRole('article')
      assert.equal(await article.evaluate((element) => getComputedStyle(element).direction), dir, language)
      assert.equal(await page.getByRole('status').evaluate((element) => getComputedStyle(element).direction), 'ltr')
      await page.keyboard.press('e')
      await page.keyboard.press('ArrowUp')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press(on)
      assert.equal(await page.locator('mark.selected').first().innerText(), second)
      await page.keyboard.press('.')
      assert.match(await status(), /[.。]$/)
      assert.deepEqual(await findFaults(page), [], language)
      await page.keyboard.press('Escape')
      for (let n = 0; n < 2; n += 1) await answered(() => page.getByRole('button', { name: 'Undo' }).click())
    }
  })

  test('what was cut is put back by a key, and what the checks refuse stands below its paragraph', async () => {
    await page.goto(await serve(fourth))
    const buffer = Buffer.from(harbourPage.replace('five people', '“five people”'))
    await page.locator('#paste').waitFor()
    const held = Promise.withResolvers<void>()
    await page.route('**/check', (route) => held.promise.then(() => route.continue()))
    await answered(() =>
      page.locator('input[type=file]').setInputFiles({ name: 'page.html', mimeType: 'text/html', buffer }),
    )
    const article = page.getByRole('article')
    assert.doesNotMatch(await article.innerText(), /Storm closes/)
    // The form takes the focus when it is there, and not once more when the checks have answered.
    const typed = page.locator('form :focus')
    await typed.waitFor()
    await page.keyboard.press('Escape')
    await typed.waitFor({ state: 'detached' })
    const checked = page.waitForResponse('**/check')
    held.resolve()
    await (await checked).finished()
    await shown()
    assert.equal(await typed.count(), 0)
    await page.unroute('**/check')
    const key = await page
      .getByRole('listitem')
      .filter({ hasText: 'Storm closes' })
      .getByRole('button')
      .getAttribute('data-press')
    await answered(() => page.keyboard.press(key ?? ''))
    assert.match(await article.innerText(), /Storm closes/)
    await answered(() => page.getByRole('button', { name: 'These are the facts' }).click())
    assert.match(await page.locator('blockquote').innerText(), /five people/)
    await answered(() => page.keyboard.press('t'))
    await answered(() => page.keyboard.press('x'))
    await page.keyboard.press('d')
    await page.keyboard.type('2025-03-20')
    await answered(() => page.keyboard.press('Enter'))
    for (let n = 0; n < 2; n += 1) await answered(() => page.keyboard.press('Enter'))
    const fault = page.locator('p:has-text("We will not wait") + .fault')
    await fault.waitFor()
    assert.match(await fault.innerText(), /2025-03-20/)
    assert.match(await page.locator('#left').innerText(), /left to decide; the checks find \d/)
    assert.deepEqual(await findFaults(page), [])
    await answered(() => page.keyboard.press('g'))
    assert.match(await page.locator('blockquote').innerText(), /We will not wait/)
  })

  test('no byte of it is in a built site', () => {
    const names = /Mark what was missed|preact|data-press/
    for (const { folder: built } of Object.values(testSites)) {
      const files = readdirSync(join(built, '_astro')).filter((name) => /\.(?:js|css)$/.test(name))
      assert.ok(files.length > 0)
      for (const name of files) assert.doesNotMatch(readFileSync(join(built, '_astro', name), 'utf8'), names, name)
    }
  })
})
