import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleArticle, exampleRecord } from '../../src/checks/example.ts'
import { keptSigns } from '../../src/checks/rules/kept-signs.ts'
import { parseTexts } from '../../src/loaders/content.ts'

function judge(body: string) {
  const content = parseTexts({ ...exampleRecord, 'articles/walk.md': exampleArticle(body) })
  const blocks = content.entries.articles.find(({ id }) => id === 'walk')?.reading.blocks.map(({ text }) => text)
  const problems = checkContent(content, [keptSigns])
  return { blocks, told: problems.map(({ line, hint }) => [line, hint]) }
}

const quote = (words: string) => `[${words}][a]\n\n[a]: ../speakers/mara-lodzinska.md#a`

/** What is pasted, what to write, and what the page then says. */
const eaten: [pasted: string, hint: string, right: string, says: string][] = [
  [
    quote('“What a s*** show, you b******s,” he said, “f*** them.”'),
    'Write `b\\*\\*\\*\\*\\*\\*s`.',
    quote('“What a s\\*\\*\\* show, you b\\*\\*\\*\\*\\*\\*s,” he said, “f\\*\\*\\* them.”'),
    '“What a s*** show, you b******s,” he said, “f*** them.”',
  ],
  ['It is 2*3*4 metres.', 'Write `2\\*3\\*4`.', 'It is 2\\*3\\*4 metres.', 'It is 2*3*4 metres.'],
  ['it`s a `dog', 'Write `it\\`s`.', 'it\\`s a \\`dog', 'it`s a `dog'],
  ['1986. That was the year.', 'Write `1986\\.`.', '1986\\. That was the year.', '1986. That was the year.'],
  ['3) a\n4) b', 'Write `3\\)`.', '3\\) a 4) b', '3) a 4) b'],
  ['- Yes, she said.', 'Write `\\-`.', '\\- Yes, she said.', '- Yes, she said.'],
  ['People walk.\n---\nMore.', 'Put a blank line before it.', 'People walk.\n\n---\nMore.', 'People walk.'],
  ['People walk.\n===', 'Write `\\=` for a sign of the copy.', 'People walk.\n\\===', 'People walk. ==='],
  ['People walk.\n\u00A0\nPeople run.', 'Take away what it holds.', 'People walk.\n\nPeople run.', 'People walk.'],
  ['People walk.\n\u200B\nPeople run.', 'Take away what it holds.', 'People walk.\n\nPeople run.', 'People walk.'],
  ['People stop.\n\n    People walk.', 'Take them away.', 'People stop.\n\nPeople walk.', 'People stop.'],
]

for (const [pasted, hint, right, says] of eaten) {
  test(`told, with what to write: ${JSON.stringify(pasted)}`, () => {
    const { told } = judge(pasted)
    assert.equal(told[0]?.[1], hint)
    const better = judge(right)
    assert.deepEqual(better.told, [])
    assert.equal(better.blocks?.[0], says)
  })
}

test('each stands at its line', () => {
  assert.deepEqual(
    judge('People walk.\n\n1986. That was the year.\n\n- Yes.').told.map(([line]) => line),
    [13, 15],
  )
})

test('what is meant as markup is no problem', () => {
  const body =
    'She had *never* doubted it, **ever**.\n\n## A subheading\n\n- one\n- two\n\n1. one\n2. two\n\n> They said so.\n\n* * *\n\nThe `code` is open.\n\n```\ncode\n```'
  assert.deepEqual(judge(body).told, [])
})
