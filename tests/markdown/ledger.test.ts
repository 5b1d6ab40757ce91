import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleArticle, exampleRecord } from '../../src/checks/example.ts'
import { parseTexts } from '../../src/loaders/content.ts'

const words = `["I walk,"][walk] she said. ["I run,"][run] she added, after [the bridge was closed][shut]. Nobody else did.`
const ledger = `[walk]: ../speakers/mara-lodzinska.md#walk "2031-03-02, to reporters"
[run]: ../speakers/mara-lodzinska.md#run "2031-03-02"
[shut]: ../events/bridge-closed.md`

function judge(body: string) {
  const content = parseTexts({ ...exampleRecord, 'articles/walk.md': exampleArticle(body) })
  const { links } = content.entries.articles.find(({ id }) => id === 'walk')?.reading ?? {}
  return {
    links: links?.map(({ target, fragment, said }) => [target, fragment, said]),
    problems: checkContent(content),
  }
}

const sound = judge(`${words}\n\n${ledger}`)

test('a sound ledger is no problem', () => {
  assert.deepEqual(sound.problems, [])
  assert.equal(sound.links?.length, 3)
})

const faults: [name: string, body: string, line: number, hint: RegExp][] = [
  [
    'curly marks round titles',
    `${words}\n\n${ledger.replace(/"([^"]*)"/g, '“$1”')}`,
    13,
    /Write `\[walk\]: .* "2031-03-02, to reporters"`/,
  ],
  ['low and angle marks', `${words}\n\n${ledger.replace(/"([^"]*)"/g, '„$1»')}`, 13, /Write `\[walk\]/],
  ['a title without marks', `${words}\n\n${ledger.replaceAll('"', '')}`, 13, /Write `\[walk\]/],
  ['a title that is not closed', `${words}\n\n${ledger.replaceAll('"\n', '\n')}`, 13, /Write `\[walk\]/],
  ['no blank line before it', `${words}\n${ledger}`, 12, /Put one before `\[walk\]/],
  ['no colon', `${words}\n\n${ledger.replace(/\]:/g, ']')}`, 13, /Write `\[walk\]: /],
  ['blanks at its head', `${words}\n\n${ledger.replace(/^/gm, '    ')}`, 13, /Write `\[walk\]: /],
]

for (const [name, body, line, hint] of faults) {
  test(`${name}: one error that names the cause, and the links are read as they were meant`, () => {
    const { links, problems } = judge(body)
    assert.deepEqual(links, sound.links)
    assert.equal(problems.length, 1, problems.map(({ found }) => found).join('\n'))
    const [problem] = problems
    assert.deepEqual([problem?.rule, problem?.line], ['read-ledger', line])
    assert.match(problem?.hint ?? '', hint)
  })
}

test('two causes are two errors, and the lines of what follows are those of the file', () => {
  const { problems } = judge(
    `${words}\n${ledger.replace('"2031-03-02"', '“2031-03-02”')}\n[idle]: ../events/bridge-closed.md`,
  )
  assert.deepEqual(
    problems.map(({ rule, line }) => [rule, line]),
    [
      ['read-ledger', 12],
      ['read-ledger', 13],
      ['one-definition', 15],
    ],
  )
})

test('a link with its address in place is mended too', () => {
  const { links, problems } = judge(
    '["I walk,"](../speakers/mara-lodzinska.md#walk “2031-03-02, to reporters”) she said.',
  )
  assert.deepEqual(links, [['mara-lodzinska', 'walk', '2031-03-02']])
  assert.deepEqual(
    problems.map(({ rule, hint }) => [rule, hint]),
    [['read-ledger', 'Write `](../speakers/mara-lodzinska.md#walk "2031-03-02, to reporters")`.']],
  )
})

test('words of the copy in square brackets stay words', () => {
  const { problems } = judge(
    '\\[Update\\]: the bridge is shut.\n[Editor: see the map]\n[1]: https://ledger.example.org/x',
  )
  assert.ok(problems.every(({ rule }) => rule !== 'read-ledger'))
})
