/** The questions of `npm run import` and `npm run same`, answered as at a terminal. */
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, beforeEach, describe, test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleRecord } from '../../src/checks/example.ts'
import { type Answer, keys, sitAt } from './editor.ts'

const root = await mkdtemp(join(tmpdir(), 'on-record-questions-'))
after(() => rm(root, { recursive: true }))
process.chdir(root)
process.env['CONTENT'] = 'content'
const { importPage } = await import('../../src/cli/import.ts')
const { findSame } = await import('../../src/cli/same.ts')
const { readContent } = await import('../../src/loaders/from-disk.ts')

const { enter, down, up, space, stop, yes, no } = keys
const page = `Ferry to Skarholm leaves for good
The last ferry left Skarholm on Sunday, and nobody waved.
“I told them so,” said Berit Aas, who ran the shop.
“Nobody believed me.”
Mara Łodzińska said on Sunday: “We won’t wait.”
The boat was called “Patience”.
`
const facts = ['--outlet', 'the-ledger', '--published', '2031-03-04', '--url', 'https://ledger.example.org/ferry']
const path = 'articles/2031-03-04-ferry-skarholm-leaves-good.md'

beforeEach(async () => {
  await rm(join(root, 'content'), { recursive: true, force: true })
  for (const [name, text] of Object.entries(exampleRecord)) await put(name, text)
  await writeFile(join(root, 'page.txt'), page)
  process.exitCode = 0
})
after(() => {
  process.exitCode = 0
})

async function put(name: string, text: string): Promise<void> {
  await mkdir(join(root, 'content', name, '..'), { recursive: true })
  await writeFile(join(root, 'content', name), text)
}
const read = (name: string) => readFile(join(root, 'content', name), 'utf8')
const list = async () =>
  (await readdir(join(root, 'content'), { recursive: true })).filter((name) => name.includes('.')).sort()

/** Runs a command with an editor at it; what it prints besides the questions is left out. */
async function ask(command: typeof findSame, args: string[], answers: Answer[]) {
  const editor = sitAt(answers)
  const { log } = console
  console.log = () => {}
  try {
    await command(args, editor.streams)
  } finally {
    console.log = log
  }
  assert.deepEqual(editor.unasked(), [])
  return editor.screen()
}

const whoSays: Answer[] = [
  [/Take the 2 certain speakers/, yes],
  [/Nobody believed me[\s\S]*Who says it\?/, enter],
  [/We won’t wait[\s\S]*The same utterance\?/, enter],
  [/Patience[\s\S]*Who says it\?/, up, enter],
  [/Name, as the site/, enter],
  [/What sort of speaker/, enter],
  [/Begin an event/, enter],
]

