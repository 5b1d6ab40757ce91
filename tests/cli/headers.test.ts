import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, test } from 'node:test'
import { forms, printHeaders, serverForms } from '../../src/cli/headers.ts'
import {
  asked,
  cachingOf,
  headersOf,
  kept,
  toHeaders,
  toHeadersFile,
  toMetaPolicy,
  toPolicy,
} from '../../src/headers.ts'
import { projectFolder } from '../sites.ts'

const headers = toHeaders()
const metaPolicy = toMetaPolicy()
const policy = toPolicy()

const place = { base: '/', folder: '/srv/site', host: '', redirects: [], script: null }

test('every server’s form carries every header', () => {
  for (const server of ['nginx', 'caddy', 'apache', 'htaccess', 'netlify']) {
    const text = forms[server]?.(place) ?? ''
    for (const [name, value] of Object.entries(headers)) {
      assert.ok(text.includes(name), `${server}: ${name}`)
      assert.ok(text.includes(value), `${server}: ${value}`)
    }
    assert.ok(text.includes(kept), server)
  }
})

test('only pages for frames may be framed, on every server', () => {
  const framed = headersOf('embed/quotes/a/b/index.html')
  assert.equal(framed['x-frame-options'], undefined)
  assert.doesNotMatch(framed['content-security-policy'] ?? '', /frame-ancestors/)
  assert.match(framed['content-security-policy'] ?? '', /default-src 'none'/)
  assert.equal(headersOf('quotes/a/b/index.html')['x-frame-options'], 'DENY')
  for (const server of ['nginx', 'caddy', 'apache', 'htaccess'])
    assert.match(forms[server]?.(place) ?? '', /embed\//, server)
  // One rule for all paths cannot be taken back: there each folder is named.
  const [all, ...rules] = toHeadersFile('/', null, ['', 'quotes/*']).split('\n\n')
  assert.doesNotMatch(all ?? '', /x-frame-options|frame-ancestors/)
  assert.deepEqual(rules.slice(0, 2), ['/\n  x-frame-options: DENY', '/quotes/*\n  x-frame-options: DENY'])
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

test('only open data and feeds can be read by other sites', () => {
  const opened = (path: string) => headersOf(path)['access-control-allow-origin']
  for (const path of ['data/quotes.json', 'feeds/', 'feeds/quotes/atom.xml', 'feeds/timeline.ics'])
    assert.equal(opened(path), '*', path)
  for (const path of ['', 'index.html', 'events/data/', 'database/', 'pagefind/pagefind.js', 'since.json'])
    assert.equal(opened(path), undefined, path)
})

test('a server’s folder is written once, in a variable', () => {
  for (const [name, form] of [...Object.entries(forms), ...Object.entries(serverForms)]) {
    if (!Object.hasOwn(serverForms, name)) continue
    assert.equal(form(place).split('/srv/site').length, 2, name)
  }
})

test('a whole server block names the host and holds the same lines', () => {
  for (const [name, form] of Object.entries(serverForms)) {
    const lines = (text = ''): string[] => text.split('\n').map((line) => line.trim())
    const whole = form({ ...place, host: 'example.org' })
    assert.match(whole, /^(server \{|example\.org \{|<VirtualHost)/, name)
    assert.match(whole, /\bexample\.org\b/, name)
    const missing = lines(forms[name]?.(place)).filter((line) => !lines(whole).includes(line))
    assert.deepEqual(missing, [], name)
  }
})

test('a form that there is not is told, with those that there are', () => {
  const told = /Unexpected form "ngnix", expected one of nginx, caddy, apache/
  for (const [args, message] of [
    [['ngnix'], told],
    [
      ['netlify', '--server'],
      /^Error: Unexpected whole server block "netlify", expected one of nginx, caddy, apache\.$/,
    ],
    [[], /^Error: No form is named, expected one of nginx, caddy, apache/],
    [['--server'], /^Error: No whole server block is named, expected one of nginx, caddy, apache\.$/],
    [['nginx', '--sever'], /^Error: Unknown option '--sever'/],
  ] as const)
    assert.throws(() => printHeaders([...args]), message)
  const command = ['src/cli/headers.ts', 'ngnix']
  const { status, stderr } = spawnSync(process.execPath, command, { cwd: projectFolder, encoding: 'utf8' })
  assert.equal(status, 1)
  assert.match(stderr, told)
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

    test(`under ${base} lets other sites read the open data and the feeds`, () => {
      const opened = (path: string) => sent(path).find(([name]) => name === 'access-control-allow-origin')?.[1]
      assert.equal(opened('data/quotes.json'), '*')
      assert.equal(opened('feeds/quotes/atom.xml'), '*')
      for (const path of ['', 'events/', 'pagefind/pagefind.js']) assert.equal(opened(path), undefined, path)
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
