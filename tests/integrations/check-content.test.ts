import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { exampleRecord } from '../../src/checks/example.ts'
import { checkContentFirst } from '../../src/integrations/check-content.ts'
import { parseTexts } from '../../src/loaders/content.ts'
import { runCommand } from '../project-copy.ts'

/** Runs `npm run check` on a record of these files. */
async function check(texts: { [path: string]: string }, ...args: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'content-'))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const { code, stdout, stderr } = await runCommand('src/cli/check.ts', { args, env: { CONTENT: folder } })
  rmSync(folder, { recursive: true, force: true })
  return { code, stdout: stdout.replaceAll(folder, 'content'), stderr: stderr.replaceAll(folder, 'content') }
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

test('the command ends with 1 when there are errors', async () => {
  const { code, stdout, stderr } = await check(broken)
  assert.deepEqual([code, stdout, stderr.trimEnd()], [1, '', message.trimEnd()])
  const sound = await check(exampleRecord)
  const unarchived = 'Without a copy at an archive: bridge. `npm run archived` prints their addresses.'
  assert.deepEqual(sound, { code: 0, stdout: `6 files in content, no problems.\n${unarchived}\n`, stderr: '' })
})

test('the command explains a rule, and knows its name when misspelt', async () => {
  const { code, stdout } = await check({}, '--explain', 'known-quote')
  assert.equal(code, 0)
  assert.match(stdout, /^known-quote \(error\)\n\nEvery quote that is named/)
  assert.match((await check({}, '--explain', 'known-qoute')).stderr, /Did you mean `known-quote`\?/)
})
