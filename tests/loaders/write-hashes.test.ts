import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleRecord } from '../../src/checks/example.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { withHashes, writeHashes } from '../../src/loaders/write-hashes.ts'

test('writes a line of hashes and leaves every other byte', () => {
  const text = '---\r\ntitle: A # why\r\nterms: []\r\n---\r\n\r\nBody “x”\r\n'
  const written = withHashes(text, ['0123456789ab', '123456789012'])
  assert.equal(
    written,
    '---\r\ntitle: A # why\r\nterms: []\r\ntextHash: [0123456789ab, "123456789012"]\r\n---\r\n\r\nBody “x”\r\n',
  )
  assert.equal(withHashes(written, ['a']), text.replace('terms: []\r\n', 'terms: []\r\ntextHash: [a]\r\n'))
})

test('takes the place of hashes that span lines', () => {
  const list = '---\ntextHash:\n  - aa\n  - bb\ntitle: A\n---\n'
  assert.equal(withHashes(list, ['cc']), '---\ntextHash: [cc]\ntitle: A\n---\n')
  assert.equal(
    withHashes('---\ntextHash: [aa,\n  bb]\ntitle: A\n---\n', ['cc']),
    '---\ntextHash: [cc]\ntitle: A\n---\n',
  )
})

for (const rights of ['full', 'excerpt', 'quotes'])
  test(`with \`rights: ${rights}\` hashes articles that have none, or those named, and finds the word that was changed`, async (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'hashes-'))
    context.after(() => rmSync(folder, { recursive: true, force: true }))
    for (const [path, text] of Object.entries(exampleRecord)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text.replace('rights: full', `rights: ${rights}`))
    }
    assert.deepEqual(await writeHashes(folder, []), { written: ['articles/bridge.md'], unknown: [] })
    assert.deepEqual(await writeHashes(folder, []), { written: [], unknown: [] })
    assert.deepEqual(await writeHashes(folder, ['articles/nothing.md']), {
      written: [],
      unknown: ['articles/nothing.md'],
    })
    const file = join(folder, 'articles/bridge.md')
    const judge = () => checkContent(readContent(folder)).map(({ rule, line }) => [rule, line])
    assert.deepEqual(judge(), [])
    // Links may come and go, words may not.
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace('the mayor said', '[the mayor](../speakers/mara-lodzinska.md) said'),
    )
    assert.deepEqual(judge(), [])
    writeFileSync(file, readFileSync(file, 'utf8').replace('We will not wait', 'We will wait'))
    assert.deepEqual(judge(), [['text-hash', 12]])
    assert.deepEqual((await writeHashes(folder, [`${folder}/articles/bridge.md`])).written, ['articles/bridge.md'])
    assert.deepEqual(judge(), [])
  })
