import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FigureView } from '../../src/views/event.ts'
import { groupFigures } from '../../src/views/figures.ts'
import { figureName } from '../../src/words/events.ts'

const figure = (what: string, scope: string | null, value: number) =>
  ({ what, scope, value, words: `${value}`, saidBy: null }) as FigureView

test('figures differ only where the same is counted in the same place', () => {
  const groups = groupFigures([
    figure('injured', 'the harbour', 12),
    figure('injured', 'the town', 14),
    figure('injured', 'the harbour', 15),
    figure('boats', null, 3),
    figure('boats', null, 3),
  ])
  assert.deepEqual(
    groups.map((group) => [figureName(group), group.figures.map(({ value }) => value)]),
    [
      ['injured, the harbour: the figures differ', [12, 15]],
      ['injured, the town', [14]],
      ['boats', [3, 3]],
    ],
  )
})

test('no figure, no group', () => {
  assert.deepEqual(groupFigures([]), [])
})
