/** What systems and editors leave beside one's files, and what Git leaves in them. */
import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleArticle, exampleRecord } from '../../src/checks/example.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import { readLock } from '../../src/loaders/lock.ts'

test('files that systems and editors leave are passed over, others are not', (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'left-behind-'))
  context.after(() => rmSync(folder, { recursive: true, force: true }))
  const left = [
    'Thumbs.db',
    'articles/desktop.ini',
    'articles/bridge.md~',
    'articles/#bridge.md#',
    'articles/bridge.md.orig',
    'articles/bridge.md.rej',
    'articles/bridge.md.bak',
    'articles/.bridge.md.swp',
    'articles/bridge_BACKUP_123.md',
    'speakers/.DS_Store',
    '__MACOSX/articles/bridge.md',
    'events/@eaDir/bridge-closed.md',
  ]
  const others = { 'articles/bridge.txt': 'x', 'article/bridge.md': 'x' }
  const files = { ...exampleRecord, ...others, ...Object.fromEntries(left.map((path) => [path, 'x'])) }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const told = checkContent(readContent(folder)).map(({ file, rule }) => `${rule} ${file}`)
  assert.deepEqual(told, ['own-files article/bridge.md', 'own-files articles/bridge.txt'])
})

const marks: [name: string, line: string][] = [
  ['ours', '<<<<<<< HEAD'],
  ['the base', '||||||| 0123abc'],
  ['the base without a name', '|||||||'],
  ['theirs', '>>>>>>> proposal'],
]
for (const [name, line] of marks) {
  const files = {
    'speakers/jonas-bjork.md': `---\nname: Jónas Björk\nkind: person\n---\n\n${line}\nMinister.\n`,
    'articles/walk.md': exampleArticle(`People walk.\n\n${line}`).replace('rights: full', 'rights: quotes'),
    'story.md': `${exampleRecord['story.md']}${line}\n`,
    'urls.lock': `/speakers/mara-lodzinska/\n${line}\n=======\n`,
    'README.md': `The manual\n${line}\n`,
  }
  for (const [path, text] of Object.entries(files)) {
    test(`a line of Git (${name}) in ${path} is the only problem, at its line`, () => {
      const told = checkContent(parseTexts({ ...exampleRecord, [path]: text }))
      assert.deepEqual(
        told.map(({ file, rule, line: at }) => [file, rule, at]),
        [[path, 'settled-merge', text.split('\n').indexOf(line) + 1]],
      )
    })
  }
}

test('of a lock that Git has cut in two both halves are read', () => {
  const addresses = readLock('/a/\n<<<<<<< HEAD\n/b/\n=======\n/c/\n>>>>>>> x\n').map(({ address }) => address)
  assert.deepEqual(addresses, ['/a/', '/b/', '/c/'])
})
