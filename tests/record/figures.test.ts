import assert from 'node:assert/strict'
import { test } from 'node:test'
import { groupFigures } from '../../src/record/figures.ts'
import type { Figure } from '../../src/record/types.ts'

const figure = (what: string, scope: string | null, value: number): Figure =>
  ({ what, scope, value, words: `${value}`, saidBy: null }) as Figure

test('figures differ only where the same is counted in the same place', () => {
  const groups = groupFigures([
    figure('injured', 'the harbour', 12),
    figure('injured', 'the town', 14),
    figure('injured', 'the harbour', 15),
    figure('boats', null, 3),
    figure('boats', null, 3),
  ])
  assert.deepEqual(
    groups.map(({ what, scope, differ, figures }) => [what, scope, differ, figures.map(({ value }) => value)]),
    [
      ['injured', 'the harbour', true, [12, 15]],
      ['injured', 'the town', false, [14]],
      ['boats', null, false, [3, 3]],
    ],
  )
})

test('no figure, no group', () => {
  assert.deepEqual(groupFigures([]), [])
})
