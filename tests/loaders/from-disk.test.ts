import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { exampleEvent, exampleRecord } from '../../src/checks/example.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { toHtml } from '../../src/markdown/nodes.ts'
import { refusalsOf } from '../refusals.ts'

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

test('reads a folder', (context) => {
  const { folder } = writeRecord(context)
  const content = readContent(folder)
  const { record } = content
  assert.deepEqual(refusalsOf(content), [])
  assert.deepEqual(
    record.quotes.map(({ id }) => id),
    ['mara-lodzinska/not-wait'],
  )
})

test('what was made of a file is taken again as long as it would be made the same', (context) => {
  const { folder, write } = writeRecord(context)
  const [speaker, event, article] = ['speakers/mara-lodzinska.md', 'events/bridge-closed.md', 'articles/bridge.md']
  const quote = 'quotes/mara-lodzinska/not-wait.md'
  const text = (path: string) => exampleRecord[path] ?? ''
  const other = 'events/aid-sent.md'
  write(other, `${exampleEvent()}\nIt followed when the [bridge](./bridge-closed.md) was closed.\n`)
  /** The paths of files that are parsed again after something was written, in their order. */
  const parsedAgain = (path: string, written: string) => {
    const { parsed } = readContent(folder)
    write(path, written)
    const { entries, parsed: now } = readContent(folder, { known: parsed })
    const again = [...now.keys()].filter((of) => now.get(of) !== parsed.get(of))
    const kept = [...entries.articles, ...entries.events, ...entries.speakers].filter(
      (one) => !again.includes(one.path),
    )
    assert.ok(kept.every((one) => one === parsed.get(one.path)?.entry))
    assert.deepEqual(entries, readContent(folder).entries)
    return again
  }
  assert.deepEqual(parsedAgain(speaker, text(speaker)), [])
  assert.deepEqual(parsedAgain(speaker, text(speaker).replace('Mara', 'Sara')), [speaker])
  // What links to an event shows whether it has happened, and a withdrawn quote is none.
  const expected = exampleEvent('status: expected\nstanding: promised')
  assert.deepEqual(parsedAgain(event, expected), [article, other, event, 'story.md'])
  assert.deepEqual(parsedAgain(quote, '---\nwithdrawn: { date: 2031-03-12, why: No one said it. }\n---\n'), [
    article,
    quote,
  ])
  // A name with an escape in it is a name.
  write(article, text(article).replace('bridge-closed.md', 'bridge\\-closed.md'))
  assert.deepEqual(parsedAgain(event, text(event)), [article, other, event, 'story.md'])
})

test('prose of any file shows an event that is only expected as such', (context) => {
  const { folder, write } = writeRecord(context)
  const link = 'It may be [opened](../events/zoo-opened.md).\n'
  write('events/zoo-opened.md', exampleEvent('status: expected\nstanding: promised'))
  write('events/aid-sent.md', `${exampleEvent()}\n${link}`)
  write(
    'corrections/2031-03-13-aid.md',
    `---\ndate: 2031-03-13\nwas: A\nis: B\nwhy: C\nevents: [aid-sent]\n---\n\n${link}`,
  )
  write('speakers/mara-lodzinska.md', `---\nname: Mara\nkind: person\n---\n\n${link}`)
  const content = readContent(folder)
  const { entries } = content
  assert.deepEqual(refusalsOf(content), [])
  for (const { body, id } of [...entries.corrections, ...entries.events, ...entries.speakers])
    if (id !== 'bridge-closed' && id !== 'zoo-opened') assert.match(toHtml(body.nodes), /class="expected"/, id)
})

test('sees changed, new and lost files', (context) => {
  const { folder, write } = writeRecord(context)
  const path = 'speakers/mara-lodzinska.md'
  write(path, (exampleRecord[path] ?? '').replace('Mara', 'Sara'))
  write('speakers/jonas-bjork.md', '---\nname: Jónas Björk\nkind: person\n---\n')
  rmSync(join(folder, 'topics/ferries.md'))
  const { record } = readContent(folder)
  assert.deepEqual(
    record.speakers.map(({ name }) => name),
    ['Jónas Björk', 'Sara Łodzińska'],
  )
  assert.deepEqual(record.topics, [])
})

test('when an event turns out to have happened, the copies that report it are rendered anew', (context) => {
  const { folder, write } = writeRecord(context)
  const path = 'events/bridge-closed.md'
  const html = () => toHtml(readContent(folder).record.articles[0]?.copy ?? [])
  assert.match(html(), /class="happened"/)
  write(path, (exampleRecord[path] ?? '').replace('status: happened', 'status: expected\nstanding: promised'))
  assert.match(html(), /class="expected"/)
})

test('no folder is an empty record', () => {
  const content = readContent(join(tmpdir(), 'there-is-no-such-record'))
  const { record } = content
  assert.deepEqual([record.articles, record.extent, refusalsOf(content)], [[], null, []])
})

test('a file outside the folder is not followed into', (context) => {
  const { folder } = writeRecord(context)
  const outside = mkdtempSync(join(tmpdir(), 'outside-'))
  context.after(() => rmSync(outside, { recursive: true, force: true }))
  writeFileSync(join(outside, 'x.md'), '---\nname: X\nkind: person\n---\n')
  symlinkSync(join(outside, 'x.md'), join(folder, 'speakers/x.md'))
  symlinkSync(outside, join(folder, 'places'))
  const content = readContent(folder)
  const { record } = content
  assert.equal(record.speakers.length, 1)
  assert.deepEqual(
    refusalsOf(content).map(({ file, rule, found }) => [file, rule, found]),
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
  const content = readContent(folder)
  const { files } = content
  assert.equal(files.size, Object.keys(exampleRecord).length)
  assert.deepEqual(
    refusalsOf(content).map(({ file }) => file),
    strays,
  )
})

test('a file of more than a megabyte is not read', (context) => {
  const { folder, write } = writeRecord(context)
  const path = 'speakers/mara-lodzinska.md'
  write(path, `${exampleRecord[path]}${'x'.repeat(1_000_000)}`)
  const content = readContent(folder)
  const { files } = content
  assert.equal(files.has(path), false)
  assert.deepEqual(
    refusalsOf(content).map(({ rule, found }) => [rule, found]),
    [['file-size', 'file of 1.0 MB']],
  )
})

test('the text of a file reaches the record as it is', (context) => {
  const { folder, write } = writeRecord(context)
  const path = 'articles/bridge.md'
  const text = readFileSync(join(folder, path), 'utf8')
  const blocks = () => readContent(folder).record.articles[0]?.blocks
  const plain = blocks()
  write(path, `\uFEFF${text.replaceAll('\n', '\r\n')}`)
  assert.deepEqual(blocks(), plain)
})
