import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { generateRecord, writeRecord } from '../../bench/generate.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { sideBySide } from '../../src/loaders/parse-articles.ts'

const folder = mkdtempSync(join(tmpdir(), 'on-record-many-'))
after(() => rmSync(folder, { recursive: true }))
writeRecord(folder, 300)
const texts = Object.fromEntries(Object.entries(generateRecord(300)))

test('many articles, parsed side by side, are what they are one after another', () => {
  const many = readContent(folder)
  const one = parseTexts(texts)
  assert.deepEqual([...many.files.keys()], [...one.files.keys()].sort())
  assert.deepEqual(
    many.entries.articles,
    one.entries.articles.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  )
  assert.deepEqual(many.problems, one.problems)
})

test('each article is parsed once, few of them by nobody', () => {
  const paths = Object.keys(texts).filter((path) => path.startsWith('articles/'))
  const parsed = sideBySide(folder, true)(paths, new Set()).map(({ file }) => file.path)
  assert.deepEqual(parsed.toSorted(), availableParallelism() > 1 ? paths.toSorted() : [])
  assert.deepEqual(sideBySide(folder, true)(paths.slice(0, 9), new Set()), [])
})

test('what a thread cannot do is said, not waited for', { skip: availableParallelism() === 1 }, () => {
  const paths = Array.from({ length: 300 }, () => 'articles/\0.md')
  assert.throws(() => sideBySide(folder, true)(paths, new Set()), /null bytes/)
})
