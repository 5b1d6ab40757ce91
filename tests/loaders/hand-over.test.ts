import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exampleRecord } from '../../src/checks/example.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { packContent, unpackContent } from '../../src/loaders/hand-over.ts'

const read = parseTexts({ ...exampleRecord, 'topics/odd.md': '---\nnmae: Odd\n---\n', 'urls.lock': '/about/\n' })
const parcel = packContent(read)

test('what was read is unpacked as it was', () => {
  const { record, ...unpacked } = unpackContent(parcel, 'copies', 'judged', 'files')
  const { record: _, ...given } = read
  assert.deepEqual(unpacked, given)
  assert.ok(unpacked.problems.length > 0 && unpacked.lock.length > 0)
  assert.deepEqual(
    record.quotes.map(({ url, wordings }) => [url, wordings.map(({ text }) => text)]),
    read.record.quotes.map(({ url, wordings }) => [url, wordings.map(({ text }) => text)]),
  )
})

test('only what is wanted is unpacked, a copy for everybody', () => {
  const [bare, whole] = [unpackContent(parcel), unpackContent(parcel, 'copies')]
  const [copies, wholes] = [bare, whole].map(({ record }) => record.articles.map(({ copy }) => copy.length))
  assert.ok(copies?.every((length) => length === 0))
  assert.ok(wholes?.every((length) => length > 0))
  assert.equal(bare.record.quotes.length, read.record.quotes.length)
  assert.equal(bare.files.size, 0)
  assert.notEqual(bare.entries.articles[0], whole.entries.articles[0])
})
