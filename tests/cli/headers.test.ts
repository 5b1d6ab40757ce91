import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { freePort } from '../../bench/site.ts'
import { forms } from '../../src/cli/headers.ts'
import { asked, cachingOf, headers, kept, metaPolicy, policy, toHeadersFile } from '../../src/headers.ts'
import { findNginx, judgeNginx, type Nginx, startNginx } from '../nginx.ts'

const place = { base: '/', folder: 'dist' }

test('every server’s form carries every header', () => {
  for (const server of ['nginx', 'caddy', 'netlify']) {
    const text = forms[server]?.(place) ?? ''
    for (const [name, value] of Object.entries(headers)) {
      assert.ok(text.includes(name), `${server}: ${name}`)
      assert.ok(text.includes(value), `${server}: ${value}`)
    }
    assert.ok(text.includes(kept), server)
  }
})

test('the meta element leaves out what it may not say, and nothing else', () => {
  assert.doesNotMatch(metaPolicy, /frame-ancestors/)
  const rest = policy.split('; ').filter((directive) => !directive.startsWith('frame-ancestors'))
  assert.deepEqual(metaPolicy.split('; '), rest)
  assert.ok(forms['meta']?.(place).includes(metaPolicy))
})

test('only what carries a hash in its name is kept', () => {
  for (const path of [
    '/on-record/_astro/base.4f2.css',
    '_astro/base.4f2.css',
    'pagefind/fragment/en_1a2b.pf_fragment',
    'pagefind/pagefind.en_981d2bb5df.pf_meta',
  ])
    assert.equal(cachingOf(path), kept, path)
  for (const path of [
    'index.html',
    'pagefind/pagefind.js',
    'pagefind/pagefind-entry.json',
    'pagefind/wasm.en.pagefind',
    'pagefind/words/3b5.json',
    'data/quotes.json',
    'share/site.png',
  ])
    assert.equal(cachingOf(path), asked, path)
})

describe('the headers file', () => {
  for (const base of ['/', '/on-record/']) {
    const rules = readRules(toHeadersFile(base))
    const sent = (path: string) =>
      rules.filter(({ pattern }) => matches(pattern, base + path)).flatMap((rule) => rule.own)

    test(`under ${base} gives each header once, to every path`, () => {
      for (const path of ['', 'timeline/', '_astro/base.4f2.css', 'pagefind/fragment/en_1.pf_fragment']) {
        const names = sent(path).map(([name]) => name)
        assert.deepEqual(names, [...new Set(names)], path)
        for (const [name, value] of Object.entries(headers))
          assert.ok(
            sent(path).some(([known, given]) => known === name && given === value),
            `${path}: ${name}`,
          )
      }
    })

    test(`under ${base} keeps nothing that keeps its name`, () => {
      const caching = (path: string) => sent(path).find(([name]) => name === 'cache-control')?.[1]
      assert.equal(caching('_astro/base.4f2.css'), kept)
      for (const path of ['', 'data/quotes.json', 'pagefind/pagefind-entry.json', 'pagefind/pagefind.js'])
        assert.equal(caching(path), undefined, path)
    })

    test(`under ${base} stays within what Cloudflare reads: 100 rules, 2,000 characters a line`, () => {
      assert.ok(rules.length <= 100)
      assert.ok(
        toHeadersFile(base)
          .split('\n')
          .every((line) => line.length <= 2000),
      )
    })
  }
})

