/** The desk over the files of a record: what it writes, keeps, refuses and takes back. */
import assert from 'node:assert/strict'
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { Desk } from '../../src/desk/desk.ts'
import { valuesOf } from '../../src/desk/fields.ts'
import { answerOne } from './answer.ts'
import { harbour, harbourPage, writeRecord } from './harbour.ts'
import { killAfter, textsIn } from './killed.ts'

const folders: string[] = []
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})

async function open(files = harbour): Promise<{ desk: Desk; folder: string }> {
  const folder = writeRecord(files)
  folders.push(folder)
  return { desk: await Desk.open(folder), folder }
}

async function decided(): Promise<{ desk: Desk; folder: string }> {
  const { desk, folder } = await open()
  await desk.act({ do: 'bring', name: 'page.html', text: harbourPage })
  while (await answerOne(desk));
  return { desk, folder }
}

/** Answers until a quote is asked about, and gives its step. */
async function untilQuote(desk: Desk, words: RegExp) {
  for (;;) {
    const { step } = desk.view()
    if (step?.is === 'mark' && words.test(step.words)) return step
    assert.ok(await answerOne(desk), `no quote ${words}`)
  }
}

describe('the desk', () => {
  test('keeps what was answered when it is closed at any time', async () => {
    const { desk, folder } = await open()
    await desk.act({ do: 'bring', name: 'page.html', text: harbourPage })
    for (let n = 0; n < 9; n += 1) await answerOne(desk)
    const { version: _, ...before } = desk.view()
    const { version: __, ...again } = (await Desk.open(folder)).view()
    assert.deepEqual(again, before)
    // The last line was cut short.
    const file = join(folder, '.desk/00001.jsonl')
    appendFileSync(file, '{"do":"skip","dec')
    const { version: ___, ...mended } = (await Desk.open(folder)).view()
    assert.deepEqual(mended, before)
    assert.match(readFileSync(file, 'utf8'), /\}\n$/)
  })

  test('a file that something else has written meanwhile is not overwritten, and both are shown', async () => {
    const { desk, folder } = await decided()
    await desk.publish()
    const path = join(folder, 'speakers/tove-lind.md')
    const ours = readFileSync(path, 'utf8')
    writeFileSync(path, ours.replace('Tove Lind', 'Tove Linde'))
    const before = textsIn(folder)
    await assert.rejects(desk.undo(), /speakers\/tove-lind\.md has changed on disk meanwhile\. Nothing was written\./)
    assert.deepEqual(textsIn(folder), before)
    assert.match(desk.view().conflict?.found ?? '', /Tove Linde/)
    writeFileSync(path, ours)
    await desk.undo()
    assert.deepEqual(textsIn(folder), textsIn(writeBeside(harbour)))
  })

  test('what has come into the record meanwhile is heeded', async () => {
    const { desk, folder } = await decided()
    writeFileSync(join(folder, 'speakers/tove-lind.md'), '---\nname: Tove Lind\nkind: person\n---\n')
    // The speaker is on record now, so it is asked whether she is the one.
    await desk.publish().catch(() => {})
    assert.match(
      readFileSync(join(folder, 'speakers/tove-lind.md'), 'utf8'),
      /^---\nname: Tove Lind\nkind: person\n---\n$/,
    )
  })

  test('the checks refuse what they would refuse of any file, and say which decision it is about', async () => {
    const { desk, folder } = await open()
    const page = harbourPage.replace('five people', '“five people”')
    await desk.act({ do: 'bring', name: 'page.html', text: page })
    const step = await untilQuote(desk, /five people/)
    await desk.act({ do: 'settle', mark: step.mark, as: 'none' })
    while (await answerOne(desk));
    const { proof } = desk.view()
    assert.deepEqual(
      proof?.faults.map(({ rule, mark }) => [rule, mark]),
      [
        ['draft', null],
        ['quotation-given', step.mark],
      ],
    )
    await assert.rejects(desk.publish(), /The checks refuse it/)
    assert.deepEqual(textsIn(folder), textsIn(writeBeside(harbour)))
  })

  test('moves ends, joins and splits, marks what was missed, notes when it was said', async () => {
    const { desk } = await open()
    await desk.act({ do: 'bring', name: 'page.html', text: harbourPage })
    const { mark } = await untilQuote(desk, /never safe/)
    await desk.act({ do: 'join', mark })
    await desk.act({ do: 'said', mark, said: '2025-03-02', context: 'to the committee' })
    const ranges = [{ block: 0, start: 4, end: 21 }]
    await desk.act({ do: 'mark', ranges, as: 'mention' })
    while (await answerOne(desk));
    const text = desk.view().proof?.files.at(-1)?.text ?? ''
    assert.match(
      text,
      /^\[bridge-never-safe-storm\]: .*jonas-bjork\.md#bridge-never-safe-storm "2025-03-02, to the committee"$/m,
    )
    await assert.rejects(
      desk.act({ do: 'mark', ranges: [{ block: 0, start: 9, end: 9 }], as: 'quote' }),
      /no such words/,
    )
  })

  test('facts that may not stand are refused, field by field; an address on record too', async () => {
    const { desk } = await open()
    await desk.act({ do: 'bring', name: 'page.html', text: harbourPage })
    const { step } = desk.view()
    assert.ok(step?.is === 'facts')
    const [, address = ''] = /^url: (.*)$/m.exec(harbour['articles/bridge.md'] ?? '') ?? []
    const values = { ...valuesOf(step.fields), published: '2025-02-30', url: `${address}?utm_source=feed` }
    await desk.act({ do: 'facts', values })
    const again = desk.view().step
    assert.ok(again?.is === 'facts')
    const problems = Object.fromEntries(again.fields.map(({ name, problem }) => [name, problem]))
    assert.match(problems['published'] ?? '', /a day that exists/)
    assert.match(problems['url'] ?? '', /on record already: articles\/bridge\.md/)
  })

  test('what was cut can be put back', async () => {
    const { desk } = await open()
    await desk.act({ do: 'bring', name: 'page.html', text: harbourPage })
    const cut = desk.view().article?.cut.find(({ text }) => /Storm closes the pier/.test(text))
    assert.ok(cut)
    await desk.act({ do: 'put-back', line: cut.line })
    assert.match(desk.view().article?.blocks.at(-1)?.text ?? '', /Storm closes the pier/)
  })

  test('killed at any moment, answers are kept and files are whole', async () => {
    const { desk, folder } = await decided()
    await desk.publish()
    const whole = textsIn(folder)
    for (const moment of [30, 600]) assert.equal(await killAfter(moment, whole), null)
  })

  test('a second desk of the same record is not opened while another is', async () => {
    const { folder } = await open()
    writeFileSync(join(folder, '.desk/open'), String(process.ppid))
    await assert.rejects(Desk.open(folder), /open already/)
    assert.ok(readdirSync(join(folder, '.desk')).includes('.gitignore'))
  })
})

function writeBeside(files: typeof harbour): string {
  const folder = writeRecord(files)
  folders.push(folder)
  return folder
}
