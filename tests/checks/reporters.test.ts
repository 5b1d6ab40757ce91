import assert from 'node:assert/strict'
import { test } from 'node:test'
import { most } from '../../src/checks/reporters/cut.ts'
import { toGithub } from '../../src/checks/reporters/github.ts'
import { toJson } from '../../src/checks/reporters/json.ts'
import { toTerminal } from '../../src/checks/reporters/terminal.ts'
import type { Problem } from '../../src/schema/problem.ts'

const warning: Problem = {
  file: 'articles/a,b.md',
  line: 3,
  rule: 'near-quote',
  severity: 'warning',
  found: 'quote at 100%',
  expected: 'one',
}
const error: Problem = {
  file: 'speakers/x.md',
  line: 4,
  column: 7,
  rule: 'known-quote',
  severity: 'error',
  found: 'quote `a\n::error::b`',
  expected: 'one that an article carries',
  hint: 'Did you mean `c`?',
}

test('workflow commands: errors first, escaped, without what is unknown', () => {
  assert.equal(
    toGithub([warning, error], 'content'),
    '::error file=content/speakers/x.md,line=4,col=7,title=known-quote::Unexpected quote `a\\u{A}::error::b`, expected one that an article carries. Did you mean `c`?\n' +
      '::warning file=content/articles/a%2Cb.md,line=3,title=near-quote::Unexpected quote at 100%25, expected one.\n',
  )
  assert.equal(toGithub([], 'content'), '')
})

test('programs get every part, and no place that is not known', () => {
  const { version, errors, warnings, problems } = JSON.parse(toJson([warning, error], 'content'))
  assert.deepEqual([version, errors, warnings], [1, 1, 1])
  assert.equal('column' in problems[0], false)
  assert.deepEqual(problems[1], {
    ...error,
    file: 'content/speakers/x.md',
    message: 'Unexpected quote `a\n::error::b`, expected one that an article carries. Did you mean `c`?',
  })
})

test('of very many problems some hundred are told, errors before warnings, and how many more there are', () => {
  const many = Array.from(
    { length: 64_000 },
    (_, n): Problem => (n % 2 ? { ...error, line: n } : { ...warning, line: n }),
  )
  const few = [...many.slice(0, 40_000).filter(({ severity }) => severity === 'warning'), error]
  for (const problems of [many, few]) {
    const json = JSON.parse(toJson(problems, 'content'))
    assert.equal(json.problems.length, most)
    assert.equal(json.left, problems.length - most)
    assert.equal(json.errors + json.warnings, problems.length)
    assert.ok(json.problems.some(({ severity }: Problem) => severity === 'error'))
    const terminal = toTerminal(problems, 'content')
    assert.ok(terminal.includes(`… and ${(problems.length - most).toLocaleString('en')} more`))
    assert.ok(terminal.includes(`${problems.length - json.warnings} error`))
    assert.equal(terminal.match(/Unexpected/g)?.length, most)
    const github = toGithub(problems, 'content').trimEnd().split('\n')
    assert.equal(github.length, most + 1)
    assert.ok(github.at(-1)?.startsWith(`::notice::${problems.length - most} more`))
  }
})

test('no message is as long as a file', () => {
  const long = [{ ...error, found: 'a'.repeat(100_000), hint: 'b'.repeat(100_000) }]
  for (const write of [toTerminal, toGithub]) assert.ok(write(long, 'content').length < 2000)
})

test('words of the content cannot move the cursor of a terminal', () => {
  const report = toTerminal([{ ...error, found: 'words `\u001B[2J\u202Eabc\u0007`' }], 'content')
  assert.match(report, /words `\\u\{1B\}\[2J\\u\{202E\}abc\\u\{7\}`/)
})
