import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'yaml'
import { parseTexts } from '../../src/loaders/content.ts'
import { explainErrors } from '../../src/loaders/explain-yaml.ts'
import { refusalsOf } from '../refusals.ts'

const rest = `outlet: the-ledger
published: 2031-03-02
url: https://ledger.example.org/bridge
language: en
rights: full
added: 2031-03-12`

function judge(front: string) {
  return refusalsOf(parseTexts({ 'articles/walk.md': `---\n${front}\n${rest}\n---\n\nPeople walk.\n` }))
}

/** What a headline is read as, and the line that is to be written. */
const headlines: [line: string, right: string][] = [
  ['title: Live: the bridge', 'title: "Live: the bridge"'],
  ['title: Live:', 'title: "Live:"'],
  ['title: Why we are #1 again', 'title: "Why we are #1 again"'],
  ['title: "We will not wait," mayor says', `title: '"We will not wait," mayor says'`],
  ["title: 'Not now' she said", `title: "'Not now' she said"`],
  ['title: [Update] The bridge is shut', 'title: "[Update] The bridge is shut"'],
  ['title: {Update} The bridge is shut', 'title: "{Update} The bridge is shut"'],
  ['title: @mayor says no', 'title: "@mayor says no"'],
  ['title: *Not* today', 'title: "*Not* today"'],
  ['title: - and then there was one', 'title: "- and then there was one"'],
  ['title: `Bridge` shut', 'title: "`Bridge` shut"'],
  ['title: %age points', 'title: "%age points"'],
  ['title: > 400 people', 'title: "> 400 people"'],
  ['title: 1984', 'title: "1984"'],
  ['title: true', 'title: "true"'],
  ['title:Bridge shut', 'title: Bridge shut'],
  ['title: A\nterms: [Pier #2, B]', 'terms: ["Pier #2", B]'],
  ['title: A\nterms: [Live: a bridge, B]', '"Live: a bridge"'],
  [
    'title: A\ntitleBasis: { words: Live: a bridge, source: https://x.example.org }',
    'titleBasis: { words: "Live: a bridge", source: https://x.example.org }',
  ],
]

for (const [line, right] of headlines) {
  test(`one error says what to write instead of \`${line.replaceAll('\n', '⏎')}\``, () => {
    const problems = judge(line)
    assert.equal(problems.length, 1, JSON.stringify(problems))
    assert.ok(problems[0]?.hint?.includes(`Write \`${right}\``), problems[0]?.hint)
    const wrong = line.split('\n').length + 1
    assert.equal(problems[0]?.line, wrong)
    // What is to be written is what was meant.
    if (!right.startsWith('"')) {
      const lines = line.split('\n').with(-1, right)
      assert.deepEqual(judge(lines.join('\n')), [])
      if (!line.includes('\n')) assert.equal(parse(right).title, line.replace(/^title: ?/, ''))
    }
  })
}

test('of a bracket without an end it says what to write where it is text, and where it is a list', () => {
  for (const [line, list, text] of [
    ['title: [The bridge', 'title: [The bridge]', 'title: "[The bridge"'],
    ['title: {The bridge', 'title: {The bridge }', 'title: "{The bridge"'],
  ] as const) {
    const problems = judge(line)
    assert.deepEqual(
      problems.map(({ hint }) => hint),
      [`Write \`${list}\`, or, where it is text, \`${text}\`.`],
    )
    assert.deepEqual(judge(text), [])
    assert.equal(parse(text).title, line.replace('title: ', ''))
  }
})

test('an error is told in its own line, whatever stands in those before it that YAML cannot read', () => {
  // Lines of the file: the front matter begins in its second.
  assert.deepEqual([...explainErrors('- |\n\nv*a---\n> a: b').rest], [4, 5])
  assert.deepEqual([...explainErrors('*a]---\ntitle: k&a a: b\t- : -').rest], [2, 3])
})

test('each line is told, and what no quotation marks mend in the words of YAML, once a line', () => {
  const told = judge('title: A: b\ncaptureNote: c: d\nagency: B\nagency: C').map(({ line, hint = '' }) => [line, hint])
  assert.deepEqual(told, [
    [2, 'Write `title: "A: b"`.'],
    [3, 'Write `captureNote: "c: d"`.'],
    [5, ''],
  ])
})

test('a remark has a line of its own', () => {
  assert.deepEqual(judge('# from the paper\ntitle: A'), [])
  const [problem] = judge('title: A\nterms: [] # none')
  assert.match(problem?.hint ?? '', /line of its own/)
})
