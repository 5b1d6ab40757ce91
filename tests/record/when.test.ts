import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { When } from '../../src/record/types.ts'
import { agree, compareWhen, intersect, overlaps, toIsoDay, toWhen, toWords } from '../../src/record/when.ts'

const when = (text: string): When => {
  const read = toWhen(text)
  assert.ok(read, `${text} is a date`)
  return read
}

const words: [edtf: string, long: string, short: string, weekday: string][] = [
  ['2025-08-21', '21 August 2025', '21 Aug 2025', 'Thursday 21 August 2025'],
  ['2025-08-20/2025-08-21', '20–21 August 2025', '20–21 Aug 2025', 'Wednesday 20 August – Thursday 21 August 2025'],
  ['2025-08-27/2025-08-31', '27–31 August 2025', '27–31 Aug 2025', 'Wednesday 27 August – Sunday 31 August 2025'],
  [
    '2025-08-31/2025-09-01',
    '31 August – 1 September 2025',
    '31 Aug – 1 Sep 2025',
    'Sunday 31 August – Monday 1 September 2025',
  ],
  [
    '2025-12-31/2026-01-01',
    '31 December 2025 – 1 January 2026',
    '31 Dec 2025 – 1 Jan 2026',
    'Wednesday 31 December 2025 – Thursday 1 January 2026',
  ],
  ['../2026-02', 'by February 2026', 'by Feb 2026', 'by February 2026'],
  ['../2026-02-03', 'by 3 February 2026', 'by 3 Feb 2026', 'by Tuesday 3 February 2026'],
  ['2022-02-24/..', 'from 24 February 2022', 'from 24 Feb 2022', 'from Thursday 24 February 2022'],
  ['2022', '2022', '2022', '2022'],
  ['2022~', 'about 2022', 'about 2022', 'about 2022'],
  ['2031-XX-04', 'the 4th of a month in 2031', 'the 4th of a month in 2031', 'the 4th of a month in 2031'],
  [
    '2031-1X-22',
    'the 22nd of a month in October–December 2031',
    'the 22nd of a month in Oct–Dec 2031',
    'the 22nd of a month in October–December 2031',
  ],
  ['203X-05', 'May of a year in the 2030s', 'May of a year in the 2030s', 'May of a year in the 2030s'],
  [
    '203X-11-04',
    '4 November of a year in the 2030s',
    '4 Nov of a year in the 2030s',
    '4 November of a year in the 2030s',
  ],
  [
    '203X-XX-01',
    'the 1st of a month in the 2030s',
    'the 1st of a month in the 2030s',
    'the 1st of a month in the 2030s',
  ],
  ['2031-XX-0X', '2031', '2031', '2031'],
  ['2022?', 'perhaps 2022', 'perhaps 2022', 'perhaps 2022'],
  ['2022-03%', 'perhaps about March 2022', 'perhaps about Mar 2022', 'perhaps about March 2022'],
  ['2022-21', 'spring 2022', 'spring 2022', 'spring 2022'],
  ['2025-08', 'August 2025', 'Aug 2025', 'August 2025'],
  ['2022-03/2022-04', 'March–April 2022', 'Mar–Apr 2022', 'March–April 2022'],
  ['2025-07/2026-01', 'July 2025 – January 2026', 'Jul 2025 – Jan 2026', 'July 2025 – January 2026'],
  ['2022/2023', '2022–2023', '2022–2023', '2022–2023'],
  ['2025-08-XX', 'August 2025', 'Aug 2025', 'August 2025'],
  ['2025-XX', '2025', '2025', '2025'],
  ['202X', 'the 2020s', 'the 2020s', 'the 2020s'],
  [
    '2025-08-20~/2025-08-22',
    'about 20 August 2025 – 22 August 2025',
    'about 20 Aug 2025 – 22 Aug 2025',
    'about Wednesday 20 August 2025 – Friday 22 August 2025',
  ],
  ['2022/2022-05', '2022 – May 2022', '2022 – May 2022', '2022 – May 2022'],
  [
    '[2031-03-01,2031-03-04]',
    '1 March 2031 or 4 March 2031',
    '1 Mar 2031 or 4 Mar 2031',
    'Saturday 1 March 2031 or Tuesday 4 March 2031',
  ],
  [
    '{2031-03-01,2031-03-04}',
    '1 March 2031 and 4 March 2031',
    '1 Mar 2031 and 4 Mar 2031',
    'Saturday 1 March 2031 and Tuesday 4 March 2031',
  ],
]

for (const [edtf, long, short, weekday] of words) {
  test(`says ${edtf}`, () => {
    assert.equal(toWords(when(edtf)), long)
    assert.equal(toWords(when(edtf), 'short'), short)
    assert.equal(toWords(when(edtf), 'weekday'), weekday)
  })
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
  assert.equal(toWords(when('../..')), 'at an unknown time')
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

const pad = (number: number) => String(number).padStart(2, '0')
const date = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    length: fc.constantFrom(1, 2, 3),
  })
  .map(({ year, month, day, length }) => [String(year), pad(month), pad(day)].slice(0, length).join('-'))
const anyWhen = fc
  .oneof(
    date,
    date.map((text) => `${text}~`),
    date.map((text) => `${text}/..`),
    date.map((text) => `../${text}`),
    // The library wants the second end to be later.
    fc
      .tuple(date, date)
      .filter(([a, b]) => when(a).earliest < when(b).earliest)
      .map((ends) => ends.join('/')),
    fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 21, max: 24 })).map((parts) => parts.join('-')),
  )
  .map(when)

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

test('words are words: no invented precision, no code', () => {
  fc.assert(
    fc.property(anyWhen, fc.constantFrom('long' as const, 'short' as const, 'weekday' as const), (date, style) => {
      const text = toWords(date, style)
      assert.match(text, /^[\p{L}\d –]+$/u)
      assert.doesNotMatch(text, /undefined|NaN|Invalid/)
      const days = date.edtf.match(/\d{4}-\d{2}-\d{2}/g) ?? []
      // A number of one or two digits is a day, and only a date that has days names any.
      assert.ok((text.match(/\b\d{1,2}\b/g) ?? []).length <= days.length)
    }),
  )
})
