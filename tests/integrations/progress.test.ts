/** What a build says while it works: in a terminal what it does and how far it is, elsewhere nothing. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AstroPrerenderer } from 'astro'
import { countPages, showProgress } from '../../src/integrations/progress.ts'

function screenOf(isTTY: boolean) {
  const said: string[] = []
  return { isTTY, said, write: (text: string) => said.push(text) }
}

const paths = Array.from({ length: 1200 }, (_, index) => ({ pathname: `/${index}/`, route: {} }))
const own = {
  name: 'own',
  getStaticPaths: async () => paths,
  render: async () => new Response('page'),
} as unknown as AstroPrerenderer
type Options = Parameters<AstroPrerenderer['render']>[1]
const ask = (counting: AstroPrerenderer, index: number) =>
  counting.render(new Request(`https://example.org/${index}/`), { routeData: { type: 'page' } } as Options)

test('outside a terminal a build says nothing, and the pages are counted all the same', async () => {
  const screen = screenOf(false)
  const hooks = showProgress(screen).hooks as { [hook: string]: (options: object) => void }
  hooks['astro:config:setup']?.({ command: 'build' })
  let counting = own
  hooks['astro:build:start']?.({
    setPrerenderer: (wrap: (one: AstroPrerenderer) => AstroPrerenderer) => (counting = wrap(own)),
  })
  await counting.getStaticPaths()
  await ask(counting, 0)
  await counting.teardown?.()
  assert.deepEqual(screen.said, [])
  const [mark] = performance.getEntriesByName('made', 'mark') as PerformanceMark[]
  assert.equal(mark?.detail, 1)
})

test('in a terminal it says what it does', () => {
  const screen = screenOf(true)
  const hooks = showProgress(screen).hooks as { [hook: string]: (options: object) => void }
  hooks['astro:config:setup']?.({ command: 'build' })
  hooks['astro:build:setup']?.({ target: 'server' })
  hooks['astro:build:setup']?.({ target: 'client' })
  hooks['astro:build:generated']?.({})
  assert.equal(screen.said.length, 3)
  assert.ok(screen.said.every((line) => /^[A-Z].* …\n$/.test(line)))
})

test('`npm run dev` and `astro check` build nothing, and say nothing of it', () => {
  const screen = screenOf(true)
  const hooks = showProgress(screen).hooks as { [hook: string]: (options: object) => void }
  for (const command of ['dev', 'sync', 'preview']) hooks['astro:config:setup']?.({ command })
  assert.deepEqual(screen.said, [])
})

test('pages are counted, of all that there are', async (context) => {
  context.mock.timers.enable({ apis: ['Date'] })
  const screen = screenOf(true)
  const counting = countPages(own, screen)
  assert.equal(await counting.getStaticPaths(), paths)
  for (let index = 0; index < 3; index += 1) {
    context.mock.timers.tick(1000)
    assert.equal(await ((await ask(counting, index)) as Response).text(), 'page')
  }
  await counting.teardown?.()
  const counts = [
    '0 of 1,200\r',
    '1 of 1,200\r',
    '2 of 1,200\r',
    '3 of 1,200\r',
    '1,200 of 1,200, 1,197 of them as they were\n',
  ]
  assert.deepEqual(
    screen.said,
    counts.map((count) => `Pages and data files: ${count}`),
  )
})

test('a count is shown a few times a second, however many pages there are', async (context) => {
  context.mock.timers.enable({ apis: ['Date'] })
  const screen = screenOf(true)
  const counting = countPages(own, screen)
  await counting.getStaticPaths()
  for (let index = 0; index < 1000; index += 1) {
    context.mock.timers.tick(1)
    await ask(counting, index)
  }
  assert.ok(screen.said.length <= 12, `${screen.said.length} times in a second`)
})

test('what goes wrong with a page is passed on', async () => {
  const failing = { ...own, render: async () => Promise.reject(new Error('no page')) }
  const screen = screenOf(true)
  const counting = countPages(failing, screen)
  await counting.getStaticPaths()
  await assert.rejects(async () => ask(counting, 0), /no page/)
  await counting.teardown?.()
  assert.match(screen.said.at(-1) ?? '', /: 0 of 1,200\n$/)
})
