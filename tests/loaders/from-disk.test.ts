import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { exampleRecord } from '../../src/checks/example.ts'
import { forgetContent, holdContent, readContent } from '../../src/loaders/from-disk.ts'
import { toHtml } from '../../src/markdown/nodes.ts'

/** The example record on disk, gone after the test. */
function writeRecord(context: TestContext): { folder: string; write: (path: string, text: string) => void } {
  const folder = mkdtempSync(join(tmpdir(), 'record-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(exampleRecord)) write(path, text)
  return { folder, write }
}

test('reads a folder once, as long as nothing changes', (context) => {
  const { folder } = writeRecord(context)
  const first = readContent(folder)
  assert.deepEqual(first.problems, [])
  assert.deepEqual(
    first.record.quotes.map(({ id }) => id),
    ['mara-lodzinska/not-wait'],
  )
  assert.equal(readContent(folder), first)
  forgetContent()
  assert.equal(readContent(folder), first)
})

test('sees changed, new and lost files', (context) => {
  const { folder, write } = writeRecord(context)
  readContent(folder)
  const path = 'speakers/mara-lodzinska.md'
  write(path, (exampleRecord[path] ?? '').replace('Mara', 'Sara'))
  write('speakers/jonas-bjork.md', '---\nname: Jónas Björk\nkind: person\n---\n')
  rmSync(join(folder, 'topics/ferries.md'))
  forgetContent()
  const { record } = readContent(folder)
  assert.deepEqual(
    record.speakers.map(({ name }) => name),
    ['Jónas Björk', 'Sara Łodzińska'],
  )
  assert.deepEqual(record.topics, [])
})

test('a change that keeps the size is seen by its time', (context) => {
  const { folder, write } = writeRecord(context)
  readContent(folder)
  const path = 'speakers/mara-lodzinska.md'
  write(path, (exampleRecord[path] ?? '').replace('Mara', 'Sara'))
  const later = new Date(Date.now() + 5000)
  utimesSync(join(folder, path), later, later)
  forgetContent()
  assert.equal(readContent(folder).record.speakers[0]?.name, 'Sara Łodzińska')
})

test('when an event turns out to have happened, the copies that report it are rendered anew', (context) => {
  const { folder, write } = writeRecord(context)
  const path = 'events/bridge-closed.md'
  const html = () => {
    forgetContent()
    return toHtml(readContent(folder).record.articles[0]?.copy ?? [])
  }
  assert.match(html(), /class="happened"/)
  write(path, (exampleRecord[path] ?? '').replace('status: happened', 'status: expected\nstanding: promised'))
  assert.match(html(), /class="expected"/)
})

test('a build holds one state of the folder', (context) => {
  const { folder, write } = writeRecord(context)
  const held = holdContent(folder)
  write('speakers/jonas-bjork.md', '---\nname: Jónas Björk\nkind: person\n---\n')
  assert.equal(readContent(folder), held)
  forgetContent()
  assert.equal(readContent(folder).record.speakers.length, 2)
})

test('no folder is an empty record', () => {
  const { record, problems } = readContent(join(tmpdir(), 'there-is-no-such-record'))
  assert.deepEqual([record.articles, record.extent, problems], [[], null, []])
})

test('a file outside the folder is not followed into', (context) => {
  const { folder } = writeRecord(context)
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  context.after(() => rmSync(outside, { recursive: true, force: true }))
  writeFileSync(join(outside, 'x.md'), '---\nname: X\nkind: person\n---\n')
  symlinkSync(join(outside, 'x.md'), join(folder, 'speakers/x.md'))
  symlinkSync(outside, join(folder, 'places'))
  const { record, problems } = readContent(folder)
  assert.equal(record.speakers.length, 1)
  assert.deepEqual(
    problems.map(({ file, rule, found }) => [file, rule, found]),
    [
      ['places', 'own-files', 'symbolic link'],
      ['speakers/x.md', 'own-files', 'symbolic link'],
    ],
  )
})

test('what is not of the record is not read, and named', (context) => {
  const { folder, write } = writeRecord(context)
  for (const path of ['README.md', '.hidden/x.md', 'speakers/.keep']) write(path, 'x')
  const strays = ['drafts/x.md', 'speakers/deep/x.md', 'speakers/notes.txt']
  for (const path of strays) write(path, 'x')
  const { files, problems } = readContent(folder)
  assert.equal(files.size, Object.keys(exampleRecord).length)
  assert.deepEqual(
    problems.map(({ file }) => file),
    strays,
  )
})

test('a file of more than a megabyte is not read', (context) => {
  const { folder, write } = writeRecord(context)
  const path = 'speakers/mara-lodzinska.md'
  write(path, `${exampleRecord[path]}${'x'.repeat(1_000_000)}`)
  const { files, problems } = readContent(folder)
  assert.equal(files.has(path), false)
  assert.deepEqual(
    problems.map(({ rule, found }) => [rule, found]),
    [['file-size', 'file of 1.0 MB']],
  )
})

test('the text of a file reaches the record as it is', (context) => {
  const { folder, write } = writeRecord(context)
  const path = 'articles/bridge.md'
  const text = readFileSync(join(folder, path), 'utf8')
  const blocks = () => {
    forgetContent()
    return readContent(folder).record.articles[0]?.blocks
  }
  const plain = blocks()
  write(path, `\uFEFF${text.replaceAll('\n', '\r\n')}`)
  assert.deepEqual(blocks(), plain)
})
