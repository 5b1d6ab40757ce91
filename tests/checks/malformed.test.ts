/**
 * A folder of malformed files, each with its place and message in `expected.txt`; all are named in one run. `UPDATE=1`
 * rewrites the expectation, and the review is the diff.
 */
import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { toTerminal } from '../../src/checks/reporters/terminal.ts'
import { rules } from '../../src/checks/rules.ts'
import { readContent } from '../../src/loaders/from-disk.ts'
import type { Problem } from '../../src/schema/problem.ts'

const fixture = join(import.meta.dirname, '../fixtures/malformed')
/** Files that are sound; the others refer to them. */
const sound = [
  'articles/bridge.md',
  'articles/in-ukrainian.md',
  'events/bridge-closed.md',
  'outlets/the-ledger.md',
  'speakers/jonas-bjork.md',
  'speakers/mara-lodzinska.md',
  'story.md',
  'topics/ferries.md',
  'quotes/mara-lodzinska/taken-back.md',
]
/** What is wrong with a file as a whole has no place in it. */
const placeless = new Set([
  'own-files',
  'file-name',
  'file-size',
  'reserved-name',
  'one-name',
  'reported-event',
  'plain-look',
])

describe('malformed content', () => {
  let folder: string
  let content: string
  let problems: Problem[]
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'malformed-'))
    content = join(folder, 'content')
    cpSync(join(fixture, 'content'), content, { recursive: true })
    // Neither travels well in a repository.
    writeFileSync(join(content, 'articles/huge.md'), `---\ntitle: Huge\n---\n\n${'People walk. '.repeat(80_000)}`)
    symlinkSync('../../elsewhere.md', join(content, 'speakers/link.md'))
    problems = checkContent(readContent(content))
  })
  after(() => rmSync(folder, { recursive: true, force: true }))

  test('every file is named in one run, with line, column and message', () => {
    const found = toTerminal(problems, 'content')
    const file = join(fixture, 'expected.txt')
    if (process.env['UPDATE']) writeFileSync(file, found)
    assert.equal(found, readFileSync(file, 'utf8'))
  })

  test('no malformed file gets through, and no sound one is blamed', () => {
    const files = readdirSync(content, { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name).slice(content.length + 1))
    const blamed = new Set(problems.map((problem) => problem.file))
    assert.deepEqual(
      files.filter((file) => blamed.has(file) === sound.includes(file)),
      [],
    )
  })

  test('every place is in its file, and what is unknown is left out', () => {
    for (const { file, line, column, rule, found } of problems) {
      if (line === undefined) {
        const isOwnFile = file.startsWith('quotes/') && found.includes(file.slice('quotes/'.length, -'.md'.length))
        assert.ok(placeless.has(rule) || isOwnFile, `${file}: ${rule} has no place`)
        continue
      }
      const lines = readFileSync(join(content, file), 'utf8').split('\n')
      assert.ok(line >= 1 && line <= lines.length, `${file}:${line}`)
      assert.ok(
        column === undefined || (column >= 1 && column <= (lines[line - 1]?.length ?? 0) + 1),
        `${file}:${line}:${column}`,
      )
    }
  })

  test('problems are sorted by file and place', () => {
    const keys = problems.map(({ file, line = 0, column = 0 }) => [file, line, column] as const)
    const sorted = keys.toSorted((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1] || a[2] - b[2]))
    assert.deepEqual(keys, sorted)
  })

  test('nearly every rule is broken by one of them', () => {
    const broken = new Set(problems.map(({ rule }) => rule))
    // Two names for one file cannot stand side by side on every system.
    assert.deepEqual(
      rules.map(({ id }) => id).filter((id) => !broken.has(id)),
      ['one-name'],
    )
  })
})
