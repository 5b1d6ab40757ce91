import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inYear } from '../../src/search/browser/days.ts'
import { datePattern, readDate } from '../../src/search/dates.ts'

const day = (iso: string) => ({ from: iso, to: iso })
const cases = {
  '2031-03-02': day('2031-03-02'),
  '2031/3/2': day('2031-03-02'),
  '02.03.2031': day('2031-03-02'),
  '2/3/31': day('2031-03-02'),
  '03/22/2031': day('2031-03-22'),
  '2 March 2031': day('2031-03-02'),
  '2nd of march, 2031': day('2031-03-02'),
  'March 2, 2031': day('2031-03-02'),
  'Mar. 2nd 2031': day('2031-03-02'),
  'Sunday, 2 March 2031': day('2031-03-02'),
  '2 березня 2031': day('2031-03-02'),
  '2 août': day('-08-02'),
  '2 mar': day('-03-02'),
  'march 2': day('-03-02'),
  '29 february': day('-02-29'),
  '2031-03': { from: '2031-03-01', to: '2031-03-31' },
  'february 2031': { from: '2031-02-01', to: '2031-02-28' },
  '20–21 march 2031': { from: '2031-03-20', to: '2031-03-21' },
  'March 20-21': { from: '-03-20', to: '-03-21' },
  march: { from: '-03-01', to: '-03-31' },
  'mid-March 2031': { from: '2031-03-11', to: '2031-03-20' },
  'end of february 2032': { from: '2032-02-21', to: '2032-02-29' },
  '2031': { from: '2031-01-01', to: '2031-12-31' },
}

for (const [text, span] of Object.entries(cases)) {
  test(`reads ${text}`, () => {
    assert.deepEqual(readDate(text), span)
    const found = Array.from(`on ${text}, they`.matchAll(new RegExp(datePattern, 'giu')), ([match]) => match)
    assert.deepEqual(found, [text])
  })
}

test('what is no date is none', () => {
  for (const text of ['31.02.2031', '32 march', '7-10', '3000', 'may', 'mar', 'ferries', '', '2031-13', '10:30'])
    assert.equal(readDate(text), null, text)
})

test('a day of no year is the last one that has something', () => {
  const days = ['2030-03-02', '2031-02-28', '2031-03-01']
  assert.deepEqual(inYear(day('-03-02'), days), day('2030-03-02'))
  assert.deepEqual(inYear({ from: '-03-01', to: '-03-31' }, days), { from: '2031-03-01', to: '2031-03-31' })
  assert.deepEqual(inYear(day('-07-07'), days), day('2031-07-07'))
  assert.deepEqual(inYear(day('2029-01-01'), days), day('2029-01-01'))
})
