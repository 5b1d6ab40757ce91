import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { parse } from 'yaml'
import { folders } from '../../src/schema/folders.ts'
import { settings, story } from '../../src/schema/index.ts'
import { aboutPage } from '../../src/words/about.ts'
import { runCommand } from '../project-copy.ts'
import { projectFolder } from '../sites.ts'

const complete = ['--name', 'Harbour: a record', '--subject', 'The harbour', '--language', 'en']

describe('new story', () => {
  let folder: string
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'on-record-new-'))
  })
  after(() => rm(folder, { recursive: true }))

  const start = (...args: string[]) => runCommand('src/cli/new.ts', { args, from: folder })
  const check = (env: { [name: string]: string } = {}) => runCommand('src/cli/check.ts', { env, from: folder })

  test('writes a record that the schema takes', async () => {
    const { code, stdout } = await start('story', ...complete, '--contact', 'corrections@example.org', '--into', 'mine')
    assert.equal(code, 0)
    assert.match(stdout, /CONTENT=mine into the file \.env/)
    const text = await readFile(join(folder, 'mine/story.md'), 'utf8')
    assert.deepEqual(story.parse(parse(text.split('---\n')[1] ?? '')), {
      name: null,
      subject: 'The harbour',
      headline: null,
      language: 'en',
      contact: null,
      equals: [],
      following: true,
    })
    const look = settings.parse(parse(await readFile(join(folder, 'mine/settings.yaml'), 'utf8')))
    assert.deepEqual([look.name, look.contact], ['Harbour: a record', 'mailto:corrections@example.org'])
    assert.equal(await readFile(join(folder, 'mine/pages/about.md'), 'utf8'), aboutPage())
    const checked = await check({ CONTENT: 'mine' })
    assert.equal(checked.code, 0, checked.stderr)
    const manual = join(import.meta.dirname, '../../content/README.md')
    assert.deepEqual((await readdir(join(folder, 'mine'))).sort(), [
      ...(existsSync(manual) ? ['README.md'] : []),
      ...[...folders, 'settings.yaml', 'story.md'].sort(),
    ])
  })

  test('starts in content/ when nothing is said, keeping the manual that is there', async () => {
    await mkdir(join(folder, 'content'))
    await writeFile(join(folder, 'content/README.md'), 'The manual')
    const { code } = await start('story', ...complete, '--contact', 'https://example.org/corrections')
    assert.equal(code, 0)
    assert.equal(await readFile(join(folder, 'content/README.md'), 'utf8'), 'The manual')
    assert.match(
      await readFile(join(folder, 'content/settings.yaml'), 'utf8'),
      /contact: https:\/\/example\.org\/corrections/,
    )
  })

  test('of several records, a command says on which it works, and .env says it for all', async () => {
    assert.match((await check()).stderr, /^On content\/, of content\/, mine\/:\n/)
    await writeFile(join(folder, '.env'), 'CONTENT=mine\n')
    assert.match((await check()).stderr, /^On mine\//)
    assert.match((await check({ CONTENT: 'content' })).stderr, /^On content\//)
    await rm(join(folder, '.env'))
  })

  test('leaves a record alone', async () => {
    await mkdir(join(folder, 'taken'))
    await writeFile(join(folder, 'taken/story.md'), 'mine')
    const { code, stderr } = await start('story', ...complete, '--contact', 'a@example.org', '--into', 'taken')
    assert.equal(code, 1)
    assert.match(stderr, /taken\/ holds a story already\. Nothing was written\./)
    assert.match(stderr, /--into another-story\n/)
    // What is proposed is not taken either.
    await cp(join(folder, 'taken'), join(folder, 'another-story'), { recursive: true })
    const again = await start('story', ...complete, '--contact', 'a@example.org', '--into', 'another-story')
    assert.match(
      again.stderr,
      /another-story\/ holds a story already[\s\S]*--into another-story-2\n {2}CONTENT=another-story-2 /,
    )
    await rm(join(folder, 'another-story'), { recursive: true })
    assert.deepEqual(await readdir(join(folder, 'taken')), ['story.md'])
    assert.equal(await readFile(join(folder, 'taken/story.md'), 'utf8'), 'mine')
  })

  test('says what to pass when there is nobody to ask', async () => {
    const { code, stderr } = await start('story', '--name', 'A', '--into', 'unasked')
    assert.equal(code, 1)
    assert.match(stderr, /^Missing --subject, --language, --contact, and nobody to ask\. Nothing was written\. Pass:\n/)
    assert.match(stderr, /npm run new -- story --name "/)
    assert.ok(!(await readdir(folder)).includes('unasked'))
  })

  test('refuses what the schema would refuse, before it writes', async () => {
    const cases: [string[], RegExp][] = [
      [['--contact', 'javascript:alert(1)'], /--contact: Expected an e-mail address/],
      [['--contact', ''], /--contact: Expected an e-mail address/],
      [['--contact', 'a@example.org', '--language', 'English, please'], /--language: Expected a language tag/],
      [['--contact', 'a@example.org', '--name', ' '], /--name: Expected a few words/],
      [['--contact', 'a@example.org', '--colour', 'red'], /Unknown option '--colour'/],
    ]
    for (const [args, message] of cases) {
      const { code, stderr } = await start('story', ...complete, ...args, '--into', 'refused')
      assert.equal(code, 1)
      assert.match(stderr, message)
    }
    assert.ok(!(await readdir(folder)).includes('refused'))
  })

  test('knows no other noun, and ends on 1', () => {
    // As its own process, as everybody starts it.
    const { status, stderr } = spawnSync(process.execPath, [join(projectFolder, 'src/cli/new.ts'), 'poem'], {
      cwd: folder,
      encoding: 'utf8',
    })
    assert.equal(status, 1)
    assert.match(stderr, /Unexpected `poem`, expected .*`story`/)
  })
})
