/**
 * Hostile inputs in every place where content goes, in a real browser: none is executed and none leaves a trace. Tried with
 * the policy header off, and with the sanitiser off and the header on. For that a copy of the project is built, in which a
 * few files are exchanged; what is shipped has no switch.
 */
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Browser, type BrowserContext, errors } from 'playwright-core'
import { visit } from 'unist-util-visit'
import { createSiteServer, listen } from '../../src/cli/serve.ts'
import { toPolicy } from '../../src/headers.ts'
import { hostileInputs, hostileLook, toHostileRecord, wordOf } from '../hostile.ts'
import { copyProject, type ProjectCopy } from '../project-copy.ts'
import { listFiles, projectFolder, testSites } from '../sites.ts'
import { openBrowser, unpainted } from './browser.ts'

const policy = toPolicy()

/** Takes the content as it is: the checks refuse nearly all of it. */
const withoutChecks = {
  'src/checks/check-content.ts': 'export function checkContent() { return [] }\n',
  // Pictures are no HTML, and take long.
  'src/images/write-images.ts': 'export const writeImages = async () => 0\n',
}
/** What is not searched needs no index. */
const withoutIndex = {
  'src/search/write-index.ts':
    "import { mkdirSync } from 'node:fs'\nexport const writeSearchIndex = async (_, folder) => mkdirSync(folder)\n",
}
const withoutFeeds = { 'src/feeds/formats.ts': 'export const feedFormats = []\n' }
/** Of things with an address of their own, articles and our own pages alone: what is looked at without the sanitiser. */
const withoutOtherPages = Object.fromEntries(
  listFiles('src/pages', /\.(?:astro|ts)$/)
    .map((name) => `src/pages/${name}`)
    .filter((path) => !/\/(?:articles|pages)\/\[id\]\.astro$/.test(path))
    .filter((path) => readFileSync(join(projectFolder, path), 'utf8').includes('getStaticPaths'))
    .map((path): [string, string] => {
      const none = 'export const getStaticPaths = () => []\n'
      return [path, path.endsWith('.astro') ? `---\n${none}---\n` : `${none}export const GET = () => new Response()\n`]
    }),
)
/** Prints the prose as it was written. */
const withoutSanitiser = {
  'src/markdown/sanitise.ts': 'export const rehypeSanitise = () => () => {}\n',
  'src/components/Nodes.astro': `---
import { toHtml } from '../markdown/nodes.ts'
const html = toHtml(Astro.props.nodes).replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&')
---
<Fragment set:html={html} />
`,
}
/** Texts of files, by their paths. */
type Files = { [path: string]: string }

interface Site {
  folder: string
  origin: string
  close: () => void
}

