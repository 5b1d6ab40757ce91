import assert from 'node:assert/strict'
import { test } from 'node:test'
import edtf, { type EdtfValue } from 'edtf'
import fc from 'fast-check'
import { day, edtfDate, isDay, isEdtf, isWithinYears, readEdtf } from '../../src/schema/dates.ts'

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

test('a day or a month is what the library reads', () => {
  const look = ({ type, min, max, values, uncertain, approximate, unspecified, ...rest }: EdtfValue) => [
    type,
    min,
    max,
    ...values,
    uncertain?.value,
    approximate?.value,
    unspecified?.value,
    Object.keys(rest).length,
  ]
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.constantFrom(7, 10), (time, length) => {
      const text = time.toISOString().slice(0, length)
      const value = readEdtf(text)
      assert.ok(value, text)
      assert.deepEqual(look(value), look(edtf(text)))
      assert.equal(value.toEDTF(), text)
    }),
  )
  for (const text of ['2031-00', '2031-13', '2031-21', '2031-02-29', '0000-01', '203-01', '2031-1'])
    assert.notEqual(readEdtf(text)?.type, 'Date', text)
})

test('what is read without the grammar is what the grammar makes of it', () => {
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  const date = fc
    .tuple(days, fc.constantFrom(4, 7, 10), fc.constantFrom('', '', '~', '?', '%'))
    .map(([time, length, mark]) => time.toISOString().slice(0, length) + mark)
  const end = fc.oneof({ weight: 4, arbitrary: date }, fc.constantFrom('..', '', '2031-13', '0000', '2031-02-30'))
  const text = fc.oneof(
    date,
    fc.tuple(end, end).map((ends) => ends.join('/')),
  )
  const bits = ({ uncertain, approximate, unspecified }: EdtfValue) =>
    [uncertain, approximate, unspecified].map((mask) => mask?.value ?? 0)
  const look = (value: EdtfValue): unknown[] => {
    const { type, min, max } = value
    const ends = [value.lower, value.upper].map((one) => (one && typeof one === 'object' ? look(one) : String(one)))
    return [type, min, max, value.toEDTF(), ...(type === 'Date' ? [bits(value), value.values] : ends)]
  }
  let dates = 0
  fc.assert(
    fc.property(text, (written) => {
      const value = readEdtf(written)
      if (value === null) {
        const isOurRule = /^\/|\/$|0000|02-30/.test(written)
        if (!isOurRule) assert.throws(() => edtf(written), written)
        return
      }
      dates += 1
      assert.deepEqual(look(value), look(edtf(written)), written)
    }),
    { numRuns: 1000 },
  )
  assert.ok(dates > 500)
})
