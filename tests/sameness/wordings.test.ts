import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { compareWordings, surelySame, toComparable, worthALook } from '../../src/sameness/wordings.ts'

const pairs = readFileSync(join(import.meta.dirname, '../fixtures/import/pairs.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split(' | '))

const compare = (a: string, b: string) => compareWordings(toComparable(a), toComparable(b))
const isSurelySame = (a: string, b: string) => {
  const { score, warning } = compare(a, b)
  return score >= surelySame && warning === null
}

for (const [is = '', a = '', b = ''] of pairs) {
  if (is === 'same') {
    test(`may be the same: ${b}`, () => {
      assert.ok(compare(a, b).score >= worthALook, JSON.stringify(compare(a, b)))
    })
  } else {
    test(`never surely the same, ${is}: ${b}`, () => {
      assert.equal(isSurelySame(a, b), false, JSON.stringify(compare(a, b)))
      assert.equal(isSurelySame(b, a), false, JSON.stringify(compare(b, a)))
    })
  }
}

test('another number or a negation is named', () => {
  assert.match(compare('We saw 574 drones over the town', 'We saw 547 drones over the town').warning ?? '', /547/)
  assert.match(compare('There can be a meeting here', 'There can be no meeting here').warning ?? '', /negated/)
})

test('order of the two makes no difference', () => {
  for (const [, a = '', b = ''] of pairs) assert.deepEqual(compare(a, b).score, compare(b, a).score)
})
