/** `npm run new -- article` and its like, in a folder of its own. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { exampleRecord } from '../../src/checks/example.ts'
import { runCommand } from '../project-copy.ts'

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

  const start = (...args: string[]) => runCommand('src/cli/new.ts', { args, from: folder })

  test('an article is begun as the README has it, and passes the checks', async () => {
    const title = 'Live: why we are #1 “again”'
    const { code, stdout, stderr } = await start('article', '--title', title, '--outlet', 'the-ledger', ...facts)
    assert.equal(code, 0, stderr)
    const [, path = ''] = /^Wrote (content\/articles\/2025-08-21-\S+\.md)$/m.exec(stdout) ?? []
    const text = readFileSync(join(folder, path), 'utf8')
    assert.match(text, /^rights: quotes$/m)
    const told = await runCommand('src/cli/check.ts', { from: folder })
    assert.equal(told.code, 0, told.stderr)
  })

  test('an article of an outlet without a file is refused, and nothing is written', async () => {
    const { code, stderr } = await start('article', '--title', 'Ferry hired', '--outlet', 'the-leger', ...facts)
    assert.equal(code, 1)
    assert.match(stderr, /^--outlet: There is no outlets\/the-leger\.md/)
    assert.match(stderr, /Did you mean `the-ledger`/)
    assert.ok(!existsSync(join(folder, 'content/articles/2025-08-21-ferry-hired.md')))
  })

  test('a name without a letter of any script is told what to pass, and takes it', async () => {
    const args = ['speaker', '--name', '* * *', '--kind', 'unnamed']
    const { code, stderr } = await start(...args)
    assert.equal(code, 1)
    assert.match(stderr, /“\* \* \*”.*--file a-name\. Nothing was written/)
    assert.match((await start(...args, '--file', 'Not_A name')).stderr, /--file: Expected small letters/)
    const { code: other, stdout } = await start(...args, '--file', 'three-stars')
    assert.equal(other, 0)
    assert.match(stdout, /content\/speakers\/three-stars\.md/)
  })

  test('a name of any script is spelled in Latin letters', async () => {
    const { code, stdout } = await start('speaker', '--name', '高桥', '--kind', 'person')
    assert.equal(code, 0)
    assert.match(stdout, /content\/speakers\/gao-qiao\.md/)
    assert.match(readFileSync(join(folder, 'content/speakers/gao-qiao.md'), 'utf8'), /^name: 高桥$/m)
  })

  test('a headline that another outlet has on the same day gives the outlet to the name', async () => {
    const begin = (outlet: string, url: string) =>
      start(
        ...['article', '--title', 'Міст закриють на рік', '--outlet', outlet, '--language', 'uk'],
        ...['--published', '2025-08-22', '--url', url],
      )
    assert.equal((await start('outlet', '--name', 'Річковий вісник', '--kind', 'newspaper')).code, 0)
    assert.match(
      (await begin('the-ledger', 'https://ledger.example.org/m')).stdout,
      /2025-08-22-mist-zakryiut-na-rik\.md/,
    )
    const other = await begin('richkovyi-visnyk', 'https://visnyk.example.org/m')
    assert.match(other.stdout, /2025-08-22-mist-zakryiut-na-rik-richkovyi-visnyk\.md/)
    const again = await begin('richkovyi-visnyk', 'https://visnyk.example.org/n')
    const first = await begin('the-ledger', 'https://ledger.example.org/n')
    for (const [{ code, stderr }, name] of [
      [again, 'mist-zakryiut-na-rik-richkovyi-visnyk'],
      [first, 'mist-zakryiut-na-rik'],
    ] as const) {
      assert.equal(code, 1)
      assert.match(stderr, new RegExp(`articles/2025-08-22-${name}\\.md is an article of .* Nothing was written\\.`))
      assert.match(stderr, /--file 2025-08-22-mist-zakryiut-na-rik-2/)
    }
  })

  test('marks on letters are left out of a name', async () => {
    const { code, stdout } = await start('speaker', '--name', 'Žofie Łęcka-Ørsted', '--kind', 'person')
    assert.equal(code, 0)
    assert.match(stdout, /content\/speakers\/zofie-lecka-orsted\.md/)
  })
})
