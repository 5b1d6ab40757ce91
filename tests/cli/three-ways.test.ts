/** The desk, the command line and a hand with the manual write the same article, byte for byte. */
import assert from 'node:assert/strict'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { harbour, harbourPage, writeRecord } from '../desk/harbour.ts'
import { keys, sitAt } from './editor.ts'

const [byDesk, byCommand, byHand] = [writeRecord(harbour), writeRecord(harbour), writeRecord(harbour)]
after(() => {
  for (const folder of [byDesk, byCommand, byHand]) rmSync(folder, { recursive: true })
  process.exitCode = 0
})
// The command works on the folder that is named when it is loaded.
process.env['CONTENT'] = byCommand
const { answerOne } = await import('../desk/answer.ts')
const { textsIn } = await import('../desk/killed.ts')
const { importPage } = await import('../../src/cli/import.ts')
const { Desk } = await import('../../src/desk/desk.ts')
const { checkContent } = await import('../../src/checks/check-content.ts')
const { readContent } = await import('../../src/loaders/from-disk.ts')
const { writeHashes } = await import('../../src/loaders/write-hashes.ts')

test('the desk, the command line and a hand write the same bytes', async () => {
  const desk = await Desk.open(byDesk)
  await desk.act({ do: 'bring', name: 'page.html', text: harbourPage })
  while (await answerOne(desk));
  await desk.publish()
  const written = textsIn(byDesk)

  const page = join(byCommand, '.page.html')
  writeFileSync(page, harbourPage)
  const { enter, space, yes } = keys
  const editor = sitAt([
    [/Take the 19 certain speakers/, yes],
    [/The same utterance\?/, enter],
    [/The timetable[\s\S]*Who says it\?/, enter],
    [/Name, as the site[\s\S]*Tove Lind/, enter],
    [/What sort of speaker/, enter],
    [/Name, as the site[\s\S]*Nils Aas/, enter],
    [/What sort of speaker/, enter],
    [/Begin an event/, space, enter],
    [/Title of the event/, 'Ferry gone', enter],
    [/What sort of event/, enter],
    [/Write the files\?/, yes],
  ])
  const { log } = console
  console.log = () => {}
  await importPage([page], editor.streams).finally(() => {
    console.log = log
  })
  assert.deepEqual(editor.unasked(), [])
  assert.deepEqual(textsIn(byCommand), written)

  // As the manual has it: the text, its links, the ledger; npm run hash writes the hashes.
  const added = new Date().toISOString().slice(0, 10)
  const article = written['articles/2025-03-03-five-voices-ferry.md'] ?? ''
  const links = [...article.matchAll(/^\[“(.+),”\]\[([a-z-]+)\] (.+)$/gm)]
  assert.equal(links.length, 20)
  const ledger = article.split('\n').filter((line) => /^\[[a-z-]+\]: /.test(line))
  const hand = `---
title: Five voices on the ferry
outlet: the-ledger
published: 2025-03-03
publishedBasis: the page says 2025-03-03T10:00:00Z
url: https://ledger.example.org/five-voices
language: en
topics: []
rights: quotes
terms: []
added: ${added}
---

[The last ferry left Skarholm on Saturday, and the pier has been empty since][ferry-gone].

${links.map(([line]) => line).join('\n\n')}

${ledger.join('\n')}
`
  const files: { [path: string]: string } = {
    'articles/2025-03-03-five-voices-ferry.md': hand,
    'events/2025-03-01-ferry-gone.md': `---
title: Ferry gone
kind: other
status: happened
date: 2025-03-01
dateBasis: on Saturday, in an article of 2025-03-03
speakers: []
topics: []
added: ${added}
---
`,
    'speakers/tove-lind.md': '---\nname: Tove Lind\nkind: person\naliases: [Lind]\nroles: []\n---\n',
    'speakers/nils-aas.md': '---\nname: Nils Aas\nkind: person\naliases: [Aas]\nroles: []\n---\n',
  }
  for (const [path, text] of Object.entries(files)) writeFileSync(join(byHand, path), text)
  await writeHashes(byHand, ['articles/2025-03-03-five-voices-ferry.md'])
  assert.deepEqual(textsIn(byHand), written)
  assert.deepEqual(
    checkContent(readContent(byDesk)).filter(
      ({ file, severity }) => severity === 'error' && written[file] !== harbour[file],
    ),
    [],
  )
})
