import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { exampleRecord } from '../../src/checks/example.ts'
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

const hook = (command: string) => `
  const { checkContentFirst } = await import('${pathToFileURL(join(projectFolder, 'src/integrations/check-content.ts'))}')
  const { hooks } = checkContentFirst()
  hooks['astro:config:setup']({ command: '${command}' })
  await hooks['astro:config:done']({})
  if ('${command}' === 'build') await hooks['astro:build:start']({})
  console.log('went on')
`
/** From a file: threads that are started by it take over how Node was called. */
function onHook(texts: { [path: string]: string }, command: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'hook-')), 'hook.mjs')
  writeFileSync(file, hook(command))
  const outcome = run(texts, file)
  rmSync(dirname(file), { recursive: true })
  return outcome
}

test('a build with errors stops, with all of them printed', () => {
  const { status, stdout, stderr } = onHook(broken, 'build')
  assert.equal(status, 1)
  assert.equal(stdout, '')
  assert.ok(stderr.startsWith(message), stderr)
  assert.match(stderr, /The content has an error, named above; nothing was written\./)
})

test('a build of a sound record goes on in silence', () => {
  assert.deepEqual(onHook(exampleRecord, 'build'), { status: 0, stdout: 'went on\n', stderr: '' })
  assert.deepEqual(onHook({}, 'build'), { status: 0, stdout: 'went on\n', stderr: '' })
})

test('while developing the errors are printed and nothing stops', () => {
  const { status, stdout, stderr } = onHook(broken, 'dev')
  assert.deepEqual([status, stdout, stderr.trimEnd()], [0, 'went on\n', message.trimEnd()])
})

test('a preview asks no questions', () => {
  assert.deepEqual(onHook(broken, 'preview'), { status: 0, stdout: 'went on\n', stderr: '' })
})

test('the command ends with 1 when there are errors', () => {
  const { status, stdout, stderr } = run(broken, 'src/cli/check.ts')
  assert.deepEqual([status, stdout, stderr.trimEnd()], [1, '', message.trimEnd()])
  const sound = run(exampleRecord, 'src/cli/check.ts')
  assert.deepEqual(sound, { status: 0, stdout: '6 files in content, no problems.\n', stderr: '' })
})

test('the command explains a rule, and knows its name when misspelt', () => {
  const { status, stdout } = run({}, 'src/cli/check.ts', '--explain', 'known-quote')
  assert.equal(status, 0)
  assert.match(stdout, /^known-quote \(error\)\n\nEvery quote that is named/)
  assert.match(run({}, 'src/cli/check.ts', '--explain', 'known-qoute').stderr, /Did you mean `known-quote`\?/)
})

test('while developing they are told anew on every edit, until there are none', () => {
  const code = `
    const { EventEmitter } = await import('node:events')
    const { readFileSync, writeFileSync } = await import('node:fs')
    const { resolve } = await import('node:path')
    const { checkContentFirst } = await import('./src/integrations/check-content.ts')
    const { hooks } = checkContentFirst()
    hooks['astro:config:setup']({ command: 'dev' })
    await hooks['astro:config:done']({})
    const watcher = Object.assign(new EventEmitter(), { add: () => {} })
    hooks['astro:server:setup']({ server: { watcher, ws: { send: () => console.log('the page is loaded anew') } } })
    const file = resolve(process.env.CONTENT, 'topics/ferries.md')
    const edit = (from, to) => {
      writeFileSync(file, readFileSync(file, 'utf8').replace(from, to))
      watcher.emit('all', 'change', file)
    }
    edit('not-wait', 'not-wiat')
    edit('not-wiat', 'not-wait')
    watcher.emit('all', 'change', '/elsewhere.md')
  `
  const { status, stdout, stderr } = run(exampleRecord, '--input-type=module', '--eval', code)
  assert.equal(status, 0)
  assert.equal(stdout, 'the page is loaded anew\nNo errors in content any more.\nthe page is loaded anew\n')
  assert.equal(stderr.trimEnd(), message.trimEnd())
})
