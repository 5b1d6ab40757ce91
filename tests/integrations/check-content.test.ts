import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { exampleRecord } from '../../src/checks/example.ts'
import { checkContentFirst } from '../../src/integrations/check-content.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { projectFolder } from '../sites.ts'

/** Runs Node in the project on a record of these files. */
function run(texts: { [path: string]: string }, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const env = { ...process.env, CONTENT: folder }
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: projectFolder, env, encoding: 'utf8' })
  rmSync(folder, { recursive: true, force: true })
  return { status, stdout: stdout.replaceAll(folder, 'content'), stderr: stderr.replaceAll(folder, 'content') }
}

const broken = { ...exampleRecord, 'topics/ferries.md': '---\nname: Ferry?\nquotes: [mara-lodzinska#not-wiat]\n---\n' }
const message = `content/topics/ferries.md
  3:10  error  Unexpected quote \`mara-lodzinska#not-wiat\`, expected one that an article carries.
               Did you mean \`mara-lodzinska#not-wait\`?                       known-quote
1 error in 1 file. \`npm run check -- --explain known-quote\` tells more.
`

/** The hooks of a record of these files. */
function hooksOf(texts: { [path: string]: string }) {
  const content = () => parseTexts(texts)
  return checkContentFirst({
    content,
    outdate: () => {},
    collections: {} as never,
    pageCode: () => '',
    spoken: () => ({ language: 'en', texts: {} }),
    about: () => assert.fail(),
  }).hooks
}

/** What is printed from now on, line by line. */
function listen(context: TestContext): string[] {
  const printed: string[] = []
  for (const stream of ['log', 'error'] as const)
    context.mock.method(console, stream, (text: string) => printed.push(text.trimEnd()))
  return printed
}

test('a build with errors stops, with all of them printed', async (context) => {
  const printed = listen(context)
  const start = async () => hooksOf(broken)['astro:build:start']?.({} as never)
  await assert.rejects(start, /^Error: The content has an error, named above; nothing was written\.$/)
  assert.deepEqual(printed, [message.trimEnd()])
})

test('a build of a sound record goes on in silence', async (context) => {
  const printed = listen(context)
  for (const texts of [exampleRecord, {}]) await hooksOf(texts)['astro:build:start']?.({} as never)
  assert.deepEqual(printed, [])
})

test('the command ends with 1 when there are errors', () => {
  const { status, stdout, stderr } = run(broken, 'src/cli/check.ts')
  assert.deepEqual([status, stdout, stderr.trimEnd()], [1, '', message.trimEnd()])
  const sound = run(exampleRecord, 'src/cli/check.ts')
  const unarchived = 'Without a copy at an archive: bridge. `npm run archived` prints their addresses.'
  assert.deepEqual(sound, { status: 0, stdout: `6 files in content, no problems.\n${unarchived}\n`, stderr: '' })
})

test('the command explains a rule, and knows its name when misspelt', () => {
  const { status, stdout } = run({}, 'src/cli/check.ts', '--explain', 'known-quote')
  assert.equal(status, 0)
  assert.match(stdout, /^known-quote \(error\)\n\nEvery quote that is named/)
  assert.match(run({}, 'src/cli/check.ts', '--explain', 'known-qoute').stderr, /Did you mean `known-quote`\?/)
})
