import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { day, edtfDate, isDay, isEdtf, isWithinYears } from '../../src/schema/dates.ts'

const messageOf = (text: unknown): string | undefined => edtfDate.safeParse(text).error?.issues[0]?.message
const yearMessage =
  'Expected a date with a year from 0001 to 9999, in four digits; years before and after are not supported.'

test('years of four digits from 0001 to 9999 are dates', () => {
  for (const text of [
    '0001',
    '0999-12-31',
    '9999-12-31',
    '203X',
    '20XX',
    '1XXX',
    '2031-XX-04',
    '../0044-03',
    '~2031-05',
  ])
    assert.ok(isEdtf(text), text)
})

test('other years are refused, and the message says which are not', () => {
  const years = ['-0044-03-15', '0000', '-2031', 'Y12025', 'Y-12025', '12025-01-01', 'XXXX-12-25', '00XX']
  for (const text of [...years, '-0044/2031', '2031/12025', '[-0044,2031]', '../-0044']) {
    assert.ok(!isEdtf(text), text)
    assert.equal(messageOf(text), yearMessage, text)
  }
  assert.ok(!isDay('0000-01-01'))
  assert.ok(!day.safeParse('0000-01-01').success)
})

test('a year of so many significant digits is no year that can be told', () => {
  for (const text of ['1950S2', 'Y17E8']) assert.ok(!isEdtf(text), text)
})

test('a date that is none keeps its own message', () => {
  for (const text of ['2031-13', '2031-02-30', '2031-05-32', '203X-02-29'])
    assert.match(messageOf(text) ?? '', /^Expected a date in EDTF, as `2025-08-21`/, text)
})

test('whatever is read as a date lies within those years', () => {
  const digits = fc.string({ unit: fc.constantFrom(...'0123456789-X~?%/.[]{},SYE'), maxLength: 24 })
  fc.assert(
    fc.property(digits, (text) => {
      if (isEdtf(text)) assert.ok(isWithinYears(text), text)
    }),
    { numRuns: 2000 },
  )
})
