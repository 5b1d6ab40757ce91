import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unzipSync } from 'fflate'
import { dataFiles } from '../../src/feeds/data.ts'
import { toZip } from '../../src/feeds/zip.ts'
import { records } from '../sample.ts'

test('an archive gives back every file, and is the same each time', () => {
  for (const { views } of records) {
    const files = dataFiles.map(({ path, write }) => [path, write(views)] as const)
    const zip = toZip(files)
    const found = Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()])
    assert.deepEqual(found, files)
    assert.deepEqual(toZip(files), zip)
  }
})

test('names and words of any script, and an empty archive', () => {
  const files = [
    ['Łódź/ü.txt', 'слова 言葉'],
    ['empty', ''],
  ] as const
  assert.deepEqual(
    Object.entries(unzipSync(toZip(files))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
    files,
  )
  assert.deepEqual(unzipSync(toZip([])), {})
})
