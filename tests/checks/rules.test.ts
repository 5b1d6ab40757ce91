import assert from 'node:assert/strict'
import { test } from 'node:test'
import { checkContent } from '../../src/checks/check-content.ts'
import { exampleRecord } from '../../src/checks/example.ts'
import { rules } from '../../src/checks/rules.ts'
import { parseTexts } from '../../src/loaders/content.ts'

test('the example record keeps every rule', () => {
  assert.deepEqual(checkContent(parseTexts(exampleRecord)), [])
})

test('rules stand in the order of their ids, each once', () => {
  const ids = rules.map((rule) => rule.id)
  assert.deepEqual(ids, [...new Set(ids)].sort())
})

for (const rule of rules) {
  test(`${rule.id}: the wrong example breaks it, the right one keeps it`, () => {
    const broken = checkContent(parseTexts({ ...exampleRecord, ...rule.example.wrong }), [rule])
    assert.notEqual(broken.length, 0)
    for (const problem of broken) {
      assert.ok(problem.file in rule.example.wrong, `${problem.file} is not of the example`)
      assert.ok(problem.line === undefined || problem.line > 0)
    }
    assert.deepEqual(checkContent(parseTexts({ ...exampleRecord, ...rule.example.right }), [rule]), [])
  })
}

test('what is right by one rule is right by all', () => {
  for (const rule of rules) {
    const problems = checkContent(parseTexts({ ...exampleRecord, ...rule.example.right }))
    assert.deepEqual(problems, [], rule.id)
  }
})
