/** The first page of a long timeline. Sizes are the same on every machine, so they can be tested. */
import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { getViteConfig } from 'astro/config'
import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import { createServer } from 'vite'
import { writeTimeline } from '../../bench/timeline/generate.ts'
import { readUnrendered } from '../../src/loaders/from-disk.ts'
import { toTimelineViews } from '../../src/record/timeline-views.ts'
import { projectFolder, testSites } from '../sites.ts'

const budget = 40 * 1024
const count = 3000
const folder = join(projectFolder, testSites.empty.folder)
const read = (file: string): string => readFileSync(join(folder, file), 'utf8')
const sizeOf = (text: string): number => gzipSync(text, { level: 9 }).length

test(`of ${count} events the first page and the style sheet stay below 40 KB compressed`, async (context) => {
  const content = mkdtempSync(join(tmpdir(), 'timeline-'))
  context.after(() => rmSync(content, { recursive: true, force: true }))
  writeTimeline(content, count)
  const { record } = readUnrendered(content)
  assert.equal(record.events.length, count)
  const [view] = toTimelineViews(record)
  assert.ok(view && view.page.last > 60 && view.page.items[0]?.id === 'ahead')

  // A build of all its pages takes a minute; its list alone, in the frame of a page that is built already, seconds.
  const list = await renderList({ record, view })
  assert.equal(list.match(/<article /g)?.length, 40 + 10 + 2, 'events, those ahead, and two in the template')
  const page = read('timeline/index.html').replace(/(<main[^>]*>).*(<\/main>)/s, (_, start, end) => start + list + end)
  assert.ok(page.includes(list) && page.includes('</html>'))
  const sheets = readdirSync(join(folder, '_astro')).filter((file) => file.endsWith('.css'))
  assert.ok(sheets.length > 0)
  const sizes = { html: sizeOf(page), css: sheets.reduce((sum, file) => sum + sizeOf(read(`_astro/${file}`)), 0) }
  context.diagnostic(JSON.stringify(sizes))
  assert.ok(sizes.html + sizes.css < budget, JSON.stringify(sizes))
})

/** The component as a build compiles it, without a dev server of the whole project around it. */
async function renderList(props: Record<string, unknown>): Promise<string> {
  const quiet = { logLevel: 'error' } as const
  const toConfig = getViteConfig(
    { ...quiet, optimizeDeps: { noDiscovery: true, include: [] } },
    { ...quiet, root: projectFolder, configFile: false, devToolbar: { enabled: false } },
  )
  const { plugins = [], ...config } = await toConfig({ command: 'serve', mode: 'production' })
  const all = (await Promise.all(plugins)).flat() as ({ name?: string } | null)[]
  const server = await createServer({
    ...config,
    configFile: false,
    plugins: all.filter((plugin) => plugin?.name !== 'astro:server') as typeof plugins,
    server: { middlewareMode: true, ws: false, watch: null },
  })
  try {
    const { default: list } = await server.ssrLoadModule('/src/components/TimelineList.astro')
    return await (await AstroContainer.create()).renderToString(list, { props })
  } finally {
    await server.close()
  }
}
