import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { exampleRecord } from '../../src/checks/example.ts'
import { listAddresses } from '../../src/cli/urls.ts'
import { findLost, heirsOf, keepAddresses, keepFiles, toRedirects } from '../../src/integrations/addresses.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { readLock, writeLock } from '../../src/loaders/lock.ts'
import { projectFolder } from '../sites.ts'

function writeFiles(context: TestContext, files: { [path: string]: string }): string {
  const folder = mkdtempSync(join(tmpdir(), 'addresses-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

const site = {
  'index.html': '',
  '404.html': '',
  'quotes/mara/no/index.html': '',
  'data/quotes.json': '',
  'feeds/everything/atom.xml': '',
  '_astro/x.abc.css': '',
  'pagefind/pagefind.js': '',
  'favicon.svg': '',
}

test('the addresses of a site are its pages, its data and its feeds', async (context) => {
  const folder = writeFiles(context, site)
  assert.deepEqual(await listAddresses(folder), [
    '/',
    '/data/quotes.json',
    '/feeds/everything/atom.xml',
    '/quotes/mara/no/',
  ])
})

test('an address is lost when there is no file any more', (context) => {
  const folder = writeFiles(context, site)
  const lock = readLock(
    writeLock(['/', '/data/quotes.json', '/quotes/mara/yes/', '/quotes/mara/no/', '/data/old.json']),
  )
  assert.deepEqual(
    findLost(lock, folder).map(({ address, line }) => [address, line]),
    [
      ['/data/old.json', 4],
      ['/quotes/mara/yes/', 7],
    ],
  )
})

test('a lock file is sorted, has each address once, and may have comments', () => {
  const text = writeLock(['/b/', '/a/', '/b/'])
  assert.deepEqual(
    readLock(text).map(({ address }) => address),
    ['/a/', '/b/'],
  )
  assert.deepEqual(readLock('# a\r\n\r\n/a/\r\n/cite/a.txt\r\n'), [{ address: '/a/', line: 3 }])
})

test('what hung on a page that moved has its heir at the new address, a further page of a list in the list', () => {
  const moved = new Map([
    ['speakers/a', 'speakers/b'],
    ['quotes/a/x', 'quotes/b/x'],
    ['topics/t', 'topics/u'],
  ])
  const heirs = (address: string) => heirsOf(address, moved)
  assert.deepEqual(heirs('/feeds/speakers/a/atom.xml'), ['/feeds/speakers/b/atom.xml'])
  assert.deepEqual(heirs('/speakers/a/page/3/'), [
    '/speakers/b/page/3/',
    '/speakers/b/',
    '/speakers/a/',
    '/speakers/b/',
  ])
  assert.deepEqual(heirs('/topics/t/speakers/'), ['/topics/u/speakers/', '/topics/u/', '/topics/t/', '/topics/u/'])
  assert.deepEqual(heirs('/timeline/topics/t/'), ['/timeline/topics/u/', '/timeline/', '/timeline/'])
  assert.deepEqual(heirs('/quotes/page/4/'), ['/quotes/'])
  assert.deepEqual(heirs('/timeline/oldest/page/4/'), ['/timeline/oldest/', '/timeline/'])
  // The page of a thing, and what nobody knows, have none: a build fails and says so.
  for (const address of ['/events/gone/', '/quotes/a/gone/', '/data/old.json', '/feeds/speakers/gone/atom.xml'])
    assert.deepEqual(heirs(address), [], address)
})

test('a list that has become shorter keeps the addresses of its pages', (context) => {
  const folder = writeFiles(context, { ...site, 'quotes/index.html': 'the list' })
  const lock = readLock(writeLock(['/quotes/page/2/', '/quotes/page/3/', '/events/gone/']))
  keepFiles(lock, [], folder)
  assert.equal(readFileSync(join(folder, 'quotes/page/3/index.html'), 'utf8'), 'the list')
  assert.deepEqual(
    findLost(lock, folder).map(({ address }) => address),
    ['/events/gone/'],
  )
})

test('redirects are a line each', () => {
  assert.equal(toRedirects([{ from: '/events/a/', to: '/events/b/' }]), '/events/a/ /events/b/ 301\n')
})

test('a build in which an address is lost fails and says which', async (context) => {
  const read = () => parseTexts({ ...exampleRecord, 'urls.lock': '/data/quotes.json\n/feeds/gone.xml\n' })
  const { hooks } = keepAddresses({
    content: read,
    outdate: () => {},
    collections: {} as never,
    pageCode: () => '',
    spoken: () => ({ language: 'en', texts: {} }),
    about: () => assert.fail(),
  })
  const dir = pathToFileURL(`${writeFiles(context, site)}/`)
  await assert.rejects(
    async () => hooks['astro:build:done']?.({ dir } as never),
    /^Error: Addresses that were published lead nowhere:\n {2}content\/urls\.lock:2 {2}\/feeds\/gone\.xml$/,
  )
})

test('the command adds to the lock file and takes nothing out', (context) => {
  const content = writeFiles(context, { 'urls.lock': '/quotes/mara/old/\n' })
  const built = writeFiles(context, site)
  const env = { ...process.env, CONTENT: content, OUT: built }
  const { status, stdout } = spawnSync(process.execPath, ['src/cli/urls.ts'], {
    cwd: projectFolder,
    env,
    encoding: 'utf8',
  })
  assert.equal(status, 0)
  assert.match(stdout, /5 addresses, 4 of them new/)
  assert.deepEqual(
    readLock(readFileSync(join(content, 'urls.lock'), 'utf8')).map(({ address }) => address),
    ['/', '/data/quotes.json', '/feeds/everything/atom.xml', '/quotes/mara/no/', '/quotes/mara/old/'],
  )
})
