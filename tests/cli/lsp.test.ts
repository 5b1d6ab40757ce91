/** The language server, asked over standard input and output as an editor does. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import {
  createMessageConnection,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node.js'
import { harbour, writeRecord } from '../desk/harbour.ts'
import { projectFolder } from '../sites.ts'

const article = (harbour['articles/bridge.md'] ?? '')
  .replace('mara-lodzinska.md', 'mara-lodzinka.md')
  .replace('language: en\n', 'language: en\ntopics: [fer]\n')

describe('the language server', () => {
  const folder = writeRecord(harbour)
  const uri = pathToFileURL(join(folder, 'articles/bridge.md')).href
  let child: ChildProcess
  let editor: MessageConnection
  type Told = { uri: string; diagnostics: { code: string; message: string; range: { start: object; end: object } }[] }
  let told: Promise<Told>

  before(async () => {
    child = spawn(process.execPath, [join(projectFolder, 'src/cli/lsp.ts'), '--stdio'], {
      cwd: projectFolder,
      env: { ...process.env, CONTENT: folder },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    assert.ok(child.stdout && child.stdin)
    editor = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin))
    told = new Promise((done) => editor.onNotification('textDocument/publishDiagnostics', done))
    editor.listen()
    await editor.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} })
    await editor.sendNotification('initialized', {})
    const textDocument = { uri, languageId: 'markdown', version: 1, text: article }
    await editor.sendNotification('textDocument/didOpen', { textDocument })
  })
  after(() => {
    editor.dispose()
    child.kill()
    rmSync(folder, { recursive: true })
  })

  const lineOf = (words: string) => article.split('\n').findIndex((line) => line.includes(words))
  const at = (words: string, character: number) => {
    return { textDocument: { uri }, position: { line: lineOf(words), character } }
  }

  test('tells what the checks tell, where they tell it, and mends what has a nearest right answer', async () => {
    const { diagnostics } = await told
    const line = lineOf('mara-lodzinka')
    const wrong = diagnostics.find(({ code, message }) => code === 'known-speaker' && message.includes('mara-lodzinka'))
    assert.match(wrong?.message ?? '', /Did you mean `mara-lodzinska`\?/)
    const range = { start: { line, character: 0 }, end: { line, character: 80 } }
    const actions: { title: string; edit: { changes: { [uri: string]: { newText: string }[] } } }[] =
      await editor.sendRequest('textDocument/codeAction', {
        textDocument: { uri },
        range,
        context: { diagnostics: [] },
      })
    assert.ok(actions.some(({ title }) => title === 'Write mara-lodzinska'))
    assert.equal(actions[0]?.edit.changes[uri]?.[0]?.newText, 'mara-lodzinska')
  })

  test('completes speakers, topics and fields, each with its name or its sentence', async () => {
    type Item = { label: string; documentation: string }
    const ledger = article.split('\n')[lineOf('[not-wait]: ')] ?? ''
    const speakers: Item[] = await editor.sendRequest(
      'textDocument/completion',
      at('[not-wait]: ', ledger.indexOf('speakers/') + 'speakers/'.length),
    )
    assert.deepEqual(speakers.find(({ label }) => label === 'jonas-bjork')?.documentation, 'Jónas Björk')
    const topics: Item[] = await editor.sendRequest('textDocument/completion', at('topics: ', 'topics: [fer'.length))
    assert.deepEqual(
      topics.map(({ label }) => label),
      ['ferries'],
    )
    const fields: Item[] = await editor.sendRequest('textDocument/completion', at('rights: ', 0))
    assert.match(fields.find(({ label }) => label === 'agency')?.documentation ?? '', /The wire it comes from/)
  })

  test('leads to the file of a line of the ledger, and says a date in words', async () => {
    const event: { uri: string } = await editor.sendRequest('textDocument/definition', at('[closed]: ', 3))
    assert.equal(event.uri, pathToFileURL(join(folder, 'events/bridge-closed.md')).href)
    const hover: { contents: { value: string } } = await editor.sendRequest(
      'textDocument/hover',
      at('published: ', 'published: 2025'.length),
    )
    assert.equal(hover.contents.value, '2 March 2025')
  })
})
