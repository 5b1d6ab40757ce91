import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { toWords } from '../../src/words/dates.ts'
import { anyDate } from '../record/any-date.ts'

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
    assert.equal(toWords(edtf), long)
    assert.equal(toWords(edtf, 'short'), short)
    assert.equal(toWords(edtf, 'weekday'), weekday)
  })
}

test('a date without any bound', () => {
  assert.equal(toWords('../..'), 'at an unknown time')
})

test('words are words: no invented precision, no code', () => {
  fc.assert(
    fc.property(anyDate, fc.constantFrom('long' as const, 'short' as const, 'weekday' as const), (date, style) => {
      const text = toWords(date, style)
      assert.match(text, /^[\p{L}\d –]+$/u)
      assert.doesNotMatch(text, /undefined|NaN|Invalid/)
      const days = date.match(/\d{4}-\d{2}-\d{2}/g) ?? []
      // A number of one or two digits is a day, and only a date that has days names any.
      assert.ok((text.match(/\b\d{1,2}\b/g) ?? []).length <= days.length)
    }),
  )
})
