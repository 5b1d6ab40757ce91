/** Dates of every sort that a record gives, in EDTF. */
import fc from 'fast-check'

const pad = (number: number) => String(number).padStart(2, '0')
const date = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
    length: fc.constantFrom(1, 2, 3),
  })
  .map(({ year, month, day, length }) => [String(year), pad(month), pad(day)].slice(0, length).join('-'))

export const anyDate: fc.Arbitrary<string> = fc.oneof(
  date,
  date.map((text) => `${text}~`),
  date.map((text) => `${text}/..`),
  date.map((text) => `../${text}`),
  // The library wants the second end to be later.
  fc
    .tuple(date, date)
    .filter(([a, b]) => a.padEnd(10, '-01') < b.padEnd(10, '-01'))
    .map((ends) => ends.join('/')),
  fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 21, max: 24 })).map((parts) => parts.join('-')),
)
