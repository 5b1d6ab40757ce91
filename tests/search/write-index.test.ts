import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import { readPages } from '../../src/search/pages-of-index.ts'
import type { SearchRecord } from '../../src/search/records.ts'
import { writeSearchIndex } from '../../src/search/write-index.ts'
import { readFragments, readIds } from '../../src/search/write-part.ts'

/** Fewer and more words than fit into one byte of the list, and some with as many as others. */
const records = Array.from({ length: 700 }, (_, number): SearchRecord => {
  const words = Array.from({ length: 1 + (number % 50) * (number % 7) }, (_, index) => `w${number}x${index}`)
  const url = `/quotes/mara/q${number}/`
  return {
    url,
    content: words.join(' '),
    language: 'en',
    meta: { title: 'Mara' },
    filters: {},
    days: null,
    since: null,
  }
})
const counts = records.map(({ url, content }) => ({ url, words: content.split(' ').length, language: 'en' }))

const names = { names: { speaker: [], outlet: [], topic: [], place: [] }, equals: {} }

let folder = ''

before(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'write-index-')), 'pagefind')
  await writeSearchIndex({ records, language: 'en', scope: '', names, days: { url: '/days/*/', days: {} } }, folder)
})

after(() => rm(join(folder, '..'), { recursive: true }))

test('the numbers of records in the list are those of their files', async () => {
  const ids = await readIds(folder, counts)
  assert.equal(ids?.size, records.length)
  assert.deepEqual(ids, new Map([...(await readFragments(folder))].sort(byAddressIn(records))))
})

test('a list that is of other records, or written in another way, gives no numbers', async () => {
  assert.equal(await readIds(folder, counts.slice(1)), null)
  assert.equal(await readIds(folder, counts.with(8, { url: '/other/', words: 9999, language: 'en' })), null)
  const name = (await readdir(folder)).find((file) => file.endsWith('.pf_meta')) ?? ''
  const bytes = gunzipSync(await readFile(join(folder, name)))
  assert.equal(readPages(gzipSync(bytes))?.length, records.length)
  for (const length of [0, 5, 12, 13, 40, 2000]) assert.equal(readPages(gzipSync(bytes.subarray(0, length))), null)
  assert.equal(readPages(gzipSync(bytes.subarray(1))), null)
  assert.equal(readPages(bytes), null)
  await writeFile(join(folder, 'pagefind.en_other.pf_meta'), 'x')
  assert.equal(await readIds(folder, counts), null)
  await rm(join(folder, 'pagefind.en_other.pf_meta'))
})

function byAddressIn(list: readonly SearchRecord[]) {
  const place = new Map(list.map(({ url }, index) => [url, index]))
  return ([a]: [string, string], [b]: [string, string]) => (place.get(a) ?? 0) - (place.get(b) ?? 0)
}
