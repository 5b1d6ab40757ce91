/** What was read is kept for the next command, which finds the same in it. */
import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { digestOf } from '../../src/loaders/digest.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { runCommand } from '../project-copy.ts'
import { projectFolder } from '../sites.ts'

const folders = ['content', 'tests/fixtures/small/content'].map((folder) => join(projectFolder, folder))
const cache = mkdtempSync(join(tmpdir(), 'kept-reading-'))
after(() => rmSync(cache, { recursive: true }))

for (const folder of folders) {
  test(`what was read of ${folder.slice(projectFolder.length + 1)} is the same when it was kept`, () => {
    const anew = readContent(folder)
    const known: typeof anew.parsed = new Map(JSON.parse(JSON.stringify([...anew.parsed])))
    const again = readContent(folder, { known })
    for (const [path, one] of again.parsed) assert.equal(one, known.get(path), path)
    // Not strictly: of a field that is `undefined` nothing is kept.
    assert.deepEqual(JSON.parse(JSON.stringify(again.entries)), JSON.parse(JSON.stringify(anew.entries)))
    assert.deepEqual(again.files.get('story.md'), anew.files.get('story.md'))
    assert.deepEqual(checkContent(again), checkContent(anew))
  })
}

test('a check needs nothing rendered, a build needs all of it', () => {
  const [folder = ''] = folders
  const read = (unrendered: boolean, known = readContent(folder, { unrendered: !unrendered }).parsed) =>
    [...readContent(folder, { unrendered, known }).parsed].filter(([path, one]) => known.get(path) !== one).length
  assert.equal(read(true), 0)
  assert.equal(read(false), readContent(folder).parsed.size)
})

test('what was spoiled is read anew, and said so', async () => {
  const env = { CACHE: cache, CONTENT: 'tests/fixtures/small/content' }
  const check = async () => {
    const { code, stderr, stdout } = await runCommand('src/cli/check.ts', { env })
    assert.equal(code, 0, stderr)
    return { said: stderr, found: stdout }
  }
  const file = join(cache, 'kept/reading.json')
  const first = await check()
  const kept = readFileSync(file, 'utf8')
  assert.deepEqual(await check(), first)
  for (const spoil of [
    () => writeFileSync(file, 'garbage'),
    () => truncateSync(file, 500),
    () => writeFileSync(file, kept.replace('name', 'nome')),
    () => writeFileSync(file, ''),
  ]) {
    spoil()
    const { said, found } = await check()
    assert.match(said, /reading\.json is not as it was written: all is read, and it is made again\./)
    assert.equal(found, first.found)
    assert.equal(readFileSync(file, 'utf8'), kept)
  }
  // What holds none of the files, or was made by other code, is whole and of no use.
  writeFileSync(file, digestOf())
  assert.deepEqual(await check(), first)
})