describe('npm run import', () => {
  test('asks for what is missing, and again for what cannot be', async () => {
    const screen = await ask(
      importPage,
      ['page.txt'],
      [
        [/Outlet/, down, enter],
        [/Its name/, 'The Gull', enter],
        [/What sort of outlet/, enter],
        [/Day of publication/, '2031-02-30', enter],
        [/Expected a day/, ...Array<string>(10).fill('\x7f'), '2031-03-04', enter],
        [/Address of the page/, 'gull', enter],
        [/Expected an address/, '\x7f\x7f\x7f\x7f', 'https://gull.example.org/ferry', enter],
        ...whoSays,
        [/Write the files\?/, yes],
      ],
    )
    assert.doesNotMatch(screen, /Headline/)
    const text = await read(path)
    assert.match(text, /^outlet: the-gull$/m)
    assert.match(text, /^url: https:\/\/gull\.example\.org\/ferry$/m)
    assert.match(await read('outlets/the-gull.md'), /url: https:\/\/gull\.example\.org\n---/)
  })

  test('takes what is accepted, and marks nothing of it as unconfirmed', async () => {
    await ask(importPage, ['page.txt', ...facts, '--rights', 'full'], [...whoSays, [/Write the files\?/, yes]])
    const text = await read(path)
    assert.doesNotMatch(text, /"\?/)
    assert.match(text, /^terms: \[Patience\]$/m)
    assert.match(text, /mara-lodzinska\.md#not-wait "2031-03-02"$/m)
    assert.equal((text.match(/speakers\/berit-aas\.md#/g) ?? []).length, 2)
    const rules = new Set(checkContent(readContent(join(root, 'content'))).map(({ rule }) => rule))
    // Nothing is left open; the fictional record lies ahead of the day it is added.
    assert.deepEqual([...rules].sort(), ['date-order'])
  })

  test('lets the editor name somebody else, somebody new, or nobody yet', async () => {
    await ask(
      importPage,
      ['page.txt', ...facts, '--rights', 'full'],
      [
        [/Take the 2 certain speakers/, no],
        [/I told them so[\s\S]*Who says it\?/, down, enter],
        [/Speaker/, 'Mara', enter],
        [/Nobody believed me[\s\S]*Who says it\?/, down, enter],
        [/Speaker/, 'A new', enter],
        [/Name, as the site/, 'Nils Aas', enter],
        [/What sort of speaker/, enter],
        [/We won’t wait[\s\S]*Who says it\?/, down, down, down, enter],
        [/The same utterance\?/, down, down, enter],
        [/Patience[\s\S]*Who says it\?/, enter],
        [/Begin an event/, space, enter],
        [/Title of the event/, 'The last ferry leaves', enter],
        [/What sort of event/, enter],
        [/Write the files\?/, yes],
      ],
    )
    const text = await read(path)
    assert.match(text, /\[“I told them so,”\]\[told-them\]/)
    assert.match(text, /^\[told-them\]: \.\.\/speakers\/mara-lodzinska\.md#told-them$/m)
    assert.match(text, /^\[nobody-believed-me\]: \.\.\/speakers\/nils-aas\.md#nobody-believed-me$/m)
    assert.match(text, /"\? 2031-03-02"$/m)
    assert.match(await read('speakers/nils-aas.md'), /^name: Nils Aas$/m)
    assert.match(await read('events/2031-03-02-last-ferry-leaves.md'), /^date: 2031-03-02$/m)
  })

  test('a refusal is remembered, and not asked again', async () => {
    const different = whoSays.map(
      (answer): Answer => (String(answer[0]).includes('same utterance') ? [answer[0], down, enter] : answer),
    )
    await ask(importPage, ['page.txt', ...facts], [...different, [/Write the files\?/, yes]])
    assert.match(await read('quotes/mara-lodzinska/wont-wait.md'), /notSameAs:[\s\S]*mara-lodzinska#not-wait/)
    // Whoever goes through the record is not asked about the pair.
    await ask(findSame, [], [])
    // Nor is one who imports the same words again: they are compared with the utterance that they are.
    await writeFile(join(root, 'page.txt'), page.replace('Ferry to Skarholm', 'Boat to Skarholm'))
    const screen = await ask(
      importPage,
      ['page.txt', ...facts.with(5, 'https://ledger.example.org/boat')],
      [
        [/Take the 2 certain/, yes],
        [/berit-aas\/told-them[\s\S]*The same utterance\?/, enter],
        [/Nobody believed me[\s\S]*Who says it\?/, enter],
        [/berit-aas\/nobody-believed-me[\s\S]*The same utterance\?/, enter],
        [/mara-lodzinska\/wont-wait[\s\S]*The same utterance\?/, enter],
        [/Patience[\s\S]*Who says it\?/, up, enter],
        [/Is it a copy|Begin an event/, enter],
        [/Write the files\?/, stop],
      ],
    )
    assert.doesNotMatch(screen, /mara-lodzinska\/not-wait/)
  })

  test('quoted words that are listed as a term pass the checks, whether or not their sentence is kept', async () => {
    await writeFile(
      join(root, 'page.txt'),
      'Harbour plan in doubt\nThe plan was portrayed as an “irregular” road to the harbour.\n',
    )
    await ask(
      importPage,
      ['page.txt', ...facts],
      [
        [/portrayed as an ⟦“irregular”⟧ road to the harbour[\s\S]*Who says it\?/, down, enter],
        [/Write the files\?/, yes],
      ],
    )
    const text = await read('articles/2031-03-04-harbour-plan-doubt.md')
    assert.match(text, /^terms: \[\]$/m)
    const rules = new Set(checkContent(readContent(join(root, 'content'))).map(({ rule }) => rule))
    assert.deepEqual([...rules], ['date-order'])
  })

  test('whoever was taken in place of a speaker is offered in that place the next time', async () => {
    await writeFile(
      join(root, 'page.txt'),
      'Pier in doubt\n“The pier is old and the pier is short,” the official said.\n“We will mend it this year,” the official said.\n',
    )
    await ask(
      importPage,
      ['page.txt', ...facts],
      [
        [/the pier is short[\s\S]*Who says it\?/, down, enter],
        [/Speaker/, 'Mara', enter],
        [/mend it this year[\s\S]*Who says it\?[\s\S]*Mara Łodzińska/, enter],
        [/Write the files\?/, yes],
      ],
    )
    const text = await read('articles/2031-03-04-pier-doubt.md')
    assert.equal(text.match(/mara-lodzinska\.md#/g)?.length, 2)
    assert.doesNotMatch(text, /draft/)
  })

  test('goes back to the question before', async () => {
    await ask(
      importPage,
      ['page.txt', ...facts, '--rights', 'full'],
      [
        [/Take the 2 certain/, yes],
        [/Nobody believed me[\s\S]*Who says it\?/, enter],
        [/We won’t wait[\s\S]*The same utterance\?[\s\S]*Back/, up, enter],
        [/Nobody believed me[\s\S]*Who says it\?/, down, enter],
        [/Speaker/, 'Mara', enter],
        ...whoSays.slice(2),
        [/Write the files\?/, yes],
      ],
    )
    assert.match(await read(path), /mara-lodzinska\.md#nobody-believed-me/)
  })

  for (const [when, answers] of [
    ['at the first question', [[/Take the 2 certain/, stop]]],
    ['halfway', [...whoSays.slice(0, 2), [/The same utterance\?/, stop]]],
    ['at the last question', [...whoSays, [/Write the files\?/, stop]]],
    ['by saying no', [...whoSays, [/Write the files\?/, no]]],
  ] as [string, Answer[]][]) {
    test(`broken off ${when}: nothing is written`, async () => {
      const before = await list()
      const screen = await ask(importPage, ['page.txt', ...facts], answers)
      assert.match(screen, /Nothing was written/)
      assert.deepEqual(await list(), before)
      assert.equal(process.exitCode, 1)
    })
  }

  test('a file that is there is replaced only when the editor says so', async () => {
    await put(path, 'mine')
    await ask(importPage, ['page.txt', ...facts], [[/is there already\. Replace it\?/, enter]])
    assert.equal(await read(path), 'mine')
    await ask(
      importPage,
      ['page.txt', ...facts],
      [[/is there already\. Replace it\?/, yes], ...whoSays, [/Write the files\?/, yes]],
    )
    assert.match(await read(path), /^---\ntitle: Ferry/)
  })

  test('asks whether a text on record is copied', async () => {
    const text = `Ferry leaves\n${'The last ferry left the island on a Sunday in March, and with it went the shop, the school and the only doctor that the islanders had ever trusted.'}\nNobody waved, because nobody was there to wave, and the bell of the church was silent for the first time in a hundred years.\n`
    await writeFile(join(root, 'page.txt'), text)
    await ask((args) => importPage(args, null), ['page.txt', ...facts, '--rights', 'full', '--yes'], [])
    await put('outlets/the-gull.md', '---\nname: The Gull\nkind: newspaper\n---\n')
    await writeFile(join(root, 'page.txt'), text.replace('Ferry leaves', 'Island loses its ferry'))
    const gull = facts.with(1, 'the-gull').with(5, 'https://gull.example.org/ferry')
    await ask(
      importPage,
      ['page.txt', ...gull, '--rights', 'full'],
      [
        [/100 % of the text is in 2031-03-04-ferry-leaves too \(The Ledger\)\. Is it a copy/, enter],
        [/Begin an event/, enter],
        [/Write the files\?/, yes],
      ],
    )
    assert.match(await read('articles/2031-03-04-island-loses-ferry.md'), /^copyOf: 2031-03-04-ferry-leaves$/m)
  })
})

describe('npm run same', () => {
  const second = (exampleRecord['articles/bridge.md'] ?? '')
    .replace('We will not wait', 'We won’t wait')
    .replaceAll('not-wait', 'wont-wait')
    .replace('/bridge\n', '/bridge-two\n')
  const prepare = async () => {
    await put('articles/bridge-two.md', second)
    await put('topics/waiting.md', '---\nname: Who waits?\nquotes: [mara-lodzinska#wont-wait]\n---\n')
  }

  test('makes two quotes one, wherever the record names them', async () => {
    await prepare()
    const screen = await ask(findSame, [], [[/The same utterance\?/, '\x1b[A', '\x1b[A', enter]])
    assert.match(screen, /Changed/)
    const changed = (await Promise.all((await list()).map((name) => read(name)))).join('\n')
    const [kept, gone] = changed.includes('#wont-wait') ? ['wont-wait', 'not-wait'] : ['not-wait', 'wont-wait']
    assert.match(changed, new RegExp(`mara-lodzinska#${kept}`))
    assert.doesNotMatch(changed, new RegExp(`#${gone}\\b`))
    const content = readContent(join(root, 'content'))
    assert.equal(content.record.quotes.length, 1)
    assert.equal(content.record.quotes[0]?.wordings.length, 2)
  })

  test('a refusal is remembered beside what is there', async () => {
    await prepare()
    await put('quotes/mara-lodzinska/not-wait.md', '---\n# spoken\nlanguage: pl\n---\n')
    await put('quotes/mara-lodzinska/wont-wait.md', '---\n# spoken\nlanguage: pl\n---\n')
    await ask(findSame, [], [[/The same utterance\?/, '\x1b[A', enter]])
    const texts = [await read('quotes/mara-lodzinska/not-wait.md'), await read('quotes/mara-lodzinska/wont-wait.md')]
    const remembered = texts.filter((text) => text.includes('notSameAs'))
    assert.equal(remembered.length, 1)
    assert.match(remembered[0] ?? '', /# spoken\nlanguage: pl\nnotSameAs:/)
    await ask(findSame, [], [])
  })

  test('broken off, it changes nothing', async () => {
    await prepare()
    const before = await Promise.all((await list()).map((name) => read(name)))
    await ask(findSame, [], [[/The same utterance\?/, stop]])
    assert.deepEqual(await Promise.all((await list()).map((name) => read(name))), before)
  })
})
