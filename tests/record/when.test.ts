import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { When } from '../../src/record/types.ts'
import { agree, compareWhen, intersect, overlaps, toIsoDay, toWhen } from '../../src/record/when.ts'
import { anyDate } from './any-date.ts'

const when = (text: string): When => {
  const read = toWhen(text)
  assert.ok(read, `${text} is a date`)
  return read
}

const bounds: [edtf: string, earliest: string, latest: string][] = [
  ['2025-08-21', '2025-08-21', '2025-08-21'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2022~', '2022-01-01', '2022-12-31'],
  ['2022-21', '2022-03-01', '2022-05-31'],
  ['2022-23', '2022-09-01', '2022-11-30'],
  ['2022-24', '2022-12-01', '2023-02-28'],
  ['0099-24', '0099-12-01', '0100-02-28'],
  ['2022-34', '2022-04-01', '2022-06-30'],
  ['202X', '2020-01-01', '2029-12-31'],
  ['{2031-03-01..2031-03-04}', '2031-03-01', '2031-03-04'],
]

for (const [edtf, earliest, latest] of bounds) {
  test(`bounds ${edtf}`, () => {
    const read = when(edtf)
    assert.equal(read.earliest, Date.parse(`${earliest}T00:00:00Z`))
    assert.equal(read.latest, Date.parse(`${latest}T23:59:59.999Z`))
  })
}

test('open ends are infinite', () => {
  assert.deepEqual(when('../2026-02'), { edtf: '../2026-02', earliest: -Infinity, latest: Date.UTC(2026, 2) - 1 })
  assert.equal(when('2022-02-24/..').latest, Infinity)
})

test('what is no date is none', () => {
  for (const text of ['', 'Wednesday', '2025-02-30', '2025-13', '/2026', '2026/', '21 August 2025', '2025-8-1']) {
    assert.equal(toWhen(text), null, text)
  }
})

test('the vague give way to the firm', () => {
  assert.equal(agree([when('2031-03-09~'), when('2031-03-11')])?.edtf, '2031-03-11')
  assert.equal(agree([when('2031-03-09~'), null])?.edtf, '2031-03-09~')
  assert.equal(
    agree([when('2031-03'), when('2031-03-01/2031-03-05'), when('2031-03-04/2031-03-09')])?.edtf,
    '2031-03-04/2031-03-05',
  )
  assert.equal(agree([when('2031-03'), when('2031-04')]), null)
  assert.equal(agree([null, null]), null)
})

test('only one day has an ISO day', () => {
  assert.equal(toIsoDay(when('2025-08-21')), '2025-08-21')
  assert.equal(toIsoDay(when('2025-08')), null)
  assert.equal(toIsoDay(when('2025-08-20/2025-08-21')), null)
  assert.equal(toIsoDay(when('../2025-08-21')), null)
  for (const about of ['2025-08-21~', '2025-08-21?', '2025-08-21%', '2025-08-~21', '2025-?08-21'])
    assert.equal(toIsoDay(when(about)), null, about)
})

const anyWhen = anyDate.map(when)

test('an order is an order', () => {
  fc.assert(
    fc.property(anyWhen, anyWhen, anyWhen, (a, b, c) => {
      assert.equal(Math.sign(compareWhen(a, b)) + Math.sign(compareWhen(b, a)), 0)
      if (compareWhen(a, b) <= 0 && compareWhen(b, c) <= 0) assert.ok(compareWhen(a, c) <= 0)
    }),
  )
})

test('what two dates agree on lies in both, and is found whichever comes first', () => {
  fc.assert(
    fc.property(anyWhen, anyWhen, (a, b) => {
      const both = intersect(a, b)
      assert.equal(both !== null, overlaps(a, b))
      if (!both) return
      assert.equal(both.earliest, Math.max(a.earliest, b.earliest))
      assert.equal(both.latest, Math.min(a.latest, b.latest))
      const turned = intersect(b, a)
      assert.deepEqual([turned?.earliest, turned?.latest], [both.earliest, both.latest])
      // It can be written down and read again.
      const again = when(both.edtf)
      assert.deepEqual([again.earliest, again.latest], [both.earliest, both.latest])
    }),
    { numRuns: 1000 },
  )
})
