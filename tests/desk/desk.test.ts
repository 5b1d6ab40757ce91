/** The desk over the files of a record: what it writes, keeps, refuses and takes back. */
import assert from 'node:assert/strict'
import fs, { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import promises from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, describe, mock, test } from 'node:test'
import { Desk } from '../../src/desk/desk.ts'
import { valuesOf } from '../../src/desk/fields.ts'
import { answerOne, linesIn } from './answer.ts'
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

/** A desk at which all is decided and nothing saved: what was answered once, opened in a folder of its own. */
async function decided(): Promise<{ desk: Desk; folder: string }> {
  first ??= decideAll()
  const folder = mkdtempSync(join(tmpdir(), 'on-record-desk-'))
  folders.push(folder)
  cpSync(await first, folder, { recursive: true })
  rmSync(join(folder, '.desk/open'), { force: true })
  return { desk: await Desk.open(folder), folder }
}

let first: Promise<string> | undefined
async function decideAll(): Promise<string> {
  const { desk, folder } = await open()
  await desk.act({ do: 'bring', name: 'page.html', text: harbourPage })
  while (await answerOne(desk));
  return folder
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

  test('left free, it is free when it is opened again, and undo leads back', async () => {
    const { desk, folder } = await decided()
    await desk.publish()
    await desk.leave()
    const again = await Desk.open(folder)
    assert.equal(again.view().saved, null)
    assert.equal(again.view().step, null)
    await again.undo()
    assert.equal(again.view().saved?.length, 4)
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

  test('an answer is offered first the next time, and whoever was chosen stands first', async () => {
    const { desk } = await open()
    const paragraphs = [
      'Runa Falk met Mara Łodzińska on the pier. “We walk to the ferry every day,” she said.',
      '“The walk is longer than it was,” she added. “It is the only way across,” the official said.',
      '“The pier is old and the pier is short,” the official said.',
    ]
    const body = paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('')
    const text = harbourPage.replace(/<article>[\s\S]*<\/article>/, `<article><h1>Two walks</h1>${body}</article>`)
    await desk.act({ do: 'bring', name: 'page.html', text })
    const first = await untilQuote(desk, /every day/)
    assert.equal(first.speaker?.key, 'runa-falk')
    await desk.act({ do: 'settle', mark: first.mark, as: 'quote', speaker: 'mara-lodzinska' })
    const second = await untilQuote(desk, /longer/)
    assert.equal(second.speaker?.key, 'mara-lodzinska')
    const third = await untilQuote(desk, /only way/)
    assert.equal(third.speaker?.key, '+official')
    assert.deepEqual(
      third.choices.slice(0, 2).map(({ key }) => key),
      ['+official', 'mara-lodzinska'],
    )
    await desk.act({ do: 'settle', mark: third.mark, as: 'quote', speaker: 'jonas-bjork' })
    assert.equal((await untilQuote(desk, /is short/)).speaker?.key, 'jonas-bjork')
  })

  test('the checks speak as soon as something is decided, and not of what is left', async () => {
    const { desk } = await open()
    await desk.act({ do: 'bring', name: 'page.html', text: harbourPage.replace('five people', '“five people”') })
    const { mark } = await untilQuote(desk, /five people/)
    assert.deepEqual(desk.view(true).proof?.faults, [])
    await desk.act({ do: 'settle', mark, as: 'none' })
    const found = desk.view(true)
    assert.notEqual(found.step?.is, 'publish')
    assert.deepEqual(
      found.proof?.faults.map(({ rule, mark: at }) => [rule, at]),
      [['quotation-given', mark]],
    )
    await desk.act({ do: 'again', mark })
    assert.deepEqual(desk.view(true).proof?.faults, [])
  })

  describe('when the disk is full', () => {
    afterEach(() => {
      mock.restoreAll()
      syncBuiltinESMExports()
    })
    const full = () => {
      throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    }
    const fill = () => {
      mock.method(fs, 'writeSync', full)
      syncBuiltinESMExports()
    }

    test('an answer that could not be kept is not taken, and all before it are there', async () => {
      const { desk, folder } = await decided()
      await desk.undo()
      const { version: _, ...before } = desk.view()
      const lines = linesIn(folder)
      fill()
      await assert.rejects(answerOne(desk), /could not be kept, and is not done: ENOSPC/)
      const { version: __, ...after } = desk.view()
      assert.deepEqual(after, before)
      assert.equal(linesIn(folder), lines)
      mock.restoreAll()
      syncBuiltinESMExports()
      assert.ok(await answerOne(desk))
      assert.equal(desk.view().step?.is, 'publish')
    })

    for (const [which, count] of [
      ['journal', 0],
      ['first file', 1],
      ['last file', 4],
    ] as const)
      test(`nothing half-written stays: at the ${which}`, async () => {
        const { desk, folder } = await decided()
        const before = textsIn(folder)
        const lines = linesIn(folder)
        let opened = 0
        const { open: really } = promises
        if (count === 0) fill()
        else {
          mock.method(promises, 'open', (...given: Parameters<typeof really>) => {
            opened += 1
            return opened < count ? really(...given) : full()
          })
          syncBuiltinESMExports()
        }
        await assert.rejects(desk.publish(), /ENOSPC|no room|full/)
        assert.deepEqual(textsIn(folder), before)
        assert.equal(linesIn(folder), lines)
        assert.equal(desk.view().step?.is, 'publish')
        mock.restoreAll()
        syncBuiltinESMExports()
        assert.deepEqual(
          readdirSync(folder).filter((name) => name.startsWith('.writing')),
          [],
        )
        await desk.publish()
        fill()
        await assert.rejects(desk.undo(), /could not be kept/)
        assert.ok(desk.view().saved)
      })
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
