/** What a build keeps for the next is used while it is as the build left it, and only then. */
import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, test } from 'node:test'
import { checkKept, noteKept } from '../../src/cli/kept.ts'

describe('what a build keeps', () => {
  let folder: string
  const list = () => join(folder, 'kept.json')
  const files = ['a-page', 'pictures/of-a-page', 'pictures/of-another']

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'on-record-kept-'))
    mkdirSync(join(folder, 'pictures'))
    for (const file of files) writeFileSync(join(folder, file), `what ${file} holds`)
    await noteKept(folder, new Map(), Date.now())
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  /** What is still good, and what is said. */
  const check = async () => {
    const said: string[] = []
    const good = await checkKept(folder, (line) => said.push(line))
    return { good: [...good.keys()].sort(), said }
  }

  test('is good while nobody has touched it', async () => {
    assert.deepEqual(await check(), { good: files, said: [] })
  })

  test('is used but for what has changed, is gone or is new, of which one is named and the others counted', async () => {
    writeFileSync(join(folder, 'pictures/of-a-page'), 'garbage')
    rmSync(join(folder, 'a-page'))
    writeFileSync(join(folder, 'nobody-knows'), 'new')
    const { good, said } = await check()
    assert.deepEqual(good, ['pictures/of-another'])
    assert.match(said.join('\n'), /a-page and 2 more are not as the last finished build left it: made again/)
    assert.deepEqual(
      [...files, 'nobody-knows'].filter((file) => existsSync(join(folder, file))),
      ['pictures/of-another'],
    )
  })

  for (const [what, spoil] of [
    ['is cut short', () => truncateSync(list(), 50)],
    [
      'is of another version',
      () => writeFileSync(list(), readFileSync(list(), 'utf8').replace(/"version":\d+/, '"version":0')),
    ],
    ['is gone', () => rmSync(list())],
  ] as const) {
    test(`is thrown away when the list of it ${what}`, async () => {
      spoil()
      const { good, said } = await check()
      assert.deepEqual(good, [])
      assert.match(said.join('\n'), /is of another version, or damaged: all is made again/)
      assert.ok(!existsSync(folder))
      mkdirSync(folder)
    })
  }
})
