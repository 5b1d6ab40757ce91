import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { templateOf, weighTemplates } from './reader.ts'

test('pages of one kind are told by their path', () => {
  const kinds: [string, string][] = [
    ['index.html', ''],
    ['404.html', '404.html'],
    ['quotes/index.html', 'quotes'],
    ['quotes/page/12/index.html', 'quotes'],
    ['quotes/ada/not-now/index.html', 'quotes/*/*'],
    ['speakers/ada/page/2/index.html', 'speakers/*'],
    ['topics/where/by-speaker/index.html', 'topics/*/by-speaker'],
    ['timeline/2031-03/index.html', 'timeline/*'],
    ['timeline/outlets/the-post/page/2/index.html', 'timeline/outlets/*'],
    ['timeline/oldest/index.html', 'timeline/oldest'],
  ]
  for (const [path, kind] of kinds) assert.equal(templateOf(path), kind, path)
})

test('the heaviest page of a kind counts, with its style sheet', () => {
  const site = mkdtempSync(join(tmpdir(), 'weights-'))
  try {
    const page = (words: string) => `<link rel="stylesheet" href="/a.css"><p>${words}`
    const noise = Array.from({ length: 200 }, (_, n) => (n * 7919).toString(36)).join(' ')
    const files = {
      'a.css': 'p { margin: 0 }',
      'quotes/a/one/index.html': page('a'.repeat(3000)),
      'quotes/a/two/index.html': page(noise),
    }
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(site, path)), { recursive: true })
      writeFileSync(join(site, path), text)
    }
    const size = (text: string) => gzipSync(text, { level: 6 }).length
    assert.deepEqual(
      [...weighTemplates(site)],
      [['quotes/*/*', { page: 'quotes/a/two/index.html', bytes: size(page(noise)) + size(files['a.css']), pages: 2 }]],
    )
  } finally {
    rmSync(site, { recursive: true, force: true })
  }
})
