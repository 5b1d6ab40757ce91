/** The language server of the record: `npm run lsp`, started by an editor, which talks to it over standard input and output. */
import { readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  CodeActionKind,
  createConnection,
  DiagnosticSeverity,
  ProposedFeatures,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node.js'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { defineAt, explainAt, offerAt, tellProblems } from '../desk/editor/answers.ts'
import { type Content, parseContent } from '../loaders/content.ts'
import { readContent } from '../loaders/from-disk.ts'
import { readText } from '../loaders/read-text.ts'
import { contentFolder } from '../site.ts'

/** Milliseconds after a key until the checks run. */
const pause = 250

const root = resolve(contentFolder)
const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout)
const documents = new TextDocuments(TextDocument)
let kept: Content | null = null
let next: NodeJS.Timeout | undefined

connection.onInitialize(() => ({
  capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    completionProvider: { triggerCharacters: ['/', '#', ':', '[', ' '] },
    definitionProvider: true,
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix] },
  },
}))

documents.onDidChangeContent(() => {
  kept = null
  clearTimeout(next)
  next = setTimeout(tellAll, pause)
})
documents.onDidSave(tellAll)
documents.onDidClose(({ document }) => {
  kept = null
  void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] })
})
connection.onCompletion(({ textDocument, position }) =>
  inRecord(textDocument.uri, (path, text) =>
    offerAt(content(), path, text, position).map(({ label, help, range }) => ({
      label,
      documentation: help,
      textEdit: { range, newText: label },
    })),
  ),
)
connection.onDefinition(({ textDocument, position }) =>
  inRecord(textDocument.uri, (path, text) => {
    const found = defineAt(content(), path, text, position)
    const at = { line: found?.line ?? 0, character: 0 }
    return found && { uri: pathToFileURL(join(root, found.path)).href, range: { start: at, end: at } }
  }),
)
connection.onHover(({ textDocument, position }) =>
  inRecord(textDocument.uri, (path, text) => {
    const value = explainAt(path, text, position)
    return value === null ? null : { contents: { kind: 'plaintext' as const, value } }
  }),
)
connection.onCodeAction(({ textDocument: { uri }, range }) =>
  inRecord(uri, (path, text) =>
    tellProblems(content(), path, text).flatMap(({ range: told, mend }) => {
      const isHere = ({ start, end }: typeof told) => start.line <= range.end.line && range.start.line <= end.line
      if (!mend || !(isHere(told) || isHere(mend.range))) return []
      const edit = { changes: { [uri]: [{ range: mend.range, newText: mend.right }] } }
      return [{ title: `Write ${mend.right}`, kind: CodeActionKind.QuickFix, edit }]
    }),
  ),
)
documents.listen(connection)
connection.listen()

/** The record as the editor has it: what is open there goes before what is on disk. */
function content(): Content {
  if (kept) return kept
  const onDisk = readContent(contentFolder, { unrendered: true })
  const open = new Map(
    documents.all().flatMap(({ uri }) => {
      const path = pathOf(uri)
      return path === null ? [] : [[path, documents.get(uri)?.getText() ?? ''] as const]
    }),
  )
  const listed = new Map(onDisk.listed)
  for (const [path, text] of open) listed.set(path, { size: Buffer.byteLength(text), is: 'file' })
  const read = (path: string) => open.get(path) ?? readText(join(root, path))
  kept = parseContent(listed, read, { unrendered: true, known: onDisk.parsed })
  return kept
}

function tellAll(): void {
  kept = null
  for (const { uri } of documents.all()) {
    const diagnostics = inRecord(uri, (path, text) =>
      tellProblems(content(), path, text).map(({ range, says, rule, isError }) => ({
        range,
        severity: isError ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
        code: rule,
        source: 'on-record',
        message: says,
      })),
    )
    void connection.sendDiagnostics({ uri, diagnostics: diagnostics ?? [] })
  }
}

/** An answer about a file of the record; null about any other. */
function inRecord<Answer>(uri: string, answer: (path: string, text: string) => Answer): Answer | null {
  const path = pathOf(uri)
  if (path === null) return null
  return answer(path, documents.get(uri)?.getText() ?? readFileSync(join(root, path), 'utf8'))
}

function pathOf(uri: string): string | null {
  if (!uri.startsWith('file:')) return null
  const path = relative(root, fileURLToPath(uri)).replaceAll('\\', '/')
  return path.startsWith('../') ? null : path
}