test('hosts that build publish a copy of what the link leads to', () => {
  const [netlify = '', cloudflare = ''] = ['netlify.toml', 'cloudflare'].map((name) => forms[name]?.(place))
  assert.match(
    netlify,
    /^ {2}command = "SITE=\$URL npm run build && rm -rf site && cp -rL dist site"\n {2}publish = "site"$/m,
  )
  assert.match(cloudflare, /^# Build command: npm run build && rm -rf site && cp -rL dist site$/m)
  assert.match(cloudflare, /^pages_build_output_dir = "site"$/m)
})

const nginx = findNginx()

for (const base of ['/', '/on-record/']) {
  describe(`nginx under ${base}`, { skip: nginx === null && 'nginx is not installed' }, () => {
    const folder = mkdtempSync(join(tmpdir(), 'nginx-'))
    const lines = forms['nginx']?.({ base, folder: join(folder, 'dist') }) ?? ''
    let server: Nginx | null = null
    let origin = ''
    const get = (path: string, encoding = 'identity') =>
      fetch(origin + path, { redirect: 'manual', headers: { 'accept-encoding': encoding } })

    before(async () => {
      const files = {
        'index.html': `<!doctype html>${'<p>Front page.'.repeat(200)}`,
        '404.html': '<!doctype html><p>Not here.',
        'timeline/index.html': '<!doctype html><p>Timeline.',
        '_astro/base.4f2.css': 'p { margin: 0 }',
        'pagefind/pagefind.js': 'export {}',
        'pagefind/pagefind.en_98.pf_meta': 'meta',
        'pagefind/index/en_1.pf_index': 'index',
        'feeds/timeline.ics': 'BEGIN:VCALENDAR',
        'data/quotes.csv': 'id\n',
      }
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, 'one', path)), { recursive: true })
        writeFileSync(join(folder, 'one', path), text)
      }
      symlinkSync('one', join(folder, 'dist'))
      const port = await freePort()
      origin = `http://127.0.0.1:${port}`
      server = await startNginx(nginx ?? '', lines, join(folder, 'nginx'), port)
    })
    after(async () => {
      assert.equal(await server?.stop(), '')
      rmSync(folder, { recursive: true, force: true })
    })

    test('takes our lines', () => {
      assert.equal(judgeNginx(nginx ?? '', lines, join(folder, 'judged')), null)
    })

    test('sends pages and files with every header, and says how long each may be kept', async () => {
      const found: [path: string, type: string, caching: string][] = [
        ['', 'text/html; charset=utf-8', asked],
        ['timeline/', 'text/html; charset=utf-8', asked],
        ['_astro/base.4f2.css', 'text/css; charset=utf-8', kept],
        ['pagefind/pagefind.js', 'application/javascript; charset=utf-8', asked],
        ['pagefind/pagefind.en_98.pf_meta', 'application/octet-stream', kept],
        ['pagefind/index/en_1.pf_index', 'application/octet-stream', kept],
        ['feeds/timeline.ics', 'text/calendar; charset=utf-8', asked],
        ['data/quotes.csv', 'text/csv; charset=utf-8', asked],
      ]
      for (const [path, type, caching] of found) {
        const answer = await get(base + path)
        assert.equal(answer.status, 200, path)
        assert.equal(answer.headers.get('content-type'), type, path)
        assert.equal(answer.headers.get('cache-control'), caching, path)
        for (const [name, value] of Object.entries(headers))
          assert.equal(answer.headers.get(name), value, `${path}: ${name}`)
      }
    })

    test('answers what is not there with our page, which is not kept, even in a folder of hashed files', async () => {
      for (const path of ['nowhere/', '_astro/old.css', 'pagefind/fragment/en_0.pf_fragment']) {
        const answer = await get(base + path)
        assert.equal(answer.status, 404, path)
        assert.equal(await answer.text(), '<!doctype html><p>Not here.', path)
        assert.equal(answer.headers.get('cache-control'), asked, path)
        assert.equal(answer.headers.get('content-security-policy'), policy, path)
      }
    })

    test('leads to the address with its last slash', async () => {
      for (const path of ['timeline', ...(base === '/' ? [] : [''])]) {
        const answer = await get((base + path).replace(/\/$/, ''))
        assert.equal(answer.status, 301)
        assert.equal(answer.headers.get('location'), `${base}${path}${path && '/'}`)
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

interface HeaderRule {
  pattern: string
  own: [name: string, value: string][]
}

function readRules(text: string): HeaderRule[] {
  const rules: HeaderRule[] = []
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    if (!line.startsWith(' ')) rules.push({ pattern: line, own: [] })
    else {
      const [, name = '', value = ''] = /^ {2}([a-z-]+): (.+)$/.exec(line) ?? []
      rules.at(-1)?.own.push([name, value])
    }
  }
  return rules
}

const matches = (pattern: string, path: string): boolean =>
  pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern
