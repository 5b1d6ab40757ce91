/** What servers of one's own send with the lines we print, where they are installed. */
import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { freePort } from '../../bench/site.ts'
import { forms } from '../../src/cli/headers.ts'
import { readRedirects } from '../../src/cli/servers.ts'
import { asked, kept, toHeaders, toPolicy } from '../../src/headers.ts'
import { type Running, servers } from '../servers.ts'

const headers = toHeaders()
const policy = toPolicy()

test('redirects are read as a build writes them', () => {
  const text = '/on-record/events/a/ /on-record/events/b/ 301\n\n/x/ https://example.org/ 301\n/x{/ /y/ 301\n'
  assert.deepEqual(readRedirects(text), [{ from: '/on-record/events/a/', to: '/on-record/events/b/' }])
})

for (const [name, { found, start }] of Object.entries(servers)) {
  for (const base of ['/', '/on-record/']) {
    describe(`${name} under ${base}`, { skip: !found && `${name} is not installed` }, () => {
      const folder = mkdtempSync(join(tmpdir(), `${name}-`))
      const redirects = [{ from: `${base}events/old-name/`, to: `${base}timeline/` }]
      const site = { base, folder: join(folder, 'a site'), host: '', redirects, script: null }
      const lines = forms[name]?.(site) ?? ''
      let server: Running | null = null
      let origin = ''
      const get = (path: string, encoding = 'identity') =>
        fetch(origin + path, { redirect: 'manual', headers: { 'accept-encoding': encoding } })

      before(async () => {
        const files = {
          'index.html': `<!doctype html>${'<p>Front page.'.repeat(200)}`,
          '404.html': '<!doctype html><p>Not here.',
          'timeline/index.html': '<!doctype html><p>Timeline.',
          // As a host that reads no redirects would have it.
          'events/old-name/index.html': '<!doctype html><p>It has moved.',
          '_astro/base.4f2.css': 'p { margin: 0 }',
          'pagefind/pagefind.js': 'export {}',
          'pagefind/pagefind.en_98.pf_meta': 'meta',
          'pagefind/index/en_1.pf_index': 'index',
          'feeds/index.html': '<!doctype html><p>Feeds.',
          'feeds/quotes/atom.xml': '<feed/>',
          'feeds/timeline.ics': 'BEGIN:VCALENDAR',
          'data/quotes.json': '{}',
          'data/quotes.csv': 'id\n',
        }
        for (const [path, text] of Object.entries(files)) {
          mkdirSync(dirname(join(folder, 'one', path)), { recursive: true })
          writeFileSync(join(folder, 'one', path), text)
        }
        // Apache works as nobody.
        chmodSync(folder, 0o755)
        symlinkSync('one', site.folder)
        const port = await freePort()
        origin = `http://127.0.0.1:${port}`
        server = await start(lines, join(folder, 'server'), port)
      })
      after(async () => {
        const said = await server?.stop()
        rmSync(folder, { recursive: true, force: true })
        assert.equal(said, '')
      })

      test('sends pages and files with every header, and says how long each may be kept', async () => {
        const sent: [path: string, type: RegExp, caching: string][] = [
          ['', /^text\/html; charset=utf-8$/i, asked],
          ['timeline/', /^text\/html; charset=utf-8$/i, asked],
          ['_astro/base.4f2.css', /^text\/css; charset=utf-8$/i, kept],
          ['pagefind/pagefind.js', /^(application|text)\/javascript; charset=utf-8$/i, asked],
          ['pagefind/pagefind.en_98.pf_meta', /^application\/octet-stream$|^$/, kept],
          ['pagefind/index/en_1.pf_index', /^application\/octet-stream$|^$/, kept],
          ['feeds/', /^text\/html; charset=utf-8$/i, asked],
          ['feeds/quotes/atom.xml', /^(text|application)\/xml(; charset=utf-8)?$/i, asked],
          ['feeds/timeline.ics', /^text\/calendar; charset=utf-8$/i, asked],
          ['data/quotes.json', /^application\/json(; charset=utf-8)?$/i, asked],
          ['data/quotes.csv', /^text\/csv; charset=utf-8$/i, asked],
        ]
        for (const [path, type, caching] of sent) {
          const answer = await get(base + path)
          assert.equal(answer.status, 200, path)
          assert.match(answer.headers.get('content-type') ?? '', type, path)
          assert.equal(answer.headers.get('cache-control'), caching, path)
          for (const [header, value] of Object.entries(headers))
            assert.equal(answer.headers.get(header), value, `${path}: ${header}`)
        }
      })

      test('lets other sites read the open data and the feeds, and nothing else', async () => {
        const opened = async (path: string) => (await get(base + path)).headers.get('access-control-allow-origin')
        for (const path of [
          'data/quotes.json',
          'data/quotes.csv',
          'feeds/',
          'feeds/timeline.ics',
          'feeds/quotes/atom.xml',
        ])
          assert.equal(await opened(path), '*', path)
        for (const path of ['', 'timeline/', '_astro/base.4f2.css', 'pagefind/pagefind.js', 'nowhere/'])
          assert.equal(await opened(path), null, path)
      })

      test('leads from a page that has moved to where it is', async () => {
        const answer = await get(`${base}events/old-name/`)
        assert.equal(answer.status, 301)
        assert.equal((answer.headers.get('location') ?? '').replace(origin, ''), `${base}timeline/`)
        assert.equal((await get(`${base}events/old-name/more/`)).status, 404)
      })

      test('answers what is not there with our page, which is not kept, even in a folder of hashed files', async () => {
        for (const path of ['nowhere/', '_astro/old.css', 'pagefind/fragment/en_0.pf_fragment', 'data/nothing.json']) {
          const answer = await get(base + path)
          assert.equal(answer.status, 404, path)
          assert.equal(await answer.text(), '<!doctype html><p>Not here.', path)
          assert.equal(answer.headers.get('cache-control'), asked, path)
          assert.equal(answer.headers.get('content-security-policy'), policy, path)
        }
      })

      test('leads to the address with its last slash', async () => {
        for (const path of ['timeline', 'feeds', ...(base === '/' ? [] : [''])]) {
          const answer = await get((base + path).replace(/\/$/, ''))
          assert.ok([301, 302, 308].includes(answer.status), `${path}: ${answer.status}`)
          assert.equal((answer.headers.get('location') ?? '').replace(origin, ''), `${base}${path}${path && '/'}`)
        }
      })

      test('compresses text, and tells caches so', async () => {
        const answer = await get(base, 'gzip')
        assert.equal(answer.headers.get('content-encoding'), 'gzip')
        assert.match(answer.headers.get('vary') ?? '', /accept-encoding/i)
        assert.match(await answer.text(), /Front page/)
        assert.equal((await get(`${base}pagefind/index/en_1.pf_index`, 'gzip')).headers.get('content-encoding'), null)
      })
    })
  }
}
