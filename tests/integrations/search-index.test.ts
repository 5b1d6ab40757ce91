import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, test } from 'node:test'

const out = await mkdtemp(join(tmpdir(), 'site-'))
process.env['CONTENT'] = join(import.meta.dirname, '../fixtures/small/content')
process.env['OUT'] = out
process.env['BASE'] = '/on-record'
const { readContent } = await import('../../src/loaders/from-disk.ts')
const { toViews } = await import('../../src/views/views.ts')
const { searchIndex, writeSearch } = await import('../../src/integrations/search-index.ts')
after(() => rm(out, { recursive: true }))

const logger = { info: () => {}, warn: (text: string) => warnings.push(text) }
const warnings: string[] = []

/** What the development server is given: the answer to a path, or `null` when it is left to others. */
async function serve(): Promise<(url: string) => Promise<{ type: string; bytes: number } | null>> {
  const stack: { handle: (...args: unknown[]) => void }[] = []
  const setup = searchIndex().hooks['astro:server:setup'] as unknown as (given: object) => Promise<void>
  await setup({ server: { middlewares: { stack } }, logger })
  return (url) =>
    new Promise((done) => {
      let [type, bytes] = ['', 0]
      const response = new Writable({
        write: (chunk: Buffer, _, next) => {
          bytes += chunk.length
          next()
        },
        final: (next) => {
          next()
          done({ type, bytes })
        },
      })
      Object.assign(response, { setHeader: (_: string, value: string) => (type = value) })
      stack[0]?.handle({ url: '/elsewhere', originalUrl: url }, response, () => done(null))
    })
}

test('says what to do before there is an index', async () => {
  await serve()
  assert.match(warnings.join(), /npm run build/)
})

test('writes the index into the built site and serves it to editors', async () => {
  assert.match(await writeSearch(toViews(readContent().record), out), /^[1-9]\d* records can be searched$/)
  assert.ok((await readdir(join(out, 'pagefind'))).includes('pagefind-entry.json'))

  const ask = await serve()
  const script = await ask('/on-record/pagefind/pagefind.js?import')
  assert.equal(script?.type, 'text/javascript')
  assert.ok(script.bytes > 1000)
  const [chunk = ''] = await readdir(join(out, 'pagefind/index'))
  assert.ok(((await ask(`/on-record/pagefind/index/${chunk}`))?.bytes ?? 0) > 100)
})

test('leaves to others what is not in the index', async () => {
  const ask = await serve()
  for (const url of [
    '/on-record/',
    '/pagefind/pagefind.js',
    '/on-record/pagefind/',
    '/on-record/pagefind/none.js',
    '/on-record/pagefind/../package.json',
    '/on-record/pagefind/%2e%2e/package.json',
    '/on-record/pagefind/index',
  ]) {
    assert.equal(await ask(url), null, url)
  }
})
