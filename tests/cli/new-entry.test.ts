/** `npm run new -- article` and its like, in a folder of its own. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { exampleRecord } from '../../src/checks/example.ts'

const programs = join(import.meta.dirname, '../../src/cli')
const facts = ['--published', '2025-08-21', '--url', 'https://ledger.example.org/x', '--language', 'en']

describe('a new file', () => {
  let folder: string
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'on-record-entry-'))
    for (const [path, text] of Object.entries(exampleRecord)) {
      mkdirSync(dirname(join(folder, 'content', path)), { recursive: true })
      writeFileSync(join(folder, 'content', path), text)
    }
  })
  after(() => rmSync(folder, { recursive: true }))

  const run = (program: string, ...args: string[]) =>
    spawnSync(process.execPath, [join(programs, program), ...args], { cwd: folder, encoding: 'utf8' })
  const start = (...args: string[]) => run('new.ts', ...args)

  test('an article is begun as the README has it, and passes the checks', () => {
    const title = 'Live: why we are #1 “again”'
    const { status, stdout, stderr } = start('article', '--title', title, '--outlet', 'the-ledger', ...facts)
    assert.equal(status, 0, stderr)
    const [, path = ''] = /^Wrote (content\/articles\/2025-08-21-\S+\.md)$/m.exec(stdout) ?? []
    const text = readFileSync(join(folder, path), 'utf8')
    assert.match(text, /^rights: quotes$/m)
    const told = run('check.ts')
    assert.equal(told.status, 0, told.stderr)
  })

  test('an article of an outlet without a file is refused, and nothing is written', () => {
    const { status, stderr } = start('article', '--title', 'Ferry hired', '--outlet', 'the-leger', ...facts)
    assert.equal(status, 1)
    assert.match(stderr, /^--outlet: There is no outlets\/the-leger\.md/)
    assert.match(stderr, /Did you mean `the-ledger`/)
    assert.ok(!existsSync(join(folder, 'content/articles/2025-08-21-ferry-hired.md')))
  })

  test('a name without a letter of any script is told what to pass, and takes it', () => {
    const args = ['speaker', '--name', '* * *', '--kind', 'unnamed']
    const { status, stderr } = start(...args)
    assert.equal(status, 1)
    assert.match(stderr, /“\* \* \*”.*--file a-name\. Nothing was written/)
    assert.match(start(...args, '--file', 'Not_A name').stderr, /--file: Expected small letters/)
    const { status: other, stdout } = start(...args, '--file', 'three-stars')
    assert.equal(other, 0)
    assert.match(stdout, /content\/speakers\/three-stars\.md/)
  })

  test('a name of any script is spelled in Latin letters', () => {
    const { status, stdout } = start('speaker', '--name', '高桥', '--kind', 'person')
    assert.equal(status, 0)
    assert.match(stdout, /content\/speakers\/gao-qiao\.md/)
    assert.match(readFileSync(join(folder, 'content/speakers/gao-qiao.md'), 'utf8'), /^name: 高桥$/m)
  })

  test('a headline that another outlet has on the same day gives the outlet to the name', () => {
    const begin = (outlet: string, url: string) =>
      start(
        ...['article', '--title', 'Міст закриють на рік', '--outlet', outlet, '--language', 'uk'],
        ...['--published', '2025-08-22', '--url', url],
      )
    assert.equal(start('outlet', '--name', 'Річковий вісник', '--kind', 'newspaper').status, 0)
    assert.match(begin('the-ledger', 'https://ledger.example.org/m').stdout, /2025-08-22-mist-zakryiut-na-rik\.md/)
    const other = begin('richkovyi-visnyk', 'https://visnyk.example.org/m')
    assert.match(other.stdout, /2025-08-22-mist-zakryiut-na-rik-richkovyi-visnyk\.md/)
    const again = begin('richkovyi-visnyk', 'https://visnyk.example.org/n')
    const first = begin('the-ledger', 'https://ledger.example.org/n')
    for (const [{ status, stderr }, name] of [
      [again, 'mist-zakryiut-na-rik-richkovyi-visnyk'],
      [first, 'mist-zakryiut-na-rik'],
    ] as const) {
      assert.equal(status, 1)
      assert.match(stderr, new RegExp(`articles/2025-08-22-${name}\\.md is an article of .* Nothing was written\\.`))
      assert.match(stderr, /--file 2025-08-22-mist-zakryiut-na-rik-2/)
    }
  })

  test('marks on letters are left out of a name', () => {
    const { status, stdout } = start('speaker', '--name', 'Žofie Łęcka-Ørsted', '--kind', 'person')
    assert.equal(status, 0)
    assert.match(stdout, /content\/speakers\/zofie-lecka-orsted\.md/)
  })
})
