import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseTexts } from '../../src/loaders/content.ts'
import { splitFile } from '../../src/loaders/front-matter.ts'
import { refusalsOf } from '../refusals.ts'

test('parts front matter and body, and counts the lines between', () => {
  const { data, body, linesBefore } = splitFile('---\na: 1\nb: [x]\n---\n\nBody\n---\nmore\n')
  assert.deepEqual(data, { a: 1, b: ['x'] })
  assert.equal(body, '\nBody\n---\nmore\n')
  assert.equal(linesBefore, 4)
})

test('days stay text, as do yes and no', () => {
  const { data } = splitFile('---\nday: 2025-08-21\nno: no\nspan: 2025-08-20/2025-08-21\n---\n')
  assert.deepEqual(data, { day: '2025-08-21', no: 'no', span: '2025-08-20/2025-08-21' })
})

test('a file may be front matter alone, empty, or without any', () => {
  assert.deepEqual(splitFile('---\na: 1\n---').data, { a: 1 })
  assert.deepEqual(splitFile('---\n---\n').data, {})
  assert.equal(splitFile('').source, null)
  assert.equal(splitFile('Words\n---\na: 1\n---\n').source, null)
  assert.equal(splitFile('---\na: 1\nno end\n').source, null)
})

test('a body that begins with a rule is a body', () => {
  assert.equal(splitFile('----\na\n').body, '----\na\n')
})

/** What is refused of one file: place, found, expected. */
const refused = (path: string, text: string) =>
  refusalsOf(parseTexts({ [path]: text })).map(({ line, column, found, expected }) => [
    `${line}:${column}`,
    found,
    expected,
  ])

test('a refusal has its place, what was found and what was expected', () => {
  assert.deepEqual(
    refused('speakers/x.md', '---\nname: X\nkind: persn\nroles:\n  - title: A\n    from: 2025-02-30\nnick: Y\n---\n'),
    [
      ['3:7', 'value `persn` of `kind`', 'one of `person`, `organisation`, `group`, `unnamed`'],
      [
        '6:11',
        'value `2025-02-30` of `roles.0.from`',
        'a date in EDTF, as `2025-08-21`, `2025-08`, `2022~`, `2025-08-28/2025-08-31` or `../2026-02`',
      ],
      ['7:1', 'field `nick`', 'one of `name`, `kind`, `aliases`, `roles`, `country`, `wikidata`, `draft`'],
    ],
  )
})

test('what is missing is named, at the head of the file', () => {
  assert.deepEqual(refused('speakers/x.md', '---\nname:\n---\n'), [
    ['2:1', 'lack of `kind`', 'one of `person`, `organisation`, `group`, `unnamed`'],
    ['2:6', 'empty `name`', 'words'],
  ])
})

test('broken YAML is refused where it breaks', () => {
  const [[place, found] = []] = refused('speakers/x.md', '---\nname: X\nkind: person\naliases: [A, B\n---\n')
  assert.equal(place, '4:10')
  assert.match(found ?? '', /^beginning without an end in the value of `aliases`/)
  const [[tab, words] = []] = refused('speakers/x.md', '---\nname: X\n\tkind: person\n---\n')
  assert.equal(tab, '3:1')
  assert.match(words ?? '', /^YAML \(Tabs/)
})

test('a key that stands twice is refused', () => {
  const [[place, found] = []] = refused('speakers/x.md', '---\nname: X\nname: Y\nkind: person\n---\n')
  assert.equal(place, '3:1')
  assert.match(found ?? '', /unique/)
})

test('of a union the nearest branch speaks', () => {
  const text =
    '---\ntitle: A\ntitleBasis: { words: x, source: nowhere }\noutlet: o\npublished: 2031-01-01\nurl: https://example.org/\nlanguage: en\nrights: full\nadded: 2031-01-01\n---\n'
  assert.deepEqual(refused('articles/x.md', text), [
    ['3:33', 'value `nowhere` of `titleBasis.source`', 'an address that starts with `https://` or `http://`'],
  ])
})

test('a fault is told in its own line, whatever stands in those before it that YAML cannot read', () => {
  const { errors } = splitFile('---\n- |\n\nv*a---\n> a: b\n---\n')
  assert.deepEqual([...new Set(errors.map(({ line }) => line))], [4, 5])
})
