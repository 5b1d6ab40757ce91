import assert from 'node:assert/strict'
import { test } from 'node:test'
import { forms } from '../../src/cli/headers.ts'
import { cachingOf, headers, metaPolicy, policy, toHeadersFile } from '../../src/headers.ts'

test('every server’s form carries every header', () => {
  for (const server of ['nginx', 'caddy', 'netlify']) {
    const text = forms[server]?.() ?? ''
    for (const [name, value] of Object.entries(headers)) {
      assert.ok(text.includes(name), `${server}: ${name}`)
      assert.ok(text.includes(value), `${server}: ${value}`)
    }
    assert.ok(text.includes(cachingOf('_astro/x.css')), server)
  }
})

test('the meta element leaves out what it may not say, and nothing else', () => {
  assert.doesNotMatch(metaPolicy, /frame-ancestors/)
  const rest = policy.split('; ').filter((directive) => !directive.startsWith('frame-ancestors'))
  assert.deepEqual(metaPolicy.split('; '), rest)
  assert.ok(forms['meta']?.().includes(metaPolicy))
})

test('only what carries a hash in its name is kept', () => {
  assert.match(cachingOf('/on-record/_astro/base.4f2.css'), /immutable/)
  assert.match(cachingOf('pagefind/fragment/en_1a2b.pf_fragment'), /immutable/)
  for (const path of ['index.html', 'pagefind/pagefind.js', 'pagefind/pagefind-entry.json', 'data/quotes.json'])
    assert.equal(cachingOf(path), 'no-cache')
})

test('the headers file names the base', () => {
  assert.match(toHeadersFile('/on-record/'), /^\/on-record\/\*\n {2}content-security-policy: /)
  assert.match(toHeadersFile('/on-record/'), /\n\/on-record\/_astro\/\*\n {2}cache-control: /)
})