describe('hostile content', () => {
  let project: ProjectCopy
  let browser: Browser
  before(async () => {
    project = await copyProject('hostile')
    // Nothing is to leave the machine, whatever asks. To intercept requests would turn the browser's cache off.
    browser = await openBrowser([...unpainted, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'])
  })
  after(async () => {
    await browser?.close()
    await project?.remove()
  })

  /** The site of a record, built with some files of the project exchanged, and served. */
  async function build(name: string, record: Files, exchanged: Files): Promise<Site> {
    // An exchanged file that is not there any more would exchange nothing.
    const before = Object.keys(exchanged).map((path) => [path, readFileSync(join(project.folder, path), 'utf8')])
    const content = Object.entries(record).map(([path, text]) => [`${name}/${path}`, text])
    writeInto(project.folder, { ...exchanged, ...Object.fromEntries(content) })
    const folder = join(project.folder, `site-of-${name}`)
    const cache = join(project.folder, `cache-of-${name}`)
    const { code, output } = await project.command('src/cli/build.ts', {
      CONTENT: name,
      OUT: folder,
      CACHE: cache,
      BASE: '/',
      SITE: 'https://record.example',
    })
    writeInto(project.folder, Object.fromEntries(before))
    assert.equal(code, 0, output)
    const server = createSiteServer(folder, '/')
    const origin = `http://127.0.0.1:${await listen(server, 0)}`
    const close = () => {
      server.close()
      server.closeAllConnections()
    }
    return { folder, origin, close }
  }

  describe('with the sanitiser', () => {
    let site: Site
    before(async () => {
      site = await build('sanitised', toHostileRecord(hostileInputs), withoutChecks)
    })
    after(() => site?.close())

    test('leaves no trace in the HTML: no element, attribute, address or name that a harmless record has not', () => {
      const { folder } = testSites.small
      const known = new Set(pagesOf(folder).flatMap((page) => tracesOf(page, folder)))
      // Where one speaker has spoken of a topic nobody else can be compared.
      known.add('div[dataCompare]')
      // What CommonMark makes of marks in a text.
      for (const tag of ['blockquote', 'br', 'code', 'em', 'h2', 'hr', 'li', 'ol', 'pre', 'strong', 'ul'])
        known.add(`<${tag}>`)
      for (const name of ownClasses()) known.add(`class ${name}`)
      // By these the rules of a component are told from others; which ones there are, the style sheets say.
      for (const file of listFiles(site.folder, /\.css$/))
        for (const [name] of readFileSync(join(site.folder, file), 'utf8').matchAll(/\bastro-\w+/g))
          known.add(`class ${name}`)
      known.add('a[href] https://example.org').add('a[rel] external noopener')
      const pages = pagesOf(site.folder)
      assert.ok(pages.length > hostileInputs.length * 6, `${pages.length} pages`)
      const foreign = pages.flatMap((page) =>
        tracesOf(page, site.folder)
          .filter((trace) => !known.has(trace))
          .map((trace) => `${page}: ${trace}`),
      )
      assert.deepEqual([...new Set(foreign)], [])
    })

    test('executes nothing, in any place, with the policy header off', async () => {
      // Between them these pages show every place; the others are made of the same parts. The lists and our own pages have all
      // inputs, and one in ten has its own page of each kind: that all pages are clean is shown above.
      const pages = listFiles(
        site.folder,
        /^(?:(?:articles\/a-\d*3|pages\/p-\d*|speakers\/s-\d*5|events\/e-\d*7)\/|\w*\/?)index\.html$/,
      )
      assert.ok(pages.length > hostileInputs.length * 0.4)
      const seen = await visitAll(browser, site, pages, { bypassCSP: true })
      assert.deepEqual(seen, [])
    })

    test('executes nothing among the results of a search, with the policy header off', async () => {
      const context = await browser.newContext({ bypassCSP: true })
      const seen = await watch(context)
      let found = 0
      const queue = [...hostileInputs.keys()].filter((at) => at % 8 === 0)
      const all = queue.length
      const work = async () => {
        const page = await context.newPage()
        await page.goto(`${site.origin}/search/`)
        for (let n = queue.shift(); n !== undefined; n = queue.shift()) {
          await page.getByRole('main').getByRole('searchbox').fill(wordOf(n))
          await page
            .locator(['s', 'a', 'e', 't'].map((noun) => `main a[href*="/${noun}-${n}/"]`).join())
            .first()
            .waitFor({ timeout: 10_000 })
            .then(() => (found += 1), ignoreTimeout)
        }
      }
      await Promise.all(Array.from({ length: 2 }, work))
      await context.close()
      assert.deepEqual(seen, [])
      assert.ok(found >= all / 2, `${found} searches of ${all} had results`)
    })

    test('executes nothing in the data files', async () => {
      const files = listFiles(site.folder, /^(?:data|feeds)\//)
      assert.ok(files.length > 5)
      // Of JSON a browser shows the text, which takes long and runs nothing: it is read below.
      const shown = files.filter((file) => !file.endsWith('.json'))
      const few = [...new Map(shown.map((file) => [file.replace(/\d+/g, ''), file])).values()]
      assert.deepEqual(await visitAll(browser, site, few, { bypassCSP: true, acceptDownloads: false }), [])
      for (const file of files.filter((name) => name.endsWith('.json')))
        JSON.parse(readFileSync(join(site.folder, file), 'utf8'))
    })
  })

  describe('without the sanitiser', () => {
    let site: Site
    let pages: string[]
    before(async () => {
      site = await build(
        'raw',
        { ...toHostileRecord(hostileInputs), ...hostileLook },
        {
          ...withoutChecks,
          ...withoutIndex,
          ...withoutFeeds,
          ...withoutOtherPages,
          ...withoutSanitiser,
        },
      )
      pages = listFiles(site.folder, /^articles\/a-\d+\/index\.html$/)
    })
    after(() => site?.close())

    test('the inputs are live: without the policy header many are executed', async () => {
      const some = pages.filter((_, at) => at % 6 === 0)
      const seen = await visitAll(browser, site, some, { bypassCSP: true })
      const inputs = new Set(seen.filter((what) => what.includes('hit')).map((what) => /-(\d+)\//.exec(what)?.[1]))
      assert.ok(inputs.size >= some.length / 3, `${inputs.size} inputs of ${some.length} were executed`)
    })

    test('with the policy header on, a look that no check has seen runs nothing, and nothing of it is asked of another server', async () => {
      const context = await browser.newContext()
      const seen = await watch(context)
      const left: string[] = []
      // What the policy forbids does not come so far.
      await context.route(/evil\.example/, (route) => {
        left.push(route.request().url())
        return route.abort()
      })
      const page = await context.newPage()
      for (const path of ['', 'pages/p-0/', 'look/a.svg', 'favicon.svg']) {
        await page.goto(`${site.origin}/${path}`)
        await page.evaluate(moveAbout)
        await page.waitForTimeout(300)
      }
      await context.close()
      assert.deepEqual([seen.filter((what) => !what.includes('asked for')), left], [[], []])
    })

    test('none is executed with the policy header on', async () => {
      // Our own pages have all inputs between them, and one in three its own article besides.
      const all = listFiles(site.folder, /^pages\/p-\d+\/index\.html$/)
      assert.ok(all.length * 12 >= hostileInputs.length)
      const seen = await visitAll(browser, site, [...all, ...pages.filter((_, at) => at % 3 === 0)], {})
      assert.deepEqual(
        seen.filter((what) => !what.includes('asked for')),
        [],
      )
    })
  })
})

function writeInto(folder: string, files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function pagesOf(folder: string): string[] {
  return listFiles(folder, /\.html$/)
}

/** What a page is made of: elements, attributes, where addresses lead, and the names that scripts and styles go by. */
function tracesOf(page: string, folder: string): string[] {
  const traces: string[] = []
  const tree: Root = fromHtml(readFileSync(resolve(projectFolder, folder, page), 'utf8'))
  visit(tree, (node) => {
    if (node.type !== 'element') {
      if (node.type !== 'text' && node.type !== 'root') traces.push(node.type)
      return
    }
    traces.push(`<${node.tagName}>`, ...attributesOf(node))
    if (node.tagName === 'script' && node.properties['type'] === 'application/ld+json') {
      const [text] = node.children
      JSON.parse(text?.type === 'text' ? text.value : '')
    }
  })
  return [...new Set(traces)]
}

function attributesOf({ tagName, properties }: Element): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    // Astro's own, by which the styles of a component find their elements.
    if (/^dataAstroCid[A-Z0-9]\w{7}$/.test(name)) return []
    const at = `${tagName}[${name}]`
    if (/^(?:href|src|srcSet|action|formAction|cite|data|poster|xLinkHref)$/i.test(name))
      return [at, `${at} ${toOrigin(String(value))}`]
    if (name === 'className') return [at, ...[value].flat().map((token) => `class ${token}`)]
    if (/^(?:type|rel|httpEquiv|method|target|is|name|property)$/i.test(name))
      return [at, `${at} ${[value].flat().join(' ')}`]
    if (name === 'id') return [at, ...(String(value).startsWith('evil') ? [`${at} ${value}`] : [])]
    return [at]
  })
}

/** Classes that our own components and renderers give. */
function ownClasses(): string[] {
  const folder = join(projectFolder, 'src')
  const sources = listFiles(folder, /^(?:components|layouts|pages|markdown|styles)\/.*\.(?:astro|ts|css)$/)
  return [...new Set(sources.flatMap((file) => readFileSync(join(folder, file), 'utf8').match(/[a-z][\w-]+/g) ?? []))]
}

/** Where an address leads: to the site itself, or to which host and by which protocol. */
function toOrigin(address: string): string {
  const url = new URL(address, 'https://record.example/')
  if (url.origin === 'https://record.example') return 'itself'
  if (url.protocol === 'mailto:') return 'mailto:'
  // Each outlet has a host of its own in this record.
  return `${url.protocol}//${url.host.replace(/^o\d+\./, 'o.')}`
}

/** Visits files of a site, several at a time, and moves about in them; gives what was executed or asked for. */
async function visitAll(
  browser: Browser,
  site: Site,
  files: string[],
  options: Parameters<Browser['newContext']>[0],
): Promise<string[]> {
  const context = await browser.newContext(options)
  const seen = await watch(context)
  const queue = [...files]
  const again = new Set<string>()
  const work = async () => {
    let page = await context.newPage()
    for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
      const address = `${site.origin}/${file.replace(/(^|\/)index\.html$/, '$1')}`
      const visit = page.goto(address, { waitUntil: 'load', timeout: 10_000 }).then(() => page.evaluate(moveAbout))
      const outcome = await toOutcome(visit)
      if (outcome === 'done') continue
      // A browser that has much to do may forget a page: it is looked at twice, then told.
      if (outcome === 'late') {
        if (again.has(file)) seen.push(`${file}: no answer`)
        else queue.push(file)
        again.add(file)
      }
      // It led away or downloaded: what it did is on the list all the same.
      page.close().catch(() => {})
      page = await context.newPage()
    }
    await page.waitForTimeout(300)
  }
  await Promise.all(Array.from({ length: 3 }, work))
  // Not waited for: some of them keep it from closing for a quarter of a minute.
  context.close().catch(() => {})
  return seen
}

/** How something ends that no limit of the browser's own ends: at the latest when twice that limit is over. */
function toOutcome(something: Promise<unknown>): Promise<'done' | 'failed' | 'late'> {
  return Promise.race([
    something.then(
      () => 'done' as const,
      () => 'failed' as const,
    ),
    setTimeout(20_000, 'late' as const, { ref: false }),
  ])
}

/** The list of all that is executed in a context, or asked of another host. */
async function watch(context: BrowserContext): Promise<string[]> {
  const seen: string[] = []
  await context.exposeBinding('hit', ({ page }) => {
    seen.push(`${page.url()}: hit`)
  })
  context.on('dialog', (dialog) => {
    seen.push(`${dialog.page()?.url()}: dialog`)
    dialog.dismiss().catch(() => {})
  })
  context.on('request', (request) => {
    if (request.url().includes('evil.example')) seen.push(`asked for ${request.url()}`)
  })
  return seen
}

/** Runs in the page: does what a reader may do to whatever looks foreign. */
function moveAbout(): void {
  for (const element of document.querySelectorAll('*')) {
    const handlers = element.getAttributeNames().some((name) => name.startsWith('on'))
    const leads = /^\s*(?:java|vb|data)/i.test(element.getAttribute('href') ?? '')
    if (!handlers && !leads) continue
    for (const name of ['mouseover', 'focus', 'toggle', 'click'])
      element.dispatchEvent(new Event(name, { bubbles: false, cancelable: false }))
    if (element instanceof HTMLElement) element.click()
  }
}

function ignoreTimeout(error: unknown): void {
  if (!(error instanceof errors.TimeoutError)) throw error
}

test('the policy is the one that is tried', () => assert.match(policy, /script-src 'self'/))
