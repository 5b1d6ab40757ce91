import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { narrow, readChoosing, writeChoosing } from '../../src/components/browser/timeline/narrow.ts'
import { toTimelineFilterView } from '../../src/views/timeline-filter.ts'
import { toFilterFile } from '../../src/words/timeline.ts'
import { record } from '../record/small-record.ts'

const view = toTimelineFilterView(record)
const file = toFilterFile(view)
const values = file.groups.flatMap(({ by, values: list }) => list.map(([id]) => ({ by, id })))
const numberOf = (by: string, id: string) => {
  const number = values.findIndex((value) => value.by === by && value.id === id)
  assert.notEqual(number, -1, `${by}=${id}`)
  return number
}
const some = fc.subarray(values.map((_, number) => number))

test('without a choice everything is left, and each count is that of the value', () => {
  const { found, counts } = narrow(file, new Set())
  assert.equal(found.length, record.events.length)
  assert.deepEqual(
    counts,
    view.groups.flatMap((group) => group.values.map(({ total }) => total)),
  )
})

test('an event is left when it has a chosen value of every group in which something is chosen', () => {
  fc.assert(
    fc.property(some, (list) => {
      const chosen = new Set(list)
      const expected = file.events.flatMap((event, place) => {
        const fits = file.groups.every(({ by }) => {
          const own = list.filter((number) => values[number]?.by === by)
          return own.length === 0 || own.some((number) => event.in.includes(number))
        })
        return fits ? [place] : []
      })
      assert.deepEqual(narrow(file, chosen).found, expected)
    }),
  )
})

test('a count is what its value alone would leave, given the choices of the other groups', () => {
  fc.assert(
    fc.property(some, (list) => {
      const { counts } = narrow(file, new Set(list))
      for (const [number, { by }] of values.entries()) {
        const others = list.filter((other) => values[other]?.by !== by)
        assert.equal(counts[number], narrow(file, new Set([...others, number])).found.length)
      }
    }),
    { numRuns: 50 },
  )
})

test('two of a group widen, two of different groups narrow', () => {
  const [happened, expected] = ['happened', 'expected'].map((id) => numberOf('status', id)) as [number, number]
  const year = numberOf('period', '2031')
  const size = (...chosen: number[]) => narrow(file, new Set(chosen)).found.length
  assert.equal(size(happened, expected), size(happened) + size(expected))
  assert.ok(size(happened, year) < Math.min(size(happened), size(year)))
})

test('an address keeps a choice', () => {
  const any = fc.record({
    values: fc.uniqueArray(
      fc.record({ by: fc.constantFrom(...file.groups.map(({ by }) => by)), id: fc.string({ minLength: 1 }) }),
      { selector: ({ by, id }) => `${by} ${id}` },
    ),
    oldest: fc.boolean(),
  })
  const sort = (list: { by: string; id: string }[]) => list.map(({ by, id }) => `${by} ${id}`).toSorted()
  fc.assert(
    fc.property(any, (choosing) => {
      const read = readChoosing(writeChoosing(choosing), file.groups)
      assert.deepEqual(sort(read.values), sort(choosing.values))
      assert.equal(read.oldest, choosing.oldest)
    }),
  )
  assert.equal(writeChoosing({ values: [], oldest: false }), '')
  assert.equal(writeChoosing({ values: [{ by: 'kind', id: 'attack' }], oldest: true }), '?kind=attack&order=oldest')
})

test('what an address asks for that is nothing of ours is passed over', () => {
  assert.deepEqual(readChoosing('?q=x&kind=attack&kind=attack&order=best', file.groups), {
    values: [{ by: 'kind', id: 'attack' }],
    oldest: false,
  })
})
